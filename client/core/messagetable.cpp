// SPDX-License-Identifier: Apache-2.0
#include "core/messagetable.h"

namespace Hearth::MessageTable {

using namespace Qt::Literals::StringLiterals;

namespace {

// What the columns hold of a message.
Message plainPart(const Message &m)
{
    Message plain;
    plain.id = m.id;
    plain.conversationId = m.conversationId;
    plain.seq = m.seq;
    plain.change = m.change;
    plain.senderId = m.senderId;
    plain.clientMsgId = m.clientMsgId;
    plain.type = m.type;
    plain.content = m.content;
    plain.createdAt = m.createdAt;
    return plain;
}

QVariant extraPart(const Message &message)
{
    if (message == plainPart(message))
        return QVariant(QMetaType::fromType<QString>());
    Message rest = message;
    rest.content.clear();
    return QString::fromUtf8(toJson(rest));
}

const auto columns =
    u"conversation_id, seq, id, change, sender_id, client_msg_id, type, content, created_at, "
    "extra"_s;

Message read(const QSqlQuery &row)
{
    if (const QString extra = row.value(9).toString(); !extra.isEmpty()) {
        if (auto message = parse<Message>(extra.toUtf8())) {
            message->content = row.value(7).toString();
            return std::move(*message);
        }
    }
    Message m;
    m.conversationId = row.value(0).toString();
    m.seq = row.value(1).toLongLong();
    m.id = row.value(2).toString();
    m.change = row.value(3).toLongLong();
    m.senderId = row.value(4).toString();
    if (const QVariant id = row.value(5); !id.isNull())
        m.clientMsgId = id.toString();
    m.type = fromName<MessageType>(row.value(6).toString()).value_or(MessageType::Text);
    m.content = row.value(7).toString();
    m.createdAt = fromMs(row.value(8).toLongLong());
    return m;
}

QList<Message> readAll(Sql &sql, const QString &statement, const QVariantList &values)
{
    QList<Message> messages;
    sql.each(statement, values, [&messages](const QSqlQuery &row) { messages.append(read(row)); });
    return messages;
}

// Every word quoted, so that nothing in it is taken for the query language of FTS5.
QString matchExpression(const QString &words)
{
    QStringList quoted;
    for (QString word : words.split(u' ', Qt::SkipEmptyParts))
        quoted += u'"' + word.replace(u'"', u"\"\""_s) + u'"';
    return quoted.isEmpty() ? QString() : quoted.join(u' ') + u'*';
}

} // namespace

void put(Sql &sql, const QList<Message> &messages)
{
    static const QString statement = u"INSERT INTO messages ("_s + columns
        + u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (conversation_id, seq) DO UPDATE SET "
          "id = excluded.id, change = excluded.change, sender_id = excluded.sender_id, "
          "client_msg_id = excluded.client_msg_id, type = excluded.type, content = excluded.content, "
          "created_at = excluded.created_at, extra = excluded.extra WHERE excluded.change >= messages.change"_s;
    for (const Message &m : messages) {
        sql.exec(statement,
                 {m.conversationId, m.seq, m.id, m.change, m.senderId,
                  m.clientMsgId ? QVariant(*m.clientMsgId) : QVariant(QMetaType::fromType<QString>()),
                  QString(toName(m.type)), m.content.isNull() ? u""_s : m.content, toMs(m.createdAt),
                  extraPart(m)});
    }
}

void addRange(Sql &sql, const ConversationId &conversation, Range range)
{
    const QVariantList touching{conversation, range.to + 1, range.from - 1};
    sql.each(
        u"SELECT from_seq, to_seq FROM segments WHERE conversation_id = ? AND from_seq <= ? AND to_seq >= ?"_s,
        touching, [&range](const QSqlQuery &row) {
            range.from = std::min(range.from, row.value(0).toLongLong());
            range.to = std::max(range.to, row.value(1).toLongLong());
        });
    sql.exec(u"DELETE FROM segments WHERE conversation_id = ? AND from_seq <= ? AND to_seq >= ?"_s, touching);
    sql.exec(u"INSERT INTO segments (conversation_id, from_seq, to_seq) VALUES (?, ?, ?)"_s,
             {conversation, range.from, range.to});
}

std::optional<Range> rangeAt(Sql &sql, const ConversationId &conversation, qint64 seq)
{
    std::optional<Range> range;
    sql.each(u"SELECT from_seq, to_seq FROM segments WHERE conversation_id = ? AND from_seq <= ? "
             "ORDER BY from_seq DESC LIMIT 1"_s,
             {conversation, seq}, [&range, seq](const QSqlQuery &row) {
                 if (row.value(1).toLongLong() >= seq)
                     range = Range{row.value(0).toLongLong(), row.value(1).toLongLong()};
             });
    return range;
}

QList<Message> newestIn(Sql &sql, const ConversationId &conversation, Range range, int limit)
{
    static const QString statement = u"SELECT "_s + columns
        + u" FROM messages WHERE conversation_id = ? AND seq BETWEEN ? AND ? ORDER BY seq DESC LIMIT ?"_s;
    auto messages = readAll(sql, statement, {conversation, range.from, range.to, limit});
    std::ranges::reverse(messages);
    return messages;
}

QList<Message> oldestIn(Sql &sql, const ConversationId &conversation, Range range, int limit)
{
    static const QString statement = u"SELECT "_s + columns
        + u" FROM messages WHERE conversation_id = ? AND seq BETWEEN ? AND ? ORDER BY seq LIMIT ?"_s;
    return readAll(sql, statement, {conversation, range.from, range.to, limit});
}

int countUnread(Sql &sql, const ConversationId &conversation, Range range, const UserId &reader)
{
    int count = 0;
    sql.each(u"SELECT count(*) FROM messages WHERE conversation_id = ? AND seq BETWEEN ? AND ? "
             "AND sender_id <> ? AND type <> 'system'"_s,
             {conversation, range.from, range.to, reader},
             [&count](const QSqlQuery &row) { count = row.value(0).toInt(); });
    return count;
}

QList<Message> search(Sql &sql, const QString &words, int limit)
{
    static const QString statement = u"SELECT "_s + columns
        + u" FROM messages WHERE key IN (SELECT rowid FROM message_text WHERE message_text MATCH ?) "
          "ORDER BY created_at DESC LIMIT ?"_s;
    const QString match = matchExpression(words);
    return match.isEmpty() ? QList<Message>() : readAll(sql, statement, {match, limit});
}

QList<Message> select(Sql &sql, const QString &condition, QVariantList values, int limit)
{
    const QString statement = u"SELECT "_s + columns + u" FROM messages WHERE "_s + condition
        + u" ORDER BY created_at DESC, seq DESC LIMIT ?"_s;
    return readAll(sql, statement, values << limit);
}

void clear(Sql &sql, const ConversationId &conversation)
{
    sql.exec(u"DELETE FROM messages WHERE conversation_id = ?"_s, {conversation});
    sql.exec(u"DELETE FROM segments WHERE conversation_id = ?"_s, {conversation});
}

} // namespace Hearth::MessageTable
