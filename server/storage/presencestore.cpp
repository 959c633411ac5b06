// SPDX-License-Identifier: Apache-2.0
#include "storage/presencestore.h"

#include "storage/sql.h"
#include "wire/limits.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

RowSet rowsOf(Sql &sql, const QList<UserId> &ids)
{
    RowSet rows = sql.rowSet();
    for (const UserId &id : ids)
        rows.add(id);
    return rows;
}

} // namespace

QCoro::Task<Result<QHash<UserId, PresenceRow>>> PresenceStore::byIds(QList<UserId> ids)
{
    return m_db.query([ids](Sql &sql) -> Result<QHash<UserId, PresenceRow>> {
        QHash<UserId, PresenceRow> found;
        const RowSet asked = rowsOf(sql, ids);
        if (asked.isEmpty())
            return found;
        Rows rows = sql.run(u"SELECT u.id, u.presence_choice, u.last_seen FROM users AS u"
                            " WHERE u.id IN (SELECT rows.id FROM {rows id TEXT})"_s,
                            asked);
        while (rows.next()) {
            UserId id;
            PresenceRow row;
            rows >> id >> row.choice >> row.lastSeen;
            found.insert(id, row);
        }
        return found;
    });
}

QCoro::Task<Result<QHash<UserId, QSet<UserId>>>> PresenceStore::audiences(QList<UserId> ids)
{
    return m_db.query([ids](Sql &sql) -> Result<QHash<UserId, QSet<UserId>>> {
        QHash<UserId, QSet<UserId>> audiences;
        const RowSet asked = rowsOf(sql, ids);
        if (asked.isEmpty())
            return audiences;
        Rows rows =
            sql.run(u"SELECT DISTINCT m.user_id, o.user_id FROM {rows id TEXT}"
                    " JOIN conversation_members AS m ON m.user_id = rows.id AND m.removed_at IS NULL"
                    " JOIN conversations AS c ON c.id = m.conversation_id AND c.deleted_at IS NULL"
                    " AND c.member_count <= :limit"
                    " JOIN conversation_members AS o ON o.conversation_id = c.id AND o.removed_at IS NULL"
                    " AND o.user_id <> m.user_id"_s,
                    asked, {{":limit", Limits::presenceMembers}});
        while (rows.next()) {
            UserId user, other;
            rows >> user >> other;
            audiences[user].insert(other);
        }
        return audiences;
    });
}

QCoro::Task<Result<void>> PresenceStore::setChoice(UserId id, std::optional<PresenceStatus> choice,
                                                   Timestamp at)
{
    return m_db.write([id, choice, at](Sql &sql) -> Result<void> {
        if (choice == PresenceStatus::Offline) {
            sql.run(u"UPDATE users SET last_seen = :at WHERE id = :id"
                    " AND (presence_choice IS NULL OR presence_choice <> 'offline')"_s,
                    {{":at", at}, {":id", id}});
        }
        sql.run(u"UPDATE users SET presence_choice = :choice WHERE id = :id"_s,
                {{":choice", choice}, {":id", id}});
        return {};
    });
}

QCoro::Task<Result<void>> PresenceStore::setLastSeen(QHash<UserId, Timestamp> moments)
{
    return m_db.writeLater([moments](Sql &sql) -> Result<void> {
        RowSet rows = sql.rowSet();
        for (auto it = moments.cbegin(); it != moments.cend(); ++it)
            rows.add(it.key(), it.value());
        if (!rows.isEmpty()) {
            sql.run(u"UPDATE users SET last_seen = {greatest}(COALESCE(users.last_seen, 0), rows.at)"
                    " FROM {rows id TEXT, at BIGINT} WHERE users.id = rows.id"
                    " AND (users.presence_choice IS NULL OR users.presence_choice <> 'offline')"_s,
                    rows);
        }
        return {};
    });
}

} // namespace Hearth
