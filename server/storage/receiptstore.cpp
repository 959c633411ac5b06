// SPDX-License-Identifier: Apache-2.0
#include "storage/receiptstore.h"

#include "storage/sql.h"

#include <QHash>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// One move for each member, as one statement can change a row only once.
QList<WatermarkMove> merged(const QList<WatermarkMove> &moves)
{
    QHash<std::pair<ConversationId, UserId>, WatermarkMove> byMember;
    for (const WatermarkMove &move : moves) {
        WatermarkMove &sum = byMember
                                 .insert({move.conversationId, move.userId},
                                         byMember.value({move.conversationId, move.userId}, move))
                                 .value();
        sum.deliveredSeq = std::max({sum.deliveredSeq, move.deliveredSeq, move.readSeq});
        sum.readSeq = std::max(sum.readSeq, move.readSeq);
        sum.at = std::max(sum.at, move.at);
    }
    return byMember.values();
}

// The ordinal at a place. Where retention has removed the message, the next one tells; where all are gone,
// everything was read.
#define HEARTH_ORDINAL_AT(seq) \
    "COALESCE((SELECT x.ordinal FROM messages AS x WHERE x.conversation_id = c.id AND x.seq = " seq ")," \
    " (SELECT CASE x.type WHEN 'system' THEN x.ordinal ELSE x.ordinal - 1 END FROM messages AS x" \
    " WHERE x.conversation_id = c.id AND x.seq > " seq " ORDER BY x.seq LIMIT 1), c.last_ordinal)"

// Before the watermarks move: what is behind them was noted before. What stands at them may have got there by
// sending, which reads, too.
void insertReceipts(Sql &sql, const QList<WatermarkMove> &moves)
{
    RowSet rows = sql.rowSet();
    for (const WatermarkMove &move : moves) {
        rows.add(move.conversationId, move.userId, "delivered"_L1, move.deliveredSeq, move.at);
        rows.add(move.conversationId, move.userId, "read"_L1, move.readSeq, move.at);
    }
    sql.run(u"INSERT INTO receipts (conversation_id, user_id, kind, up_to_seq, at)"
            " SELECT m.conversation_id, m.user_id, rows.kind, {least}(rows.seq, c.last_seq), rows.at"
            " FROM {rows conversation_id TEXT, user_id TEXT, kind TEXT, seq BIGINT, at BIGINT}"
            " JOIN conversations AS c ON c.id = rows.conversation_id"
            " JOIN conversation_members AS m"
            " ON m.conversation_id = rows.conversation_id AND m.user_id = rows.user_id"
            " WHERE m.removed_at IS NULL AND rows.seq > 0 AND {least}(rows.seq, c.last_seq) >="
            " CASE rows.kind WHEN 'read' THEN m.read_seq ELSE m.delivered_seq END"
            " ON CONFLICT DO NOTHING"_s,
            rows);
}

void moveWatermarks(Sql &sql, const QList<WatermarkMove> &moves)
{
    RowSet rows = sql.rowSet();
    for (const WatermarkMove &move : moves)
        rows.add(move.conversationId, move.userId, move.deliveredSeq, move.readSeq, move.at);
    sql.run(
        u"UPDATE conversation_members AS m SET"
        " delivered_seq = {greatest}(m.delivered_seq, {least}(rows.delivered, c.last_seq)),"
        " read_seq = {greatest}(m.read_seq, {least}(rows.read, c.last_seq)),"
        " read_ordinal = CASE WHEN rows.read > m.read_seq THEN {greatest}(m.read_ordinal, " HEARTH_ORDINAL_AT(
            "{least}(rows.read, c.last_seq)") ") ELSE m.read_ordinal END,"
                                              " touched_at = {greatest}(m.touched_at, rows.at)"
                                              " FROM {rows conversation_id TEXT, user_id TEXT, delivered "
                                              "BIGINT, read BIGINT, at BIGINT}"
                                              " JOIN conversations AS c ON c.id = rows.conversation_id"
                                              " WHERE m.conversation_id = rows.conversation_id AND m.user_id "
                                              "= rows.user_id"
                                              " AND m.removed_at IS NULL AND ({least}(rows.delivered, "
                                              "c.last_seq) > m.delivered_seq"
                                              " OR {least}(rows.read, c.last_seq) > m.read_seq)"_s,
        rows);
}

// When it was first noted. A watermark that got there without a note (a note is in memory for up to a second,
// and a crash loses it) did so when the member was last seen to do anything here, at the latest.
MemberReceipt readReceipt(Rows &row)
{
    MemberReceipt receipt;
    bool delivered = false, read = false;
    Timestamp touchedAt = {};
    row >> receipt.userId >> delivered >> read >> touchedAt >> receipt.deliveredAt >> receipt.readAt;
    if (!read)
        receipt.readAt.reset();
    else if (!receipt.readAt)
        receipt.readAt = touchedAt;
    if (!delivered)
        receipt.deliveredAt.reset();
    else if (!receipt.deliveredAt)
        receipt.deliveredAt = receipt.readAt.value_or(touchedAt);
    if (receipt.readAt && *receipt.readAt < *receipt.deliveredAt) // what is read has arrived
        receipt.deliveredAt = receipt.readAt;
    return receipt;
}

} // namespace

QCoro::Task<Result<void>> ReceiptStore::advance(QList<WatermarkMove> moves)
{
    return m_db.writeLater([moves = merged(moves)](Sql &sql) -> Result<void> {
        if (!moves.isEmpty()) {
            insertReceipts(sql, moves);
            moveWatermarks(sql, moves);
        }
        return {};
    });
}

QCoro::Task<Result<ReceiptPage>> ReceiptStore::page(ReceiptQuery query)
{
    return m_db.query([query](Sql &sql) -> Result<ReceiptPage> {
        ReceiptPage page;
        Rows rows = sql.run(
            u"SELECT m.user_id, m.delivered_seq >= :delivered_seq, m.read_seq >= :read_seq, m.touched_at,"
            " (SELECT r.at FROM receipts AS r WHERE r.conversation_id = m.conversation_id"
            " AND r.user_id = m.user_id AND r.kind = 'delivered' AND r.up_to_seq >= :delivered_from"
            " ORDER BY r.up_to_seq LIMIT 1),"
            " (SELECT r.at FROM receipts AS r WHERE r.conversation_id = m.conversation_id"
            " AND r.user_id = m.user_id AND r.kind = 'read' AND r.up_to_seq >= :read_from"
            " ORDER BY r.up_to_seq LIMIT 1)"
            " FROM conversation_members AS m WHERE m.conversation_id = :conversation"
            " AND m.removed_at IS NULL AND m.joined_seq < :joined_before AND m.user_id <> :sender"
            " AND m.user_id > :after ORDER BY m.user_id LIMIT :limit"_s,
            {{":delivered_seq", query.seq},
             {":read_seq", query.seq},
             {":delivered_from", query.seq},
             {":read_from", query.seq},
             {":conversation", query.conversationId},
             {":joined_before", query.seq},
             {":sender", query.senderId},
             {":after", query.after},
             {":limit", query.limit + 1}});
        while (rows.next())
            page.items.append(readReceipt(rows));
        page.hasMore = page.items.size() > query.limit;
        if (page.hasMore)
            page.items.removeLast();
        return page;
    });
}

} // namespace Hearth
