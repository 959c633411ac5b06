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

// Before the watermarks move, as only what moves them is noted.
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
            " WHERE m.removed_at IS NULL AND {least}(rows.seq, c.last_seq) >"
            " CASE rows.kind WHEN 'read' THEN m.read_seq ELSE m.delivered_seq END"
            " ON CONFLICT DO NOTHING"_s,
            rows);
}

void moveWatermarks(Sql &sql, const QList<WatermarkMove> &moves)
{
    RowSet rows = sql.rowSet();
    for (const WatermarkMove &move : moves)
        rows.add(move.conversationId, move.userId, move.deliveredSeq, move.readSeq, move.at);
    sql.run(u"UPDATE conversation_members AS m SET"
            " delivered_seq = {greatest}(m.delivered_seq, {least}(rows.delivered, c.last_seq)),"
            " read_seq = {greatest}(m.read_seq, {least}(rows.read, c.last_seq)),"
            " read_ordinal = {greatest}(m.read_ordinal, COALESCE((SELECT x.ordinal FROM messages AS x"
            " WHERE x.conversation_id = c.id AND x.seq = {least}(rows.read, c.last_seq)), 0)),"
            " touched_at = {greatest}(m.touched_at, rows.at)"
            " FROM {rows conversation_id TEXT, user_id TEXT, delivered BIGINT, read BIGINT, at BIGINT}"
            " JOIN conversations AS c ON c.id = rows.conversation_id"
            " WHERE m.conversation_id = rows.conversation_id AND m.user_id = rows.user_id"
            " AND m.removed_at IS NULL AND ({least}(rows.delivered, c.last_seq) > m.delivered_seq"
            " OR {least}(rows.read, c.last_seq) > m.read_seq)"_s,
            rows);
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

} // namespace Hearth
