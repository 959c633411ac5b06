// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Hearth::Migrations {

// swept_at: when retention last moved first_seq. (No comment inside: SQLite would take the rest of the table
// into it.)
inline constexpr const char *retention = R"sql(
ALTER TABLE conversations ADD COLUMN swept_at BIGINT NOT NULL DEFAULT 0
)sql";

} // namespace Hearth::Migrations
