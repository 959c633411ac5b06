// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "storage/blockstore.h"

namespace Hearth {

class Blocks;
class PresenceService;

// Blocking people. What a block means is asked of Blocks.
class BlockService
{
public:
    BlockService(BlockStore &store, Blocks &blocks, PresenceService &presence)
        : m_store(store)
        , m_blocks(blocks)
        , m_presence(presence)
    { }

    QCoro::Task<Result<void>> block(Caller caller, UserId other); // not_found, invalid_field for oneself
    QCoro::Task<Result<void>> unblock(Caller caller, UserId other); // harmless when there is no block
    QCoro::Task<Result<QList<User>>> list(Caller caller, int limit, UserId after); // by id

private:
    QCoro::Task<void> set(UserId user, UserId other, bool blocked);

    BlockStore &m_store;
    Blocks &m_blocks;
    PresenceService &m_presence;
};

} // namespace Hearth
