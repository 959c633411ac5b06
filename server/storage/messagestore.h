// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/message.h"
#include "storage/conversationstore.h"
#include "storage/database.h"
#include "wire/requests.h"

namespace Hearth {

class MessageQueue;

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

// What somebody who wants to change a stored message is judged by, read in the transaction of the change.
struct MessageContext {
    Message message;
    ConversationType conversationType = ConversationType::Direct;
    MembershipRow actor;
    std::optional<MemberRole> senderRole = {}; // none when the sender has left
};
using MessageRule = std::function<Result<void>(const MessageContext &)>; // called on a database worker

// Who changes which message, and whether they may. `ifChange`: only while it stands at this change, else
// precondition_failed.
struct MessageAction {
    MessageId messageId;
    UserId actor;
    Timestamp at = {};
    MessageRule rule;
    std::optional<qint64> ifChange = {};
};

struct ChangedMessage {
    Message message; // as it is afterwards
    bool changed = true; // false: it was so already, and no change was counted
};

// Messages that one commit deleted, of one conversation.
struct DeletedMessages {
    QList<Message> messages; // as they are now, in the order of their changes
    QList<MembershipRow> members; // who was in the conversation then
    Timestamp from = {}; // where to go on
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

    // Changes of a stored message (messagechanges.cpp): each checked and counted under the lock of its
    // conversation. not_found when the actor cannot see the message; otherwise what the rule says.
    QCoro::Task<Result<ChangedMessage>> edit(MessageAction action, MessageEdit edit);
    QCoro::Task<Result<ChangedMessage>> remove(MessageAction action);
    QCoro::Task<Result<ChangedMessage>> setPinned(MessageAction action, bool pinned);
    QCoro::Task<Result<ChangedMessage>> addReaction(MessageAction action, QString emoji);
    QCoro::Task<Result<ChangedMessage>> removeReaction(MessageAction action, QString emoji);

    QCoro::Task<Result<QList<MessageVersion>>> versions(MessageId id); // earlier contents, oldest first

    // The thread that begins at `root`, oldest first, from behind `afterSeq` on.
    QCoro::Task<Result<MessagePage>> replies(MessageId root, qint64 afterSeq, int limit);

    // Deletes the next `limit` messages, or fewer, that somebody sent since then, all of one conversation and
    // whether or not they are still in it; none when there are no more. For the erasure of accounts.
    QCoro::Task<Result<DeletedMessages>> removeNextOf(UserId sender, Timestamp from, int limit, Timestamp at);

    [[nodiscard]] int queued() const; // waiting for a commit

private:
    Database &m_db;
    const std::shared_ptr<MessageQueue> m_queue;
};

} // namespace Hearth
