// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "services/memberships.h"
#include "storage/messagestore.h"
#include "storage/receiptstore.h"

#include <QTimer>

#include <coroutine>

namespace Hearth {

class Privacy;

// How far everybody has received and read. Watermarks move in memory and are told at once; they are written
// together once a second, after the messages that wait.
class ReceiptService
{
public:
    ReceiptService(Memberships &memberships, MessageStore &messages, ReceiptStore &store,
                   const Privacy &privacy, Publisher &publisher,
                   std::chrono::milliseconds writeInterval = std::chrono::seconds(1));

    // invalid_field for a place behind the end; a place behind the watermark is no error and changes nothing.
    QCoro::Task<Result<void>> markDelivered(Caller caller, ConversationId conversation, qint64 seq);
    QCoro::Task<Result<void>> markRead(Caller caller, ConversationId conversation, qint64 seq);
    QCoro::Task<Result<void>> markMessageRead(Caller caller, MessageId message); // not_found

    // Who has received and read a message and when, of the members behind `after` who were there when it was
    // sent. Who does not show what they read is not listed, and is not shown it. not_found.
    QCoro::Task<Result<ReceiptPage>> receiptsOf(Caller caller, MessageId message, int limit, UserId after);

    // Whoever fetches messages has received them.
    void noteFetched(ConversationState &conversation, const Caller &caller, qint64 seq);

    // Whoever writes has read what stands above. The commit of the message has moved the watermarks.
    void noteSent(ConversationState &conversation, const Message &message);

    // Whether `viewer` may know how far `user` has read: both show it.
    [[nodiscard]] bool seesReadMark(const UserId &viewer, const UserId &user) const;

    // How far others have read looks to the viewer as if they had read nothing, where they may not know it.
    void hideReadMarks(const UserId &viewer, QList<Member> &members) const;
    void hideReadMarks(const UserId &viewer, Conversation &conversation) const;

    // Writes what moved. Whatever reads counters from the store asks for this first.
    QCoro::Task<Result<void>> flush();

private:
    enum class Kind { Delivered, Read };

    struct Written; // awaited, it is the end of what is being written

    QCoro::Task<Result<void>> write();
    QCoro::Task<Result<void>> mark(Caller caller, ConversationId conversation, qint64 seq, Kind kind);
    void move(ConversationState &conversation, const Caller &caller, qint64 seq, Kind kind);
    void keep(const WatermarkMove &move);
    void tell(const ConversationState &conversation, const Caller &caller, const ReceiptFields &receipt,
              Kind kind);

    Memberships &m_memberships;
    MessageStore &m_messages;
    ReceiptStore &m_store;
    const Privacy &m_privacy;
    Publisher &m_publisher;
    QHash<std::pair<ConversationId, UserId>, WatermarkMove> m_pending;
    bool m_writing = false;
    std::vector<std::coroutine_handle<>> m_waiting; // for the end of that
    QTimer m_timer;
};

} // namespace Hearth
