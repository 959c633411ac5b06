// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "services/memberships.h"
#include "storage/messagestore.h"

namespace Hearth {

// A message that the caller can see, and its conversation.
struct VisibleMessage {
    Message message;
    ConversationStatePtr conversation;
};

// not_found, in the same words, for a message that is not there, that a stranger asks for, or that was sent
// before the caller joined a conversation which keeps its past to itself. Both references outlive the task.
[[nodiscard]] QCoro::Task<Result<VisibleMessage>>
requireVisible(Memberships &memberships, MessageStore &store, Caller caller, MessageId id);

} // namespace Hearth
