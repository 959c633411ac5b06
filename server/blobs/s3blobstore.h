// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "blobs/blobstore.h"
#include "blobs/s3request.h"

namespace Hearth {

// Contents as objects of a bucket on an S3 server. Objects are read in ranges of 1 MiB, so that a client that
// reads slowly holds neither a thread nor a connection.
class S3BlobStore final : public BlobStore
{
public:
    // `transfers` at a time, each on a thread of its own.
    explicit S3BlobStore(S3Config config, int transfers = 8);

    QCoro::Task<Result<void>> put(QString id, StagedContents contents) override;
    QCoro::Task<Result<ByteStream>> open(QString id, qint64 offset, qint64 length) override;
    QCoro::Task<Result<QByteArray>> load(QString id, qint64 maxBytes) override;
    QCoro::Task<Result<void>> remove(QString id) override;

private:
    QCoro::Task<Result<QByteArray>> get(QString id, qint64 offset, qint64 length, qint64 maxBytes);
    QCoro::Task<S3Answer> run(S3Request request);

    S3Client m_client;
    TaskPool m_tasks; // ends before the client
};

} // namespace Hearth
