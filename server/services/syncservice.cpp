// SPDX-License-Identifier: Apache-2.0
#include "services/syncservice.h"

#include "services/receiptservice.h"

namespace Hearth {

SyncService::SyncService(Memberships &memberships, ConversationStore &store, ReceiptService &receipts)
    : m_memberships(memberships)
    , m_store(store)
    , m_receipts(receipts)
{ }

QCoro::Task<Result<Heads>> SyncService::heads(Caller caller, std::optional<Timestamp> since)
{
    co_await m_receipts.flush();
    co_return co_await m_store.heads(caller.userId, since);
}

QCoro::Task<Result<Changes>> SyncService::changes(Caller caller, ConversationId conversation, qint64 since,
                                                  int limit)
{
    const auto state = co_await m_memberships.requireMember(conversation, caller.userId);
    if (!state)
        co_return fail(state.error());
    co_await m_receipts.flush();
    auto changes = co_await m_store.changes(conversation, caller.userId, since, limit);
    if (changes) {
        qint64 newest = 0;
        for (const Message &message : std::as_const(changes->messages))
            newest = std::max(newest, message.seq);
        if ((*state)->member(caller.userId))
            m_receipts.noteFetched(**state, caller, newest);
        m_receipts.hideReadMarks(caller.userId, changes->members);
        if (changes->conversation)
            m_receipts.hideReadMarks(caller.userId, *changes->conversation);
    }
    co_return changes;
}

} // namespace Hearth
