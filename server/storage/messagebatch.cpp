// SPDX-License-Identifier: Apache-2.0
#include "storage/messagebatch.h"

#include "storage/conversationrows.h"
#include "storage/messagerows.h"

#include <QCryptographicHash>
#include <QSet>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Equal for equal requests. 128 bits: a sender could only ever collide with themselves.
QByteArray requestHash(const MessageInsert &insert)
{
    MessageDraft draft = insert.draft;
    draft.clientMsgId.reset();
    const QByteArray request = insert.conversationId.toUtf8() + ' ' + toJson(draft);
    return QCryptographicHash::hash(request, QCryptographicHash::Sha256).first(16).toBase64();
}

Message newMessage(const MessageInsert &insert)
{
    const MessageDraft &draft = insert.draft;
    Message message;
    message.id = insert.id;
    message.conversationId = insert.conversationId;
    message.senderId = insert.senderId;
    message.clientMsgId = draft.clientMsgId;
    message.type = draft.type;
    message.content = draft.content;
    message.mentions = draft.mentions;
    message.replyToId = draft.replyToId;
    message.metadata = draft.metadata;
    message.createdAt = insert.createdAt;
    return message;
}

} // namespace

AppendAnswers MessageBatch::store()
{
    lockConversations();
    readSenders();
    readStored();
    readReplied();
    m_attachments.read();
    AppendAnswers answers;
    answers.reserve(m_messages.size());
    for (const MessageInsert &insert : m_messages)
        answers.append(place(insert));
    if (!m_new.isEmpty()) {
        writeMessages();
        writeMentions();
        m_attachments.write();
        writeConversations();
        writeSenders();
        writeReplyCounts();
    }
    return answers;
}

AppendAnswers MessageBatch::readBack()
{
    lockConversations();
    readStored();
    RowSet ids = m_sql.rowSet();
    for (const MessageInsert &insert : m_messages)
        ids.add(insert.id);
    QHash<MessageId, Message> found;
    const QList<Message> messages = readMessages(m_sql.run(
        u"SELECT " HEARTH_MESSAGE_COLUMNS " FROM {rows id TEXT} JOIN messages AS m ON m.id = rows.id"_s,
        ids));
    for (const Message &message : messages)
        found.insert(message.id, message);

    AppendAnswers answers;
    for (const MessageInsert &insert : m_messages) {
        const auto stored =
            m_stored.constFind({insert.senderId, insert.draft.clientMsgId.value_or(QString())});
        if (const auto own = found.constFind(insert.id); own != found.cend())
            answers.append(StoredMessage{*own});
        else if (stored != m_stored.cend() && stored->isRepeatedBy(requestHash(insert)))
            answers.append(StoredMessage{stored->message, true});
        else
            answers.append(fail(databaseAway()));
    }
    return answers;
}

void MessageBatch::lockConversations()
{
    QSet<ConversationId> ids;
    RowSet rows = m_sql.rowSet();
    for (const MessageInsert &insert : m_messages) {
        if (!ids.contains(insert.conversationId)) {
            ids.insert(insert.conversationId);
            rows.add(insert.conversationId);
        }
    }
    Rows found =
        m_sql.run(u"SELECT id, last_seq, last_change, last_ordinal, last_activity_at FROM conversations "
                  "WHERE id IN (SELECT rows.id FROM {rows id TEXT}) ORDER BY id {for update}"_s,
                  rows);
    while (found.next()) {
        ConversationId id;
        Place place;
        found >> id >> place.lastSeq >> place.lastChange >> place.lastOrdinal >> place.lastActivityAt;
        m_places.insert(id, place);
    }
}

void MessageBatch::readSenders()
{
    QSet<Pair> pairs;
    RowSet rows = m_sql.rowSet();
    for (const MessageInsert &insert : m_messages) {
        const Pair pair(insert.conversationId, insert.senderId);
        if (!pairs.contains(pair)) {
            pairs.insert(pair);
            rows.add(pair.first, pair.second);
        }
    }
    Rows found = m_sql.run(u"SELECT m.conversation_id, m.user_id, m.can_send_messages,"
                           " CASE c.history WHEN 'since_join' THEN m.joined_seq + 1 ELSE 1 END"
                           " FROM {rows conversation_id TEXT, user_id TEXT}"
                           " JOIN conversation_members AS m ON m.conversation_id = rows.conversation_id AND "
                           "m.user_id = rows.user_id"
                           " JOIN conversations AS c ON c.id = m.conversation_id"
                           " WHERE m.removed_at IS NULL"_s,
                           rows);
    while (found.next()) {
        Pair pair;
        Sender sender;
        found >> pair.first >> pair.second >> sender.canSendMessages >> sender.firstVisibleSeq;
        m_senders.insert(pair, sender);
    }
}

