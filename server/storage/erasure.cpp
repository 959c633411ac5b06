// SPDX-License-Identifier: Apache-2.0
#include "storage/erasure.h"

#include "storage/filerows.h"
#include "storage/searchrows.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

void eraseContents(Sql &sql, const QList<MessageId> &messages)
{
    RowSet ids = sql.rowSet();
    for (const MessageId &id : messages)
        ids.add(id);
    if (ids.isEmpty())
        return;
    sql.run(u"DELETE FROM message_edits WHERE message_id IN (SELECT rows.id FROM {rows id TEXT})"_s, ids);
    sql.run(u"DELETE FROM message_reactions WHERE message_id IN (SELECT rows.id FROM {rows id TEXT})"_s, ids);
    sql.run(u"DELETE FROM message_mentions WHERE (conversation_id, seq) IN"
            " (SELECT m.conversation_id, m.seq FROM {rows id TEXT} JOIN messages AS m ON m.id = rows.id)"_s,
            ids);
    sql.run(u"DELETE FROM notifications WHERE message_id IN (SELECT rows.id FROM {rows id TEXT})"_s, ids);
    eraseAttachments(sql, messages);
    SearchRows::erase(sql, messages);
}

} // namespace Hearth
