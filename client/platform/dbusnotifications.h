// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/notificationservice.h"

#include <QDBusConnection>
#include <QHash>

class QDBusServiceWatcher;

namespace Hearth {

// Notifications over D-Bus: the Desktop Notifications Specification 1.2, with KDE's inline replies and the
// token of XDG activation. A service that goes is used again when it comes back.
class DBusNotifications : public NotificationService
{
    Q_OBJECT

public:
    explicit DBusNotifications(const QDBusConnection &bus, QObject *parent = nullptr);
    ~DBusNotifications() override; // takes away what is still shown

    [[nodiscard]] bool isAvailable() const override { return m_available; }
    void show(const DesktopNotification &notification) override;
    void withdraw(const QString &tag) override;

Q_SIGNALS:
    void availabilityChanged();

private Q_SLOTS:
    void onClosed(uint id, uint reason);
    void onAction(uint id, const QString &action);
    void onToken(uint id, const QString &token);
    void onReply(uint id, const QString &text);

private:
    struct Shown {
        uint id = 0; // 0: the service has not answered yet
        QString token;
        bool withdrawn = false;
    };
    void askCapabilities();
    void forgetAll();
    void setAvailable(bool available);
    void shown(const QString &tag, uint id);
    void close(uint id);
    [[nodiscard]] QString tagOf(uint id) const;
    [[nodiscard]] QStringList actionsFor(const DesktopNotification &notification) const;

    QDBusConnection m_bus;
    QDBusServiceWatcher *const m_watcher;
    QStringList m_capabilities;
    QHash<QString, Shown> m_shown; // by tag
    QHash<QString, DesktopNotification> m_next; // arrived while the one before is on its way
    bool m_available = false;
};

} // namespace Hearth
