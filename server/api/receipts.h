// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class ReceiptService;

// /api/v1/messages/:id/receipts.
void addReceiptRoutes(Router &router, ReceiptService &receipts);

} // namespace Hearth
