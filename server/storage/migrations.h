// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/database.h"

#include <QStringList>

namespace Hearth {

struct MigrationStatus {
    int current = 0; // the version of the schema in the database; 0: empty
    int latest = 0; // the version that this binary works with
    QStringList pending = {}; // names of the migrations that are missing
    QString epoch = {}; // names the database; empty while it is
};

// Both open a connection of their own and block: not for the main thread of a server. `unavailable` when
// there is no connection.
[[nodiscard]] Result<MigrationStatus> migrationStatus(const DatabaseConfig &config);

// Brings an empty or older database up to date, each migration in a transaction of its own. Several processes
// may do so at once. precondition_failed when the schema is newer than this binary knows.
[[nodiscard]] Result<MigrationStatus> migrate(const DatabaseConfig &config);

// The version of the schema that this binary works with.
[[nodiscard]] int latestSchemaVersion();

} // namespace Hearth
