// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/conversationrows.h"
#include "storage/searchprobe.h"

namespace Hearth {

// Joins search_messages AS s with what decides whether :viewer may see it, and whether it is as (un)read as
// wanted.
[[nodiscard]] inline QString visibleMessages(const SearchProbe &probe)
{
    const QString joins = QStringLiteral(
        " JOIN search_conversations AS x ON x.number = s.conversation"
        " JOIN conversation_members AS m ON m.conversation_id = x.conversation_id AND m.user_id = :viewer"
        " AND m.removed_at IS NULL"
        " JOIN conversations AS c ON c.id = m.conversation_id AND c.deleted_at IS NULL"
        " AND s.seq >= c.first_seq AND s.seq >= " HEARTH_FIRST_VISIBLE);
    if (!probe.unread)
        return joins;
    return joins
        + (*probe.unread ? QStringLiteral(" AND s.seq > m.read_seq")
                         : QStringLiteral(" AND s.seq <= m.read_seq"));
}

} // namespace Hearth
