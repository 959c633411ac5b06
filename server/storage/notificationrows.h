// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/conversationrows.h"
#include "storage/notificationstore.h"
#include "storage/sql.h"

namespace Hearth {

// `notifications AS n` with what it is about: message x of sender s in conversation c, and its owner's
// membership m.
#define HEARTH_NOTIFICATIONS \
    "notifications AS n LEFT JOIN messages AS x ON x.id = n.message_id" \
    " LEFT JOIN users AS s ON s.id = x.sender_id" \
    " LEFT JOIN conversations AS c ON c.id = n.conversation_id" \
    " LEFT JOIN conversation_members AS m ON m.conversation_id = n.conversation_id" \
    " AND m.user_id = n.user_id AND m.removed_at IS NULL"

// Nobody keeps a notification about what they cannot see any more.
#define HEARTH_NOTIFICATION_VISIBLE \
    "(n.message_id IS NULL OR (m.user_id IS NOT NULL AND c.deleted_at IS NULL AND x.deleted_at IS NULL" \
    " AND x.seq >= " HEARTH_FIRST_VISIBLE "))"

// The columns of HEARTH_NOTIFICATIONS that make a Notification.
#define HEARTH_NOTIFICATION_COLUMNS \
    "n.id, n.number, n.type, n.title, n.body, n.data, n.read_at, n.created_at, n.message_id, x.content, " \
    "s.display_name, c.type, c.name"

[[nodiscard]] Notification readNotification(Rows &row);

[[nodiscard]] int countUnread(Sql &sql, const UserId &user);

} // namespace Hearth
