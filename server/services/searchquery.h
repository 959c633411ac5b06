// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/searchrequest.h"
#include "util/result.h"

namespace Hearth {

// What a person typed into the search field:
//   word          messages with this word; from three letters on also with words that begin so
//   "some words"  exactly these, next to each other
//   from: in: before: after: has: is:   filters; a value with spaces stands in quotation marks
//   -             before any of these but before: and after:, leaves out what it finds
//
// before: and after: take a date (midnight in UTC, which counts as after) or an RFC 3339 time. has: file, image,
// video, audio, link, location, reaction, pin, thread. is: pinned, edited, reply, mention, unread.
//
// invalid_field with the pointer /q for what cannot be understood: unknown filters and values, more than 512
// UTF-16 code units or 32 parts, and nothing to look for. Time grows with the length alone.
[[nodiscard]] Result<MessageSearch> parseSearch(QStringView query);

// The words of a query that knows no filters, each of which is the beginning of one; the same limits.
[[nodiscard]] Result<QList<Search::Pattern>> parseWords(QStringView query);

} // namespace Hearth
