// SPDX-License-Identifier: Apache-2.0
#include "api/export.h"

#include "api/parameters.h"
#include "services/exportservice.h"

#include <QJsonDocument>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

QString writePlace(const ExportPlace &place)
{
    QJsonArray parts = QJsonArray::fromStringList(place.after);
    parts.prepend(place.section);
    return QString::fromUtf8(QJsonDocument(parts).toJson(QJsonDocument::Compact));
}

Result<ExportPlace> readPlace(const QString &cursor)
{
    if (cursor.isEmpty())
        return ExportPlace{};
    QJsonArray parts = QJsonDocument::fromJson(cursor.toUtf8()).array();
    const int section = parts.isEmpty() ? -1 : parts.takeAt(0).toInt(-1);
    if (section < 0 || parts.size() > 3 || !isStorable(QJsonValue(parts)))
        return fail(ErrorCode::InvalidField, u"This is no cursor of an export."_s, u"/cursor"_s);
    ExportPlace place{section};
    for (const QJsonValue &part : std::as_const(parts))
        place.after += part.toString();
    return place;
}

HttpResponse lines(const ExportPage &page)
{
    HttpResponse response{200, "application/x-ndjson"};
    for (const ExportRecord &record : page.records)
        response.body += exportLine(record);
    if (page.next) // RFC 8288
        response.addHeader("Link",
                           "</api/v1/users/me/export?cursor="
                               + encodeCursor(writePlace(*page.next)).toLatin1() + ">; rel=\"next\"");
    return response;
}

} // namespace

void addExportRoutes(Router &router, ExportService &exports)
{
    router.add(
        "GET", u"/api/v1/users/me/export"_s,
        [&exports](HttpRequest request, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
            const auto from = cursorParameter(request).and_then(readPlace);
            if (!from)
                co_return fail(from.error());
            const auto page = co_await exports.own(caller, *from);
            co_return page.map([](const ExportPage &page) { return lines(page); });
        });
}

} // namespace Hearth
