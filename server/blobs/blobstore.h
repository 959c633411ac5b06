// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "blobs/bytestream.h"
#include "blobs/stagedfile.h"

namespace Hearth {

// Where the contents of files are kept, each under an id that is made once and never written again. Ids begin
// with a UUID of ours: no client chooses a path. Answers come to the caller's thread; `unavailable` means
// that the store is away or full, and trying later may help.
class BlobStore
{
public:
    BlobStore() = default;
    virtual ~BlobStore() = default;
    Q_DISABLE_COPY_MOVE(BlobStore)

    // Answered when the contents outlast a power failure. The staged file may be gone then.
    [[nodiscard]] virtual QCoro::Task<Result<void>> put(QString id, StagedContents contents) = 0;

    // `length` bytes from `offset` on, which the caller knows to be there. not_found without such contents.
    [[nodiscard]] virtual QCoro::Task<Result<ByteStream>> open(QString id, qint64 offset, qint64 length) = 0;

    // All of small contents. too_large above `maxBytes`, not_found without any.
    [[nodiscard]] virtual QCoro::Task<Result<QByteArray>> load(QString id, qint64 maxBytes) = 0;

    // Harmless to repeat.
    [[nodiscard]] virtual QCoro::Task<Result<void>> remove(QString id) = 0;

    // "ab/cd/<id>": spread by random digits of the UUID, so that no folder grows long.
    [[nodiscard]] static QString pathOf(const QString &id);
};

[[nodiscard]] tl::unexpected<Error> noContents();
[[nodiscard]] tl::unexpected<Error> storeAway();

} // namespace Hearth
