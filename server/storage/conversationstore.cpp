// SPDX-License-Identifier: Apache-2.0
#include "storage/conversationstore.h"

#include "storage/conversationrows.h"
#include "wire/limits.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Times are taken before a transaction commits, so what is committed later may look older than this.
constexpr auto overlap = 5min;

// Names the pair whichever way round it is given; JSON, as a user id may hold any character.
std::optional<QString> directKey(const NewConversation &conversation)
{
    if (conversation.type != ConversationType::Direct)
        return {};
    QList<UserId> pair = conversation.memberIds;
    std::sort(pair.begin(), pair.end());
    return QString::fromUtf8(toJson(pair));
}

// The owner comes first, the others as they were named.
QList<UserId> inOrderOfJoining(const NewConversation &conversation)
{
    QList<UserId> members = conversation.memberIds;
    std::stable_partition(members.begin(), members.end(),
                          [&](const UserId &id) { return id == conversation.creator; });
    return members;
}

ConversationId existingDirect(Sql &sql, const QString &key)
{
    ConversationId id;
    Rows row = sql.run(u"SELECT id FROM conversations WHERE direct_key = :key"_s, {{":key", key}});
    if (row.next())
        row >> id;
    return id;
}

bool insertRow(Sql &sql, const NewConversation &c)
{
    // One change for each member, and one for the conversation itself.
    const qint64 change = c.memberIds.size() + 1;
    Rows rows =
        sql.run(u"INSERT INTO conversations (id, type, name, description, history, direct_key, member_count,"
                " last_change, fields_change, last_activity_at, created_at, updated_at)"
                " VALUES (:id, :type, :name, :description, :history, :key, :members, :change, :fields_change,"
                " :activity, :created, :updated) ON CONFLICT (direct_key) DO NOTHING"_s,
                {{":id", c.id},
                 {":type", c.type},
                 {":name", c.name},
                 {":description", c.description},
                 {":history", c.history},
                 {":key", directKey(c)},
                 {":members", c.memberIds.size()},
                 {":change", change},
                 {":fields_change", change},
                 {":activity", c.createdAt},
                 {":created", c.createdAt},
                 {":updated", c.createdAt}});
    return rows.affected() > 0;
}

void insertMembers(Sql &sql, const NewConversation &c)
{
    RowSet members = sql.rowSet();
    qint64 change = 0;
    for (const UserId &id : inOrderOfJoining(c)) {
        const bool owner = c.type == ConversationType::Group && id == c.creator;
        members.add(id, owner ? MemberRole::Owner : MemberRole::Member, ++change);
    }
    sql.run(u"INSERT INTO conversation_members (conversation_id, user_id, role, joined_at, joined_seq,"
            " delivered_seq, read_seq, read_ordinal, change, touched_at)"
            " SELECT :conversation, rows.user_id, rows.role, :joined, 0, 0, 0, 0, rows.change, :touched"
            " FROM {rows user_id TEXT, role TEXT, change BIGINT}"_s,
            members, {{":conversation", c.id}, {":joined", c.createdAt}, {":touched", c.createdAt}});
}

QList<Head> readHeads(Sql &sql, const UserId &viewer, Timestamp since)
{
    QList<Head> heads;
    Rows rows =
        sql.run(u"SELECT c.id, c.last_change, c.last_seq, " HEARTH_OWN_COLUMNS
                " FROM conversation_members AS m JOIN conversations AS c ON c.id = m.conversation_id"
                " WHERE m.user_id = :viewer AND m.removed_at IS NULL"
                " AND (c.last_activity_at >= :active OR c.swept_at >= :swept OR m.touched_at >= :touched)"_s,
                {{":viewer", viewer}, {":active", since}, {":swept", since}, {":touched", since}});
    while (rows.next()) {
        Head head;
        rows >> head.conversationId >> head.lastChange >> head.lastSeq;
        head.my = readOwn(rows);
        heads.append(head);
    }
    return heads;
}

