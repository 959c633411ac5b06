// SPDX-License-Identifier: Apache-2.0
#include "app/restore.h"

#include "app/accounts.h"
#include "app/backupreader.h"
#include "app/restoredfiles.h"
#include "blobs/localblobstore.h"

#include <QTemporaryDir>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

bool keepsFiles(const Config &config)
{
    return config.storageType == StorageType::Local;
}

// Where the parts of a backup wait until all of it has been checked; what is left there is removed.
class Staging
{
public:
    explicit Staging(const Config &config)
        : m_folder(config.dataDir + "/restore-XXXXXX"_L1)
        , m_database(config.database.backend == DatabaseConfig::Backend::Sqlite
                         ? config.database.sqlitePath + ".restoring"_L1
                         : m_folder.filePath(u"database.pgdump"_s))
    {
        QFile::remove(m_database); // of a restore that was cut short
        if (keepsFiles(config))
            m_files.emplace(config.storagePath);
    }
    ~Staging() { QFile::remove(m_database); }
    Q_DISABLE_COPY_MOVE(Staging)

    [[nodiscard]] bool isValid() const { return m_folder.isValid(); }
    [[nodiscard]] const QString &database() const { return m_database; }
    [[nodiscard]] QString key() const { return m_folder.filePath(BackupEntry::signingKey); }
    [[nodiscard]] std::optional<RestoredFiles> &files() { return m_files; } // nothing: they are on S3

    [[nodiscard]] Result<QString> place(const QString &name) const
    {
        if (name == "database.sqlite"_L1 || name == "database.pgdump"_L1)
            return m_database;
        if (name == BackupEntry::signingKey)
            return key();
        if (!name.startsWith(BackupEntry::files))
            return fail(ErrorCode::PreconditionFailed,
                        u"The backup holds %1, which belongs to none."_s.arg(name));
        if (!m_files)
            return fail(ErrorCode::PreconditionFailed,
                        u"The backup holds the contents of files, and this server keeps them on S3: restore"
                        " with storage.type local."_s);
        return m_files->waitingPlace(name.sliced(BackupEntry::files.size()));
    }

private:
    const QTemporaryDir m_folder;
    const QString m_database;
    std::optional<RestoredFiles> m_files;
};

Result<void> requireEmpty(const Config &config)
{
    const auto found = summarize(config.database);
    if (!found)
        return fail(found.error());
    if (found->isEmpty() && (!keepsFiles(config) || LocalBlobStore::pathsIn(config.storagePath).isEmpty()))
        return {};
    return fail(ErrorCode::Conflict,
                u"There is a database in use here, or a folder with files. --force replaces them."_s);
}

Result<Manifest> readInto(const Staging &staging, const Config &config, const QString &path)
{
    auto manifest = readBackup(path, [&staging](const QString &name) { return staging.place(name); });
    if (manifest && manifest->backend != config.database.backend)
        return fail(ErrorCode::PreconditionFailed,
                    u"This backup is of the other kind of database: set database.url to one of its kind."_s);
    return manifest;
}

// A key that is there stays: tokens signed with it may be in use.
Result<void> putKey(const Staging &staging, const Config &config, bool force)
{
    const bool wanted =
        QFileInfo::exists(staging.key()) && (force || !QFileInfo::exists(config.signingKeyFile));
    if (!wanted)
        return {};
    QFile::remove(config.signingKeyFile);
    if (!QFile::rename(staging.key(), config.signingKeyFile))
        return fail(
            ErrorCode::Internal,
            u"The backup is restored, but its key cannot be moved to %1."_s.arg(config.signingKeyFile));
    return {};
}

// What another database has left goes; what this one lacks is counted.
Result<qsizetype> settleFiles(const RestoredFiles &files, const Config &config)
{
    return listFiles(config.database).and_then([&files](const QSet<QString> &ids) {
        return files.keepOnly(ids);
    });
}

} // namespace

Result<Restored> restoreBackup(const Config &config, const QString &path, RestoreOptions options)
{
    const auto mayBegin = makeDataDir(config.dataDir)
                              .and_then([&] { return options.force ? Result<void>() : requireEmpty(config); })
                              .and_then([&] { return requireUnused(config.database); });
    if (!mayBegin)
        return fail(mayBegin.error());
    Staging staging(config);
    if (!staging.isValid())
        return fail(ErrorCode::Internal, u"Nothing can be written to %1."_s.arg(config.dataDir));
    const auto manifest = readInto(staging, config, path);
    if (!manifest)
        return fail(manifest.error());

    // The files first: until the database is there, they can be taken back.
    auto &files = staging.files();
    if (auto put = files ? files->putIntoFolder() : Result<void>(); !put)
        return fail(put.error());
    const auto loaded =
        loadDatabase(config.database, staging.database(), manifest->database, options.sessions);
    if (!loaded)
        return fail(loaded.error());
    Restored restored{*manifest};
    restored.manifest.database = *loaded;
    if (files) {
        files->keep();
        const auto missing = settleFiles(*files, config);
        if (!missing)
            return fail(missing.error());
        restored.missingFiles = *missing;
    }
    return putKey(staging, config, options.force).map([&restored] { return restored; });
}

} // namespace Hearth
