// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "storage/database.h"
#include "util/clock.h"

#include <QList>

namespace Hearth {

// How far one member has got; a watermark that did not move is 0.
struct WatermarkMove {
    ConversationId conversationId;
    UserId userId;
    qint64 deliveredSeq = 0;
    qint64 readSeq = 0;
    Timestamp at = {};
};

// Whose receipts of one message to read: members in the order of their ids, who were there when it was sent.
struct ReceiptQuery {
    ConversationId conversationId;
    qint64 seq = 0;
    UserId senderId; // left out
    int limit = 100;
    UserId after = {}; // ids behind this one
};

struct MemberReceipt {
    UserId userId;
    std::optional<Timestamp> deliveredAt = {};
    std::optional<Timestamp> readAt = {};
};

struct ReceiptPage {
    QList<MemberReceipt> items; // who has received nothing is in it, too
    bool hasMore = false;
};

class ReceiptStore
{
public:
    explicit ReceiptStore(Database &db)
        : m_db(db)
    { }

    // Moves watermarks forward (never back, never past last_seq, delivered at least as far as read) and notes
    // who got how far when, all in one statement each. Runs after waiting message writes.
    QCoro::Task<Result<void>> advance(QList<WatermarkMove> moves);

    QCoro::Task<Result<ReceiptPage>> page(ReceiptQuery query);

private:
    Database &m_db;
};

} // namespace Hearth
