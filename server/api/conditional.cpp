// SPDX-License-Identifier: Apache-2.0
#include "api/conditional.h"

#include <algorithm>

namespace Hearth {

namespace {

// Digits only: no sign, no spaces.
std::optional<qint64> numberOf(const QByteArray &digits)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    bool ok = false;
    const qint64 number = digits.toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

} // namespace

RangeRequest parseRange(const QByteArray &field, qint64 size)
{
    constexpr QByteArrayView unit("bytes=");
    if (!field.startsWith(unit) || field.contains(','))
        return {};
    const QByteArray range = field.sliced(unit.size()).trimmed();
    const qsizetype dash = range.indexOf('-');
    if (dash < 0)
        return {};
    const auto first = numberOf(range.first(dash));
    const auto last = numberOf(range.sliced(dash + 1));
    if ((dash > 0 && !first) || (dash + 1 < range.size() && !last) || (!first && !last))
        return {};
    if (first && last && *last < *first)
        return {};
    if (!first) // the last so many bytes
        return *last > 0 && size > 0 ? RangeRequest{ByteRange{std::max(size - *last, qint64(0)), size - 1}}
                                     : RangeRequest{{}, false};
    if (*first >= size)
        return {{}, false};
    return {ByteRange{*first, std::min(last.value_or(size - 1), size - 1)}};
}

bool matchesAny(const QByteArray &ifNoneMatch, const QByteArray &etag)
{
    if (ifNoneMatch.trimmed() == "*")
        return true;
    for (QByteArray tag : ifNoneMatch.split(',')) { // our tags have no comma inside
        tag = tag.trimmed();
        if (tag.startsWith("W/"))
            tag.remove(0, 2);
        if (tag == etag)
            return true;
    }
    return false;
}

} // namespace Hearth
