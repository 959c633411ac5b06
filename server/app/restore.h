// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"
#include "app/manifest.h"

namespace Hearth {

struct RestoreOptions {
    bool force = false; // over what is there
    CopiedSessions sessions = CopiedSessions::Keep; // End: everybody signs in again
};

struct Restored {
    Manifest manifest; // with what the database is now
    qsizetype missingFiles = 0; // that the database names, and whose contents are not here
};

// Puts a verified backup in the place of an empty database and folder of files, under a new epoch. Blocks.
// conflict while a server uses the database, or when there is something already; precondition_failed for a
// backup that is not whole, or of another kind than this server. When it fails, database and files are as
// they were, but for a PostgreSQL database whose restore had begun: that one is empty.
[[nodiscard]] Result<Restored> restoreBackup(const Config &config, const QString &path,
                                             RestoreOptions options);

} // namespace Hearth
