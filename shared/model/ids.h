// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Hearth {

// UUIDv7 in lower-case text, but for user ids: an external user service may call a user anything of 1 to 128
// characters.
using UserId = QString;
using ConversationId = QString;
using MessageId = QString;
using SessionId = QString;

} // namespace Hearth
