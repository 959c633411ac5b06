// SPDX-License-Identifier: Apache-2.0
#include "app/backupreader.h"

#include "blobs/disk.h"

#include <QBuffer>
#include <QDir>
#include <QHash>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

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
    if (read && !syncToDisk(file))
        return fail(ErrorCode::Internal, path + ": "_L1 + file.errorString());
    return read;
}

} // namespace

Result<Manifest> readBackup(const QString &path, const BackupPlace &place)
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
        if (**name == BackupEntry::manifest)
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

} // namespace Hearth
