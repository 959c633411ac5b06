// SPDX-License-Identifier: Apache-2.0
// What changes a conversation itself: its fields, and its end.
#include "storage/conversationlock.h"
#include "storage/conversationrows.h"
#include "storage/erasure.h"
#include "storage/filerows.h"
#include "storage/systemmessages.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int messagesErasedAtOnce = 5'000; // keeps each statement far below its time limit

std::optional<MemberRole> roleIn(Sql &sql, const ConversationLock &lock, const UserId &actor)
{
    const auto member = lock.exists() ? readMembership(sql, lock.id(), actor) : std::nullopt;
    return member ? std::optional(member->role) : std::nullopt;
}

// Takes one change for all that differs; false when nothing does.
bool changeFields(Sql &sql, ConversationLock &lock, const ConversationFields &before,
                  const ConversationFields &after, Timestamp at)
{
    if (after == before)
        return false;
    (void)lock.takeChange();
    lock.noteFieldsChanged();
    sql.run(u"UPDATE conversations SET name = :name, description = :description, avatar_url = :avatar,"
            " updated_at = :at WHERE id = :id"_s,
            {{":name", after.name},
             {":description", after.description},
             {":avatar", after.avatarUrl},
             {":at", at},
             {":id", lock.id()}});
    lock.save(at);
    return true;
}

// The picture that was there goes, and the new one gets its row. What avatar_url is to be.
Result<std::optional<QString>> writeAvatar(Sql &sql, const ConversationFields &before,
                                           const ConversationEdit &edit)
{
    if (!edit.avatar)
        return before.avatarUrl;
    eraseAvatar(sql, before.avatarUrl, FileAudience::Conversation);
    if (!*edit.avatar)
        return std::optional<QString>();
    const File &picture = **edit.avatar;
    return insertFile(sql, picture, FileAudience::Conversation, edit.uploadQuota).map([&picture] {
        return std::optional(urlOfFile(picture.id));
    });
}

QList<Message> writeNotices(Sql &sql, ConversationLock &lock, const ConversationFields &before,
                            const ConversationFields &after, const UserId &actor, Timestamp at)
{
    QList<Message> notices;
    if (after.name != before.name) {
        notices += writeSystemMessage(sql, lock, SystemEvent::ConversationRenamed, actor,
                                      {{u"name"_s, after.name.value_or(QString())}}, at);
    }
    if (after.description != before.description)
        notices += writeSystemMessage(sql, lock, SystemEvent::ConversationDescribed, actor, {}, at);
    lock.save(at);
    return notices;
}

struct SomeMessages {
    QList<MessageId> ids;
    qint64 lastSeq = 0;
};

SomeMessages readSomeMessages(Sql &sql, const ConversationId &id, qint64 afterSeq)
{
    SomeMessages some;
    Rows rows = sql.run(u"SELECT id, seq FROM messages WHERE conversation_id = :id AND seq > :after"
                        " ORDER BY seq LIMIT :limit"_s,
                        {{":id", id}, {":after", afterSeq}, {":limit", messagesErasedAtOnce}});
    while (rows.next()) {
        MessageId message;
        rows >> message >> some.lastSeq;
        some.ids.append(message);
    }
    return some;
}

void eraseMessages(Sql &sql, const ConversationId &id)
{
    SomeMessages some = readSomeMessages(sql, id, 0);
    while (!some.ids.isEmpty()) {
        eraseContents(sql, some.ids);
        RowSet rows = sql.rowSet();
        for (const MessageId &message : std::as_const(some.ids))
            rows.add(message);
        sql.run(u"DELETE FROM messages WHERE id IN (SELECT rows.id FROM {rows id TEXT})"_s, rows);
        some = readSomeMessages(sql, id, some.lastSeq);
    }
    sql.run(u"DELETE FROM notifications WHERE conversation_id = :id"_s, {{":id", id}});
    sql.run(u"DELETE FROM receipts WHERE conversation_id = :id"_s, {{":id", id}});
}

// What stays of it says nothing but that it was there.
void endConversation(Sql &sql, const ConversationId &id, Timestamp at)
{
    eraseAvatar(sql, readFields(sql, id).avatarUrl, FileAudience::Conversation);
    sql.run(u"UPDATE conversation_members SET removed_at = :at WHERE conversation_id = :id"
            " AND removed_at IS NULL"_s,
            {{":at", at}, {":id", id}});
    sql.run(u"UPDATE conversations SET name = NULL, description = NULL, avatar_url = NULL,"
            " deleted_at = :deleted, updated_at = :updated WHERE id = :id"_s,
            {{":deleted", at}, {":updated", at}, {":id", id}});
}

} // namespace

QCoro::Task<Result<EditedConversation>> ConversationStore::edit(ConversationId id, UserId actor,
                                                                ConversationEdit edit, ConversationRule rule,
                                                                Timestamp at)
{
    return m_db.write([id, actor, edit, rule, at](Sql &sql) -> Result<EditedConversation> {
        ConversationLock lock(sql, id);
        const auto role = roleIn(sql, lock, actor);
        if (!role)
            return noConversation();
        if (const auto allowed = rule(lock.type(), *role); !allowed)
            return fail(allowed.error());

        const ConversationFields before = readFields(sql, id);
        ConversationFields after = before;
        after.name = edit.name ? edit.name : before.name;
        after.description = edit.description.value_or(before.description);
        auto avatar = writeAvatar(sql, before, edit);
        if (!avatar)
            return fail(std::move(avatar.error()));
        after.avatarUrl = std::move(*avatar);
        EditedConversation done;
        if (changeFields(sql, lock, before, after, at)) {
            done.change = lock.lastChange();
            done.fields = readFields(sql, id);
            done.notices = writeNotices(sql, lock, before, after, actor, at);
        }
        done.conversation = readConversation(sql, id, actor).value_or(Conversation());
        return done;
    });
}

QCoro::Task<Result<DeletedConversation>> ConversationStore::remove(ConversationId id, UserId actor,
                                                                   ConversationRule rule, Timestamp at)
{
    return m_db.write([id, actor, rule, at](Sql &sql) -> Result<DeletedConversation> {
        ConversationLock lock(sql, id);
        const auto role = roleIn(sql, lock, actor);
        if (!role)
            return noConversation();
        if (const auto allowed = rule(lock.type(), *role); !allowed)
            return fail(allowed.error());

        DeletedConversation done{lock.takeChange(), readMemberIds(sql, id)};
        lock.noteFieldsChanged();
        lock.addMembers(-lock.memberCount());
        lock.save(at);
        eraseMessages(sql, id);
        endConversation(sql, id, at);
        return done;
    });
}

} // namespace Hearth
