// SPDX-License-Identifier: Apache-2.0
#include "blobs/localblobstore.h"

#include "blobs/disk.h"

#include <QDir>
#include <QDirIterator>
#include <QLoggingCategory>
#include <QRegularExpression>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcLocal, "hearth.blobs.local")

// With the system's reason, which is the log's only.
tl::unexpected<Error> broken(const char *action, const QString &reason)
{
    qCWarning(lcLocal, "%s_failed reason=\"%s\"", action, qUtf8Printable(reason));
    return storeAway();
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

QStringList LocalBlobStore::pathsIn(const QString &folder)
{
    static const QRegularExpression form(u"^[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f-]{36}[a-z-]*$"_s); // pathOf()
    QStringList paths;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        const QString path = QDir(folder).relativeFilePath(files.next());
        if (form.match(path).hasMatch())
            paths += path;
    }
    paths.sort();
    return paths;
}

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
        const qint64 bytes = std::min<qint64>(keep->left, pieceBytes);
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
