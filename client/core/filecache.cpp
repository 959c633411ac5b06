// SPDX-License-Identifier: Apache-2.0
#include "core/filecache.h"

#include "util/poolwork.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Keys come from the server: none of them may name a place elsewhere.
QString fileNameFor(const QString &key)
{
    const bool plain = !key.isEmpty() && key.size() <= 80 && std::ranges::all_of(key, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
    if (plain)
        return key;
    return QString::fromLatin1(QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex());
}

// What is left, in bytes.
qint64 removeOldest(const QString &folder, qint64 mostBytes)
{
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files, QDir::Time); // newest first
    qint64 seen = 0;
    qint64 kept = 0;
    for (const QFileInfo &file : files) {
        seen += file.size();
        const bool fits = seen <= mostBytes || file.filePath() == files.first().filePath();
        if (fits || !QFile::remove(file.filePath()))
            kept += file.size();
    }
    return kept;
}

// No key has a dot, but what QSaveFile has not finished.
qint64 removeFinished(const QString &folder)
{
    qint64 kept = 0;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files)) {
        if (file.fileName().contains(u'.') || !QFile::remove(file.filePath()))
            kept += file.size();
    }
    return kept;
}

} // namespace

FileCache::FileCache(QString folder, qint64 mostBytes)
    : m_folder(std::move(folder))
    , m_mostBytes(mostBytes)
{
    m_clearing.setMaxThreadCount(1);
    clearUp();
}

FileCache::~FileCache()
{
    m_clearing.waitForDone();
    HandoverBase::deliver();
}

QString FileCache::find(const QString &key) const
{
    const QString path = place(key);
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return {};
    file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    return path;
}

QString FileCache::place(const QString &key) const
{
    return m_folder + u'/' + fileNameFor(key);
}

QCoro::Task<void> FileCache::clearUp()
{
    PoolWork clearing(m_clearing,
                      [folder = m_folder, most = m_mostBytes] { return removeOldest(folder, most); });
    m_bytes = co_await clearing;
}

QCoro::Task<void> FileCache::clear()
{
    PoolWork clearing(m_clearing, [folder = m_folder] { return removeFinished(folder); });
    m_bytes = co_await clearing;
}

bool FileCache::adopt(const QString &path, const QString &key)
{
    QDir().mkpath(m_folder);
    const QString to = place(key);
    QFile::remove(to);
    if (!QFile::rename(path, to))
        return false;
    clearUp();
    return true;
}

} // namespace Hearth
