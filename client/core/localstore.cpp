// SPDX-License-Identifier: Apache-2.0
#include "core/localstore.h"

#include "core/attachmenttable.h"
#include "core/changetable.h"
#include "core/storedstate.h"

#include <QJsonDocument>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

void putConversation(Sql &sql, Conversation conversation)
{
    conversation.members.reset();
    sql.exec(u"INSERT INTO conversations (id, change, body) VALUES (?, ?, ?) "
             "ON CONFLICT (id) DO UPDATE SET change = excluded.change, body = excluded.body"_s,
             {conversation.id, conversation.lastChange, QString::fromUtf8(toJson(conversation))});
}

void putMembers(Sql &sql, const ConversationId &conversation, const QList<Member> &members)
{
    for (const Member &m : members) {
        sql.exec(u"INSERT OR REPLACE INTO members (conversation_id, user_id, role, can_send, joined_at, "
                 "delivered_seq, read_seq) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                 {conversation, m.userId, QString(toName(m.role)), m.canSendMessages, toMs(m.joinedAt),
                  m.deliveredSeq, m.readSeq});
    }
}

void removeMembers(Sql &sql, const ConversationId &conversation, const QList<UserId> &users)
{
    for (const UserId &user : users)
        sql.exec(u"DELETE FROM members WHERE conversation_id = ? AND user_id = ?"_s, {conversation, user});
}

qint64 cursorOf(Sql &sql, const ConversationId &conversation)
{
    qint64 change = 0;
    sql.each(u"SELECT change FROM conversations WHERE id = ?"_s, {conversation},
             [&change](const QSqlQuery &row) { change = row.value(0).toLongLong(); });
    return change;
}

void applyBatch(Sql &sql, const Batch &batch)
{
    const ConversationId &id = batch.conversation.id;
    if (!batch.snapshot && cursorOf(sql, id) != batch.since)
        return sql.refuse({ErrorCode::Conflict, u"The stored conversation stands elsewhere."_s, {}, {}});
    if (batch.snapshot) {
        MessageTable::clear(sql, id);
        sql.exec(u"DELETE FROM members WHERE conversation_id = ?"_s, {id});
    }
    putConversation(sql, batch.conversation);
    putMembers(sql, id, batch.members);
    removeMembers(sql, id, batch.removed);
    MessageTable::put(sql, batch.messages);
    for (const Message &message : batch.messages)
        MessageTable::addRange(sql, id, {message.seq, message.seq});
}

StoredRun runBefore(Sql &sql, const ConversationId &conversation, qint64 seq, int limit)
{
    const auto range = MessageTable::rangeAt(sql, conversation, seq - 1);
    if (!range)
        return {{}, true};
    StoredRun run{MessageTable::newestIn(sql, conversation, {range->from, seq - 1}, limit)};
    run.gap = run.messages.size() < limit && range->from > 1;
    return run;
}

StoredRun runAfter(Sql &sql, const ConversationId &conversation, qint64 seq, int limit)
{
    const auto range = MessageTable::rangeAt(sql, conversation, seq + 1);
    if (!range)
        return {{}, true};
    StoredRun run{MessageTable::oldestIn(sql, conversation, {seq + 1, range->to}, limit)};
    run.gap = run.messages.size() < limit;
    return run;
}

StoredRun runAround(Sql &sql, const ConversationId &conversation, qint64 seq, int limit)
{
    StoredRun run = runBefore(sql, conversation, seq + 1, limit / 2 + 1);
    if (run.messages.isEmpty())
        return {{}, true};
    const StoredRun newer = runAfter(sql, conversation, seq, limit - int(run.messages.size()));
    return {run.messages + newer.messages, run.gap || newer.gap};
}

} // namespace

template<typename F>
QCoro::Task<Result<void>> LocalStore::write(F work)
{
    auto job = [work = std::move(work)](Sql &sql) { return sql.transaction([&] { work(sql); }); };
    co_return co_await m_thread.run(std::move(job));
}

QCoro::Task<Result<StoredState>> LocalStore::open()
{
    auto mended = co_await m_thread.open();
    if (!mended)
        co_return fail(mended.error());
    auto state = co_await m_thread.run(&loadState);
    if (state)
        state->mended = *mended;
    co_return state;
}

QCoro::Task<Result<void>> LocalStore::apply(Batch batch)
{
    return write([batch = std::move(batch)](Sql &sql) { applyBatch(sql, batch); });
}

QCoro::Task<Result<void>> LocalStore::keepHistory(HistoryPage page)
{
    return write([page = std::move(page)](Sql &sql) {
        MessageTable::put(sql, page.messages);
        if (page.range.from <= page.range.to)
            MessageTable::addRange(sql, page.conversationId, page.range);
    });
}

QCoro::Task<Result<void>> LocalStore::saveConversation(Conversation conversation)
{
    return write([conversation = std::move(conversation)](Sql &sql) {
        Conversation saved = conversation;
        saved.lastChange = cursorOf(sql, saved.id);
        putConversation(sql, saved);
    });
}

