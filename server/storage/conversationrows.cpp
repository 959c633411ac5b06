// SPDX-License-Identifier: Apache-2.0
#include "storage/conversationrows.h"

#include "storage/messagerows.h"
#include "wire/limits.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

#define HEARTH_VIEW \
    "SELECT c.id, c.type, c.name, c.description, c.avatar_url, c.history, c.member_count, c.first_seq, " \
    "c.last_seq, c.last_change, c.created_at, c.updated_at, c.fields_change, " \
    "c.last_activity_at, " HEARTH_FIRST_VISIBLE ", " HEARTH_OWN_COLUMNS \
    " FROM conversation_members AS m JOIN conversations AS c ON c.id = m.conversation_id" \
    " WHERE m.user_id = :viewer AND m.removed_at IS NULL"

namespace {

QList<ConversationView> readAll(Rows &&rows)
{
    QList<ConversationView> views;
    while (rows.next()) {
        ConversationView view;
        Conversation &c = view.conversation;
        rows >> c.id >> c.type >> c.name >> c.description >> c.avatarUrl >> c.history >> c.memberCount
            >> c.firstSeq >> c.lastSeq >> c.lastChange >> c.createdAt >> c.updatedAt >> view.fieldsChange
            >> view.lastActivityAt >> view.firstVisibleSeq;
        c.my = readOwn(rows);
        c.firstSeq = std::max(c.firstSeq, view.firstVisibleSeq); // nothing below is there for them
        views.append(view);
    }
    return views;
}

QHash<ConversationId, QList<Member>> readMembers(Sql &sql, const RowSet &conversations)
{
    QHash<ConversationId, QList<Member>> members;
    Rows rows = sql.run(u"SELECT m.conversation_id, " HEARTH_MEMBER_COLUMNS " FROM {rows id TEXT}"
                        " JOIN conversation_members AS m ON m.conversation_id = rows.id"
                        " WHERE m.removed_at IS NULL ORDER BY m.joined_at, m.change"_s,
                        conversations);
    while (rows.next()) {
        ConversationId id;
        rows >> id;
        members[id].append(readMember(rows));
    }
    return members;
}

QHash<ConversationId, Message> readLast(Sql &sql, const RowSet &places)
{
    QHash<ConversationId, Message> last;
    const QList<Message> messages =
        readMessages(sql.run(u"SELECT " HEARTH_MESSAGE_COLUMNS " FROM {rows id TEXT, seq BIGINT}"
                             " JOIN messages AS m ON m.conversation_id = rows.id AND m.seq = rows.seq"_s,
                             places));
    for (const Message &message : messages)
        last.insert(message.conversationId, message);
    return last;
}

} // namespace

OwnMembership readOwn(Rows &row)
{
    OwnMembership own;
    row >> own.role >> own.readSeq >> own.unreadCount >> own.mentionCount >> own.mutedUntil >> own.pinned
        >> own.archived >> own.level >> own.unreadFrom;
    return own;
}

Member readMember(Rows &row)
{
    Member member;
    row >> member.userId >> member.role >> member.canSendMessages >> member.joinedAt >> member.deliveredSeq
        >> member.readSeq;
    return member;
}

std::optional<ConversationView> readView(Sql &sql, const ConversationId &id, const UserId &viewer)
{
    const QList<ConversationView> views = readAll(
        sql.run(u"" HEARTH_VIEW " AND m.conversation_id = :id"_s, {{":viewer", viewer}, {":id", id}}));
    return views.isEmpty() ? std::nullopt : std::optional(views.first());
}

QList<ConversationView> readViews(Sql &sql, const UserId &viewer, int limit,
                                  const std::optional<ConversationCursor> &after)
{
    if (!after) {
        return readAll(sql.run(u"" HEARTH_VIEW " ORDER BY c.last_activity_at DESC, c.id DESC LIMIT :limit"_s,
                               {{":viewer", viewer}, {":limit", limit}}));
    }
    return readAll(sql.run(
        u"" HEARTH_VIEW " AND (c.last_activity_at, c.id) < (:at, :id)"
        " ORDER BY c.last_activity_at DESC, c.id DESC LIMIT :limit"_s,
        {{":viewer", viewer}, {":at", after->lastActivityAt}, {":id", after->id}, {":limit", limit}}));
}

void fill(Sql &sql, QList<ConversationView> &views)
{
    RowSet listed = sql.rowSet();
    RowSet places = sql.rowSet();
    for (const auto &[conversation, firstVisibleSeq, fieldsChange, lastActivityAt] : std::as_const(views)) {
        if (conversation.memberCount <= Limits::membersInConversation)
            listed.add(conversation.id);
        if (conversation.lastSeq >= conversation.firstSeq)
            places.add(conversation.id, conversation.lastSeq);
    }
    const auto members = listed.isEmpty() ? QHash<ConversationId, QList<Member>>() : readMembers(sql, listed);
    const auto last = places.isEmpty() ? QHash<ConversationId, Message>() : readLast(sql, places);
    for (ConversationView &view : views) {
        Conversation &conversation = view.conversation;
        if (const auto found = members.constFind(conversation.id); found != members.cend())
            conversation.members = *found;
        if (const auto found = last.constFind(conversation.id); found != last.cend())
            conversation.lastMessage = *found;
    }
}

std::optional<Conversation> readConversation(Sql &sql, const ConversationId &id, const UserId &viewer)
{
    const auto view = readView(sql, id, viewer);
    if (!view)
        return std::nullopt;
    QList<ConversationView> views{*view};
    fill(sql, views);
    return views.first().conversation;
}

std::optional<qsizetype> firstUnknownUser(Sql &sql, const QList<UserId> &ids)
{
    RowSet asked = sql.rowSet();
    for (const UserId &id : ids)
        asked.add(id);
    QSet<UserId> known;
    Rows rows = sql.run(u"SELECT u.id FROM {rows id TEXT} JOIN users AS u ON u.id = rows.id"
                        " WHERE u.deleted_at IS NULL"_s,
                        asked);
    while (rows.next()) {
        UserId id;
        rows >> id;
        known.insert(id);
    }
    const auto unknown =
        std::find_if(ids.begin(), ids.end(), [&](const UserId &id) { return !known.contains(id); });
    return unknown == ids.end() ? std::nullopt : std::optional(unknown - ids.begin());
}

ConversationFields readFields(Sql &sql, const ConversationId &id)
{
    ConversationFields c;
    Rows row = sql.run(u"SELECT id, type, name, description, avatar_url, history, member_count, first_seq,"
                       " last_seq, last_change, created_at, updated_at FROM conversations WHERE id = :id"_s,
                       {{":id", id}});
    if (row.next()) {
        row >> c.id >> c.type >> c.name >> c.description >> c.avatarUrl >> c.history >> c.memberCount
            >> c.firstSeq >> c.lastSeq >> c.lastChange >> c.createdAt >> c.updatedAt;
    }
    return c;
}

QList<UserId> readMemberIds(Sql &sql, const ConversationId &id)
{
    QList<UserId> members;
    Rows rows = sql.run(u"SELECT user_id FROM conversation_members"
                        " WHERE conversation_id = :id AND removed_at IS NULL"_s,
                        {{":id", id}});
    while (rows.next()) {
        UserId user;
        rows >> user;
        members.append(user);
    }
    return members;
}

tl::unexpected<Error> noConversation()
{
    return fail(ErrorCode::NotFound, u"There is no such conversation."_s);
}

} // namespace Hearth
