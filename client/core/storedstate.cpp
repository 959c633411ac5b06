// SPDX-License-Identifier: Apache-2.0
#include "core/storedstate.h"

#include "core/attachmenttable.h"
#include "core/changetable.h"

#include <QJsonDocument>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

QList<Conversation> loadConversations(Sql &sql)
{
    QHash<ConversationId, QList<Member>> members;
    sql.each(
        u"SELECT conversation_id, user_id, role, can_send, joined_at, delivered_seq, read_seq FROM members"_s,
        {}, [&members](const QSqlQuery &row) {
            Member m;
            m.userId = row.value(1).toString();
            m.role = fromName<MemberRole>(row.value(2).toString()).value_or(MemberRole::Member);
            m.canSendMessages = row.value(3).toBool();
            m.joinedAt = fromMs(row.value(4).toLongLong());
            m.deliveredSeq = row.value(5).toLongLong();
            m.readSeq = row.value(6).toLongLong();
            members[row.value(0).toString()].append(m);
        });
    QList<Conversation> conversations;
    sql.each(u"SELECT change, body FROM conversations"_s, {}, [&](const QSqlQuery &row) {
        auto conversation = parse<Conversation>(row.value(1).toString().toUtf8());
        if (!conversation)
            return; // the next sync brings it again
        conversation->lastChange = row.value(0).toLongLong();
        conversation->members = members.value(conversation->id);
        conversations.append(std::move(*conversation));
    });
    return conversations;
}

QList<User> loadUsers(Sql &sql)
{
    QList<User> users;
    sql.each(u"SELECT body FROM users"_s, {}, [&users](const QSqlQuery &row) {
        if (auto user = parse<User>(row.value(0).toString().toUtf8()))
            users.append(std::move(*user));
    });
    return users;
}

QList<OutgoingMessage> loadOutbox(Sql &sql)
{
    QList<OutgoingMessage> outbox;
    sql.each(
        u"SELECT client_msg_id, conversation_id, draft, written_at, error_code, error_detail FROM own.outbox "
        "ORDER BY position"_s,
        {}, [&outbox](const QSqlQuery &row) {
            OutgoingMessage m;
            m.clientMsgId = row.value(0).toString();
            m.conversationId = row.value(1).toString();
            m.draft = parse<MessageDraft>(row.value(2).toString().toUtf8()).value_or(MessageDraft());
            m.writtenAt = fromMs(row.value(3).toLongLong());
            if (const QString code = row.value(4).toString(); !code.isEmpty()) {
                m.state = OutgoingState::Failed;
                m.error = Error{
                    errorCodeFromWire(code).value_or(ErrorCode::Internal), row.value(5).toString(), {}, {}};
            }
            outbox.append(std::move(m));
        });
    for (OutgoingMessage &message : outbox)
        message.attachments = AttachmentTable::of(sql, message.clientMsgId);
    return outbox;
}

void loadUnsent(Sql &sql, StoredState &state)
{
    sql.each(u"SELECT conversation_id, body FROM own.settings"_s, {}, [&state](const QSqlQuery &row) {
        const auto json = QJsonDocument::fromJson(row.value(1).toString().toUtf8());
        state.unsentSettings.insert(row.value(0).toString(), json.object());
    });
    sql.each(u"SELECT body FROM notifications ORDER BY number DESC"_s, {}, [&state](const QSqlQuery &row) {
        if (auto notification = parse<Notification>(row.value(0).toString().toUtf8()))
            state.notifications.append(std::move(*notification));
    });
    sql.each(u"SELECT what FROM own.notification_reads"_s, {}, [&state](const QSqlQuery &row) {
        state.unsentNotificationReads.append(row.value(0).toString());
    });
}

void loadCursor(Sql &sql, StoredState &state)
{
    sql.each(u"SELECT key, value FROM cursor"_s, {}, [&state](const QSqlQuery &row) {
        const QString value = row.value(1).toString();
        if (row.value(0).toString() == "epoch"_L1)
            state.epoch = value;
        else
            state.since = fromRfc3339(value);
    });
}

} // namespace

Result<StoredState> loadState(Sql &sql)
{
    StoredState state;
    state.conversations = loadConversations(sql);
    state.users = loadUsers(sql);
    state.outbox = loadOutbox(sql);
    state.changes = ChangeTable::all(sql);
    sql.each(u"SELECT conversation_id, text FROM own.drafts"_s, {}, [&state](const QSqlQuery &row) {
        state.drafts.insert(row.value(0).toString(), row.value(1).toString());
    });
    sql.each(u"SELECT conversation_id, seq FROM own.reads"_s, {}, [&state](const QSqlQuery &row) {
        state.unsentReads.insert(row.value(0).toString(), row.value(1).toLongLong());
    });
    loadUnsent(sql, state);
    loadCursor(sql, state);
    if (auto loaded = sql.takeError(); !loaded)
        return fail(std::move(loaded.error()));
    return state;
}

} // namespace Hearth
