// SPDX-License-Identifier: Apache-2.0
// The part of AccountStore that erases accounts. What belongs to the account alone goes in one transaction;
// what it did in conversations follows, and `erasing` remembers that until it is done.
#include "storage/accountstore.h"
#include "storage/filerows.h"
#include "storage/userrows.h"
#include "util/uuid.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

void eraseRow(Sql &sql, const UserId &id, ErasedMessages messages, Timestamp at)
{
    const QString username = u"deleted-"_s + uuidV7().last(12); // says nothing of who it was
    const QString shown = u"Deleted user"_s;
    sql.run(u"UPDATE users SET username = :username, username_key = :username_key, display_name = :shown,"
            " display_name_key = :shown_key, email = NULL, password_hash = NULL,"
            " presence_choice = NULL, shows_receipts = TRUE, shows_presence = TRUE, admin = FALSE,"
            " disabled = TRUE, last_seen = NULL, deleted_at = :deleted, account_changed_at = :changed,"
            " erasing = :messages WHERE id = :id"_s,
            {{":username", username},
             {":username_key", nameKey(username)},
             {":shown", shown},
             {":shown_key", nameKey(shown)},
             {":deleted", at},
             {":changed", at},
             {":messages", messages},
             {":id", id}});
}

void eraseBelongings(Sql &sql, const UserId &id)
{
    sql.run(u"DELETE FROM sessions WHERE user_id = :id"_s, {{":id", id}});
    sql.run(u"DELETE FROM reset_codes WHERE user_id = :id"_s, {{":id", id}});
    sql.run(u"DELETE FROM notifications WHERE user_id = :id"_s, {{":id", id}});
    sql.run(u"DELETE FROM blocks WHERE user_id = :id OR blocked_id = :blocked"_s,
            {{":id", id}, {":blocked", id}});
    eraseFilesOf(sql, id); // what was sent belongs to its messages
}

// Who reported whom for what stays: it is about somebody else.
void eraseReasons(Sql &sql, const UserId &id)
{
    sql.run(u"UPDATE reports SET reason = '' WHERE reporter_id = :id"_s, {{":id", id}});
}

QList<GroupToLeave> readGroups(Sql &sql, const UserId &id)
{
    QList<GroupToLeave> groups;
    Rows rows = sql.run(u"SELECT c.id, m.role, c.member_count FROM conversation_members AS m"
                        " JOIN conversations AS c ON c.id = m.conversation_id AND c.deleted_at IS NULL"
                        " WHERE m.user_id = :id AND m.removed_at IS NULL AND c.type = :type"_s,
                        {{":id", id}, {":type", ConversationType::Group}});
    while (rows.next()) {
        GroupToLeave group;
        MemberRole role{};
        int members = 0;
        rows >> group.id >> role >> members;
        group.isOwner = role == MemberRole::Owner;
        group.isAlone = members <= 1;
        groups.append(group);
    }
    return groups;
}

// Nobody, while another owner stays; otherwise the admin who is there for longest, or else the member.
std::optional<UserId> readHeir(Sql &sql, const ConversationId &group, const UserId &leaving)
{
    Rows row =
        sql.run(u"SELECT user_id, role FROM conversation_members WHERE conversation_id = :group"
                " AND user_id <> :leaving AND removed_at IS NULL ORDER BY CASE role WHEN 'owner' THEN 0"
                " WHEN 'admin' THEN 1 ELSE 2 END, joined_at, change LIMIT 1"_s,
                {{":group", group}, {":leaving", leaving}});
    if (!row.next())
        return std::nullopt;
    UserId heir;
    MemberRole role{};
    row >> heir >> role;
    return role == MemberRole::Owner ? std::nullopt : std::optional(heir);
}

} // namespace

QCoro::Task<Result<StoredUser>> AccountStore::erase(UserId id, ErasedMessages messages, Timestamp at)
{
    return m_db.write([id, messages, at](Sql &sql) -> Result<StoredUser> {
        if (isLastAdmin(sql, id))
            return fail(ErrorCode::Conflict, u"This is the last administrator."_s);
        const auto user = lockUser(sql, id);
        if (!user || user->deletedAt)
            return fail(ErrorCode::NotFound, u"There is no such user."_s);
        eraseRow(sql, id, messages, at);
        eraseBelongings(sql, id);
        if (messages == ErasedMessages::Erase)
            eraseReasons(sql, id);
        return readUser(sql, id);
    });
}

QCoro::Task<Result<QList<PendingErasure>>> AccountStore::pendingErasures()
{
    return m_db.query([](Sql &sql) -> Result<QList<PendingErasure>> {
        QList<PendingErasure> pending;
        Rows rows = sql.run(u"SELECT id, erasing FROM users WHERE erasing IS NOT NULL"_s);
        while (rows.next()) {
            PendingErasure erasure;
            rows >> erasure.id >> erasure.messages;
            pending.append(erasure);
        }
        return pending;
    });
}

QCoro::Task<Result<QList<GroupToLeave>>> AccountStore::groupsToLeave(UserId id)
{
    return m_db.read([id](Sql &sql) -> Result<QList<GroupToLeave>> {
        QList<GroupToLeave> groups = readGroups(sql, id);
        for (GroupToLeave &group : groups) {
            if (group.isOwner)
                group.heir = readHeir(sql, group.id, id);
        }
        return groups;
    });
}

QCoro::Task<Result<void>> AccountStore::noteErased(UserId id)
{
    return m_db.write([id](Sql &sql) -> Result<void> {
        sql.run(u"UPDATE users SET erasing = NULL WHERE id = :id"_s, {{":id", id}});
        return {};
    });
}

} // namespace Hearth
