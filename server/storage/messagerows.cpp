// SPDX-License-Identifier: Apache-2.0
#include "storage/messagerows.h"

#include <algorithm>
#include <limits>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// The newest messages below a place, newest first.
MessagePage readOlder(Sql &sql, const MessageQuery &query, qint64 below, int limit)
{
    MessagePage page;
    page.items = readMessages(sql.run(
        u"SELECT " HEARTH_MESSAGE_COLUMNS " FROM messages AS m WHERE m.conversation_id = :conversation"
        " AND m.seq < :below AND m.seq >= :first ORDER BY m.seq DESC LIMIT :limit"_s,
        {{":conversation", query.conversationId},
         {":below", below},
         {":first", query.firstVisibleSeq},
         {":limit", limit + 1}}));
    page.hasMore = page.items.size() > limit;
    if (page.hasMore)
        page.items.removeLast();
    return page;
}

// The oldest messages from a place on, newest first.
MessagePage readNewer(Sql &sql, const MessageQuery &query, qint64 from, int limit)
{
    MessagePage page;
    page.items = readMessages(sql.run(u"SELECT " HEARTH_MESSAGE_COLUMNS
                                      " FROM messages AS m WHERE m.conversation_id = :conversation"
                                      " AND m.seq >= :from ORDER BY m.seq LIMIT :limit"_s,
                                      {{":conversation", query.conversationId},
                                       {":from", std::max(from, query.firstVisibleSeq)},
                                       {":limit", limit + 1}}));
    page.hasMore = page.items.size() > limit;
    if (page.hasMore)
        page.items.removeLast();
    std::reverse(page.items.begin(), page.items.end());
    return page;
}

// Half of the page from the place on and half below it; where one side ends, the other gives more.
MessagePage readAround(Sql &sql, const MessageQuery &query, qint64 middle)
{
    const qsizetype limit = query.limit;
    const MessagePage newer = readNewer(sql, query, middle, query.limit);
    const MessagePage older = readOlder(sql, query, middle, query.limit);
    const qsizetype above =
        std::min(newer.items.size(), std::max((limit + 1) / 2, limit - older.items.size()));
    const qsizetype below = std::min(older.items.size(), limit - above);
    return {newer.items.last(above) + older.items.first(below), older.hasMore || below < older.items.size()};
}

qint64 readLastSeq(Sql &sql, const ConversationId &conversation)
{
    qint64 seq = 0;
    Rows row = sql.run(u"SELECT last_seq FROM conversations WHERE id = :id"_s, {{":id", conversation}});
    if (row.next())
        row >> seq;
    return seq;
}

} // namespace

Message readMessage(Rows &row)
{
    Message m;
    int replies = 0;
    row >> m.id >> m.conversationId >> m.seq >> m.change >> m.senderId >> m.clientMsgId >> m.type >> m.content
        >> m.mentions >> m.replyToId >> m.threadRootId >> replies >> m.attachments >> m.metadata
        >> m.reactions >> m.pinned >> m.editedAt >> m.deletedAt >> m.createdAt;
    if (replies > 0)
        m.replyCount = replies;
    m.isEdited = m.editedAt.has_value();
    m.isDeleted = m.deletedAt.has_value();
    return m;
}

QList<Message> readMessages(Rows &&rows)
{
    QList<Message> messages;
    while (rows.next())
        messages.append(readMessage(rows));
    return messages;
}

MessagePage readPage(Sql &sql, const MessageQuery &query)
{
    if (query.afterSeq)
        return readNewer(sql, query, *query.afterSeq + 1, query.limit);
    if (query.aroundSeq)
        return readAround(sql, query, *query.aroundSeq);
    qint64 below = query.beforeSeq.value_or(std::numeric_limits<qint64>::max());
    if (query.offset) // seq has no gaps, so an offset costs no more than a place
        below = readLastSeq(sql, query.conversationId) + 1 - *query.offset;
    return readOlder(sql, query, below, query.limit);
}

} // namespace Hearth
