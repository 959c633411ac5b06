// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/message.h"
#include "storage/database.h"
#include "wire/requests.h"

namespace Hearth {

struct MessageInsert {
    MessageId id;
    ConversationId conversationId;
    UserId senderId;
    MessageDraft draft;
    Timestamp createdAt = {};
};

struct StoredMessage {
    Message message;
    bool repeated = false; // it was stored by an earlier request with the same client_msg_id
};

// Which messages of a conversation to read; at most one of the places is set. Answers are newest first.
struct MessageQuery {
    ConversationId conversationId = {};
    qint64 firstVisibleSeq = 1;
    int limit = 50;
    std::optional<qint64> beforeSeq = {};
    std::optional<qint64> afterSeq = {}; // the oldest ones after it
    std::optional<qint64> aroundSeq = {};
    std::optional<int> offset = {};
};

struct MessagePage {
    QList<Message> items;
    bool hasMore = false; // newer ones with afterSeq, older ones otherwise
};

// Messages, and the group commit that stores new ones.
class MessageStore
{
public:
    explicit MessageStore(Database &db);
    ~MessageStore();

    // Answered when the message is committed and synced to disk. Answers of one conversation come in the
    // order of `seq`. forbidden when the sender may not write, not_found when they are no member,
    // idempotency_mismatch when the key was used for something else.
    QCoro::Task<Result<StoredMessage>> append(MessageInsert message);

    QCoro::Task<Result<Message>> byId(MessageId id); // not_found
    QCoro::Task<Result<MessagePage>> page(MessageQuery query);

    // The id of the message at that place.
    QCoro::Task<Result<MessageId>> idAt(ConversationId conversation, qint64 seq); // not_found

    [[nodiscard]] int queued() const; // waiting for a commit

private:
    struct Private;
    const std::unique_ptr<Private> d;
};

} // namespace Hearth
