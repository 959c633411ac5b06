// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace Hearth {

// Part of a representation: bytes `first` to `last`, both included.
struct ByteRange {
    qint64 first = 0;
    qint64 last = 0;

    [[nodiscard]] qint64 size() const { return last - first + 1; }
    bool operator==(const ByteRange &) const = default;
};

// What a Range field asks for (RFC 9110 section 14.2).
struct RangeRequest {
    std::optional<ByteRange> range = {}; // nothing: all of it
    bool isSatisfiable = true;
};

// Of `size` bytes. What is not well-formed, and more than one range, is ignored as the RFC allows: so many
// small ranges cannot make the server send more than there is.
[[nodiscard]] RangeRequest parseRange(const QByteArray &field, qint64 size);

// Whether an If-None-Match field lists the tag, or is "*" (section 13.1.2: compared weakly).
[[nodiscard]] bool matchesAny(const QByteArray &ifNoneMatch, const QByteArray &etag);

// The same for If-Match (section 13.1.1: compared strongly).
[[nodiscard]] bool matchesStrongly(const QByteArray &ifMatch, const QByteArray &etag);

} // namespace Hearth
