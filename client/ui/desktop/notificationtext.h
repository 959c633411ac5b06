// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/message.h"
#include "model/notification.h"
#include "platform/notificationservice.h"
#include "ui/preferences.h"

namespace Hearth {

class Session;

// What a notification says of the unread messages of one conversation, the oldest first, to somebody who
// wants `detail` of them to be seen. `messages` is not empty.
[[nodiscard]] DesktopNotification notificationOf(Session &session, const QList<Message> &messages,
                                                 NotificationDetail detail);

// Of something from outside, which no conversation holds.
[[nodiscard]] DesktopNotification notificationOf(const Notification &event, NotificationDetail detail);

} // namespace Hearth
