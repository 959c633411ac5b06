// SPDX-License-Identifier: Apache-2.0
#include "storage/reportstore.h"

#include "storage/messagerows.h"

#include <QHash>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

#define HEARTH_REPORT \
    "SELECT r.id, r.reporter_id, r.user_id, r.message_id, r.reason, r.created_at, r.resolved_at, " \
    "r.resolved_by" \
    " FROM reports AS r "

QList<AbuseReport> readReports(Rows &&rows)
{
    QList<AbuseReport> reports;
    while (rows.next()) {
        AbuseReport report;
        rows >> report.id >> report.reporterId >> report.userId >> report.messageId >> report.reason
            >> report.createdAt >> report.resolvedAt >> report.resolvedBy;
        reports.append(report);
    }
    return reports;
}

void addMessages(Sql &sql, QList<AbuseReport> &reports)
{
    RowSet ids = sql.rowSet();
    for (const AbuseReport &report : std::as_const(reports)) {
        if (report.messageId)
            ids.add(*report.messageId);
    }
    if (ids.isEmpty())
        return;
    QHash<MessageId, Message> messages;
    for (const Message &message :
         readMessages(sql.run(u"SELECT " HEARTH_MESSAGE_COLUMNS
                              " FROM messages AS m WHERE m.id IN (SELECT rows.id FROM {rows id TEXT})"_s,
                              ids)))
        messages.insert(message.id, message);
    for (AbuseReport &report : reports) {
        if (const auto found = messages.constFind(report.messageId.value_or(QString()));
            found != messages.cend())
            report.message = *found;
    }
}

} // namespace

QCoro::Task<Result<AbuseReport>> ReportStore::insert(AbuseReport report)
{
    return m_db.write([report](Sql &sql) -> Result<AbuseReport> {
        const QList<AbuseReport> same = readReports(
            sql.run(u"" HEARTH_REPORT "WHERE r.reporter_id = :reporter AND r.resolved_at IS NULL"
                    " AND COALESCE(r.user_id, '') = :user AND COALESCE(r.message_id, '') = :message"_s,
                    {{":reporter", report.reporterId},
                     {":user", report.userId.value_or(QString())},
                     {":message", report.messageId.value_or(QString())}}));
        if (!same.isEmpty())
            return same.first();
        sql.run(u"INSERT INTO reports (id, reporter_id, user_id, message_id, reason, created_at)"
                " VALUES (:id, :reporter, :user, :message, :reason, :at)"_s,
                {{":id", report.id},
                 {":reporter", report.reporterId},
                 {":user", report.userId},
                 {":message", report.messageId},
                 {":reason", report.reason},
                 {":at", report.createdAt}});
        return report;
    });
}

QCoro::Task<Result<QList<AbuseReport>>> ReportStore::list(bool open, int limit, QString after)
{
    return m_db.read([open, limit, after](Sql &sql) -> Result<QList<AbuseReport>> {
        const QString which = open ? u"r.resolved_at IS NULL"_s : u"r.resolved_at IS NOT NULL"_s;
        QList<AbuseReport> reports = readReports(
            sql.run(u"" HEARTH_REPORT "WHERE "_s + which + u" AND r.id > :after ORDER BY r.id LIMIT :limit"_s,
                    {{":after", after}, {":limit", limit}}));
        addMessages(sql, reports);
        return reports;
    });
}

QCoro::Task<Result<AbuseReport>> ReportStore::resolve(QString id, UserId by, Timestamp at)
{
    return m_db.write([id, by, at](Sql &sql) -> Result<AbuseReport> {
        sql.run(
            u"UPDATE reports SET resolved_at = :at, resolved_by = :by WHERE id = :id AND resolved_at IS NULL"_s,
            {{":at", at}, {":by", by}, {":id", id}});
        QList<AbuseReport> reports =
            readReports(sql.run(u"" HEARTH_REPORT "WHERE r.id = :id"_s, {{":id", id}}));
        if (reports.isEmpty())
            return fail(ErrorCode::NotFound, u"There is no such report."_s);
        addMessages(sql, reports);
        return reports.first();
    });
}

} // namespace Hearth
