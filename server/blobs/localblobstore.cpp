// SPDX-License-Identifier: Apache-2.0
#include "blobs/localblobstore.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#ifdef Q_OS_UNIX
#    include <fcntl.h>
#    include <unistd.h>
#endif

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcLocal, "hearth.blobs.local")

constexpr qint64 pieceBytes = 128 * 1024;

// With the system's reason, which is the log's only.
tl::unexpected<Error> broken(const char *action, const QString &reason)
{
    qCWarning(lcLocal, "%s_failed reason=\"%s\"", action, qUtf8Printable(reason));
    return storeAway();
}

// A name is on the disk when its folder is.
bool syncFolder(const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const bool synced = ::fsync(folder) == 0;
    ::close(folder);
    return synced;
#else
    return !path.isEmpty();
#endif
}

// Both levels may be new.
bool syncFolders(const QString &file, const QString &root)
{
    for (QString folder = QFileInfo(file).path(); folder.size() >= root.size();
         folder = QFileInfo(folder).path()) {
        if (!syncFolder(folder))
            return false;
    }
    return true;
}

Result<QByteArray> readPiece(QFile &file, qint64 bytes)
{
    const QByteArray piece = file.read(bytes);
    if (piece.isEmpty())
        return broken("read",
                      file.error() == QFile::NoError ? u"The file is too short"_s : file.errorString());
    return piece;
}

} // namespace

LocalBlobStore::LocalBlobStore(TaskPool &tasks, QString folder)
    : m_tasks(tasks)
    , m_folder(std::move(folder))
{ }

QCoro::Task<Result<void>> LocalBlobStore::put(QString id, StagedContents contents)
{
    auto putting =
        m_tasks.run([path = fileOf(id), staged = contents.path, root = m_folder]() -> Result<void> {
            if (!QDir().mkpath(QFileInfo(path).path()) || !QFile::rename(staged, path)
                || !syncFolders(path, root))
                return broken("put", qt_error_string());
            return {};
        });
    co_return co_await putting;
}

QCoro::Task<Result<ByteStream>> LocalBlobStore::open(QString id, qint64 offset, qint64 length)
{
    struct Reader {
        QFile file;
        qint64 left;
    };
    const auto reader = std::make_shared<Reader>();
    reader->file.setFileName(fileOf(id));
    reader->left = length;
    auto opening = m_tasks.run([reader, offset]() -> Result<void> {
        if (!reader->file.exists())
            return noContents();
        if (!reader->file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !reader->file.seek(offset))
            return broken("open", reader->file.errorString());
        return {};
    });
    const Result<void> opened = co_await opening;
    if (!opened)
        co_return fail(opened.error());
    ByteStream stream = [&tasks = m_tasks, reader]() -> QCoro::Task<Result<QByteArray>> {
        const auto keep = reader;
        const qint64 bytes = std::min(keep->left, pieceBytes);
        if (bytes == 0)
            co_return QByteArray();
        auto reading = tasks.run([keep, bytes] { return readPiece(keep->file, bytes); });
        const Result<QByteArray> piece = co_await reading;
        if (piece)
            keep->left -= piece->size();
        co_return piece;
    };
    co_return stream;
}

QCoro::Task<Result<QByteArray>> LocalBlobStore::load(QString id, qint64 maxBytes)
{
    auto loading = m_tasks.run([path = fileOf(id), maxBytes]() -> Result<QByteArray> {
        QFile file(path);
        if (!file.exists())
            return noContents();
        if (!file.open(QIODevice::ReadOnly))
            return broken("load", file.errorString());
        if (file.size() > maxBytes)
            return fail(ErrorCode::TooLarge, u"These contents are larger than expected."_s);
        return file.readAll();
    });
    co_return co_await loading;
}

QCoro::Task<Result<void>> LocalBlobStore::remove(QString id)
{
    auto removing = m_tasks.run([path = fileOf(id)]() -> Result<void> {
        QFile file(path);
        if (!file.remove() && file.exists())
            return broken("remove", file.errorString());
        return {};
    });
    co_return co_await removing;
}

} // namespace Hearth
