// SPDX-License-Identifier: Apache-2.0
#include "platform/dbusnotifications.h"
#include "platform/desktop.h"
#include "platform/unitybadge.h"
#include "platform/xdgautostart.h"

#include <QStandardPaths>

namespace Hearth {

std::unique_ptr<Autostart> desktopAutostart(const QStringList &command)
{
    return std::make_unique<XdgAutostart>(
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation), command);
}

std::unique_ptr<LauncherBadge> desktopBadge()
{
    return std::make_unique<UnityBadge>(QDBusConnection::sessionBus());
}

std::unique_ptr<NotificationService> desktopNotifications()
{
    return std::make_unique<DBusNotifications>(QDBusConnection::sessionBus());
}

} // namespace Hearth
