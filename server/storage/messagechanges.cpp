// SPDX-License-Identifier: Apache-2.0
// The part of MessageStore that changes stored messages, each under the lock of its conversation.
#include "storage/conversationlock.h"
#include "storage/conversationrows.h"
#include "storage/erasure.h"
#include "storage/messagerows.h"
#include "wire/limits.h"

#include <QSet>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<Error> noMessage()
{
    return fail(ErrorCode::NotFound, u"There is no such message."_s);
}

std::optional<Message> readById(Sql &sql, const MessageId &id)
{
    Rows row =
        sql.run(u"SELECT " HEARTH_MESSAGE_COLUMNS " FROM messages AS m WHERE m.id = :id"_s, {{":id", id}});
    return row.next() ? std::optional(readMessage(row)) : std::nullopt;
}

// One change: reads the message under the lock of its conversation, asks the rule, and lets `apply` write it
// with the number in `message.change`. `apply` answers false when there is nothing to change.
template<typename F>
Result<ChangedMessage> change(Sql &sql, const MessageAction &action, F apply)
{
    const auto unlocked = readById(sql, action.messageId); // its conversation never changes
    if (!unlocked)
        return noMessage();
    ConversationLock conversation(sql, unlocked->conversationId);
    const auto actor = readMembership(sql, unlocked->conversationId, action.actor);
    auto message = readById(sql, action.messageId);
    if (!conversation.exists() || !actor || !message || message->seq < actor->firstVisibleSeq)
        return noMessage();

    MessageContext context{*message, conversation.type(), *actor};
    if (const auto sender = readMembership(sql, message->conversationId, message->senderId))
        context.senderRole = sender->role;
    if (auto allowed = action.rule(context); !allowed)
        return fail(std::move(allowed.error()));
    if (action.ifChange && *action.ifChange != message->change)
        return fail(ErrorCode::PreconditionFailed, u"The message has changed meanwhile."_s);

    const qint64 before = message->change;
    message->change = conversation.takeChange();
    if (!apply(*message)) {
        message->change = before;
        return ChangedMessage{*message, false};
    }
    conversation.save(action.at);
    return ChangedMessage{*message};
}

void writeMentions(Sql &sql, const Message &message)
{
    sql.run(u"DELETE FROM message_mentions WHERE conversation_id = :conversation AND seq = :seq"_s,
            {{":conversation", message.conversationId}, {":seq", message.seq}});
    RowSet rows = sql.rowSet();
    QSet<UserId> mentioned;
    for (const Mention &mention : message.mentions) {
        if (!mentioned.contains(mention.userId))
            rows.add(mention.userId, message.conversationId, message.seq);
        mentioned.insert(mention.userId);
    }
    if (!rows.isEmpty()) {
        sql.run(u"INSERT INTO message_mentions (user_id, conversation_id, seq)"
                " SELECT * FROM {rows user_id TEXT, conversation_id TEXT, seq BIGINT}"_s,
                rows);
    }
}

bool writeEdit(Sql &sql, Message &message, const MessageEdit &edit, Timestamp at)
{
    if (message.content == edit.content && message.mentions == edit.mentions)
        return false;
    sql.run(u"INSERT INTO message_edits (message_id, change, content, mentions, written_at)"
            " VALUES (:id, :change, :content, :mentions, :at)"_s,
            {{":id", message.id},
             {":change", message.change},
             {":content", message.content},
             {":mentions", toJson(message.mentions)},
             {":at", message.editedAt.value_or(message.createdAt)}});
    message.content = edit.content;
    message.mentions = edit.mentions;
    message.isEdited = true;
    message.editedAt = at;
    sql.run(u"UPDATE messages SET content = :content, mentions = :mentions, edited_at = :at, change = :change"
            " WHERE id = :id"_s,
            {{":content", message.content},
             {":mentions", toJson(message.mentions)},
             {":at", at},
             {":change", message.change},
             {":id", message.id}});
    writeMentions(sql, message);
    return true;
}

// The thread's first message shows one reply less, under the number of this change.
void uncountReply(Sql &sql, const Message &message)
{
    if (!message.threadRootId)
        return;
    sql.run(u"UPDATE messages SET reply_count = reply_count - 1, change = :change WHERE id = :root"_s,
            {{":change", message.change}, {":root", *message.threadRootId}});
}

