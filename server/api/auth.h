// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class AuthService;
class SessionService;

// /api/v1/auth: how people get and give back their tokens.
void addAuthRoutes(Router &router, AuthService &auth, SessionService &sessions);

} // namespace Hearth