QList<ConversationId> readLeft(Sql &sql, const UserId &viewer, Timestamp since)
{
    QList<ConversationId> left;
    Rows rows = sql.run(u"SELECT conversation_id FROM conversation_members"
                        " WHERE user_id = :viewer AND removed_at >= :since"_s,
                        {{":viewer", viewer}, {":since", since}});
    while (rows.next()) {
        ConversationId id;
        rows >> id;
        left.append(id);
    }
    return left;
}

} // namespace

QCoro::Task<Result<CreatedConversation>> ConversationStore::insert(NewConversation conversation)
{
    return m_db.write([conversation](Sql &sql) -> Result<CreatedConversation> {
        if (const auto unknown = firstUnknownUser(sql, conversation.memberIds)) {
            return fail(ErrorCode::InvalidField, u"There is no such user."_s,
                        u"/member_ids/%1"_s.arg(*unknown));
        }
        CreatedConversation made{conversation.id, insertRow(sql, conversation)};
        if (made.created)
            insertMembers(sql, conversation);
        else
            made.id = existingDirect(sql, directKey(conversation).value_or(QString()));
        made.conversation = readConversation(sql, made.id, conversation.creator).value_or(Conversation());
        return made;
    });
}

QCoro::Task<Result<Conversation>> ConversationStore::get(ConversationId id, UserId viewer)
{
    return m_db.read([id, viewer](Sql &sql) -> Result<Conversation> {
        const auto conversation = readConversation(sql, id, viewer);
        if (!conversation)
            return noConversation();
        return *conversation;
    });
}

QCoro::Task<Result<ConversationPage>> ConversationStore::list(UserId viewer, int limit,
                                                              std::optional<ConversationCursor> after)
{
    return m_db.read([viewer, limit, after](Sql &sql) -> Result<ConversationPage> {
        QList<ConversationView> views = readViews(sql, viewer, limit + 1, after);
        ConversationPage page;
        if (views.size() > limit) {
            views.removeLast();
            page.next = ConversationCursor{views.last().lastActivityAt, views.last().conversation.id};
        }
        fill(sql, views);
        for (const ConversationView &view : std::as_const(views))
            page.items.append(view.conversation);
        return page;
    });
}

QCoro::Task<Result<ConversationRecord>> ConversationStore::record(ConversationId id)
{
    return m_db.query([id](Sql &sql) -> Result<ConversationRecord> {
        ConversationRecord record;
        Rows rows = sql.run(u"SELECT c.id, c.type, c.last_seq, c.last_change, m.user_id, m.role,"
                            " m.can_send_messages, " HEARTH_FIRST_VISIBLE ", m.delivered_seq, m.read_seq"
                            " FROM conversations AS c JOIN conversation_members AS m"
                            " ON m.conversation_id = c.id AND m.removed_at IS NULL WHERE c.id = :id"_s,
                            {{":id", id}});
        while (rows.next()) {
            MembershipRow member;
            rows >> record.id >> record.type >> record.lastSeq >> record.lastChange >> member.userId
                >> member.role >> member.canSendMessages >> member.firstVisibleSeq >> member.deliveredSeq
                >> member.readSeq;
            record.members.append(member);
        }
        if (record.members.isEmpty())
            return noConversation();
        return record;
    });
}

QCoro::Task<Result<Heads>> ConversationStore::heads(UserId viewer, std::optional<Timestamp> since)
{
    return m_db.read([viewer, since](Sql &sql) -> Result<Heads> {
        Heads heads;
        heads.serverTime = now();
        const Timestamp from = since ? *since - overlap : Timestamp::min();
        heads.heads = readHeads(sql, viewer, from);
        if (since)
            heads.left = readLeft(sql, viewer, from);
        return heads;
    });
}


QCoro::Task<Result<qint64>> ConversationStore::count()
{
    return m_db.query([](Sql &sql) -> Result<qint64> {
        qint64 count = 0;
        if (Rows rows = sql.run(u"SELECT count(*) FROM conversations WHERE deleted_at IS NULL"_s);
            rows.next())
            rows >> count;
        return count;
    });
}

} // namespace Hearth
