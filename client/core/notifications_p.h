// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/connection.h"
#include "core/localstore.h"
#include "core/notifications.h"
#include "core/rest.h"
#include "wire/notifications.h"

namespace Hearth {

struct Notifications::Private {
    void load(const QList<Notification> &stored, const QStringList &waiting);
    void hear(const ServerFrame &frame);
    QCoro::Task<void> refresh(); // at each connection: says what waits, then takes the server's word
    QCoro::Task<void> sayWaiting();
    QCoro::Task<Result<NotificationList>> page(std::optional<QString> after);
    void say(const QString &what);
    void markUpTo(qint64 number, Timestamp at);
    bool markOne(const QString &id, Timestamp at);
    void changed();

    Rest &rest;
    LocalStore &store;
    Connection &connection;
    Notifications *q = nullptr;
    QList<Notification> items = {};
    QStringList unsent = {}; // ids, or "up_to:" and a number
    int unreadCount = 0;
    std::optional<QString> cursor = {};
    bool saying = false;
};

} // namespace Hearth
