// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QIODevice>

#include <memory>

struct archive;
struct archive_entry;

namespace Hearth {

// One file in a backup.
struct ArchivedFile {
    QString name; // "database.sqlite", "files/ab/cdef"
    qint64 size = 0; // bytes
    QString sha256; // 64 lower-case hexadecimal digits

    bool operator==(const ArchivedFile &) const = default;
};

// Writes a tar archive (POSIX pax) that only its owner can read. It takes its name when it is complete and on
// the disk.
class ArchiveWriter
{
public:
    explicit ArchiveWriter(QString path);
    ~ArchiveWriter(); // without finish(): nothing remains
    Q_DISABLE_COPY_MOVE(ArchiveWriter)

    Result<void> open(); // conflict when the file exists
    Result<ArchivedFile> add(const QString &name, QIODevice &content);
    Result<void> finish();

private:
    const QString m_path;
    const QString m_partialPath;
    std::unique_ptr<archive, void (*)(archive *)> m_archive;
};

// Reads such an archive from its beginning to its end, file by file.
class ArchiveReader
{
public:
    explicit ArchiveReader(QString path);
    ~ArchiveReader();
    Q_DISABLE_COPY_MOVE(ArchiveReader)

    Result<void> open(); // not_found, or precondition_failed for what is no archive

    // The name of the next file, or nothing at the end. What is not a plain file with a harmless name is
    // precondition_failed: nothing here may point out of the place where it is put.
    Result<std::optional<QString>> next();

    // What the current file holds, written to `target` when there is one.
    Result<ArchivedFile> read(QIODevice *target);

private:
    const QString m_path;
    std::unique_ptr<archive, void (*)(archive *)> m_archive;
    archive_entry *m_entry = nullptr;
    QString m_name;
};

} // namespace Hearth