QCoro::Task<Result<void>> LocalStore::saveMembers(ConversationId conversation, QList<Member> members)
{
    return write([=](Sql &sql) { putMembers(sql, conversation, members); });
}

QCoro::Task<Result<void>> LocalStore::removeConversation(ConversationId conversation)
{
    return write([conversation](Sql &sql) {
        MessageTable::clear(sql, conversation);
        sql.exec(u"DELETE FROM conversations WHERE id = ?"_s, {conversation});
        for (const QString &table :
             {u"members"_s, u"own.outbox"_s, u"own.drafts"_s, u"own.reads"_s, u"own.changes"_s})
            sql.exec(u"DELETE FROM %1 WHERE conversation_id = ?"_s.arg(table), {conversation});
        AttachmentTable::clear(sql);
    });
}

QCoro::Task<Result<void>> LocalStore::saveUsers(QList<User> users)
{
    return write([users = std::move(users)](Sql &sql) {
        for (const User &user : users) {
            sql.exec(u"INSERT OR REPLACE INTO users (id, body) VALUES (?, ?)"_s,
                     {user.id, QString::fromUtf8(toJson(user))});
        }
    });
}

QCoro::Task<Result<void>> LocalStore::saveCursor(QString epoch, std::optional<Timestamp> since)
{
    return write([=](Sql &sql) {
        const QString statement = u"INSERT OR REPLACE INTO cursor (key, value) VALUES (?, ?)"_s;
        sql.exec(statement, {u"epoch"_s, epoch});
        sql.exec(u"DELETE FROM cursor WHERE key = 'since'"_s);
        if (since)
            sql.exec(statement, {u"since"_s, QString::fromLatin1(toRfc3339(*since))});
    });
}

QCoro::Task<Result<void>> LocalStore::voidCursors()
{
    return write([](Sql &sql) {
        sql.exec(u"DELETE FROM messages"_s);
        sql.exec(u"DELETE FROM segments"_s);
        sql.exec(u"DELETE FROM cursor"_s);
        sql.exec(u"UPDATE conversations SET change = 0"_s);
    });
}

QCoro::Task<Result<void>> LocalStore::shrink()
{
    return m_thread.run([](Sql &sql) -> Result<void> {
        sql.exec(u"VACUUM main"_s);
        sql.each(u"PRAGMA main.wal_checkpoint(TRUNCATE)"_s, {}, [](const QSqlQuery &) {});
        return sql.takeError();
    });
}

QCoro::Task<Result<StoredRun>> LocalStore::before(ConversationId conversation, qint64 seq, int limit)
{
    return m_thread.run([=](Sql &sql) -> Result<StoredRun> {
        const StoredRun run = runBefore(sql, conversation, seq, limit);
        return sql.takeError().map([&run] { return run; });
    });
}

QCoro::Task<Result<StoredRun>> LocalStore::after(ConversationId conversation, qint64 seq, int limit)
{
    return m_thread.run([=](Sql &sql) -> Result<StoredRun> {
        const StoredRun run = runAfter(sql, conversation, seq, limit);
        return sql.takeError().map([&run] { return run; });
    });
}

QCoro::Task<Result<StoredRun>> LocalStore::around(ConversationId conversation, qint64 seq, int limit)
{
    return m_thread.run([=](Sql &sql) -> Result<StoredRun> {
        const StoredRun run = runAround(sql, conversation, seq, limit);
        return sql.takeError().map([&run] { return run; });
    });
}

QCoro::Task<Result<int>> LocalStore::countUnread(ConversationId conversation, MessageTable::Range range,
                                                 UserId reader)
{
    return m_thread.run([=](Sql &sql) -> Result<int> {
        const int count = MessageTable::countUnread(sql, conversation, range, reader);
        return sql.takeError().map([count] { return count; });
    });
}

QCoro::Task<Result<QList<Message>>> LocalStore::search(QString words, int limit)
{
    return m_thread.run([=](Sql &sql) -> Result<QList<Message>> {
        const auto found = MessageTable::search(sql, words, limit);
        return sql.takeError().map([&found] { return found; });
    });
}

QCoro::Task<Result<void>> LocalStore::enqueue(OutgoingMessage message)
{
    return write([message = std::move(message)](Sql &sql) {
        sql.exec(
            u"INSERT INTO own.outbox (client_msg_id, conversation_id, draft, written_at) VALUES (?, ?, ?, ?)"_s,
            {message.clientMsgId, message.conversationId, QString::fromUtf8(toJson(message.draft)),
             toMs(message.writtenAt)});
        AttachmentTable::put(sql, message);
    });
}

QCoro::Task<Result<void>> LocalStore::setOutgoingError(QString clientMsgId, std::optional<Error> error)
{
    return write([=](Sql &sql) {
        const QVariant none(QMetaType::fromType<QString>());
        sql.exec(u"UPDATE own.outbox SET error_code = ?, error_detail = ? WHERE client_msg_id = ?"_s,
                 {error ? QVariant(QString(wireName(error->code))) : none,
                  error ? QVariant(error->detail) : none, clientMsgId});
    });
}

