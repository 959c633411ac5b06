// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class NotificationService;

// /api/v1/notifications: the caller's own.
void addNotificationRoutes(Router &router, NotificationService &notifications);

} // namespace Hearth
