// SPDX-License-Identifier: Apache-2.0
#include "storage/messagestore.h"

#include "storage/messagebatch.h"
#include "storage/messagequeue.h"
#include "storage/messagerows.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

MessageStore::MessageStore(Database &db)
    : m_db(db)
    , m_queue(std::make_shared<MessageQueue>(db))
{
    db.setCatchUp([queue = std::weak_ptr(m_queue)] {
        if (const auto alive = queue.lock())
            alive->answerAll();
    });
}

MessageStore::~MessageStore()
{
    m_queue->close();
}

QCoro::Task<Result<StoredMessage>> MessageStore::append(MessageInsert message)
{
    MessageQueue::Entry entry{std::move(message)};
    co_await m_queue->stored(entry);
    co_return std::move(entry.answer);
}

int MessageStore::queued() const
{
    return m_queue->size();
}

QCoro::Task<Result<Message>> MessageStore::byId(MessageId id)
{
    return m_db.query([id](Sql &sql) -> Result<Message> {
        Rows row = sql.run(u"SELECT " HEARTH_MESSAGE_COLUMNS " FROM messages AS m WHERE m.id = :id"_s,
                           {{":id", id}});
        if (!row.next())
            return fail(ErrorCode::NotFound, u"There is no such message."_s);
        return readMessage(row);
    });
}

QCoro::Task<Result<MessageId>> MessageStore::idAt(ConversationId conversation, qint64 seq)
{
    return m_db.query([conversation, seq](Sql &sql) -> Result<MessageId> {
        Rows row = sql.run(u"SELECT id FROM messages WHERE conversation_id = :conversation AND seq = :seq"_s,
                           {{":conversation", conversation}, {":seq", seq}});
        if (!row.next())
            return fail(ErrorCode::NotFound, u"There is no such message."_s);
        MessageId id;
        row >> id;
        return id;
    });
}

QCoro::Task<Result<MessagePage>> MessageStore::page(MessageQuery query)
{
    return m_db.read([query](Sql &sql) -> Result<MessagePage> { return readPage(sql, query); });
}

} // namespace Hearth
