// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/transferstates.h"
#include "core/types.h"

#include <QCoroTask>

#include <memory>

namespace Hearth {

// The contents of files: those of messages that wait to be sent, by the id of the attachment, and those that
// the server has, by its id. What was fetched once is kept in a cache of the account.
class Transfers : public QObject
{
    Q_OBJECT

public:
    struct Private;
    explicit Transfers(std::unique_ptr<Private> d);
    ~Transfers() override;

    [[nodiscard]] Transfer of(const QString &fileId) const;
    [[nodiscard]] std::optional<qint64> fileLimit() const; // bytes; nothing before the server has said it

    // The path of a file with the contents, which belongs to the account: others read it and nothing more.
    // not_found, unavailable, internal when it cannot be written.
    QCoro::Task<Result<QString>> fetch(File file);
    QCoro::Task<Result<QString>> fetchThumbnail(File file);
    void cancel(const QString &fileId); // of fetch()

    // A copy under its own name: at `path`, or in a folder that lasts until the next start.
    QCoro::Task<Result<void>> saveAs(File file, QString path);
    QCoro::Task<Result<QString>> copyToOpen(File file);

Q_SIGNALS:
    void changed(const QString &fileId); // of()
    void becameFile(const QString &attachmentId, const QString &fileId); // its message was sent

private:
    QCoro::Task<Result<void>> copy(File file, QString path);

    const std::unique_ptr<Private> d;
};

} // namespace Hearth