// Ids and numbers stay, so that `seq` has no gap, and nothing of what it said.
bool writeRemoval(Sql &sql, Message &message, Timestamp at)
{
    if (message.isDeleted)
        return false;
    eraseContents(sql, {message.id});
    message.content = QLatin1StringView("");
    message.mentions.clear();
    message.attachments.clear();
    message.metadata = {};
    message.reactions.clear();
    message.pinned = false;
    message.isEdited = false;
    message.editedAt.reset();
    message.isDeleted = true;
    message.deletedAt = at;
    // The hash, too: short contents could be guessed from it.
    sql.run(u"UPDATE messages SET request_hash = '', content = '', mentions = '[]', attachments = '[]',"
            " metadata = '{}', reactions = '[]', pinned = FALSE, edited_at = NULL, deleted_at = :at, change "
            "= :change"
            " WHERE id = :id"_s,
            {{":at", at}, {":change", message.change}, {":id", message.id}});
    uncountReply(sql, message);
    return true;
}

bool writePin(Sql &sql, Message &message, bool pinned)
{
    if (message.pinned == pinned)
        return false;
    message.pinned = pinned;
    sql.run(u"UPDATE messages SET pinned = :pinned, change = :change WHERE id = :id"_s,
            {{":pinned", pinned}, {":change", message.change}, {":id", message.id}});
    return true;
}

void writeReactions(Sql &sql, const Message &message)
{
    sql.run(u"UPDATE messages SET reactions = :reactions, change = :change WHERE id = :id"_s,
            {{":reactions", toJson(message.reactions)}, {":change", message.change}, {":id", message.id}});
}

bool insertReaction(Sql &sql, Message &message, const UserId &user, const QString &emoji, Timestamp at)
{
    const Rows inserted = sql.run(u"INSERT INTO message_reactions (message_id, emoji, user_id, at)"
                                  " VALUES (:id, :emoji, :user, :at) ON CONFLICT DO NOTHING"_s,
                                  {{":id", message.id}, {":emoji", emoji}, {":user", user}, {":at", at}});
    if (inserted.affected() < 1)
        return false;
    auto reaction = std::ranges::find(message.reactions, emoji, &Reaction::emoji);
    if (reaction == message.reactions.end())
        reaction = message.reactions.insert(message.reactions.end(), Reaction{emoji, 0, {}});
    ++reaction->count;
    if (reaction->userIds.size() < Limits::reactionUsersListed)
        reaction->userIds.append(user);
    writeReactions(sql, message);
    return true;
}

QList<UserId> firstReactors(Sql &sql, const MessageId &id, const QString &emoji)
{
    QList<UserId> users;
    Rows rows = sql.run(u"SELECT user_id FROM message_reactions WHERE message_id = :id AND emoji = :emoji"
                        " ORDER BY at, user_id LIMIT :limit"_s,
                        {{":id", id}, {":emoji", emoji}, {":limit", Limits::reactionUsersListed}});
    while (rows.next()) {
        UserId user;
        rows >> user;
        users.append(user);
    }
    return users;
}

bool deleteReaction(Sql &sql, Message &message, const UserId &user, const QString &emoji)
{
    const int removed = sql.run(u"DELETE FROM message_reactions"
                                " WHERE message_id = :id AND emoji = :emoji AND user_id = :user"_s,
                                {{":id", message.id}, {":emoji", emoji}, {":user", user}})
                            .affected();
    const auto reaction = std::ranges::find(message.reactions, emoji, &Reaction::emoji);
    if (removed < 1 || reaction == message.reactions.end())
        return false;
    const bool listed = reaction->userIds.removeOne(user);
    if (--reaction->count == 0)
        message.reactions.erase(reaction);
    else if (listed && reaction->count >= Limits::reactionUsersListed)
        reaction->userIds = firstReactors(sql, message.id, emoji); // somebody moves up
    writeReactions(sql, message);
    return true;
}

struct Place {
    ConversationId conversation;
    Timestamp sentAt = {};
};

std::optional<Place> firstOf(Sql &sql, const UserId &sender, Timestamp from)
{
    Rows row = sql.run(u"SELECT conversation_id, created_at FROM messages WHERE sender_id = :sender"
                       " AND created_at >= :from AND deleted_at IS NULL AND type <> :system"
                       " ORDER BY created_at LIMIT 1"_s,
                       {{":sender", sender}, {":from", from}, {":system", MessageType::System}});
    if (!row.next())
        return std::nullopt;
    Place place;
    row >> place.conversation >> place.sentAt;
    return place;
}

QList<Message> messagesOf(Sql &sql, const UserId &sender, const Place &from, int limit)
{
    return readMessages(sql.run(u"SELECT " HEARTH_MESSAGE_COLUMNS
                                " FROM messages AS m WHERE m.sender_id = :sender AND m.created_at >= :from"
                                " AND m.conversation_id = :conversation AND m.deleted_at IS NULL"
                                " AND m.type <> :system ORDER BY m.created_at, m.seq LIMIT :limit"_s,
                                {{":sender", sender},
                                 {":from", from.sentAt},
                                 {":conversation", from.conversation},
                                 {":system", MessageType::System},
                                 {":limit", limit}}));
}

