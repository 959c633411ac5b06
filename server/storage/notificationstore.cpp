// SPDX-License-Identifier: Apache-2.0
#include "storage/notificationstore.h"

#include "model/message.h"
#include "storage/notificationrows.h"
#include "storage/notificationwriter.h"
#include "util/uuid.h"
#include "wire/codecs.h"

#include <limits>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto moments = 1min; // a notification is written within a second of its message
constexpr int recentMessages = 10'000;

// When uuidV7() made it (RFC 9562 section 5.7: 48 bits of milliseconds come first).
std::optional<Timestamp> timeOf(const MessageId &id)
{
    bool ok = false;
    const qint64 ms = QString(id).remove(u'-').left(12).toLongLong(&ok, 16);
    return ok && isUuid(id) ? std::optional(fromMs(ms)) : std::nullopt;
}

// Not after any id that was made at that time or later.
MessageId firstIdAt(Timestamp at)
{
    const QString time = u"%1"_s.arg(toMs(at), 12, 16, QChar(u'0'));
    return time.left(8) + u'-' + time.mid(8) + u"-0000-0000-000000000000"_s;
}

MessageId newestMessage(Sql &sql)
{
    MessageId id;
    Rows row = sql.run(u"SELECT id FROM messages ORDER BY id DESC LIMIT 1"_s);
    if (row.next())
        row >> id;
    return id;
}

QList<Notification> readItems(Sql &sql, const NotificationQuery &query)
{
    const QString unread = query.unreadOnly ? u" AND n.read_at IS NULL"_s : QString();
    Rows rows =
        sql.run(u"SELECT " HEARTH_NOTIFICATION_COLUMNS " FROM " HEARTH_NOTIFICATIONS
                " WHERE n.user_id = :user AND n.number < :before AND " HEARTH_NOTIFICATION_VISIBLE ""_s
                    + unread + u" ORDER BY n.number DESC LIMIT :limit"_s,
                {{":user", query.userId},
                 {":before", query.before.value_or(std::numeric_limits<qint64>::max())},
                 {":limit", query.limit + 1}});
    QList<Notification> items;
    while (rows.next())
        items.append(readNotification(rows));
    return items;
}

bool isThere(Sql &sql, const UserId &user, const QString &id)
{
    Rows row = sql.run(u"SELECT n.number FROM " HEARTH_NOTIFICATIONS
                       " WHERE n.id = :id AND n.user_id = :user AND " HEARTH_NOTIFICATION_VISIBLE ""_s,
                       {{":id", id}, {":user", user}});
    return row.next();
}

qint64 lastNumber(Sql &sql, const UserId &user)
{
    qint64 number = 0;
    Rows row = sql.run(u"SELECT last_notification FROM users WHERE id = :id"_s, {{":id", user}});
    if (row.next())
        row >> number;
    return number;
}

} // namespace

QCoro::Task<Result<QList<UserNotification>>> NotificationStore::noteMessages(QList<MessageNotice> notices,
                                                                             Timestamp at)
{
    return m_db.writeLater([notices, at](Sql &sql) -> Result<QList<UserNotification>> {
        return NotificationWriter(sql, at).note(notices);
    });
}

QCoro::Task<Result<QList<UserNotification>>> NotificationStore::noteEvent(EventNotice notice, Timestamp at)
{
    return m_db.writeLater([notice, at](Sql &sql) -> Result<QList<UserNotification>> {
        return NotificationWriter(sql, at).note(notice);
    });
}

QCoro::Task<Result<QList<MessageNotice>>> NotificationStore::newestNotices(Timestamp from)
{
    return m_db.read([from](Sql &sql) -> Result<QList<MessageNotice>> {
        QList<MessageNotice> notices;
        const auto newest = timeOf(newestMessage(sql));
        if (!newest)
            return notices;
        Rows rows =
            sql.run(u"SELECT id, change, edited_at IS NOT NULL, mentions FROM messages"
                    " WHERE id >= :from AND deleted_at IS NULL"
                    " AND (mentions <> '[]' OR reply_to_id IS NOT NULL) ORDER BY id LIMIT :limit"_s,
                    {{":from", firstIdAt(std::max(from, *newest - moments))}, {":limit", recentMessages}});
        while (rows.next()) {
            MessageNotice notice;
            QList<Mention> mentions;
            rows >> notice.messageId >> notice.change >> notice.edited >> mentions;
            for (const Mention &mention : std::as_const(mentions))
                notice.mentioned.append(mention.userId);
            notices.append(notice);
        }
        return notices;
    });
}

QCoro::Task<Result<NotificationPage>> NotificationStore::page(NotificationQuery query)
{
    return m_db.read([query](Sql &sql) -> Result<NotificationPage> {
        NotificationPage page{readItems(sql, query), {}, countUnread(sql, query.userId)};
        if (page.items.size() > query.limit) {
            page.items.removeLast();
            page.next = page.items.last().number;
        }
        return page;
    });
}

QCoro::Task<Result<NotificationsMarked>> NotificationStore::markRead(UserId user, QString id, Timestamp at)
{
    return m_db.write([user, id, at](Sql &sql) -> Result<NotificationsMarked> {
        if (!isThere(sql, user, id))
            return fail(ErrorCode::NotFound, u"There is no such notification."_s);
        const int changed = sql.run(u"UPDATE notifications SET read_at = :at"
                                    " WHERE id = :id AND user_id = :user AND read_at IS NULL"_s,
                                    {{":at", at}, {":id", id}, {":user", user}})
                                .affected();
        return NotificationsMarked{changed > 0, 0, countUnread(sql, user)};
    });
}

QCoro::Task<Result<NotificationsMarked>>
NotificationStore::markAllRead(UserId user, std::optional<qint64> upTo, Timestamp at)
{
    return m_db.write([user, upTo, at](Sql &sql) -> Result<NotificationsMarked> {
        const qint64 last = lastNumber(sql, user);
        NotificationsMarked marked{false, std::min(upTo.value_or(last), last), 0};
        marked.changed = sql.run(u"UPDATE notifications SET read_at = :at"
                                 " WHERE user_id = :user AND number <= :up_to AND read_at IS NULL"_s,
                                 {{":at", at}, {":user", user}, {":up_to", marked.upTo}})
                             .affected()
            > 0;
        marked.unreadCount = countUnread(sql, user);
        return marked;
    });
}

QCoro::Task<Result<int>> NotificationStore::removeReadBefore(Timestamp before, int limit)
{
    return m_db.writeLater([before, limit](Sql &sql) -> Result<int> {
        return sql
            .run(u"DELETE FROM notifications WHERE id IN (SELECT n.id FROM notifications AS n"
                 " WHERE n.read_at < :before ORDER BY n.read_at LIMIT :limit)"_s,
                 {{":before", before}, {":limit", limit}})
            .affected();
    });
}

} // namespace Hearth
