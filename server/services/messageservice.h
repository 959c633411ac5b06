// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "services/memberships.h"
#include "services/visiblemessage.h"
#include "storage/messagestore.h"

#include <functional>

namespace Hearth {

class NotificationService;
class ReceiptService;
class TypingService;

// Which messages a reader asks for: at most one place. With none, the newest.
struct HistoryRequest {
    int limit = 50; // 1 to Limits::pageMax
    std::optional<qint64> beforeSeq = {};
    std::optional<qint64> afterSeq = {};
    std::optional<qint64> aroundSeq = {};
    std::optional<MessageId> beforeId = {};
    std::optional<MessageId> afterId = {};
    std::optional<MessageId> aroundId = {};
    std::optional<int> offset = {}; // from the newest
};

// Sending and reading messages.
class MessageService
{
public:
    MessageService(Memberships &memberships, MessageStore &store, ReceiptService &receipts,
                   TypingService &typing, NotificationService &notifications, Publisher &publisher);

    // Answered when the message is on the disk; the members have been told by then.
    // not_found for strangers, forbidden for members who may not write, invalid_field, idempotency_mismatch.
    QCoro::Task<Result<StoredMessage>> send(Caller caller, ConversationId conversation, MessageDraft draft);

    // Newest first. Reading the newest page counts as having received it.
    QCoro::Task<Result<MessagePage>> history(Caller caller, ConversationId conversation,
                                             HistoryRequest request);

    // not_found for strangers, too.
    QCoro::Task<Result<Message>> get(Caller caller, MessageId id);

    // Changes of a message (messagechanges.cpp); the members have been told when they are answered. not_found
    // for strangers, forbidden for members who may not, conflict when it was deleted. Repeating is harmless.
    // `ifChange`: only while the message stands at this change, else precondition_failed.
    QCoro::Task<Result<Message>> edit(Caller caller, MessageId id, MessageEdit edit,
                                      std::optional<qint64> ifChange = {});
    QCoro::Task<Result<Message>> remove(Caller caller, MessageId id, std::optional<qint64> ifChange = {});
    QCoro::Task<Result<Message>> setPinned(Caller caller, MessageId id, bool pinned);
    QCoro::Task<Result<Message>> addReaction(Caller caller, MessageId id, QString emoji);
    QCoro::Task<Result<Message>> removeReaction(Caller caller, MessageId id, QString emoji);

    // What the message said before its edits, oldest first.
    QCoro::Task<Result<QList<MessageVersion>>> versions(Caller caller, MessageId id);

    // The thread that the message began, oldest first, from behind `afterSeq` on.
    QCoro::Task<Result<MessagePage>> replies(Caller caller, MessageId id, qint64 afterSeq, int limit);

    // Called with the time from the request to the commit of each new message.
    using Observer = std::function<void(std::chrono::nanoseconds)>;
    void setObserver(Observer observer) { m_observer = std::move(observer); }

private:
    QCoro::Task<Result<VisibleMessage>> requireVisible(Caller caller, MessageId id);
    // As requireVisible(), for what the others are to see: `blocked` when the other one of two does not want
    // to.
    QCoro::Task<Result<VisibleMessage>> requireWritable(Caller caller, MessageId id);
    void publish(const ConversationState &conversation, const Message &message, const ServerFrame &frame);

    QCoro::Task<Result<MessageQuery>> resolve(HistoryRequest request, ConversationId conversation,
                                              qint64 firstVisibleSeq);

    Memberships &m_memberships;
    MessageStore &m_store;
    ReceiptService &m_receipts;
    TypingService &m_typing;
    NotificationService &m_notifications;
    Publisher &m_publisher;
    Observer m_observer;
};

} // namespace Hearth
