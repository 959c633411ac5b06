// SPDX-License-Identifier: Apache-2.0
#include "storage/conversationlock.h"

#include "storage/conversationrows.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

ConversationLock::ConversationLock(Sql &sql, const ConversationId &id)
    : m_sql(sql)
    , m_id(id)
{
    Rows row = sql.run(u"SELECT type, member_count, last_seq, last_change, last_ordinal, fields_change"
                       " FROM conversations WHERE id = :id AND deleted_at IS NULL {for update}"_s,
                       {{":id", id}});
    m_exists = row.next();
    if (m_exists)
        row >> m_type >> m_memberCount >> m_lastSeq >> m_lastChange >> m_lastOrdinal >> m_fieldsChange;
}

void ConversationLock::save(Timestamp at)
{
    m_sql.run(
        u"UPDATE conversations SET member_count = :members, last_seq = :seq, last_change = :change,"
        " fields_change = :fields, last_activity_at = {greatest}(last_activity_at, :at) WHERE id = :id"_s,
        {{":members", m_memberCount},
         {":seq", m_lastSeq},
         {":change", m_lastChange},
         {":fields", m_fieldsChange},
         {":at", at},
         {":id", m_id}});
}

std::optional<MembershipRow> readMembership(Sql &sql, const ConversationId &conversation, const UserId &user)
{
    Rows row = sql.run(u"SELECT m.user_id, m.role, m.can_send_messages, " HEARTH_FIRST_VISIBLE
                       ", m.delivered_seq, m.read_seq"
                       " FROM conversation_members AS m JOIN conversations AS c ON c.id = m.conversation_id"
                       " WHERE m.conversation_id = :conversation AND m.user_id = :user"
                       " AND m.removed_at IS NULL"_s,
                       {{":conversation", conversation}, {":user", user}});
    if (!row.next())
        return std::nullopt;
    MembershipRow member;
    row >> member.userId >> member.role >> member.canSendMessages >> member.firstVisibleSeq
        >> member.deliveredSeq >> member.readSeq;
    return member;
}

} // namespace Hearth
