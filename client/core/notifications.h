// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/notification.h"
#include "util/result.h"

#include <QCoroTask>
#include <QObject>

#include <memory>

namespace Hearth {

// What the person should learn of: mentions, replies, and what comes from outside. The newest ones are stored
// here and there before the network answers; reading one holds at once and is said until the server knows.
class Notifications : public QObject
{
    Q_OBJECT

public:
    struct Private;
    explicit Notifications(std::unique_ptr<Private> d);
    ~Notifications() override;

    [[nodiscard]] const QList<Notification> &items() const; // newest first
    [[nodiscard]] int unreadCount() const; // of those that are not loaded, too
    [[nodiscard]] bool hasMore() const; // older ones, on the server

    void markRead(const QString &id);
    void markAllRead();
    QCoro::Task<Result<void>> loadMore();

Q_SIGNALS:
    void changed();

private:
    const std::unique_ptr<Private> d;
};

} // namespace Hearth
