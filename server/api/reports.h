// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class ReportService;

// /api/v1/reports, and /api/v1/admin/reports for administrators.
void addReportRoutes(Router &router, ReportService &reports);

} // namespace Hearth
