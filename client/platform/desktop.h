// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/autostart.h"
#include "platform/launcherbadge.h"
#include "platform/notificationservice.h"

#include <QStringList>

#include <memory>

// What this desktop has; each has a file with these three.
namespace Hearth {

[[nodiscard]] std::unique_ptr<Autostart> desktopAutostart(const QStringList &command);
[[nodiscard]] std::unique_ptr<LauncherBadge> desktopBadge();
[[nodiscard]] std::unique_ptr<NotificationService> desktopNotifications(); // null: the tray has to do

} // namespace Hearth
