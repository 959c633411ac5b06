// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "services/memberships.h"

namespace Hearth {

class ReceiptService;

// What a client missed: states, at its own pace (protocol.md, Resume).
class SyncService
{
public:
    SyncService(Memberships &memberships, ConversationStore &store, ReceiptService &receipts);

    // Conversations with any activity since then (and a little before: transactions overlap), or all.
    QCoro::Task<Result<Heads>> heads(Caller caller, std::optional<Timestamp> since);

    // `limit` is 1 to Limits::changesMax. Reading counts as having received. not_found for strangers.
    QCoro::Task<Result<Changes>> changes(Caller caller, ConversationId conversation, qint64 since, int limit);

private:
    Memberships &m_memberships;
    ConversationStore &m_store;
    ReceiptService &m_receipts;
};

} // namespace Hearth
