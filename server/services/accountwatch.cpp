// SPDX-License-Identifier: Apache-2.0
#include "services/accountwatch.h"

#include "services/accesscache.h"
#include "services/blocks.h"
#include "services/privacy.h"
#include "storage/blockstore.h"

namespace Hearth {

namespace {

// Times are taken before a transaction commits, and by clocks that differ a little.
constexpr std::chrono::seconds overlap{30};

} // namespace

AccountWatch::AccountWatch(AccountStore &accounts, BlockStore &blockStore, AccessCache &access,
                           Privacy &privacy, Blocks &blocks, std::chrono::milliseconds interval)
    : m_accounts(accounts)
    , m_blockStore(blockStore)
    , m_access(access)
    , m_privacy(privacy)
    , m_blocks(blocks)
{
    m_timer.setInterval(interval);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
}

QCoro::Task<Result<void>> AccountWatch::start()
{
    m_since = now() - overlap;
    const auto hiding = co_await m_accounts.privateUsers();
    if (!hiding)
        co_return fail(hiding.error());
    for (const StoredUser &user : *hiding)
        m_privacy.set(user.account.user.id, user.account.settings);
    const auto blocks = co_await m_blockStore.all();
    if (!blocks)
        co_return fail(blocks.error());
    for (const BlockChange &block : *blocks)
        m_blocks.set(block.userId, block.blockedId, true);
    m_timer.start();
    co_return Result<void>();
}

QCoro::Task<void> AccountWatch::look()
{
    // What was changed here while the store was being asked is newer than its answer.
    const auto changesHere = [this] { return m_access.changes() + m_privacy.changes() + m_blocks.changes(); };
    const quint64 before = changesHere();
    const Lifetime::Watch lifetime = m_lifetime.watch();
    const auto changes = co_await m_accounts.changesSince(m_since);
    if (lifetime.isOver() || !changes || changesHere() != before)
        co_return; // the next look begins where this one did
    m_since = std::max(m_since, changes->until - overlap);
    apply(*changes);
}

void AccountWatch::apply(const AccountChanges &changes)
{
    for (const StoredUser &user : changes.users) {
        m_access.setPerson(user);
        m_privacy.set(user.account.user.id, user.account.settings);
    }
    m_access.endSessions(changes.endedSessions);
    for (const BlockChange &block : changes.blocks)
        m_blocks.set(block.userId, block.blockedId, !block.removed);
}

} // namespace Hearth
