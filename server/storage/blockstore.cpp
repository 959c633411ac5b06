// SPDX-License-Identifier: Apache-2.0
#include "storage/blockstore.h"

#include "storage/userrows.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

QList<BlockChange> readBlocks(Rows &&rows)
{
    QList<BlockChange> blocks;
    while (rows.next()) {
        BlockChange block;
        rows >> block.userId >> block.blockedId >> block.removed;
        blocks.append(block);
    }
    return blocks;
}

} // namespace

QCoro::Task<Result<void>> BlockStore::add(UserId user, UserId blocked, Timestamp at)
{
    return m_db.write([user, blocked, at](Sql &sql) -> Result<void> {
        const auto known = readUser(sql, blocked);
        if (!known || known->deletedAt)
            return fail(ErrorCode::NotFound, u"There is no such user."_s);
        sql.run(u"INSERT INTO blocks (user_id, blocked_id, at) VALUES (:user, :blocked, :at)"
                " ON CONFLICT (user_id, blocked_id) DO UPDATE SET at = excluded.at, removed = FALSE"_s,
                {{":user", user}, {":blocked", blocked}, {":at", at}});
        return {};
    });
}

QCoro::Task<Result<void>> BlockStore::remove(UserId user, UserId blocked, Timestamp at)
{
    return m_db.write([user, blocked, at](Sql &sql) -> Result<void> {
        sql.run(
            u"UPDATE blocks SET removed = TRUE, at = :at WHERE user_id = :user AND blocked_id = :blocked"_s,
            {{":at", at}, {":user", user}, {":blocked", blocked}});
        return {};
    });
}

QCoro::Task<Result<QList<BlockChange>>> BlockStore::all()
{
    return m_db.query([](Sql &sql) -> Result<QList<BlockChange>> {
        return readBlocks(sql.run(u"SELECT user_id, blocked_id, removed FROM blocks WHERE NOT removed"_s));
    });
}

QCoro::Task<Result<QList<User>>> BlockStore::blockedBy(UserId user, int limit, UserId after)
{
    return m_db.query([user, limit, after](Sql &sql) -> Result<QList<User>> {
        QList<User> blocked;
        for (const StoredUser &one : readUsers(sql.run(
                 u"SELECT " HEARTH_USER_COLUMNS " FROM blocks AS b JOIN users AS u ON u.id = b.blocked_id"
                 " WHERE b.user_id = :user AND NOT b.removed AND b.blocked_id > :after"
                 " ORDER BY b.blocked_id LIMIT :limit"_s,
                 {{":user", user}, {":after", after}, {":limit", limit}})))
            blocked.append(one.account.user);
        return blocked;
    });
}

QList<BlockChange> readBlockChanges(Sql &sql, Timestamp since)
{
    return readBlocks(sql.run(u"SELECT user_id, blocked_id, removed FROM blocks WHERE at >= :since"_s,
                              {{":since", since}}));
}

} // namespace Hearth
