// SPDX-License-Identifier: Apache-2.0
#include "core/changetable.h"

#include "wire/requests.h"

namespace Hearth::ChangeTable {

using namespace Qt::Literals::StringLiterals;

void put(Sql &sql, const MessageChange &change)
{
    sql.exec(u"INSERT INTO own.changes (id, conversation_id, message_id, seq, kind, body, made_at) "
             "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
             {change.id, change.message.conversationId, change.message.messageId, change.message.seq,
              QString(toName(change.kind)),
              QString::fromUtf8(toJson(MessageEdit{change.text, change.mentions})), toMs(change.madeAt)});
}

void setError(Sql &sql, const QString &id, const std::optional<Error> &error)
{
    const QVariant none(QMetaType::fromType<QString>());
    sql.exec(u"UPDATE own.changes SET error_code = ?, error_detail = ? WHERE id = ?"_s,
             {error ? QVariant(QString(wireName(error->code))) : none, error ? QVariant(error->detail) : none,
              id});
}

void remove(Sql &sql, const QString &id)
{
    sql.exec(u"DELETE FROM own.changes WHERE id = ?"_s, {id});
}

QList<MessageChange> all(Sql &sql)
{
    QList<MessageChange> changes;
    sql.each(
        u"SELECT id, conversation_id, message_id, seq, kind, body, made_at, error_code, error_detail "
        "FROM own.changes ORDER BY position"_s,
        {}, [&changes](const QSqlQuery &row) {
            MessageChange change;
            change.id = row.value(0).toString();
            change.message = {row.value(1).toString(), row.value(2).toString(), row.value(3).toLongLong()};
            const auto kind = fromName<MessageChange::Kind>(row.value(4).toString());
            const auto body = parse<MessageEdit>(row.value(5).toString().toUtf8());
            if (!kind || !body)
                return;
            change.kind = *kind;
            change.text = body->content;
            change.mentions = body->mentions;
            change.madeAt = fromMs(row.value(6).toLongLong());
            if (const QString code = row.value(7).toString(); !code.isEmpty())
                change.error = Error{
                    errorCodeFromWire(code).value_or(ErrorCode::Internal), row.value(8).toString(), {}, {}};
            changes.append(std::move(change));
        });
    return changes;
}

} // namespace Hearth::ChangeTable
