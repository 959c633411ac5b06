// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"
#include "model/message.h"

namespace Hearth {

class MessageService;

// PUT and DELETE /api/v1/messages/:id, its pin and reactions, its history and its thread.
void addMessageChangeRoutes(Router &router, MessageService &messages);

// The message with its ETag, which `If-Match` names.
[[nodiscard]] Result<HttpResponse> answer(const Result<Message> &message);

} // namespace Hearth
