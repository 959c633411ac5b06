// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>
#include <QString>
#include <QThreadPool>

namespace Hearth {

// Contents of files that the server has, in a folder, by a key of letters and digits. Everything here can be
// fetched again: what was not used for longest goes when there is more than `mostBytes`. How long ago a file
// was used is its modification time, so it is known after a restart, too.
class FileCache
{
public:
    static constexpr qint64 usualBytes = 512LL * 1024 * 1024;

    explicit FileCache(QString folder, qint64 mostBytes = usualBytes); // clears up, too
    ~FileCache(); // finishes what it clears up

    [[nodiscard]] QString find(const QString &key) const; // the path, or empty; counts as use
    [[nodiscard]] QString place(const QString &key) const; // where contents with this key belong
    QCoro::Task<void> clearUp(); // after something was put in its place
    bool adopt(const QString &path, const QString &key); // moves a file here
    QCoro::Task<void> clear(); // all but what is being fetched
    [[nodiscard]] qint64 bytes() const { return m_bytes; } // in it, when it was last cleared up

private:
    const QString m_folder;
    const qint64 m_mostBytes;
    qint64 m_bytes = 0;
    QThreadPool m_clearing; // one thread: the folder may be large
};

} // namespace Hearth
