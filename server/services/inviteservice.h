// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "storage/invitestore.h"
#include "wire/administration.h"

namespace Hearth {

// Invites, which administrators make. forbidden for everybody else.
class InviteService
{
public:
    static constexpr int mostUses = 100'000;
    static constexpr int longestLife = 366 * 24 * 3600; // seconds

    explicit InviteService(InviteStore &store)
        : m_store(store)
    { }

    QCoro::Task<Result<Invite>> create(Caller caller, NewInvite request); // invalid_field
    QCoro::Task<Result<QList<Invite>>> list(Caller caller, int limit, QString after); // by code
    QCoro::Task<Result<void>> revoke(Caller caller, QString code); // not_found

private:
    InviteStore &m_store;
};

} // namespace Hearth
