// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/user.h"
#include "storage/accountstore.h"

namespace Hearth {

class Sql;

// Who wants to hear no more of whom. A block that was lifted stays as a row, so that other processes see it.
class BlockStore
{
public:
    explicit BlockStore(Database &db)
        : m_db(db)
    { }

    // not_found when there is no such user to block; both are harmless when repeated.
    QCoro::Task<Result<void>> add(UserId user, UserId blocked, Timestamp at);
    QCoro::Task<Result<void>> remove(UserId user, UserId blocked, Timestamp at);

    QCoro::Task<Result<QList<BlockChange>>> all(); // that stand
    QCoro::Task<Result<QList<User>>> blockedBy(UserId user, int limit, UserId after); // by id

private:
    Database &m_db;
};

[[nodiscard]] QList<BlockChange> readBlockChanges(Sql &sql, Timestamp since);

} // namespace Hearth
