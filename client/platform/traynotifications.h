// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/notificationservice.h"
#include "platform/trayarea.h"

namespace Hearth {

// Balloons at the tray icon, where there is nothing better: one at a time, without answers.
class TrayNotifications : public NotificationService
{
    Q_OBJECT

public:
    explicit TrayNotifications(TrayArea &tray, QObject *parent = nullptr)
        : NotificationService(parent)
        , m_tray(tray)
    {
        connect(&tray, &TrayArea::messageActivated, this, [this] { Q_EMIT activated(m_latest, {}); });
    }

    [[nodiscard]] bool isAvailable() const override { return m_tray.isAvailable(); }

    void show(const DesktopNotification &notification) override
    {
        m_latest = notification.tag;
        m_tray.showMessage(notification.title, notification.body);
    }

    void withdraw(const QString &) override { } // a balloon goes by itself

private:
    TrayArea &m_tray;
    QString m_latest;
};

} // namespace Hearth
