// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/message.h"
#include "services/caller.h"
#include "services/lifetime.h"
#include "storage/notificationstore.h"

#include <QTimer>

namespace Hearth {

// What people should learn of wherever they are: that somebody mentions them or replies to them, and what
// other systems tell. Messages are noted after their commit, many in one transaction.
class NotificationService
{
public:
    NotificationService(NotificationStore &store, Publisher &publisher,
                        std::chrono::milliseconds retryAfter = std::chrono::seconds(1));

    // A message as it was just stored, or as an edit has left it. Those concerned are told soon.
    void noteMessage(const Message &message);

    // Writes what waits. Once, when the server stops.
    QCoro::Task<Result<void>> flush();

    // What an earlier process stored and did not come to note. Once, when the server starts.
    QCoro::Task<Result<void>> noteMissed();

    // An event that another system reports, at least once: its `sourceId` makes one notification for each
    // person, however often it comes. How many were made now. invalid_field.
    QCoro::Task<Result<int>> notifyFromOutside(EventNotice event);

    // Newest first; numbers below `before` when it is given.
    QCoro::Task<Result<NotificationPage>> list(Caller caller, int limit, std::optional<qint64> before,
                                               bool unreadOnly);

    QCoro::Task<Result<void>> markRead(Caller caller, QString id); // not_found
    QCoro::Task<Result<void>> markAllRead(Caller caller, std::optional<qint64> upTo); // or all

    // Removes what was read long before `at`, a few at a time. How many.
    QCoro::Task<Result<int>> removeOld(Timestamp at);

private:
    QCoro::Task<void> writeWaiting();
    void tell(const QList<UserNotification> &notifications);

    NotificationStore &m_store;
    Publisher &m_publisher;
    QList<MessageNotice> m_waiting;
    bool m_writing = false;
    Lifetime m_lifetime;
    QTimer m_retry;
    QTimer m_cleaning;
};

} // namespace Hearth
