// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class PresenceService;

// /api/v1/users/online and /api/v1/users/:id/presence. Added before the routes of users: "online" is no id.
void addPresenceRoutes(Router &router, PresenceService &presence);

} // namespace Hearth
