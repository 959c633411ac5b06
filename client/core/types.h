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

// A file of this computer that is to go with a message.
struct OutgoingFile {
    QString path;
    QString name;
    QString mimeType;
    qint64 size = 0; // bytes
    std::optional<int> width = {}; // pixels, of a picture
    std::optional<int> height = {};

    bool operator==(const OutgoingFile &) const = default;
};

// A file of a message that has not been sent yet.
struct OutgoingAttachment {
    QString id; // of this computer only
    OutgoingFile file;
    bool copied = false; // the account has a copy of its own; until then there is only what lies at the path
    QString fileId = {}; // once the server has it

    bool operator==(const OutgoingAttachment &) const = default;
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
    QList<OutgoingAttachment> attachments = {};

    bool operator==(const OutgoingMessage &) const = default;
};

// A run of messages without a gap, oldest first.
struct MessageSlice {
    QList<Message> messages;
    bool hasOlder = false;
    bool hasNewer = false;
};

} // namespace Hearth
