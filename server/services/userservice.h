// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "storage/userstore.h"

namespace Hearth {

// People, as everybody who is signed in may see them. How they are is PresenceService's.
class UserService
{
public:
    explicit UserService(UserStore &store)
        : m_store(store)
    { }

    QCoro::Task<Result<Account>> me(Caller caller);
    QCoro::Task<Result<User>> byId(UserId id); // not_found

    // Whose username or display name starts so, by username. An empty prefix finds everybody.
    QCoro::Task<Result<QList<User>>> search(QString prefix, int limit);

private:
    UserStore &m_store;
};

} // namespace Hearth
