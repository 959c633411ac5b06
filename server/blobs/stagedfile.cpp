// SPDX-License-Identifier: Apache-2.0
#include "blobs/stagedfile.h"

#include "blobs/disk.h"
#include "util/uuid.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcStaging, "hearth.blobs.staging")

tl::unexpected<Error> noRoom(const QFile &file)
{
    qCWarning(lcStaging, "write_failed reason=\"%s\"", qUtf8Printable(file.errorString()));
    return fail(Error{ErrorCode::Unavailable, u"The server cannot store files right now."_s, {}, 10'000});
}

} // namespace

struct StagedFile::File {
    explicit File(const QString &folder)
        : file(folder + u'/' + uuidV7() + ".part"_L1)
    { }
    ~File() { file.remove(); }

    Result<void> write(const QByteArray &bytes)
    {
        if (!file.isOpen()) {
            QDir().mkpath(QFileInfo(file).path());
            if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                           QFile::ReadOwner | QFile::WriteOwner))
                return noRoom(file);
        }
        if (file.write(bytes) != bytes.size())
            return noRoom(file);
        hash.addData(bytes);
        size += bytes.size();
        return {};
    }

    Result<StagedContents> finish()
    {
        if (auto opened = write({}); !opened) // makes the file of an empty body, too
            return fail(std::move(opened.error()));
        if (!syncToDisk(file))
            return noRoom(file);
        file.close();
        return StagedContents{file.fileName(), size, QString::fromLatin1(hash.result().toHex())};
    }

    QFile file;
    QCryptographicHash hash{QCryptographicHash::Sha256};
    qint64 size = 0;
};

StagedFile::StagedFile(TaskPool &tasks, QString folder)
    : m_tasks(tasks)
    , m_file(std::make_shared<File>(folder))
{ }

StagedFile::~StagedFile()
{
    m_tasks.post([file = std::move(m_file)]() mutable { file.reset(); });
}

QCoro::Task<Result<void>> StagedFile::write(QByteArray bytes)
{
    Result<void> before;
    if (m_writing)
        before = co_await *m_writing;
    if (before)
        m_writing = m_tasks.run([file = m_file, bytes] { return file->write(bytes); });
    co_return before;
}

QCoro::Task<Result<StagedContents>> StagedFile::finish()
{
    if (m_writing) {
        const Result<void> written = co_await *m_writing;
        if (!written)
            co_return fail(written.error());
    }
    auto finishing = m_tasks.run([file = m_file] { return file->finish(); });
    co_return co_await finishing;
}

void StagedFile::removeLeftovers(TaskPool &tasks, QString folder, int hours)
{
    tasks.post([folder, hours] {
        const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-3'600LL * hours);
        const QDir dir(folder);
        for (const QFileInfo &file : dir.entryInfoList({u"*.part"_s}, QDir::Files)) {
            if (file.lastModified() < before)
                QFile::remove(file.filePath());
        }
    });
}

} // namespace Hearth
