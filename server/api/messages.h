// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class MessageService;
class ReceiptService;

// /api/v1/conversations/:id/messages, /api/v1/messages/:id and the watermarks.
void addMessageRoutes(Router &router, MessageService &messages, ReceiptService &receipts);

} // namespace Hearth