void MessageBatch::readStored()
{
    RowSet rows = m_sql.rowSet();
    for (const MessageInsert &insert : m_messages) {
        if (insert.draft.clientMsgId)
            rows.add(insert.senderId, *insert.draft.clientMsgId);
    }
    if (rows.isEmpty())
        return;
    // Hardly ever is one there, so its columns are read apart. A subquery is looked up by its key whatever
    // PostgreSQL knows about the table; joined with one that has just been filled, all of it would be read.
    RowSet ids = m_sql.rowSet();
    Rows known = m_sql.run(u"SELECT x.id FROM (SELECT (SELECT m.id FROM messages AS m"
                           " WHERE m.sender_id = rows.sender_id AND m.client_msg_id = rows.client_msg_id)"
                           " AS id FROM {rows sender_id TEXT, client_msg_id TEXT}) AS x"
                           " WHERE x.id IS NOT NULL"_s,
                           rows);
    while (known.next()) {
        MessageId id;
        known >> id;
        ids.add(id);
    }
    if (ids.isEmpty())
        return;
    Rows found = m_sql.run(u"SELECT " HEARTH_MESSAGE_COLUMNS ", m.request_hash FROM {rows id TEXT}"
                           " JOIN messages AS m ON m.id = rows.id"_s,
                           ids);
    while (found.next()) {
        Stored stored{readMessage(found), {}};
        found >> stored.requestHash;
        m_stored.insert({stored.message.senderId, *stored.message.clientMsgId}, stored);
    }
}

void MessageBatch::readReplied()
{
    RowSet rows = m_sql.rowSet();
    for (const MessageInsert &insert : m_messages) {
        if (insert.draft.replyToId)
            rows.add(*insert.draft.replyToId);
    }
    if (rows.isEmpty())
        return;
    Rows found = m_sql.run(u"SELECT m.id, m.conversation_id, m.seq, COALESCE(m.thread_root_id, m.id)"
                           " FROM {rows id TEXT} JOIN messages AS m ON m.id = rows.id"_s,
                           rows);
    while (found.next()) {
        MessageId id;
        Replied replied;
        found >> id >> replied.conversationId >> replied.seq >> replied.threadRootId;
        m_replied.insert(id, replied);
    }
}

// Decides about one message and gives it its numbers.
Result<StoredMessage> MessageBatch::place(const MessageInsert &insert)
{
    const auto sender = m_senders.find({insert.conversationId, insert.senderId});
    const auto place = m_places.find(insert.conversationId);
    if (sender == m_senders.end() || place == m_places.end())
        return noConversation();

    const QByteArray hash = requestHash(insert);
    const Pair key(insert.senderId, insert.draft.clientMsgId.value_or(QString()));
    if (const auto stored = m_stored.constFind(key); insert.draft.clientMsgId && stored != m_stored.cend()) {
        if (stored->isRepeatedBy(hash))
            return StoredMessage{stored->message, true};
        return fail(ErrorCode::IdempotencyMismatch, u"This client_msg_id was used for another message."_s,
                    u"/client_msg_id"_s);
    }
    if (!sender->canSendMessages)
        return fail(ErrorCode::Forbidden, u"You may not write in this conversation."_s);

    Message message = newMessage(insert);
    if (message.replyToId) {
        const auto replied = m_replied.constFind(*message.replyToId);
        if (replied == m_replied.cend() || replied->conversationId != insert.conversationId
            || replied->seq < sender->firstVisibleSeq) {
            return fail(ErrorCode::InvalidField, u"There is no such message in this conversation."_s,
                        u"/reply_to_id"_s);
        }
        message.threadRootId = replied->threadRootId;
    }
    auto attachments = m_attachments.of(insert);
    if (!attachments)
        return fail(std::move(attachments.error()));
    message.attachments = std::move(*attachments);
    message.seq = ++place->lastSeq;
    message.change = ++place->lastChange;
    if (message.type != MessageType::System)
        ++place->lastOrdinal;
    place->lastActivityAt = std::max(place->lastActivityAt, message.createdAt);
    sender->newSeq = message.seq;
    sender->newOrdinal = place->lastOrdinal;
    sender->newAt = message.createdAt;

    const Stored stored{message, hash};
    if (insert.draft.clientMsgId)
        m_stored.insert(key, stored); // for repeats within this batch
    m_new.append({stored, place->lastOrdinal});
    m_attachments.add(message);
    return StoredMessage{std::move(message)};
}

