// SPDX-License-Identifier: Apache-2.0
#include "storage/notificationwriter.h"

#include "model/message.h"
#include "storage/notificationrows.h"
#include "util/uuid.h"
#include "wire/codecs.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView mention{"mention"};
constexpr QLatin1StringView reply{"reply"};

bool wants(const QString &type, NotifyLevel level, std::optional<Timestamp> mutedUntil, Timestamp at)
{
    if (mutedUntil && *mutedUntil > at)
        return false;
    return level == NotifyLevel::All || (level == NotifyLevel::Mentions && type == mention);
}

} // namespace

QList<UserNotification> NotificationWriter::note(const QList<MessageNotice> &notices)
{
    const QList<Candidate> candidates = candidatesOf(notices);
    QList<UserId> users;
    for (const Candidate &candidate : candidates)
        users += candidate.userId;
    // Locked first: whether somebody was told already is only sure when nobody else can tell them.
    QHash<UserId, qint64> numbers = lockNumbers(users);
    return insert(accepted(candidates), std::move(numbers));
}

QList<UserNotification> NotificationWriter::note(const EventNotice &notice)
{
    const QString sourceId = u"event:"_s + notice.sourceId; // ours begin with their type
    QHash<UserId, qint64> numbers = lockNumbers(notice.userIds);
    QSet<UserId> done = readTold(sourceId, notice.userIds);
    QList<NewRow> rows;
    for (const UserId &user : notice.userIds) {
        if (!numbers.contains(user) || done.contains(user))
            continue;
        done.insert(user);
        rows.append({user, notice.type, notice.title, notice.body, notice.data, {}, {}, sourceId});
    }
    return insert(rows, std::move(numbers));
}

QList<NotificationWriter::Candidate> NotificationWriter::candidatesOf(const QList<MessageNotice> &notices)
{
    const Repliers repliedTo = readRepliedTo(notices);
    const Mentioned before = readMentionedBefore(notices);
    QList<Candidate> candidates;
    for (const MessageNotice &notice : notices) {
        QSet<UserId> told = before.value(notice.messageId);
        for (const UserId &user : notice.mentioned) {
            if (!told.contains(user))
                candidates.append({user, mention, notice.messageId});
            told.insert(user);
        }
        const auto author = repliedTo.constFind(notice.messageId);
        if (author != repliedTo.cend() && !told.contains(*author)) // a reply that mentions them is one thing
            candidates.append({*author, reply, notice.messageId});
    }
    return candidates;
}

NotificationWriter::Repliers NotificationWriter::readRepliedTo(const QList<MessageNotice> &notices)
{
    RowSet ids = m_sql.rowSet();
    for (const MessageNotice &notice : notices) {
        if (!notice.edited)
            ids.add(notice.messageId);
    }
    Repliers authors;
    if (ids.isEmpty())
        return authors;
    Rows rows = m_sql.run(u"SELECT x.id, r.sender_id FROM {rows id TEXT} JOIN messages AS x ON x.id = rows.id"
                          " JOIN messages AS r ON r.id = x.reply_to_id"
                          " WHERE r.deleted_at IS NULL AND r.type <> 'system'"_s,
                          ids);
    while (rows.next()) {
        MessageId id;
        UserId author;
        rows >> id >> author;
        authors.insert(id, author);
    }
    return authors;
}

// Whom any text that these edits replaced had mentioned.
NotificationWriter::Mentioned NotificationWriter::readMentionedBefore(const QList<MessageNotice> &notices)
{
    RowSet edits = m_sql.rowSet();
    for (const MessageNotice &notice : notices) {
        if (notice.edited)
            edits.add(notice.messageId, notice.change);
    }
    Mentioned mentioned;
    if (edits.isEmpty())
        return mentioned;
    Rows rows = m_sql.run(u"SELECT e.message_id, e.mentions FROM {rows id TEXT, change BIGINT}"
                          " JOIN message_edits AS e ON e.message_id = rows.id AND e.change <= rows.change"_s,
                          edits);
    while (rows.next()) {
        MessageId id;
        QList<Mention> mentions;
        rows >> id >> mentions;
        for (const Mention &one : std::as_const(mentions))
            mentioned[id].insert(one.userId);
    }
    return mentioned;
}

// The last number of each that exists. In the order of their ids, so that two who lock do not wait for each
// other.
QHash<UserId, qint64> NotificationWriter::lockNumbers(const QList<UserId> &users)
{
    QHash<UserId, qint64> numbers;
    RowSet ids = m_sql.rowSet();
    for (const UserId &user : users)
        ids.add(user);
    if (ids.isEmpty())
        return numbers;
    Rows rows = m_sql.run(u"SELECT u.id, u.last_notification FROM users AS u"
                          " WHERE u.id IN (SELECT rows.id FROM {rows id TEXT}) AND u.deleted_at IS NULL"
                          " ORDER BY u.id {for update}"_s,
                          ids);
    while (rows.next()) {
        UserId id;
        qint64 number = 0;
        rows >> id >> number;
        numbers.insert(id, number);
    }
    return numbers;
}

