// SPDX-License-Identifier: Apache-2.0
#include "services/userservice.h"

namespace Hearth {

QCoro::Task<Result<Account>> UserService::me(Caller caller)
{
    auto stored = co_await m_store.byId(caller.userId);
    if (!stored)
        co_return fail(stored.error());
    co_return std::move(stored->account);
}

QCoro::Task<Result<User>> UserService::byId(UserId id)
{
    auto stored = co_await m_store.byId(id);
    if (!stored)
        co_return fail(stored.error());
    co_return std::move(stored->account.user);
}

QCoro::Task<Result<QList<User>>> UserService::search(QString prefix, int limit)
{
    co_return co_await m_store.search(prefix, limit);
}

} // namespace Hearth
