// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "services/memberships.h"
#include "storage/receiptstore.h"

#include <QTimer>

namespace Hearth {

class MessageStore;

// How far everybody has received and read. Watermarks move in memory and are told at once; they are written
// together once a second, after the messages that wait.
class ReceiptService
{
public:
    ReceiptService(Memberships &memberships, MessageStore &messages, ReceiptStore &store,
                   Publisher &publisher, std::chrono::milliseconds writeInterval = std::chrono::seconds(1));

    // invalid_field for a place behind the end; a place behind the watermark is no error and changes nothing.
    QCoro::Task<Result<void>> markDelivered(Caller caller, ConversationId conversation, qint64 seq);
    QCoro::Task<Result<void>> markRead(Caller caller, ConversationId conversation, qint64 seq);
    QCoro::Task<Result<void>> markMessageRead(Caller caller, MessageId message);

    // Whoever fetches messages has received them.
    void noteFetched(ConversationState &conversation, const Caller &caller, qint64 seq);

    // Writes what moved. Whatever reads counters from the store asks for this first.
    QCoro::Task<Result<void>> flush();

private:
    enum class Kind { Delivered, Read };

    QCoro::Task<Result<void>> mark(Caller caller, ConversationId conversation, qint64 seq, Kind kind);
    void move(ConversationState &conversation, const Caller &caller, qint64 seq, Kind kind);
    void tell(const ConversationState &conversation, const Caller &caller, const ReceiptFields &receipt,
              Kind kind);

    Memberships &m_memberships;
    MessageStore &m_messages;
    ReceiptStore &m_store;
    Publisher &m_publisher;
    QHash<std::pair<ConversationId, UserId>, WatermarkMove> m_pending;
    QTimer m_timer;
};

} // namespace Hearth
