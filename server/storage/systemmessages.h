// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/systemevent.h"
#include "storage/conversationlock.h"

namespace Hearth {

// Stores a line of the history that tells of a change, in the transaction of that change and right after it:
// it takes a place and a change of its own, and nobody has to read it. The lock is to be saved afterwards.
// The content is a plain sentence without names, for readers that do not know the event: a name in it would
// stay when the person is gone.
[[nodiscard]] Message writeSystemMessage(Sql &sql, ConversationLock &lock, SystemEvent event,
                                         const UserId &actor, QJsonObject values, Timestamp at);

} // namespace Hearth
