// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class SearchService;

void addSearchRoutes(Router &router, SearchService &search);

} // namespace Hearth
