// SPDX-License-Identifier: Apache-2.0
#include "api/parameters.h"
#include "fuzz/fuzz.h"

using namespace Hearth;

namespace {

HttpRequest requestWith(const QString &query)
{
    HttpRequest request;
    request.query = QUrlQuery(query);
    return request;
}

// What a page says about the next one leads there.
void checkCursors(const HttpRequest &request)
{
    if (const auto cursor = pageCursorParameter(request)) {
        if (*cursor && !(*cursor)->id.startsWith(QChar::ByteOrderMark)) {
            const auto again =
                pageCursorParameter(requestWith(QLatin1StringView("cursor=") + encodeCursor(**cursor)));
            Fuzz::require(again && *again && (*again)->at == (*cursor)->at && (*again)->id == (*cursor)->id);
        }
    } else {
        Fuzz::require(cursor.error().pointer == QLatin1StringView("/cursor"));
    }
    const auto place = cursorParameter(request);
    Fuzz::require(place || place.error().pointer == QLatin1StringView("/cursor"));
    if (place && !place->isEmpty() && !place->startsWith(QChar::ByteOrderMark)) {
        const auto again = cursorParameter(requestWith(QLatin1StringView("cursor=") + encodeCursor(*place)));
        Fuzz::require(again && *again == *place);
    }
}

} // namespace

// A query string, as the routes of lists read it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const HttpRequest request = requestWith(QString::fromUtf8(Fuzz::bytes(data, size)));
    checkCursors(request);
    if (const auto limit = limitParameter(request, 50, 100))
        Fuzz::require(*limit >= 1 && *limit <= 100);
    else
        Fuzz::require(limit.error().pointer == QLatin1StringView("/limit"));
    if (const auto number = numberParameter(request, QStringLiteral("since"), 0, 9); number && *number)
        Fuzz::require(**number >= 0 && **number <= 9);
    (void)flagParameter(request, QStringLiteral("all"));
    (void)textParameter(request, QStringLiteral("q"));
    return 0;
}
