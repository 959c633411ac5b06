// SPDX-License-Identifier: Apache-2.0
#include "app/backup.h"

#include "app/accounts.h"

#include <QBuffer>
#include <QDirIterator>
#include <QTemporaryDir>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto manifestEntry = "manifest.json"_L1;
constexpr auto keyEntry = "keys/signing.key"_L1;
constexpr auto filePrefix = "files/"_L1;

Result<void> addFile(ArchiveWriter &archive, Manifest &manifest, const QString &name, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, path + ": "_L1 + file.errorString());
    return archive.add(name, file).map([&manifest](const ArchivedFile &added) { manifest.entries += added; });
}

// After the database: what it names was there then, and contents never change. A file that has gone meanwhile
// was deleted by its owner. Uploads that are under way have names that begin with a dot.
Result<void> addFolder(ArchiveWriter &archive, Manifest &manifest, const QString &folder)
{
    QStringList paths;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
        paths += files.next();
    paths.sort();
    for (const QString &path : std::as_const(paths)) {
        auto added = addFile(archive, manifest, filePrefix + QDir(folder).relativeFilePath(path), path);
        if (!added && QFile::exists(path))
            return added;
    }
    return {};
}

// Each file of the backup goes where `place` says, or is only read where it says nothing. The manifest is
// checked against what was found.
using Place = std::function<Result<QString>(const QString &name)>;

Result<void> compare(const Manifest &manifest, const QList<ArchivedFile> &found)
{
    QHash<QString, ArchivedFile> byName;
    for (const ArchivedFile &file : found)
        byName.insert(file.name, file);
    for (const ArchivedFile &expected : manifest.entries) {
        const auto file = byName.constFind(expected.name);
        if (file == byName.cend())
            return fail(ErrorCode::PreconditionFailed, u"The backup lacks %1."_s.arg(expected.name));
        if (*file != expected)
            return fail(ErrorCode::PreconditionFailed,
                        u"%1 is not as it was when the backup was made."_s.arg(expected.name));
    }
    if (found.size() != manifest.entries.size())
        return fail(ErrorCode::PreconditionFailed,
                    u"The backup holds files that its manifest does not name."_s);
    if (!byName.contains(manifest.databaseEntry()))
        return fail(ErrorCode::PreconditionFailed, u"The backup holds no database."_s);
    return {};
}

Result<ArchivedFile> readEntry(ArchiveReader &archive, const QString &path)
{
    if (path.isEmpty())
        return archive.read(nullptr);
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path())
        || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::Internal, path + ": "_L1 + file.errorString());
    const auto read = archive.read(&file);
    if (read && (!file.flush() || ::fsync(file.handle()) != 0))
        return fail(ErrorCode::Internal, path + ": "_L1 + file.errorString());
    return read;
}

Result<Manifest> readBackup(const QString &path, const Place &place)
{
    ArchiveReader archive(path);
    if (auto opened = archive.open(); !opened)
        return fail(opened.error());
    QList<ArchivedFile> found;
    while (true) {
        const auto name = archive.next();
        if (!name)
            return fail(name.error());
        if (!*name)
            return fail(ErrorCode::PreconditionFailed, path + u" has no manifest: it is not complete."_s);
        if (**name == manifestEntry)
            break;
        const auto target = place(**name);
        if (!target)
            return fail(target.error());
        const auto file = readEntry(archive, *target);
        if (!file)
            return fail(file.error());
        found += *file;
    }
    QBuffer json;
    json.open(QIODevice::WriteOnly);
    return archive.read(&json)
        .and_then([&json](const ArchivedFile &) { return readManifest(json.data()); })
        .and_then([&found](Manifest manifest) {
            return compare(manifest, found).map([&manifest] { return manifest; });
        });
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
    }
    ~Staging() { QFile::remove(m_database); }
    Q_DISABLE_COPY_MOVE(Staging)

    [[nodiscard]] bool isValid() const { return m_folder.isValid(); }
    [[nodiscard]] const QString &database() const { return m_database; }
    [[nodiscard]] QString files() const { return m_folder.filePath(u"files"_s); }
    [[nodiscard]] QString key() const { return m_folder.filePath(keyEntry); }

    [[nodiscard]] Result<QString> place(const QString &name) const
    {
        if (name == "database.sqlite"_L1 || name == "database.pgdump"_L1)
            return m_database;
        if (name == keyEntry || name.startsWith(filePrefix))
            return m_folder.filePath(name);
        return fail(ErrorCode::PreconditionFailed,
                    u"The backup holds %1, which belongs to none."_s.arg(name));
    }

