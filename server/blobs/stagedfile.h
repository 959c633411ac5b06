// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "blobs/taskpool.h"
#include "util/result.h"

#include <QCoroTask>

#include <memory>
#include <optional>

namespace Hearth {

// What a staged file holds.
struct StagedContents {
    QString path;
    qint64 size = 0; // bytes
    QString sha256; // 64 lower-case hexadecimal digits
};

// Contents on their way in: a temporary file that is hashed while it is written, on the task pool. It is
// removed with this object, unless a BlobStore has taken it away.
class StagedFile
{
public:
    StagedFile(TaskPool &tasks, QString folder);
    ~StagedFile();
    Q_DISABLE_COPY_MOVE(StagedFile)

    // Returns when the bytes before these are written: one piece is written while the next arrives.
    // unavailable when there is no room.
    [[nodiscard]] QCoro::Task<Result<void>> write(QByteArray bytes);

    // Answers when all is on the disk. Nothing can be written afterwards.
    [[nodiscard]] QCoro::Task<Result<StagedContents>> finish();

    // Removes what a crash has left in the folder; files of this many hours are no longer in use.
    static void removeLeftovers(TaskPool &tasks, QString folder, int hours = 24);

private:
    struct File;

    TaskPool &m_tasks;
    std::shared_ptr<File> m_file; // used by one task at a time
    std::optional<QCoro::Task<Result<void>>> m_writing; // begun and not asked for its answer
};

} // namespace Hearth
