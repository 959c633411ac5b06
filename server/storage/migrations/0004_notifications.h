// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Hearth::Migrations {

inline constexpr const char *notifications = R"sql(
CREATE INDEX notifications_unread ON notifications (user_id, number) WHERE read_at IS NULL;
CREATE INDEX notifications_read ON notifications (read_at) WHERE read_at IS NOT NULL
)sql";

} // namespace Hearth::Migrations
