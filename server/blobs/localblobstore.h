// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "blobs/blobstore.h"

namespace Hearth {

// Contents as files in a folder of this machine.
class LocalBlobStore final : public BlobStore
{
public:
    // Staged files should lie on the same file system: they are renamed.
    LocalBlobStore(TaskPool &tasks, QString folder);

    // What such a folder holds, each as pathOf() its id; not what is still on its way. Blocks.
    [[nodiscard]] static QStringList pathsIn(const QString &folder);

    QCoro::Task<Result<void>> put(QString id, StagedContents contents) override;
    QCoro::Task<Result<ByteStream>> open(QString id, qint64 offset, qint64 length) override;
    QCoro::Task<Result<QByteArray>> load(QString id, qint64 maxBytes) override;
    QCoro::Task<Result<void>> remove(QString id) override;

private:
    [[nodiscard]] QString fileOf(const QString &id) const { return m_folder + u'/' + pathOf(id); }

    TaskPool &m_tasks;
    const QString m_folder;
};

} // namespace Hearth
