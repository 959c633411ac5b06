// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/messagestore.h"
#include "storage/sql.h"

namespace Hearth {

// The columns of `messages AS m` that make a Message, in the order in which readMessage() takes them.
#define HEARTH_MESSAGE_COLUMNS \
    "m.id, m.conversation_id, m.seq, m.change, m.sender_id, m.client_msg_id, m.type, m.content, " \
    "m.mentions, " \
    "m.reply_to_id, m.thread_root_id, m.reply_count, m.attachments, m.metadata, m.reactions, m.pinned, " \
    "m.edited_at, m.deleted_at, m.created_at"

[[nodiscard]] Message readMessage(Rows &row);
[[nodiscard]] QList<Message> readMessages(Rows &&rows);

[[nodiscard]] MessagePage readPage(Sql &sql, const MessageQuery &query);

} // namespace Hearth