QList<MembershipRow> readMembers(Sql &sql, const ConversationId &id)
{
    QList<MembershipRow> members;
    Rows rows = sql.run(u"SELECT m.user_id, " HEARTH_FIRST_VISIBLE
                        " FROM conversation_members AS m JOIN conversations AS c ON c.id = m.conversation_id"
                        " WHERE c.id = :id AND m.removed_at IS NULL"_s,
                        {{":id", id}});
    while (rows.next()) {
        MembershipRow member;
        rows >> member.userId >> member.firstVisibleSeq;
        members.append(member);
    }
    return members;
}

} // namespace

QCoro::Task<Result<ChangedMessage>> MessageStore::edit(MessageAction action, MessageEdit edit)
{
    return m_db.write([action, edit](Sql &sql) {
        return change(sql, action,
                      [&](Message &message) { return writeEdit(sql, message, edit, action.at); });
    });
}

QCoro::Task<Result<ChangedMessage>> MessageStore::remove(MessageAction action)
{
    return m_db.write([action](Sql &sql) {
        return change(sql, action, [&](Message &message) { return writeRemoval(sql, message, action.at); });
    });
}

QCoro::Task<Result<ChangedMessage>> MessageStore::setPinned(MessageAction action, bool pinned)
{
    return m_db.write([action, pinned](Sql &sql) {
        return change(sql, action, [&](Message &message) { return writePin(sql, message, pinned); });
    });
}

QCoro::Task<Result<ChangedMessage>> MessageStore::addReaction(MessageAction action, QString emoji)
{
    return m_db.write([action, emoji](Sql &sql) {
        return change(sql, action, [&](Message &message) {
            return insertReaction(sql, message, action.actor, emoji, action.at);
        });
    });
}

QCoro::Task<Result<ChangedMessage>> MessageStore::removeReaction(MessageAction action, QString emoji)
{
    return m_db.write([action, emoji](Sql &sql) {
        return change(sql, action,
                      [&](Message &message) { return deleteReaction(sql, message, action.actor, emoji); });
    });
}

QCoro::Task<Result<DeletedMessages>> MessageStore::removeNextOf(UserId sender, Timestamp from, int limit,
                                                                Timestamp at)
{
    return m_db.write([sender, from, limit, at](Sql &sql) -> Result<DeletedMessages> {
        DeletedMessages removed;
        const auto place = firstOf(sql, sender, from);
        if (!place)
            return removed;
        ConversationLock conversation(sql, place->conversation);
        removed.messages = messagesOf(sql, sender, *place, limit); // under the lock: as they are now
        for (Message &message : removed.messages) {
            if (conversation.exists()) // nobody follows the changes of one that was deleted
                message.change = conversation.takeChange();
            writeRemoval(sql, message, at);
        }
        if (conversation.exists())
            conversation.save(at);
        removed.members = readMembers(sql, place->conversation);
        removed.from = place->sentAt;
        return removed;
    });
}

QCoro::Task<Result<QList<MessageVersion>>> MessageStore::versions(MessageId id)
{
    return m_db.query([id](Sql &sql) -> Result<QList<MessageVersion>> {
        QList<MessageVersion> versions;
        Rows rows = sql.run(u"SELECT content, mentions, written_at FROM message_edits"
                            " WHERE message_id = :id ORDER BY change"_s,
                            {{":id", id}});
        while (rows.next()) {
            MessageVersion version;
            rows >> version.content >> version.mentions >> version.writtenAt;
            versions.append(version);
        }
        return versions;
    });
}

QCoro::Task<Result<MessagePage>> MessageStore::replies(MessageId root, qint64 afterSeq, int limit)
{
    return m_db.query([root, afterSeq, limit](Sql &sql) -> Result<MessagePage> {
        MessagePage page;
        page.items = readMessages(sql.run(u"SELECT " HEARTH_MESSAGE_COLUMNS
                                          " FROM messages AS m WHERE m.thread_root_id = :root"
                                          " AND m.seq > :after ORDER BY m.seq LIMIT :limit"_s,
                                          {{":root", root}, {":after", afterSeq}, {":limit", limit + 1}}));
        page.hasMore = page.items.size() > limit;
        if (page.hasMore)
            page.items.removeLast();
        return page;
    });
}

} // namespace Hearth
