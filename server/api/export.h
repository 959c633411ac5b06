// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class ExportService;

// /api/v1/users/me/export: all that is kept about the caller, as JSON Lines, page by page.
void addExportRoutes(Router &router, ExportService &exports);

} // namespace Hearth
