// SPDX-License-Identifier: Apache-2.0
#include "api/conditional.h"

#include <algorithm>
#include <limits>

namespace Hearth {

namespace {

// Digits only: no sign, no spaces. However many: no file has more bytes than the largest number.
std::optional<qint64> numberOf(const QByteArray &digits)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    bool ok = false;
    const qint64 number = digits.toLongLong(&ok);
    return ok ? number : std::numeric_limits<qint64>::max();
}

bool lists(const QByteArray &field, const QByteArray &etag, bool weakly)
{
    if (field.trimmed() == "*")
        return true;
    for (QByteArray tag : field.split(',')) { // our tags have no comma inside
        tag = tag.trimmed();
        if (weakly && tag.startsWith("W/"))
            tag.remove(0, 2);
        if (tag == etag)
            return true;
    }
    return false;
}

} // namespace

RangeRequest parseRange(const QByteArray &field, qint64 size)
{
    constexpr QByteArrayView unit("bytes=");
    if (field.first(std::min(unit.size(), field.size())).compare(unit, Qt::CaseInsensitive) != 0
        || field.contains(','))
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
    if (!first && *last > 0) // the last so many bytes; there is no way to say that they are none
        return size > 0 ? RangeRequest{ByteRange{std::max(size - *last, qint64(0)), size - 1}}
                        : RangeRequest();
    if (!first)
        return {{}, false};
    if (*first >= size)
        return {{}, false};
    return {ByteRange{*first, std::min(last.value_or(size - 1), size - 1)}};
}

bool matchesAny(const QByteArray &ifNoneMatch, const QByteArray &etag)
{
    return lists(ifNoneMatch, etag, true);
}

bool matchesStrongly(const QByteArray &ifMatch, const QByteArray &etag)
{
    return lists(ifMatch, etag, false);
}

} // namespace Hearth
