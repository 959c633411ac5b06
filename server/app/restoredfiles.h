// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QSet>

namespace Hearth {

// Contents of files on their way from a backup into their folder. They wait inside it, since it may be a file
// system of its own, and each is then renamed beside what is there: the names are ids that are given once, so
// that neither the old nor the new database loses anything, however this ends.
class RestoredFiles
{
public:
    explicit RestoredFiles(QString folder);
    ~RestoredFiles(); // what was put into the folder is taken back, unless keep() was called
    Q_DISABLE_COPY_MOVE(RestoredFiles)

    [[nodiscard]] QString waitingPlace(const QString &name) const { return m_waiting + name; }

    [[nodiscard]] Result<void> putIntoFolder();
    void keep() { m_added.clear(); }

    // Removes contents of files that are none of these; how many of these have none.
    [[nodiscard]] Result<qsizetype> keepOnly(const QSet<QString> &fileIds) const;

private:
    const QString m_folder; // ends with a slash
    const QString m_waiting; // this one, too
    QStringList m_added; // paths
};

} // namespace Hearth
