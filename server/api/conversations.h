// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class ConversationService;
class SyncService;
class TypingService;

// /api/v1/conversations and what a conversation has besides messages: changes and typing.
void addConversationRoutes(Router &router, ConversationService &conversations, SyncService &sync,
                           TypingService &typing);

} // namespace Hearth
