// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/notificationstore.h"
#include "storage/sql.h"

#include <QHash>
#include <QSet>

namespace Hearth {

// Makes notifications inside one transaction: decides who gets one, and gives each person's their numbers.
class NotificationWriter
{
public:
    NotificationWriter(Sql &sql, Timestamp at)
        : m_sql(sql)
        , m_at(at)
    { }

    [[nodiscard]] QList<UserNotification> note(const QList<MessageNotice> &notices);
    [[nodiscard]] QList<UserNotification> note(const EventNotice &notice);

private:
    struct Candidate {
        UserId userId;
        QString type;
        MessageId messageId;
    };
    struct NewRow {
        UserId userId;
        QString type;
        QString title;
        QString body;
        QJsonObject data;
        std::optional<ConversationId> conversationId = {};
        std::optional<MessageId> messageId = {};
        QString sourceId;
    };
    using Repliers = QHash<MessageId, UserId>;
    using Mentioned = QHash<MessageId, QSet<UserId>>;

    [[nodiscard]] QList<Candidate> candidatesOf(const QList<MessageNotice> &notices);
    [[nodiscard]] Repliers readRepliedTo(const QList<MessageNotice> &notices);
    [[nodiscard]] Mentioned readMentionedBefore(const QList<MessageNotice> &notices);
    [[nodiscard]] QHash<UserId, qint64> lockNumbers(const QList<UserId> &users);
    [[nodiscard]] QList<NewRow> accepted(const QList<Candidate> &candidates);
    [[nodiscard]] QSet<UserId> readTold(const QString &sourceId, const QList<UserId> &users);
    [[nodiscard]] QList<UserNotification> insert(const QList<NewRow> &rows, QHash<UserId, qint64> numbers);
    [[nodiscard]] QList<UserNotification> readBack(const RowSet &ids);

    Sql &m_sql;
    const Timestamp m_at;
};

} // namespace Hearth
