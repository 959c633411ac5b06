// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/administration.h"
#include "storage/database.h"

#include <QList>

namespace Hearth {

class Sql;

// Invites: codes with which somebody may make an account where registration needs one.
class InviteStore
{
public:
    explicit InviteStore(Database &db)
        : m_db(db)
    { }

    QCoro::Task<Result<void>> insert(Invite invite);
    QCoro::Task<Result<QList<Invite>>> list(int limit, QString after); // by code, all of them
    QCoro::Task<Result<void>> revoke(QString code, Timestamp at); // not_found; harmless when repeated

    // forbidden with pointer /invite unless it could be used now. Using it is a matter of UserStore::insert.
    QCoro::Task<Result<void>> check(QString code, Timestamp at);

private:
    Database &m_db;
};

// Uses an invite once, in the caller's transaction; false when it is unknown, revoked, expired or used up.
[[nodiscard]] bool useInvite(Sql &sql, const QString &code, Timestamp at);
[[nodiscard]] tl::unexpected<Error> invalidInvite();

} // namespace Hearth
