// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class BlockService;

// /api/v1/users/:id/block and /api/v1/users/me/blocks.
void addBlockRoutes(Router &router, BlockService &blocks);

} // namespace Hearth
