// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"
#include "app/manifest.h"

namespace Hearth {

// Backups as one file: a tar archive with the database, the contents of files unless they are on S3, and a
// manifest with the SHA-256 of each (docs/operating.md). All of these block.

// May be called while the server runs. `withKeys`: the signing key, too, with which anybody can sign in as
// anybody.
[[nodiscard]] Result<Manifest> makeBackup(const Config &config, const QString &path, bool withKeys);

// Reads all of it: complete, and every file as the manifest says. precondition_failed otherwise.
[[nodiscard]] Result<Manifest> verifyBackup(const QString &path);

} // namespace Hearth
