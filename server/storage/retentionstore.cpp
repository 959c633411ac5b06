// SPDX-License-Identifier: Apache-2.0
#include "storage/retentionstore.h"

#include "storage/conversationlock.h"
#include "storage/conversationrows.h"
#include "storage/erasure.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Oldest {
    QList<MessageId> ids;
    qint64 lastSeq = 0;
    qint64 lastOrdinal = 0;
};

Oldest readOldest(Sql &sql, const ConversationId &id, Timestamp before)
{
    Oldest oldest;
    Rows rows = sql.run(u"SELECT id, seq, ordinal, created_at FROM messages WHERE conversation_id = :id"
                        " ORDER BY seq LIMIT :limit"_s,
                        {{":id", id}, {":limit", RetentionStore::messagesAtOnce}});
    while (rows.next()) {
        MessageId message;
        qint64 seq = 0, ordinal = 0;
        Timestamp createdAt;
        rows >> message >> seq >> ordinal >> createdAt;
        if (createdAt >= before)
            break;
        oldest.ids += message;
        oldest.lastSeq = seq;
        oldest.lastOrdinal = ordinal;
    }
    return oldest;
}

void removeRows(Sql &sql, const ConversationId &id, qint64 lastSeq)
{
    sql.run(u"DELETE FROM messages WHERE conversation_id = :id AND seq <= :seq"_s,
            {{":id", id}, {":seq", lastSeq}});
    // A receipt says who had what up to its place when; one that lies below says nothing about what is left.
    sql.run(u"DELETE FROM receipts WHERE conversation_id = :id AND user_id IN"
            " (SELECT user_id FROM conversation_members WHERE conversation_id = :members)"
            " AND kind IN ('delivered', 'read') AND up_to_seq <= :seq"_s,
            {{":id", id}, {":members", id}, {":seq", lastSeq}});
}

// Nobody has to read what is gone.
void moveOrdinals(Sql &sql, const ConversationId &id, qint64 lastOrdinal)
{
    sql.run(u"UPDATE conversation_members SET read_ordinal = :ordinal"
            " WHERE conversation_id = :id AND read_ordinal < :below"_s,
            {{":ordinal", lastOrdinal}, {":id", id}, {":below", lastOrdinal}});
}

qint64 pragma(Sql &sql, const QString &name)
{
    qint64 value = 0;
    Rows row = sql.run(u"PRAGMA "_s + name);
    if (row.next())
        row >> value;
    return value;
}

} // namespace

QCoro::Task<Result<OldConversations>> RetentionStore::conversationsWithOlder(Timestamp before,
                                                                             ConversationId after)
{
    return m_db.query([before, after](Sql &sql) -> Result<OldConversations> {
        OldConversations old;
        int seen = 0;
        Rows rows = sql.run(u"SELECT c.id, m.created_at FROM (SELECT id, first_seq FROM conversations"
                            " WHERE id > :after ORDER BY id LIMIT :limit) AS c LEFT JOIN messages AS m"
                            " ON m.conversation_id = c.id AND m.seq = c.first_seq ORDER BY c.id"_s,
                            {{":after", after}, {":limit", conversationsAtOnce}});
        while (rows.next()) {
            ConversationId id;
            std::optional<Timestamp> oldest;
            rows >> id >> oldest;
            if (oldest && *oldest < before)
                old.ids += id;
            if (++seen == conversationsAtOnce)
                old.next = id;
        }
        return old;
    });
}

QCoro::Task<Result<RemovedMessages>> RetentionStore::removeOlder(ConversationId conversation,
                                                                 Timestamp before, Timestamp at)
{
    return m_db.writeLater([conversation, before, at](Sql &sql) -> Result<RemovedMessages> {
        ConversationLock lock(sql, conversation);
        RemovedMessages removed;
        const Oldest oldest = lock.exists() ? readOldest(sql, conversation, before) : Oldest();
        if (oldest.ids.isEmpty())
            return removed;
        eraseContents(sql, oldest.ids);
        removeRows(sql, conversation, oldest.lastSeq);
        moveOrdinals(sql, conversation, oldest.lastOrdinal);
        // No activity, which would bring the conversation to the top of everybody's list.
        sql.run(u"UPDATE conversations SET first_seq = :first, swept_at = :at WHERE id = :id"_s,
                {{":first", oldest.lastSeq + 1}, {":at", at}, {":id", conversation}});
        removed.change = lock.takeChange();
        lock.noteFieldsChanged();
        lock.save({});
        removed.fields = readFields(sql, conversation);
        removed.members = readMemberIds(sql, conversation);
        removed.count = int(oldest.ids.size());
        removed.mayBeMore = removed.count == messagesAtOnce;
        return removed;
    });
}

QCoro::Task<Result<bool>> RetentionStore::giveSpaceBack()
{
    return m_db.writeLater([](Sql &sql) -> Result<bool> {
        constexpr int keptShare = 32; // of the file
        constexpr int incremental = 2;
        if (sql.backend() != DatabaseConfig::Backend::Sqlite || pragma(sql, u"auto_vacuum"_s) != incremental)
            return false;
        const qint64 spare = pragma(sql, u"freelist_count"_s) - pragma(sql, u"page_count"_s) / keptShare;
        // One page for each time that it runs: it answers page by page, and the driver takes one answer.
        for (qint64 i = 0; i < std::min<qint64>(spare, pagesAtOnce); ++i)
            sql.execute(u"PRAGMA incremental_vacuum(1)"_s);
        return spare > pagesAtOnce;
    });
}

} // namespace Hearth