void MessageBatch::writeMessages()
{
    RowSet rows = m_sql.rowSet();
    for (const auto &[stored, ordinal] : std::as_const(m_new)) {
        const Message &m = stored.message;
        rows.add(m.id, m.conversationId, m.seq, m.change, ordinal, m.senderId, m.clientMsgId,
                 QString::fromLatin1(stored.requestHash), m.type, m.content,
                 QString::fromUtf8(toJson(m.mentions)), m.replyToId, m.threadRootId,
                 QString::fromUtf8(toJson(m.attachments)), QString::fromUtf8(toJson(m.metadata)),
                 m.createdAt);
    }
    m_sql.run(
        u"INSERT INTO messages (id, conversation_id, seq, change, ordinal, sender_id, client_msg_id,"
        " request_hash, type, content, mentions, reply_to_id, thread_root_id, attachments, metadata,"
        " created_at)"
        " SELECT * FROM {rows id TEXT, conversation_id TEXT, seq BIGINT, change BIGINT, ordinal BIGINT,"
        " sender_id TEXT, client_msg_id TEXT, request_hash TEXT, type TEXT, content TEXT, mentions TEXT,"
        " reply_to_id TEXT, thread_root_id TEXT, attachments TEXT, metadata TEXT, created_at BIGINT}"_s,
        rows);
}

void MessageBatch::writeMentions()
{
    RowSet rows = m_sql.rowSet();
    for (const auto &[stored, ordinal] : std::as_const(m_new)) {
        QSet<UserId> mentioned;
        for (const Mention &mention : stored.message.mentions)
            mentioned.insert(mention.userId);
        for (const UserId &user : std::as_const(mentioned))
            rows.add(user, stored.message.conversationId, stored.message.seq);
    }
    if (rows.isEmpty())
        return;
    m_sql.run(u"INSERT INTO message_mentions (user_id, conversation_id, seq)"
              " SELECT * FROM {rows user_id TEXT, conversation_id TEXT, seq BIGINT}"_s,
              rows);
}

void MessageBatch::writeConversations()
{
    QSet<ConversationId> changed;
    for (const auto &[stored, ordinal] : std::as_const(m_new))
        changed.insert(stored.message.conversationId);
    RowSet rows = m_sql.rowSet();
    for (const ConversationId &id : std::as_const(changed)) {
        const Place place = m_places.value(id);
        rows.add(id, place.lastSeq, place.lastChange, place.lastOrdinal, place.lastActivityAt);
    }
    m_sql.run(u"UPDATE conversations SET last_seq = rows.seq, last_change = rows.change,"
              " last_ordinal = rows.ordinal, last_activity_at = rows.at"
              " FROM {rows id TEXT, seq BIGINT, change BIGINT, ordinal BIGINT, at BIGINT}"
              " WHERE conversations.id = rows.id"_s,
              rows);
}

// Who writes has read what stands above: one's own messages never count as unread.
void MessageBatch::writeSenders()
{
    RowSet rows = m_sql.rowSet();
    for (auto it = m_senders.cbegin(); it != m_senders.cend(); ++it) {
        if (it->newSeq > 0)
            rows.add(it.key().first, it.key().second, it->newSeq, it->newOrdinal, it->newAt);
    }
    m_sql.run(u"UPDATE conversation_members AS m SET delivered_seq = rows.seq, read_seq = rows.seq,"
              " read_ordinal = rows.ordinal, touched_at = rows.at"
              " FROM {rows conversation_id TEXT, user_id TEXT, seq BIGINT, ordinal BIGINT, at BIGINT}"
              " WHERE m.conversation_id = rows.conversation_id AND m.user_id = rows.user_id"_s,
              rows);
}

// The first message of a thread changes with each reply, under the reply's number: who catches up learns of
// it.
void MessageBatch::writeReplyCounts()
{
    struct Replies {
        int count = 0;
        qint64 lastChange = 0;
    };
    QHash<MessageId, Replies> threads;
    for (const auto &[stored, ordinal] : std::as_const(m_new)) {
        if (!stored.message.threadRootId)
            continue;
        Replies &replies = threads[*stored.message.threadRootId];
        ++replies.count;
        replies.lastChange = stored.message.change;
    }
    if (threads.isEmpty())
        return;
    RowSet rows = m_sql.rowSet();
    for (auto it = threads.cbegin(); it != threads.cend(); ++it)
        rows.add(it.key(), it->count, it->lastChange);
    m_sql.run(u"UPDATE messages AS m SET reply_count = m.reply_count + rows.replies, change = rows.change"
              " FROM {rows id TEXT, replies BIGINT, change BIGINT} WHERE m.id = rows.id"_s,
              rows);
}

} // namespace Hearth
