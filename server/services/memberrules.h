// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/memberstore.h"

// Who may do what in a conversation (protocol.md, "Who may do what"), as functions of nothing but what they
// are given. The services ask them with what the memory says, and the stores once more under the lock.
// forbidden for what a role may not do, conflict for what must not happen now.
namespace Hearth {

// Name, description, avatar.
[[nodiscard]] Result<void> mayChangeConversation(ConversationType type, MemberRole actor);
[[nodiscard]] Result<void> mayDeleteConversation(ConversationType type, MemberRole actor);

[[nodiscard]] Result<void> mayAddMember(const MemberScene &scene);
[[nodiscard]] Result<void> mayRemoveMember(const MemberScene &scene); // oneself: leaving
[[nodiscard]] Result<void> mayChangeMember(const MemberScene &scene, const MemberPatch &patch);

// True when `actor` stands above somebody: may remove them, silence them, delete their messages. A person who
// is no member any more counts as a plain one.
[[nodiscard]] bool standsAbove(ConversationType type, MemberRole actor, MemberRole target);

} // namespace Hearth
