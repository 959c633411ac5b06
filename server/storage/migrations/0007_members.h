// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Hearth::Migrations {

// A page of a large group's members costs what the page holds, wherever it begins.
inline constexpr const char *members = R"sql(
CREATE INDEX conversation_members_joined ON conversation_members (conversation_id, joined_at, user_id)
)sql";

} // namespace Hearth::Migrations
