// SPDX-License-Identifier: Apache-2.0
#include "storage/searchrows.h"

#include "storage/messagerows.h"
#include "storage/searchtokens.h"

#include <algorithm>

namespace Hearth::SearchRows {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 changesInPiece = 500;
constexpr qint64 backlogInPiece = 500;
constexpr qint64 largeConversation = 1'000; // changes

struct Head {
    Progress progress;
    qint64 lastChange = 0;
};

QList<Head> readHeads(Sql &sql, const QList<ConversationId> &conversations, QList<ConversationId> &unknown)
{
    RowSet ids = sql.rowSet();
    for (const ConversationId &id : conversations)
        ids.add(id);
    QList<Head> heads;
    Rows rows =
        sql.run(u"SELECT c.id, c.last_change, x.number, x.indexed_change, x.backlog_seq FROM {rows id TEXT}"
                " JOIN conversations AS c ON c.id = rows.id"
                " LEFT JOIN search_conversations AS x ON x.conversation_id = c.id"_s,
                ids);
    QSet<ConversationId> seen; // one may be named twice
    while (rows.next()) {
        Head head;
        std::optional<int> number;
        rows >> head.progress.id >> head.lastChange >> number >> head.progress.indexedChange
            >> head.progress.backlogSeq;
        head.progress.number = number.value_or(0);
        if (seen.contains(head.progress.id))
            continue;
        seen.insert(head.progress.id);
        if (number)
            heads.append(head);
        else
            unknown.append(head.progress.id);
    }
    // Those with little to do are never kept waiting by those with much.
    std::ranges::sort(heads, {},
                      [](const Head &head) { return head.lastChange - head.progress.indexedChange; });
    return heads;
}

Entry entryOf(const Message &message, int conversation, SearchTokens::Backend backend)
{
    Entry entry{message.id, message.change, conversation, message.seq, message.createdAt};
    if (!message.isDeleted && message.type != MessageType::System) {
        entry.document = SearchTokens::document(message, conversation, backend);
        entry.digest = SearchTokens::digest(entry.document);
    }
    return entry;
}

// The messages whose change or seq, whichever `column` names, is above one and up to another number.
class Ranges
{
public:
    explicit Ranges(Sql &sql)
        : m_sql(sql)
        , m_rows(sql.rowSet())
    { }

    void add(const Progress &conversation, qint64 above, qint64 upTo)
    {
        m_rows.add(conversation.id, above, upTo);
        m_numbers.insert(conversation.id, conversation.number);
    }

    // Leaves out those that are in `seen`, and adds the others to it.
    void readInto(QList<Entry> &entries, QSet<MessageId> &seen, const QString &statement) const
    {
        if (m_rows.isEmpty())
            return;
        Rows rows = m_sql.run(statement, m_rows);
        while (rows.next()) {
            const Message message = readMessage(rows);
            if (seen.contains(message.id))
                continue;
            seen.insert(message.id);
            entries.append(entryOf(message, m_numbers.value(message.conversationId), m_sql.backend()));
        }
    }

private:
    Sql &m_sql;
    RowSet m_rows;
    QHash<ConversationId, int> m_numbers;
};

} // namespace

Piece read(Sql &sql, const QList<ConversationId> &conversations)
{
    Piece piece;
    Ranges live(sql), backlog(sql);
    qint64 changesLeft = changesInPiece, backlogLeft = backlogInPiece;
    const QList<Head> heads = readHeads(sql, conversations, piece.unknown);
    for (const Head &head : heads) {
        Progress progress = head.progress;
        const qint64 changes = std::min(changesLeft, head.lastChange - progress.indexedChange);
        if (changes > 0) {
            live.add(progress, progress.indexedChange, progress.indexedChange + changes);
            progress.indexedChange += changes;
            changesLeft -= changes;
        }
        const qint64 older = std::min(backlogLeft, progress.backlogSeq);
        if (older > 0) {
            backlog.add(progress, progress.backlogSeq - older, progress.backlogSeq);
            progress.backlogSeq -= older;
            backlogLeft -= older;
        }
        if (progress.indexedChange < head.lastChange || progress.backlogSeq > 0)
            piece.behind.append(progress.id);
        if (changes > 0 || older > 0)
            piece.progress.append(progress);
    }
    QSet<MessageId> seen;
    live.readInto(piece.entries, seen,
                  u"SELECT " HEARTH_MESSAGE_COLUMNS " FROM {rows id TEXT, above BIGINT, up_to BIGINT}"
                  " JOIN messages AS m ON m.conversation_id = rows.id"
                  " AND m.change > rows.above AND m.change <= rows.up_to"_s);
    backlog.readInto(piece.entries, seen,
                     u"SELECT " HEARTH_MESSAGE_COLUMNS " FROM {rows id TEXT, above BIGINT, up_to BIGINT}"
                     " JOIN messages AS m ON m.conversation_id = rows.id"
                     " AND m.seq > rows.above AND m.seq <= rows.up_to"_s);
    return piece;
}

QList<ConversationId> findBehind(Sql &sql)
{
    QList<ConversationId> behind;
    Rows rows = sql.run(u"SELECT c.id FROM conversations AS c"
                        " LEFT JOIN search_conversations AS x ON x.conversation_id = c.id"
                        " WHERE x.number IS NULL OR x.indexed_change < c.last_change OR x.backlog_seq > 0"
                        " LIMIT 10000"_s);
    while (rows.next()) {
        ConversationId id;
        rows >> id;
        behind.append(id);
    }
    return behind;
}

// The rows of the conversations are locked, so that nobody is deleting a message of theirs meanwhile who
// would not find the new row to lock (Writer::lockConversations).
void enrol(Sql &sql, const QList<ConversationId> &conversations)
{
    RowSet ids = sql.rowSet();
    for (const ConversationId &id : conversations)
        ids.add(id);
    if (ids.isEmpty())
        return;
    RowSet rows = sql.rowSet();
    int number = 0;
    {
        Rows last = sql.run(u"SELECT COALESCE(max(number), 0) FROM search_conversations"_s);
        if (last.next())
            last >> number;
    }
    Rows found = sql.run(u"SELECT id, last_change, last_seq FROM conversations"
                         " WHERE id IN (SELECT rows.id FROM {rows id TEXT}) ORDER BY id {for update}"_s,
                         ids);
    while (found.next()) {
        ConversationId id;
        qint64 lastChange = 0, lastSeq = 0;
        found >> id >> lastChange >> lastSeq;
        const bool large = lastChange > largeConversation;
        rows.add(++number, id, large ? lastChange : 0, large ? lastSeq : 0);
    }
    if (!rows.isEmpty())
        sql.run(u"INSERT INTO search_conversations (number, conversation_id, indexed_change, backlog_seq)"
                " SELECT rows.number, rows.id, rows.change, rows.backlog"
                " FROM {rows number INTEGER, id TEXT, change BIGINT, backlog BIGINT}"
                " WHERE TRUE ON CONFLICT DO NOTHING"_s,
                rows);
}

} // namespace Hearth::SearchRows
