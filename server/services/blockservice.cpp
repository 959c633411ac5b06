// SPDX-License-Identifier: Apache-2.0
#include "services/blockservice.h"

#include "services/blocks.h"
#include "services/presenceservice.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

QCoro::Task<Result<void>> BlockService::block(Caller caller, UserId other)
{
    if (other == caller.userId)
        co_return fail(ErrorCode::InvalidField, u"You cannot block yourself."_s);
    auto added = co_await m_store.add(caller.userId, other, now());
    if (added)
        co_await set(caller.userId, other, true);
    co_return added;
}

QCoro::Task<Result<void>> BlockService::unblock(Caller caller, UserId other)
{
    auto removed = co_await m_store.remove(caller.userId, other, now());
    if (removed)
        co_await set(caller.userId, other, false);
    co_return removed;
}

QCoro::Task<void> BlockService::set(UserId user, UserId other, bool blocked)
{
    m_blocks.set(user, other, blocked);
    co_await m_presence.tellOne(other, user);
}

QCoro::Task<Result<QList<User>>> BlockService::list(Caller caller, int limit, UserId after)
{
    co_return co_await m_store.blockedBy(caller.userId, limit, after);
}

} // namespace Hearth
