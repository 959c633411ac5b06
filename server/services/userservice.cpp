// SPDX-License-Identifier: Apache-2.0
#include "services/userservice.h"

#include "services/presenceservice.h"

namespace Hearth {

QCoro::Task<Result<Account>> UserService::me(Caller caller)
{
    const auto stored = co_await m_store.byId(caller.userId);
    if (!stored)
        co_return fail(stored.error());
    co_return stored->own();
}

QCoro::Task<Result<User>> UserService::byId(Caller caller, UserId id)
{
    auto stored = co_await m_store.byId(id);
    if (!stored)
        co_return fail(stored.error());
    const QList<User> one(1, stored->account.user);
    auto shown = co_await m_presence.withPresence(caller, one);
    if (!shown)
        co_return fail(std::move(shown.error()));
    co_return shown->takeFirst();
}

QCoro::Task<void> UserService::tellChanged(UserId id)
{
    const auto stored = co_await m_store.byId(id);
    if (stored)
        co_await m_presence.tellProfile(stored->account.user);
}

QCoro::Task<Result<QList<User>>> UserService::search(Caller caller, QString prefix, int limit)
{
    const auto found = co_await m_store.search(prefix, limit);
    if (!found)
        co_return fail(found.error());
    co_return co_await m_presence.withPresence(caller, *found);
}

} // namespace Hearth
