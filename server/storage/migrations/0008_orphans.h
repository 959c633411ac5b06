// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Hearth::Migrations {

// Looking for files that nobody attached must not read those that somebody did.
inline constexpr const char *orphans = R"sql(
CREATE INDEX files_orphans ON files (id) WHERE NOT attached
)sql";

} // namespace Hearth::Migrations
