// SPDX-License-Identifier: Apache-2.0
#include "app/restoredfiles.h"

#include "blobs/disk.h"
#include "blobs/localblobstore.h"

#include <QDir>

#include <cstdio>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

bool moveOver(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

} // namespace

RestoredFiles::RestoredFiles(QString folder)
    : m_folder(std::move(folder) + u'/')
    , m_waiting(m_folder + "restoring/"_L1)
{
    QDir(m_waiting).removeRecursively(); // of a restore that was cut short
}

RestoredFiles::~RestoredFiles()
{
    for (const QString &path : std::as_const(m_added))
        QFile::remove(path);
    QDir(m_waiting).removeRecursively();
}

Result<void> RestoredFiles::putIntoFolder()
{
    QSet<QString> folders{m_folder};
    for (const QString &name : LocalBlobStore::pathsIn(m_waiting)) {
        const QString path = m_folder + name;
        const QString folder = QFileInfo(path).path();
        const bool isNew = !QFile::exists(path);
        if (!QDir().mkpath(folder) || !moveOver(m_waiting + name, path))
            return fail(ErrorCode::Internal,
                        u"%1 cannot be put in its place: %2"_s.arg(path, qt_error_string()));
        if (isNew)
            m_added += path;
        folders << folder << QFileInfo(folder).path();
    }
    if (QDir(m_folder).exists() && !std::ranges::all_of(std::as_const(folders), syncFolder))
        return fail(ErrorCode::Internal, u"%1 cannot be written."_s.arg(m_folder));
    return {};
}

Result<qsizetype> RestoredFiles::keepOnly(const QSet<QString> &fileIds) const
{
    constexpr qsizetype idLength = 36; // of what their names begin with (BlobStore)
    QSet<QString> missing = fileIds;
    for (const QString &name : LocalBlobStore::pathsIn(m_folder)) {
        const QString id = name.section(u'/', -1).left(idLength);
        missing.remove(id);
        if (!fileIds.contains(id) && !QFile::remove(m_folder + name))
            return fail(ErrorCode::Internal,
                        u"The backup is restored, but %1, which nothing needs, cannot be removed."_s.arg(
                            m_folder + name));
    }
    return missing.size();
}

} // namespace Hearth
