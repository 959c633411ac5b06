// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class UserService;

// /api/v1/users: oneself, and finding others.
void addUserRoutes(Router &router, UserService &users);

} // namespace Hearth
