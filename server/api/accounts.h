// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class AccountService;
class ErasureService;
class UserService;

// What people change of their own account: /api/v1/users/me, /api/v1/auth/password and /api/v1/auth/reset.
void addAccountRoutes(Router &router, AccountService &accounts, ErasureService &erasure, UserService &users);

} // namespace Hearth
