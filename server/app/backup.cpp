// SPDX-License-Identifier: Apache-2.0
#include "app/backup.h"

#include "app/backupreader.h"
#include "blobs/localblobstore.h"

#include <QBuffer>
#include <QTemporaryDir>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> addFile(ArchiveWriter &archive, Manifest &manifest, const QString &name, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, path + ": "_L1 + file.errorString());
    return archive.add(name, file).map([&manifest](const ArchivedFile &added) { manifest.entries += added; });
}

// After the database: what it names was there then, and contents never change. A file that has gone meanwhile
// was deleted by its owner; one that has come is left out by whoever restores this.
Result<void> addContents(ArchiveWriter &archive, Manifest &manifest, const QString &folder)
{
    for (const QString &name : LocalBlobStore::pathsIn(folder)) {
        const QString path = folder + u'/' + name;
        auto added = addFile(archive, manifest, BackupEntry::files + name, path);
        if (!added && QFile::exists(path))
            return added;
    }
    return {};
}

Result<void> addManifest(ArchiveWriter &archive, const Manifest &manifest)
{
    QBuffer json;
    json.setData(writeManifest(manifest));
    json.open(QIODevice::ReadOnly);
    return archive.add(BackupEntry::manifest, json).map([](const ArchivedFile &) {});
}

} // namespace

Result<Manifest> makeBackup(const Config &config, const QString &path, bool withKeys)
{
    ArchiveWriter archive(path);
    if (auto opened = archive.open(); !opened)
        return fail(opened.error());
    // Beside the backup, where there is room for it.
    const QTemporaryDir folder(QFileInfo(path).absolutePath() + "/hearth-backup-XXXXXX"_L1);
    if (!folder.isValid())
        return fail(ErrorCode::Internal, folder.errorString());
    Manifest manifest;
    manifest.createdAt = now();
    manifest.serverVersion = QStringLiteral(HEARTH_VERSION);
    manifest.backend = config.database.backend;
    manifest.withKeys = withKeys;
    manifest.withFiles = config.storageType == StorageType::Local;
    const QString dump = folder.filePath(manifest.databaseEntry());
    auto summary = dumpDatabase(config.database, dump);
    if (!summary)
        return fail(summary.error());
    manifest.database = std::move(*summary);
    const auto addRest = [&]() -> Result<void> {
        return manifest.withFiles ? addContents(archive, manifest, config.storagePath) : Result<void>();
    };
    const auto addKey = [&]() -> Result<void> {
        return withKeys ? addFile(archive, manifest, BackupEntry::signingKey, config.signingKeyFile)
                        : Result<void>();
    };
    return addFile(archive, manifest, manifest.databaseEntry(), dump)
        .and_then(addRest)
        .and_then(addKey)
        .and_then([&] { return addManifest(archive, manifest); })
        .and_then([&] { return archive.finish(); })
        .map([&manifest] { return manifest; });
}

Result<Manifest> verifyBackup(const QString &path)
{
    return readBackup(path, [](const QString &) { return QString(); });
}

} // namespace Hearth
