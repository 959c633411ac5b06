// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class SessionService;

// /api/v1/sessions: the caller's devices.
void addSessionRoutes(Router &router, SessionService &sessions);

} // namespace Hearth
