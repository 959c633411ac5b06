// SPDX-License-Identifier: Apache-2.0
#include "app/archive.h"

#include "blobs/disk.h"
#include "util/clock.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <archive.h>
#include <archive_entry.h>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype chunk = 256 * 1024;

tl::unexpected<Error> fault(archive *from, const QString &path, ErrorCode code)
{
    return fail(code, path + ": "_L1 + QString::fromUtf8(archive_error_string(from)));
}

bool isHarmless(const QString &name)
{
    static const QRegularExpression form(u"^[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*$"_s);
    return form.match(name).hasMatch();
}

} // namespace

ArchiveWriter::ArchiveWriter(QString path)
    : m_path(std::move(path))
    , m_partialPath(m_path + ".part"_L1)
    , m_archive(archive_write_new(), [](archive *a) { archive_write_free(a); })
{ }

ArchiveWriter::~ArchiveWriter()
{
    m_archive.reset();
    QFile::remove(m_partialPath);
}

Result<void> ArchiveWriter::open()
{
    if (QFileInfo::exists(m_path))
        return fail(ErrorCode::Conflict, m_path + u" exists already."_s);
    QFile file(m_partialPath);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::Internal, m_partialPath + ": "_L1 + file.errorString());
    archive_write_set_format_pax_restricted(m_archive.get());
    if (archive_write_open_filename(m_archive.get(), QFile::encodeName(m_partialPath).constData())
        != ARCHIVE_OK)
        return fault(m_archive.get(), m_path, ErrorCode::Internal);
    return {};
}

Result<ArchivedFile> ArchiveWriter::add(const QString &name, QIODevice &content)
{
    const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(archive_entry_new(),
                                                                          archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.toUtf8().constData());
    archive_entry_set_size(entry.get(), content.size());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    archive_entry_set_mtime(entry.get(), toMs(now()) / 1000, 0);
    if (archive_write_header(m_archive.get(), entry.get()) != ARCHIVE_OK)
        return fault(m_archive.get(), m_path, ErrorCode::Internal);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    ArchivedFile file{name, 0, {}};
    while (!content.atEnd()) {
        const QByteArray bytes = content.read(chunk);
        if (bytes.isEmpty())
            return fail(ErrorCode::Internal, name + ": "_L1 + content.errorString());
        if (archive_write_data(m_archive.get(), bytes.constData(), size_t(bytes.size())) != bytes.size())
            return fault(m_archive.get(), m_path, ErrorCode::Internal);
        hash.addData(bytes);
        file.size += bytes.size();
    }
    if (file.size != archive_entry_size(entry.get()))
        return fail(ErrorCode::Internal, name + u" changed while it was read."_s);
    file.sha256 = QString::fromLatin1(hash.result().toHex());
    return file;
}

Result<void> ArchiveWriter::finish()
{
    if (archive_write_close(m_archive.get()) != ARCHIVE_OK)
        return fault(m_archive.get(), m_path, ErrorCode::Internal);
    QFile partial(m_partialPath);
    if (!partial.open(QIODevice::ReadWrite) || !syncToDisk(partial))
        return fail(ErrorCode::Internal, m_partialPath + ": "_L1 + qt_error_string());
    if (!partial.rename(m_path) || !syncFolder(QFileInfo(m_path).absolutePath()))
        return fail(ErrorCode::Internal, u"%1 cannot be renamed to %2."_s.arg(m_partialPath, m_path));
    return {};
}

ArchiveReader::ArchiveReader(QString path)
    : m_path(std::move(path))
    , m_archive(archive_read_new(), [](archive *a) { archive_read_free(a); })
{ }

ArchiveReader::~ArchiveReader() = default;

Result<void> ArchiveReader::open()
{
    if (!QFileInfo(m_path).isFile())
        return fail(ErrorCode::NotFound, u"There is no file %1."_s.arg(m_path));
    archive_read_support_format_tar(m_archive.get());
    if (archive_read_open_filename(m_archive.get(), QFile::encodeName(m_path).constData(), size_t(chunk))
        != ARCHIVE_OK)
        return fault(m_archive.get(), m_path, ErrorCode::PreconditionFailed);
    return {};
}

Result<std::optional<QString>> ArchiveReader::next()
{
    const int outcome = archive_read_next_header(m_archive.get(), &m_entry);
    if (outcome == ARCHIVE_EOF)
        return std::nullopt;
    if (outcome != ARCHIVE_OK)
        return fault(m_archive.get(), m_path, ErrorCode::PreconditionFailed);
    m_name = QString::fromUtf8(archive_entry_pathname(m_entry));
    const bool linked = archive_entry_hardlink(m_entry) || archive_entry_symlink(m_entry);
    const bool sparse = archive_entry_sparse_count(m_entry) > 0; // few bytes here, any number there
    if (archive_entry_filetype(m_entry) != AE_IFREG || linked || sparse || !isHarmless(m_name))
        return fail(ErrorCode::PreconditionFailed,
                    u"%1 holds something that is no backup: \"%2\""_s.arg(m_path, m_name));
    return m_name;
}

Result<ArchivedFile> ArchiveReader::read(QIODevice *target)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    ArchivedFile file{m_name, 0, {}};
    QByteArray bytes(chunk, Qt::Uninitialized);
    while (true) {
        const auto got = archive_read_data(m_archive.get(), bytes.data(), size_t(bytes.size()));
        if (got < 0)
            return fault(m_archive.get(), m_path, ErrorCode::PreconditionFailed);
        if (got == 0)
            break;
        const QByteArrayView view(bytes.constData(), qsizetype(got));
        hash.addData(QByteArray::fromRawData(view.data(), view.size()));
        file.size += got;
        if (target && target->write(view.data(), view.size()) != view.size())
            return fail(ErrorCode::Internal, m_name + ": "_L1 + target->errorString());
    }
    if (file.size != archive_entry_size(m_entry))
        return fail(ErrorCode::PreconditionFailed, u"%1 ends in the middle of %2."_s.arg(m_path, m_name));
    file.sha256 = QString::fromLatin1(hash.result().toHex());
    return file;
}

} // namespace Hearth