QCoro::Task<Result<void>> LocalStore::setOutgoingDraft(QString clientMsgId, MessageDraft draft)
{
    return write([=](Sql &sql) {
        sql.exec(u"UPDATE own.outbox SET draft = ? WHERE client_msg_id = ?"_s,
                 {QString::fromUtf8(toJson(draft)), clientMsgId});
    });
}

QCoro::Task<Result<void>> LocalStore::removeOutgoing(QString clientMsgId)
{
    return write([=](Sql &sql) {
        sql.exec(u"DELETE FROM own.outbox WHERE client_msg_id = ?"_s, {clientMsgId});
        AttachmentTable::clear(sql);
    });
}

QCoro::Task<Result<void>> LocalStore::setAttachmentCopied(QString id)
{
    return write([=](Sql &sql) { AttachmentTable::setCopied(sql, id); });
}

QCoro::Task<Result<void>> LocalStore::setAttachmentUploaded(QString id, QString fileId)
{
    return write([=](Sql &sql) { AttachmentTable::setUploaded(sql, id, fileId); });
}

QCoro::Task<Result<void>> LocalStore::enqueueChange(MessageChange change)
{
    return write([change = std::move(change)](Sql &sql) { ChangeTable::put(sql, change); });
}

QCoro::Task<Result<void>> LocalStore::setChangeError(QString id, std::optional<Error> error)
{
    return write([=](Sql &sql) { ChangeTable::setError(sql, id, error); });
}

QCoro::Task<Result<void>> LocalStore::removeChange(QString id)
{
    return write([=](Sql &sql) { ChangeTable::remove(sql, id); });
}

QCoro::Task<Result<void>> LocalStore::saveDraft(ConversationId conversation, QString text)
{
    return write([=](Sql &sql) {
        if (text.isEmpty())
            sql.exec(u"DELETE FROM own.drafts WHERE conversation_id = ?"_s, {conversation});
        else
            sql.exec(u"INSERT OR REPLACE INTO own.drafts (conversation_id, text) VALUES (?, ?)"_s,
                     {conversation, text});
    });
}

QCoro::Task<Result<void>> LocalStore::saveUnsentRead(ConversationId conversation, qint64 seq)
{
    return write([=](Sql &sql) {
        sql.exec(u"INSERT INTO own.reads (conversation_id, seq) VALUES (?, ?) "
                 "ON CONFLICT (conversation_id) DO UPDATE SET seq = max(seq, excluded.seq)"_s,
                 {conversation, seq});
    });
}

QCoro::Task<Result<void>> LocalStore::removeUnsentRead(ConversationId conversation, qint64 seq)
{
    return write([=](Sql &sql) {
        sql.exec(u"DELETE FROM own.reads WHERE conversation_id = ? AND seq <= ?"_s, {conversation, seq});
    });
}

QCoro::Task<Result<QList<Message>>> LocalStore::select(QString condition, QVariantList values, int limit)
{
    return m_thread.run([=](Sql &sql) -> Result<QList<Message>> {
        const auto found = MessageTable::select(sql, condition, values, limit);
        return sql.takeError().map([&found] { return found; });
    });
}

QCoro::Task<Result<void>> LocalStore::saveUnsentSettings(ConversationId conversation, QJsonObject settings)
{
    return write([=](Sql &sql) {
        if (settings.isEmpty())
            sql.exec(u"DELETE FROM own.settings WHERE conversation_id = ?"_s, {conversation});
        else
            sql.exec(
                u"INSERT OR REPLACE INTO own.settings (conversation_id, body) VALUES (?, ?)"_s,
                {conversation, QString::fromUtf8(QJsonDocument(settings).toJson(QJsonDocument::Compact))});
    });
}

QCoro::Task<Result<void>> LocalStore::saveUnsentNotificationRead(QString what)
{
    return write([=](Sql &sql) {
        sql.exec(u"INSERT OR REPLACE INTO own.notification_reads (what) VALUES (?)"_s, {what});
    });
}

QCoro::Task<Result<void>> LocalStore::removeUnsentNotificationRead(QString what)
{
    return write([=](Sql &sql) { sql.exec(u"DELETE FROM own.notification_reads WHERE what = ?"_s, {what}); });
}

QCoro::Task<Result<void>> LocalStore::saveNotifications(QList<Notification> notifications)
{
    return write([notifications = std::move(notifications)](Sql &sql) {
        sql.exec(u"DELETE FROM notifications"_s);
        for (const Notification &n : notifications)
            sql.exec(u"INSERT INTO notifications (id, number, body) VALUES (?, ?, ?)"_s,
                     {n.id, n.number, QString::fromUtf8(toJson(n))});
    });
}

} // namespace Hearth
