// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Hearth::Migrations {

// From where a member means to read again; what they have read does not go back.
inline constexpr const char *unread = R"sql(
ALTER TABLE conversation_members ADD COLUMN unread_from BIGINT
)sql";

} // namespace Hearth::Migrations
