// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive.h"
#include "storage/backup.h"
#include "wire/jsonreader.h"

namespace Hearth {

// manifest.json, the last file of a backup: what the others are. Without it a backup is not complete.
struct Manifest {
    static constexpr int currentFormat = 1;

    int format = currentFormat;
    Timestamp createdAt = {};
    QString serverVersion;
    DatabaseConfig::Backend backend = DatabaseConfig::Backend::Sqlite;
    DatabaseSummary database;
    bool withKeys = false;
    bool withFiles = true; // false: their contents are elsewhere (S3)
    QList<ArchivedFile> entries;

    [[nodiscard]] QString databaseEntry() const;
};

[[nodiscard]] QByteArray writeManifest(const Manifest &manifest);

// precondition_failed for what is no manifest, or of a format of later versions.
[[nodiscard]] Result<Manifest> readManifest(const QByteArray &json);

} // namespace Hearth
