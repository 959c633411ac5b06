// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/database.h"

namespace Hearth {

// Runs a client program of PostgreSQL (pg_dump, pg_restore) on this database and waits for its end. The
// password goes through its environment, which other users cannot see, unlike arguments. internal with its
// own last words when it is missing or fails.
[[nodiscard]] Result<void> runPostgresTool(const DatabaseConfig &config, const QString &program,
                                           const QStringList &arguments);

// What names the database where a program wants it as an argument; no secret.
[[nodiscard]] QString postgresAddress(const DatabaseConfig &config);

} // namespace Hearth
