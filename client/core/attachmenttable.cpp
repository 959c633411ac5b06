// SPDX-License-Identifier: Apache-2.0
#include "core/attachmenttable.h"

namespace Hearth::AttachmentTable {

using namespace Qt::Literals::StringLiterals;

namespace {

QVariant numberOrNull(const std::optional<int> &number)
{
    return number ? QVariant(*number) : QVariant(QMetaType::fromType<int>());
}

std::optional<int> numberOf(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toInt());
}

} // namespace

void put(Sql &sql, const OutgoingMessage &message)
{
    for (qsizetype i = 0; i < message.attachments.size(); ++i) {
        const OutgoingAttachment &a = message.attachments[i];
        sql.exec(
            u"INSERT INTO own.attachments (id, client_msg_id, position, path, name, mime_type, size, width, "
            "height, copied, file_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {a.id, message.clientMsgId, i, a.file.path, a.file.name, a.file.mimeType, a.file.size,
             numberOrNull(a.file.width), numberOrNull(a.file.height), a.copied, a.fileId});
    }
}

QList<OutgoingAttachment> of(Sql &sql, const QString &clientMsgId)
{
    QList<OutgoingAttachment> attachments;
    sql.each(u"SELECT id, path, name, mime_type, size, width, height, copied, file_id FROM own.attachments "
             "WHERE client_msg_id = ? ORDER BY position"_s,
             {clientMsgId}, [&attachments](const QSqlQuery &row) {
                 OutgoingAttachment a;
                 a.id = row.value(0).toString();
                 a.file.path = row.value(1).toString();
                 a.file.name = row.value(2).toString();
                 a.file.mimeType = row.value(3).toString();
                 a.file.size = row.value(4).toLongLong();
                 a.file.width = numberOf(row.value(5));
                 a.file.height = numberOf(row.value(6));
                 a.copied = row.value(7).toBool();
                 a.fileId = row.value(8).toString();
                 attachments.append(std::move(a));
             });
    return attachments;
}

void setCopied(Sql &sql, const QString &id)
{
    sql.exec(u"UPDATE own.attachments SET copied = 1 WHERE id = ?"_s, {id});
}

void setUploaded(Sql &sql, const QString &id, const QString &fileId)
{
    sql.exec(u"UPDATE own.attachments SET file_id = ? WHERE id = ?"_s, {fileId, id});
}

void clear(Sql &sql)
{
    sql.exec(
        u"DELETE FROM own.attachments WHERE client_msg_id NOT IN (SELECT client_msg_id FROM own.outbox)"_s);
}

} // namespace Hearth::AttachmentTable