private:
    const QTemporaryDir m_folder;
    const QString m_database;
};

Result<void> requireEmpty(const Config &config, const QString &files)
{
    const auto found = summarize(config.database);
    if (!found)
        return fail(found.error());
    if (found->isEmpty() && QDir(files).isEmpty())
        return {};
    return fail(ErrorCode::Conflict,
                u"There is a database in use here, or a folder with files. --force replaces them."_s);
}

Result<void> putFiles(const Staging &staging, const QString &folder)
{
    if (!QFileInfo::exists(staging.files()))
        return {};
    if ((QDir(folder).exists() && !QDir(folder).removeRecursively())
        || !QDir().rename(staging.files(), folder))
        return fail(ErrorCode::Internal, u"The files cannot be moved to %1."_s.arg(folder));
    return {};
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
        return fail(ErrorCode::Internal, u"The key cannot be moved to %1."_s.arg(config.signingKeyFile));
    return {};
}

// Contents of files in the data folder; empty where they are kept elsewhere.
QString fileFolder(const Config &config)
{
    return config.dataDir + "/files"_L1;
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
    const QString dump = folder.filePath(manifest.databaseEntry());
    auto summary = dumpDatabase(config.database, dump);
    if (!summary)
        return fail(summary.error());
    manifest.database = std::move(*summary);
    return addFile(archive, manifest, manifest.databaseEntry(), dump)
        .and_then([&] { return addFolder(archive, manifest, fileFolder(config)); })
        .and_then([&]() -> Result<void> {
            return withKeys ? addFile(archive, manifest, keyEntry, config.signingKeyFile) : Result<void>();
        })
        .and_then([&] {
            QBuffer json;
            json.setData(writeManifest(manifest));
            json.open(QIODevice::ReadOnly);
            return archive.add(manifestEntry, json);
        })
        .and_then([&](const ArchivedFile &) { return archive.finish(); })
        .map([&manifest] { return manifest; });
}

Result<Manifest> verifyBackup(const QString &path)
{
    return readBackup(path, [](const QString &) { return QString(); });
}

Result<Manifest> restoreBackup(const Config &config, const QString &path, RestoreOptions options)
{
    if (auto made = makeDataDir(config.dataDir); !made)
        return fail(made.error());
    const QString files = fileFolder(config);
    if (!options.force) {
        if (auto empty = requireEmpty(config, files); !empty)
            return fail(empty.error());
    }
    if (auto unused = requireUnused(config.database); !unused)
        return fail(unused.error());
    const Staging staging(config);
    if (!staging.isValid())
        return fail(ErrorCode::Internal, u"Nothing can be written to %1."_s.arg(config.dataDir));
    auto manifest = readBackup(path, [&staging](const QString &name) { return staging.place(name); });
    if (!manifest)
        return manifest;
    if (manifest->backend != config.database.backend)
        return fail(ErrorCode::PreconditionFailed,
                    u"This backup is of the other kind of database: set database.url to one of its kind."_s);
    const auto loaded = loadDatabase(config.database, staging.database(), manifest->database);
    if (!loaded)
        return fail(loaded.error());
    manifest->database = *loaded;
    return (options.endSessions ? endSessions(config.database) : Result<void>())
        .and_then([&] { return putFiles(staging, files); })
        .and_then([&] { return putKey(staging, config, options.force); })
        .map([&manifest] { return *manifest; });
}

} // namespace Hearth
