// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/lifetime.h"
#include "storage/accountstore.h"
#include "util/clock.h"

#include <QTimer>

namespace Hearth {

class AccessCache;
class BlockStore;
class Blocks;
class Privacy;

// Brings to this process what others (instances, commands of the administrator) change of accounts: who may
// no longer enter, sessions that have ended, privacy and blocks. Asks every few seconds.
class AccountWatch
{
public:
    AccountWatch(AccountStore &accounts, BlockStore &blockStore, AccessCache &access, Privacy &privacy,
                 Blocks &blocks, std::chrono::milliseconds interval = std::chrono::seconds(5));

    // Reads what has to be in memory before the first request, and begins to watch.
    QCoro::Task<Result<void>> start();

    QCoro::Task<void> look(); // now

private:
    void apply(const AccountChanges &changes);

    AccountStore &m_accounts;
    BlockStore &m_blockStore;
    AccessCache &m_access;
    Privacy &m_privacy;
    Blocks &m_blocks;
    Timestamp m_since = {};
    QTimer m_timer;
    const Lifetime m_lifetime;
};

} // namespace Hearth
