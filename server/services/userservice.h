// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "storage/userstore.h"

namespace Hearth {

class PresenceService;

// People, as everybody who is signed in may see them, with how they are where the caller may know it.
class UserService
{
public:
    UserService(UserStore &store, PresenceService &presence)
        : m_store(store)
        , m_presence(presence)
    { }

    // `status` is the one that the caller chose for all devices; online, while they chose none.
    QCoro::Task<Result<Account>> me(Caller caller);
    QCoro::Task<Result<User>> byId(Caller caller, UserId id); // not_found

    // Tells others of a new name or picture.
    QCoro::Task<void> tellChanged(UserId id);

    // Whose username or display name starts so, by username. An empty prefix finds everybody.
    QCoro::Task<Result<QList<User>>> search(Caller caller, QString prefix, int limit);

private:
    UserStore &m_store;
    PresenceService &m_presence;
};

} // namespace Hearth
