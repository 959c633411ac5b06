// SPDX-License-Identifier: Apache-2.0
#include "storage/messageattachments.h"

#include "storage/filerows.h"

#include <QSet>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

void MessageAttachments::read()
{
    QSet<QString> ids;
    for (const MessageInsert &insert : m_messages)
        ids.unite(QSet<QString>(insert.draft.attachmentIds.begin(), insert.draft.attachmentIds.end()));
    if (ids.isEmpty())
        return;
    RowSet rows = m_sql.rowSet();
    for (const QString &id : std::as_const(ids))
        rows.add(id);
    Rows found = m_sql.run(u"SELECT " HEARTH_FILE_COLUMNS " FROM files AS f WHERE f.audience = 'members'"
                           " AND f.id IN (SELECT rows.id FROM {rows id TEXT}) ORDER BY f.id {for update}"_s,
                           rows);
    while (found.next()) {
        const File file = readFile(found);
        m_files.insert(file.id, file);
    }
}

Result<QList<File>> MessageAttachments::of(const MessageInsert &insert) const
{
    QList<File> files;
    for (const QString &id : insert.draft.attachmentIds) {
        const auto file = m_files.constFind(id);
        if (file == m_files.cend() || file->uploadedBy != insert.senderId)
            return fail(ErrorCode::InvalidField, u"There is no such file of yours."_s,
                        u"/attachment_ids/%1"_s.arg(files.size()));
        files += *file;
    }
    return files;
}

void MessageAttachments::add(const Message &message)
{
    if (!message.attachments.isEmpty())
        m_added += message;
}

void MessageAttachments::write()
{
    if (m_added.isEmpty())
        return;
    RowSet links = m_sql.rowSet();
    RowSet files = m_sql.rowSet();
    for (const Message &message : std::as_const(m_added)) {
        int position = 0;
        for (const File &file : message.attachments) {
            links.add(message.id, position++, file.id, message.conversationId);
            files.add(file.id);
        }
    }
    m_sql.run(u"INSERT INTO message_files (message_id, position, file_id, conversation_id)"
              " SELECT * FROM {rows message_id TEXT, position INTEGER, file_id TEXT, conversation_id TEXT}"_s,
              links);
    m_sql.run(u"UPDATE files SET attached = TRUE WHERE NOT attached"
              " AND id IN (SELECT rows.id FROM {rows id TEXT})"_s,
              files);
}

} // namespace Hearth
