// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class AdminService;
class ErasureService;

// /api/v1/admin/users and /api/v1/admin/statistics.
void addAdminRoutes(Router &router, AdminService &admin, ErasureService &erasure);

} // namespace Hearth
