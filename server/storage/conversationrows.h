// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/conversationstore.h"
#include "storage/sql.h"

namespace Hearth {

// `conversation_members AS m` joined with `conversations AS c`: the first seq that the member may see.
#define HEARTH_FIRST_VISIBLE "CASE c.history WHEN 'since_join' THEN m.joined_seq + 1 ELSE 1 END"

// The columns that make an OwnMembership, of the same two tables.
#define HEARTH_OWN_COLUMNS \
    "m.role, m.read_seq, c.last_ordinal - m.read_ordinal, " \
    "(SELECT count(*) FROM message_mentions AS x WHERE x.user_id = m.user_id AND x.conversation_id = c.id " \
    "AND x.seq > m.read_seq), m.muted_until, m.pinned, m.archived, m.level, m.unread_from"

[[nodiscard]] OwnMembership readOwn(Rows &row);

// The columns of `conversation_members AS m` that make a Member.
#define HEARTH_MEMBER_COLUMNS \
    "m.user_id, m.role, m.can_send_messages, m.joined_at, m.delivered_seq, m.read_seq"

[[nodiscard]] Member readMember(Rows &row);

// A conversation as one of its members sees it, with what only the stores need to know.
struct ConversationView {
    Conversation conversation;
    qint64 firstVisibleSeq = 1;
    qint64 fieldsChange = 0;
    Timestamp lastActivityAt = {};
};

// One conversation, or nothing when there is none or `viewer` is no member.
[[nodiscard]] std::optional<ConversationView> readView(Sql &sql, const ConversationId &id,
                                                       const UserId &viewer);

// The newest by activity, after `after` when it is given.
[[nodiscard]] QList<ConversationView> readViews(Sql &sql, const UserId &viewer, int limit,
                                                const std::optional<ConversationCursor> &after);

// Adds the members (where they are at most 100) and the last messages.
void fill(Sql &sql, QList<ConversationView> &views);

// The same as one of its members sees it, whole; nothing when there is none or `viewer` is no member.
[[nodiscard]] std::optional<Conversation> readConversation(Sql &sql, const ConversationId &id,
                                                           const UserId &viewer);

// The place of the first id that is nobody's.
[[nodiscard]] std::optional<qsizetype> firstUnknownUser(Sql &sql, const QList<UserId> &ids);

// The fields of the conversation itself, as the transaction has left them.
[[nodiscard]] ConversationFields readFields(Sql &sql, const ConversationId &id);

// Its members now.
[[nodiscard]] QList<UserId> readMemberIds(Sql &sql, const ConversationId &id);

[[nodiscard]] tl::unexpected<Error> noConversation();

} // namespace Hearth
