// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/blocks.h"
#include "services/conversationservice.h"
#include "services/memberservice.h"
#include "services/messageservice.h"
#include "services/notificationservice.h"
#include "services/presenceservice.h"
#include "services/privacy.h"
#include "services/receiptservice.h"
#include "services/syncservice.h"
#include "services/typingservice.h"
#include "services/userservice.h"
#include "storage/messagestore.h"
#include "storage/receiptstore.h"
#include "support/databases.h"
#include "support/recordingpublisher.h"

#include <QCoroTask>

namespace Hearth::Test {

// The services on a database of their own, with nobody listening. Short times, so that tests need not wait.
struct ServiceFixture {
    explicit ServiceFixture(bool postgres)
        : ServiceFixture(std::make_shared<TestDatabase>(postgres))
    { }

    // A process that starts on what an earlier one has stored.
    explicit ServiceFixture(std::shared_ptr<TestDatabase> stored)
        : owned(std::move(stored))
    { }
    Q_DISABLE_COPY_MOVE(ServiceFixture)

    // A caller of an external user service, on a connection when a number is given.
    Caller caller(const UserId &id, std::optional<ConnectionId> connection = {})
    {
        QCoro::waitFor(users.upsertExternal({id, id, id})).value();
        Caller caller{id};
        caller.connection = connection;
        return caller;
    }

    ConversationId conversation(const QList<UserId> &members)
    {
        CreateConversation request;
        request.type = members.size() == 2 ? ConversationType::Direct : ConversationType::Group;
        request.name = QStringLiteral("Group");
        request.memberIds = members;
        const auto made = QCoro::waitFor(conversations.create(caller(members.first()), request));
        publisher.entries.clear();
        return made.value().conversation.id;
    }

    Message say(const UserId &user, const ConversationId &id,
                const QString &content = QStringLiteral("hello"))
    {
        MessageDraft draft;
        draft.content = content;
        return QCoro::waitFor(messages.send(caller(user), id, draft)).value().message;
    }

    const std::shared_ptr<TestDatabase> owned;
    TestDatabase &database = *owned;
    Database &db = database.open();
    UserStore users{db};
    ConversationStore conversationStore{db};
    MemberStore memberStore{db};
    MessageStore messageStore{db};
    ReceiptStore receiptStore{db};
    NotificationStore notificationStore{db};
    PresenceStore presenceStore{db};
    RecordingPublisher publisher;
    Privacy privacy;
    Blocks blocks;
    Memberships memberships{conversationStore, blocks};
    ReceiptService receipts{memberships, messageStore, receiptStore,
                            privacy,     publisher,    std::chrono::hours(1)};
    TypingService typing{memberships, publisher, std::chrono::milliseconds(100)};
    PresenceService presence{presenceStore, privacy, blocks, publisher, std::chrono::milliseconds(100)};
    NotificationService notifications{notificationStore, publisher, std::chrono::milliseconds(20)};
    MessageService messages{memberships, messageStore, receipts, typing, notifications, publisher};
    ConversationService conversations{conversationStore, users,    memberships, receipts, typing,
                                      presence,          publisher};
    MemberService members{memberships, memberStore, users, receipts, typing, presence, publisher};
    SyncService sync{memberships, conversationStore, receipts};
    UserService userService{users, presence};
};

} // namespace Hearth::Test
