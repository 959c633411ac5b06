// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/conversation.h"
#include "model/user.h"
#include "wire/requests.h"

namespace Hearth {

enum class ConnectionState {
    Offline, // waiting for the next attempt
    Connecting,
    CatchingUp, // connected; what was missed is being fetched
    Online,
    AuthNeeded, // the server no longer accepts this session; drafts and outbox are kept
};

// One line of the conversation list.
struct ConversationSummary {
    Conversation conversation; // without members
    std::optional<UserId> directWith = {}; // the other one of a direct conversation
    QString draft;

    bool operator==(const ConversationSummary &) const = default;
};

enum class OutgoingState { Queued, Sending, Failed };

// A message of one's own that the server has not acknowledged.
struct OutgoingMessage {
    QString clientMsgId;
    ConversationId conversationId;
    MessageDraft draft;
    Timestamp writtenAt = {};
    OutgoingState state = OutgoingState::Queued;
    std::optional<Error> error = {}; // why it failed

    bool operator==(const OutgoingMessage &) const = default;
};

// A run of messages without a gap, oldest first.
struct MessageSlice {
    QList<Message> messages;
    bool hasOlder = false;
    bool hasNewer = false;
};

} // namespace Hearth
