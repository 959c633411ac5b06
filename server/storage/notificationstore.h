// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "model/notification.h"
#include "storage/database.h"

#include <QList>

namespace Hearth {

// A message that some people should learn of, as it was at one of its changes.
struct MessageNotice {
    MessageId messageId;
    qint64 change = 0;
    bool edited = false; // only whom the edit added is told; a reply was told when it was sent
    QList<UserId> mentioned;
};

// Something that happened elsewhere. One `sourceId` makes at most one notification for each person, ever.
struct EventNotice {
    QString sourceId;
    QList<UserId> userIds; // those that nobody here has are skipped
    QString type;
    QString title;
    QString body;
    QJsonObject data;
};

struct UserNotification {
    UserId userId;
    Notification notification;
};

struct NotificationQuery {
    UserId userId;
    int limit = 50;
    std::optional<qint64> before = {}; // numbers below this one
    bool unreadOnly = false;
};

struct NotificationPage {
    QList<Notification> items; // newest first
    std::optional<qint64> next = {}; // the next page's `before`
    int unreadCount = 0; // on all pages
};

struct NotificationsMarked {
    bool changed = false;
    qint64 upTo = 0;
    int unreadCount = 0; // that remain
};

// What people should learn of. A notification about a message holds ids only: its words are the message's as
// it is when somebody reads them, and it is there only for those who may see the message.
class NotificationStore
{
public:
    explicit NotificationStore(Database &db)
        : m_db(db)
    { }

    // One transaction, after waiting message writes: those who are mentioned or replied to, unless they wrote
    // it themselves, muted it, blocked its sender, cannot see it, or were told already. Answers what was
    // made.
    QCoro::Task<Result<QList<UserNotification>>> noteMessages(QList<MessageNotice> notices, Timestamp at);
    QCoro::Task<Result<QList<UserNotification>>> noteEvent(EventNotice notice, Timestamp at);

    // Messages of the last moments before the newest one, none older than `from`, that may have been stored
    // without a notification, as the process ended in between.
    QCoro::Task<Result<QList<MessageNotice>>> newestNotices(Timestamp from);

    QCoro::Task<Result<NotificationPage>> page(NotificationQuery query);

    // not_found for somebody else's. Marking again changes nothing.
    QCoro::Task<Result<NotificationsMarked>> markRead(UserId user, QString id, Timestamp at);
    // All up to a number, or all there are.
    QCoro::Task<Result<NotificationsMarked>> markAllRead(UserId user, std::optional<qint64> upTo,
                                                         Timestamp at);

    // Removes at most `limit` that were read before then. How many.
    QCoro::Task<Result<int>> removeReadBefore(Timestamp before, int limit);

private:
    Database &m_db;
};

} // namespace Hearth
