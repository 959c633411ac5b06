// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class InviteService;

// /api/v1/admin/invites.
void addInviteRoutes(Router &router, InviteService &invites);

} // namespace Hearth
