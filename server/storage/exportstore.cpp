// SPDX-License-Identifier: Apache-2.0
#include "storage/exportstore.h"

#include "storage/filerows.h"
#include "storage/messagerows.h"
#include "storage/notificationrows.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// What a section gives from a place on. Full: there may be more after `last`.
struct Part {
    QList<ExportRecord> records;
    QStringList last; // what the next part comes after
    int rows = 0;
};

constexpr int limit = ExportStore::recordsAtOnce;

Part profile(Sql &sql, const UserId &user, const QStringList &)
{
    Part part;
    Rows row = sql.run(u"SELECT id, username, display_name, avatar_url, last_seen, email, created_at,"
                       " shows_receipts, shows_presence, presence_choice, admin FROM users WHERE id = :id"_s,
                       {{":id", user}});
    if (row.next()) {
        ExportedProfile one;
        User &person = one.account.user;
        row >> person.id >> person.username >> person.displayName >> person.avatarUrl >> person.lastSeen
            >> one.account.email >> one.account.createdAt >> one.account.settings.readReceipts
            >> one.account.settings.presence >> person.status >> one.admin;
        part.records += one;
    }
    return part;
}

Part sessions(Sql &sql, const UserId &user, const QStringList &after)
{
    Part part;
    Rows rows =
        sql.run(u"SELECT id, device_name, platform, app_version, ip, created_at, last_used_at, revoked_at"
                " FROM sessions WHERE user_id = :user AND id > :after ORDER BY id LIMIT :limit"_s,
                {{":user", user}, {":after", after.value(0)}, {":limit", limit}});
    for (; rows.next(); ++part.rows) {
        ExportedSession one;
        SessionInfo &s = one.session;
        rows >> s.id >> s.deviceName >> s.platform >> s.appVersion >> s.ip >> s.createdAt >> s.lastUsedAt
            >> one.endedAt;
        part.last = {s.id};
        part.records += one;
    }
    return part;
}

Part conversations(Sql &sql, const UserId &user, const QStringList &after)
{
    Part part;
    Rows rows = sql.run(u"SELECT c.id, c.type, CASE WHEN m.removed_at IS NULL THEN c.name END, m.role,"
                        " m.joined_at, m.removed_at, m.pinned, m.archived, m.muted_until, m.level FROM "
                        "conversation_members AS m"
                        " JOIN conversations AS c ON c.id = m.conversation_id"
                        " WHERE m.user_id = :user AND c.id > :after ORDER BY c.id LIMIT :limit"_s,
                        {{":user", user}, {":after", after.value(0)}, {":limit", limit}});
    for (; rows.next(); ++part.rows) {
        ExportedConversation one;
        rows >> one.id >> one.type >> one.name >> one.role >> one.joinedAt >> one.leftAt >> one.pinned
            >> one.archived >> one.mutedUntil >> one.level;
        part.last = {one.id};
        part.records += one;
    }
    return part;
}

Part messages(Sql &sql, const UserId &user, const QStringList &after)
{
    Part part;
    RowSet edited = sql.rowSet();
    const QList<Message> sent = readMessages(
        sql.run(u"SELECT " HEARTH_MESSAGE_COLUMNS " FROM messages AS m WHERE m.sender_id = :user"
                " AND (m.created_at, m.id) > (:at, :id) ORDER BY m.created_at, m.id LIMIT :limit"_s,
                {{":user", user},
                 {":at", after.value(0, u"-1"_s).toLongLong()},
                 {":id", after.value(1)},
                 {":limit", limit / 2}})); // leaves room for their earlier contents
    for (const Message &message : sent) {
        ExportedMessage one{message};
        one.message.reactions.clear(); // are of others
        part.records += one;
        part.last = {QString::number(toMs(message.createdAt)), message.id};
        if (message.isEdited)
            edited.add(message.id);
    }
    part.rows = sent.size() == limit / 2 ? limit : 0;
    if (edited.isEmpty())
        return part;
    Rows rows =
        sql.run(u"SELECT e.message_id, e.content, e.written_at FROM {rows id TEXT}"
                " JOIN message_edits AS e ON e.message_id = rows.id ORDER BY e.message_id, e.change"_s,
                edited);
    while (rows.next()) {
        ExportedEarlierContent one;
        rows >> one.messageId >> one.content >> one.writtenAt;
        part.records += one;
    }
    return part;
}

Part reactions(Sql &sql, const UserId &user, const QStringList &after)
{
    Part part;
    Rows rows =
        sql.run(u"SELECT message_id, emoji, at FROM message_reactions WHERE user_id = :user"
                " AND (message_id, emoji) > (:id, :emoji) ORDER BY message_id, emoji LIMIT :limit"_s,
                {{":user", user}, {":id", after.value(0)}, {":emoji", after.value(1)}, {":limit", limit}});
    for (; rows.next(); ++part.rows) {
        ExportedReaction one;
        rows >> one.messageId >> one.emoji >> one.at;
        part.last = {one.messageId, one.emoji};
        part.records += one;
    }
    return part;
}