QList<NotificationWriter::NewRow> NotificationWriter::accepted(const QList<Candidate> &candidates)
{
    QList<NewRow> accepted;
    RowSet asked = m_sql.rowSet();
    qint64 position = 0;
    for (const Candidate &candidate : candidates)
        asked.add(++position, candidate.messageId, candidate.userId, candidate.type);
    if (asked.isEmpty())
        return accepted;
    Rows rows = m_sql.run(
        u"SELECT rows.user_id, rows.type, x.id, x.conversation_id, x.seq, x.sender_id, m.level, m.muted_until"
        " FROM {rows position BIGINT, message_id TEXT, user_id TEXT, type TEXT}"
        " JOIN messages AS x ON x.id = rows.message_id AND x.deleted_at IS NULL"
        " JOIN conversations AS c ON c.id = x.conversation_id AND c.deleted_at IS NULL"
        " JOIN conversation_members AS m ON m.conversation_id = x.conversation_id"
        " AND m.user_id = rows.user_id AND m.removed_at IS NULL"
        " WHERE rows.user_id <> x.sender_id AND x.seq >= " HEARTH_FIRST_VISIBLE
        " AND NOT EXISTS (SELECT 1 FROM blocks AS b WHERE b.user_id = rows.user_id"
        " AND b.blocked_id = x.sender_id)"
        " AND NOT EXISTS (SELECT 1 FROM notifications AS n WHERE n.user_id = rows.user_id"
        " AND n.source_id = rows.type || ':' || x.id)"
        " ORDER BY rows.position"_s,
        asked);
    while (rows.next()) {
        NewRow row;
        MessageId messageId;
        ConversationId conversationId;
        qint64 seq = 0;
        UserId sender;
        NotifyLevel level = NotifyLevel::All;
        std::optional<Timestamp> mutedUntil;
        rows >> row.userId >> row.type >> messageId >> conversationId >> seq >> sender >> level >> mutedUntil;
        if (!wants(row.type, level, mutedUntil, m_at))
            continue;
        row.data = {{u"conversation_id"_s, conversationId},
                    {u"message_id"_s, messageId},
                    {u"seq"_s, seq},
                    {u"sender_id"_s, sender}};
        row.sourceId = row.type + u':' + messageId;
        row.conversationId = conversationId;
        row.messageId = messageId;
        accepted.append(row);
    }
    return accepted;
}

QSet<UserId> NotificationWriter::readTold(const QString &sourceId, const QList<UserId> &users)
{
    QSet<UserId> told;
    RowSet asked = m_sql.rowSet();
    for (const UserId &user : users)
        asked.add(user);
    if (asked.isEmpty())
        return told;
    Rows rows = m_sql.run(u"SELECT n.user_id FROM {rows id TEXT}"
                          " JOIN notifications AS n ON n.user_id = rows.id AND n.source_id = :source"_s,
                          asked, {{":source", sourceId}});
    while (rows.next()) {
        UserId id;
        rows >> id;
        told.insert(id);
    }
    return told;
}

QList<UserNotification> NotificationWriter::insert(const QList<NewRow> &news, QHash<UserId, qint64> numbers)
{
    if (news.isEmpty())
        return {};
    RowSet rows = m_sql.rowSet();
    RowSet ids = m_sql.rowSet();
    RowSet last = m_sql.rowSet();
    QSet<UserId> users;
    for (const NewRow &row : news) {
        const QString id = uuidV7();
        ids.add(id);
        users.insert(row.userId);
        rows.add(row.userId, ++numbers[row.userId], id, row.type, row.title, row.body,
                 QString::fromUtf8(toJson(row.data)), row.conversationId, row.messageId, row.sourceId, m_at);
    }
    for (const UserId &user : std::as_const(users))
        last.add(user, numbers.value(user));
    m_sql.run(u"INSERT INTO notifications (user_id, number, id, type, title, body, data, conversation_id,"
              " message_id, source_id, created_at)"
              " SELECT * FROM {rows user_id TEXT, number BIGINT, id TEXT, type TEXT, title TEXT, body TEXT,"
              " data TEXT, conversation_id TEXT, message_id TEXT, source_id TEXT, created_at BIGINT}"_s,
              rows);
    m_sql.run(u"UPDATE users SET last_notification = rows.number FROM {rows id TEXT, number BIGINT}"
              " WHERE users.id = rows.id"_s,
              last);
    return readBack(ids);
}

// As everybody reads them: each person's in the order of their numbers.
QList<UserNotification> NotificationWriter::readBack(const RowSet &ids)
{
    QList<UserNotification> made;
    Rows rows =
        m_sql.run(u"SELECT n.user_id, " HEARTH_NOTIFICATION_COLUMNS " FROM " HEARTH_NOTIFICATIONS
                  " WHERE n.id IN (SELECT rows.id FROM {rows id TEXT}) ORDER BY n.user_id, n.number"_s,
                  ids);
    while (rows.next()) {
        UserNotification one;
        rows >> one.userId;
        one.notification = readNotification(rows);
        made.append(one);
    }
    return made;
}

} // namespace Hearth
