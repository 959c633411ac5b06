// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "storage/conversationstore.h"
#include "storage/userstore.h"

namespace Hearth {

class Memberships;
class PresenceService;
class ReceiptService;
class TypingService;

// Conversations as things: made, shown, listed, changed, deleted.
class ConversationService
{
public:
    ConversationService(ConversationStore &store, UserStore &users, Memberships &memberships,
                        ReceiptService &receipts, TypingService &typing, PresenceService &presence,
                        Publisher &publisher);

    struct Created {
        Conversation conversation;
        bool created = true; // false: the direct conversation of these two existed
    };

    // The caller is a member, listed or not. An unknown member is invalid_field, except under external
    // identity (placeholders.h). A new group has no system message: nobody was there to see it change.
    // `blocked` when a member has blocked the caller.
    QCoro::Task<Result<Created>> create(Caller caller, CreateConversation request);

    QCoro::Task<Result<Conversation>> get(Caller caller, ConversationId id); // not_found for strangers
    QCoro::Task<Result<ConversationPage>> list(Caller caller, int limit,
                                               std::optional<ConversationCursor> after);

    // By the rules of services/memberrules.h; not_found for strangers. An edit that changes nothing is no
    // error and tells nobody. The answer is the conversation as the caller sees it.
    QCoro::Task<Result<Conversation>> edit(Caller caller, ConversationId id, ConversationEdit edit);
    QCoro::Task<Result<void>> remove(Caller caller, ConversationId id);

private:
    ConversationStore &m_store;
    UserStore &m_users;
    Memberships &m_memberships;
    ReceiptService &m_receipts;
    TypingService &m_typing;
    PresenceService &m_presence;
    Publisher &m_publisher;
};

} // namespace Hearth