Part files(Sql &sql, const UserId &user, const QStringList &after)
{
    Part part;
    Rows rows = sql.run(u"SELECT " HEARTH_FILE_COLUMNS " FROM files AS f WHERE f.uploaded_by = :user"
                        " AND f.id > :after ORDER BY f.id LIMIT :limit"_s,
                        {{":user", user}, {":after", after.value(0)}, {":limit", limit}});
    for (; rows.next(); ++part.rows) {
        const ExportedFile one{readFile(rows)};
        part.last = {one.file.id};
        part.records += one;
    }
    return part;
}

Part receipts(Sql &sql, const UserId &user, const QStringList &after)
{
    Part part;
    Rows rows =
        sql.run(u"SELECT r.conversation_id, r.kind, r.up_to_seq, r.at FROM conversation_members AS m"
                " JOIN receipts AS r ON r.conversation_id = m.conversation_id AND r.user_id = m.user_id"
                " WHERE m.user_id = :user AND (r.conversation_id, r.kind, r.up_to_seq) > (:id, :kind, :seq)"
                " ORDER BY r.conversation_id, r.kind, r.up_to_seq LIMIT :limit"_s,
                {{":user", user},
                 {":id", after.value(0)},
                 {":kind", after.value(1)},
                 {":seq", after.value(2, u"0"_s).toLongLong()},
                 {":limit", limit}});
    for (; rows.next(); ++part.rows) {
        ExportedReceipt one;
        rows >> one.conversationId >> one.what >> one.upToSeq >> one.at;
        part.last = {one.conversationId, one.what, QString::number(one.upToSeq)};
        part.records += one;
    }
    return part;
}

Part notifications(Sql &sql, const UserId &user, const QStringList &after)
{
    Part part;
    Rows rows =
        sql.run(u"SELECT " HEARTH_NOTIFICATION_COLUMNS " FROM " HEARTH_NOTIFICATIONS
                " WHERE n.user_id = :user AND n.number > :after AND " HEARTH_NOTIFICATION_VISIBLE
                " ORDER BY n.number LIMIT :limit"_s,
                {{":user", user}, {":after", after.value(0, u"0"_s).toLongLong()}, {":limit", limit}});
    for (; rows.next(); ++part.rows) {
        const ExportedNotification one{readNotification(rows)};
        part.last = {QString::number(one.notification.number)};
        part.records += one;
    }
    return part;
}

Part blocks(Sql &sql, const UserId &user, const QStringList &after)
{
    Part part;
    Rows rows = sql.run(
        u"SELECT blocked_id, at FROM blocks WHERE user_id = :user AND NOT removed AND blocked_id > :after"
        " ORDER BY blocked_id LIMIT :limit"_s,
        {{":user", user}, {":after", after.value(0)}, {":limit", limit}});
    for (; rows.next(); ++part.rows) {
        ExportedBlock one;
        rows >> one.userId >> one.at;
        part.last = {one.userId};
        part.records += one;
    }
    return part;
}

Part reports(Sql &sql, const UserId &user, const QStringList &after)
{
    Part part;
    Rows rows = sql.run(u"SELECT id, user_id, message_id, reason, created_at FROM reports"
                        " WHERE reporter_id = :user AND id > :after ORDER BY id LIMIT :limit"_s,
                        {{":user", user}, {":after", after.value(0)}, {":limit", limit}});
    for (; rows.next(); ++part.rows) {
        ExportedReport one;
        rows >> one.id >> one.userId >> one.messageId >> one.reason >> one.createdAt;
        part.last = {one.id};
        part.records += one;
    }
    return part;
}

Part invites(Sql &sql, const UserId &user, const QStringList &after)
{
    Part part;
    Rows rows =
        sql.run(u"SELECT code, created_by, created_at, expires_at, max_uses, uses, revoked_at FROM invites"
                " WHERE created_by = :user AND code > :after ORDER BY code LIMIT :limit"_s,
                {{":user", user}, {":after", after.value(0)}, {":limit", limit}});
    for (; rows.next(); ++part.rows) {
        ExportedInvite one;
        Invite &i = one.invite;
        rows >> i.code >> i.createdBy >> i.createdAt >> i.expiresAt >> i.maxUses >> i.uses >> i.revokedAt;
        part.last = {i.code};
        part.records += one;
    }
    return part;
}

using Section = Part (*)(Sql &, const UserId &, const QStringList &after);
constexpr std::array<Section, 11> sections{profile,  sessions,      conversations, messages, reactions, files,
                                           receipts, notifications, blocks,        reports,  invites};

} // namespace

QCoro::Task<Result<ExportPage>> ExportStore::page(UserId user, ExportPlace from)
{
    return m_db.read([user, from](Sql &sql) -> Result<ExportPage> {
        if (profile(sql, user, {}).records.isEmpty())
            return fail(ErrorCode::NotFound, u"There is no such user."_s);
        ExportPage page;
        ExportPlace place = from;
        while (place.section < int(sections.size()) && page.records.size() < recordsAtOnce) {
            const Part part = sections[size_t(place.section)](sql, user, place.after);
            page.records += part.records;
            place =
                part.rows >= limit ? ExportPlace{place.section, part.last} : ExportPlace{place.section + 1};
        }
        if (place.section < int(sections.size()))
            page.next = place;
        return page;
    });
}

} // namespace Hearth
