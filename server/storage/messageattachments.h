// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/messagestore.h"
#include "storage/sql.h"

#include <QHash>

namespace Hearth {

// The files that messages of one batch bring along. Costs nothing where there are none.
class MessageAttachments
{
public:
    MessageAttachments(Sql &sql, const QList<MessageInsert> &messages)
        : m_sql(sql)
        , m_messages(messages)
    { }

    // Locks the files, so that nobody deletes what is just being attached.
    void read();

    // What a draft names, in its order. invalid_field for what is not there, or is not the sender's.
    [[nodiscard]] Result<QList<File>> of(const MessageInsert &insert) const;

    // The message is stored with its attachments: they are held by it from now on.
    void add(const Message &message);
    void write();

private:
    Sql &m_sql;
    const QList<MessageInsert> &m_messages;
    QHash<QString, File> m_files;
    QList<Message> m_added;
};

} // namespace Hearth
