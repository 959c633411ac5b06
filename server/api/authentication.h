// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class AuthService;

// Who makes a request, from its `Authorization: Bearer <token>` (RFC 6750 section 2.1). unauthorized without
// one, or with more than one.
[[nodiscard]] Authenticate bearerAuthentication(AuthService &auth);

} // namespace Hearth
