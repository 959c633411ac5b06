// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "storage/conversationstore.h"
#include "storage/userstore.h"

namespace Hearth {

class PresenceService;
class ReceiptService;

// Conversations as things: made, shown, listed.
class ConversationService
{
public:
    ConversationService(ConversationStore &store, UserStore &users, ReceiptService &receipts,
                        PresenceService &presence, Publisher &publisher);

    struct Created {
        Conversation conversation;
        bool created = true; // false: the direct conversation of these two existed
    };

    // The caller is a member, listed or not. An unknown member is invalid_field, except under external
    // identity: whose user service is somebody else's may name people who were not here yet.
    QCoro::Task<Result<Created>> create(Caller caller, CreateConversation request);

    QCoro::Task<Result<Conversation>> get(Caller caller, ConversationId id); // not_found for strangers
    QCoro::Task<Result<ConversationPage>> list(Caller caller, int limit,
                                               std::optional<ConversationCursor> after);

private:
    QCoro::Task<Result<void>> makePlaceholders(QList<UserId> ids);

    ConversationStore &m_store;
    UserStore &m_users;
    ReceiptService &m_receipts;
    PresenceService &m_presence;
    Publisher &m_publisher;
};

} // namespace Hearth
