// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/names.h"

namespace Hearth {

// What a system message tells of: the `event` in its metadata. Beside it stand `actor_id`, who did it, and
// `user_id` for events of members; `role` for MemberRoleChanged, `name` for ConversationRenamed.
enum class SystemEvent {
    MemberAdded,
    MemberRemoved,
    MemberLeft,
    MemberRoleChanged,
    ConversationRenamed,
    ConversationDescribed,
};

template<>
inline constexpr std::array enumNames<SystemEvent>{
    QLatin1StringView("member.added"),         QLatin1StringView("member.removed"),
    QLatin1StringView("member.left"),          QLatin1StringView("member.role_changed"),
    QLatin1StringView("conversation.renamed"), QLatin1StringView("conversation.described")};

} // namespace Hearth
