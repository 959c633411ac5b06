// SPDX-License-Identifier: Apache-2.0
#include "blobs/s3blobstore.h"

#include <QLoggingCategory>
#include <QThread>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcS3, "hearth.blobs.s3")

constexpr qint64 rangeBytes = 1024 * 1024;
constexpr int attempts = 3;
constexpr unsigned long pauseMs = 200;

// What S3's documentation asks clients to repeat: no answer, 429, 500, 502, 503, 504.
bool mayHelpToRepeat(const S3Answer &answer)
{
    return answer.status == 0 || answer.status == 429 || answer.status >= 500;
}

// All requests of ours may be repeated: an id is written with the same contents only.
S3Answer runPatiently(S3Client &client, const S3Request &request)
{
    S3Answer answer;
    for (int attempt = 1; attempt <= attempts; ++attempt) {
        answer = client.run(request);
        if (!mayHelpToRepeat(answer))
            return answer;
        qCWarning(lcS3, "request_failed attempt=%d status=%d fault=\"%s\"", attempt, answer.status,
                  answer.fault.constData());
        if (attempt < attempts)
            QThread::msleep(pauseMs << attempt);
    }
    return answer;
}

tl::unexpected<Error> refused(const S3Answer &answer)
{
    if (answer.status == 404)
        return noContents();
    if (!mayHelpToRepeat(
            answer)) // wrong keys, bucket or clock: said once per request, without the answer's text
        qCWarning(lcS3, "request_refused status=%d", answer.status);
    return storeAway();
}

// What of an object has been fetched and not been read yet.
struct Reader {
    QString id;
    qint64 offset = 0;
    qint64 left = 0;
    QByteArray fetched;
    qsizetype used = 0;
};

QByteArray takePiece(Reader &reader)
{
    const qsizetype bytes = std::min(pieceBytes, reader.fetched.size() - reader.used);
    const QByteArray piece = reader.fetched.mid(reader.used, bytes);
    reader.used += bytes;
    if (reader.used == reader.fetched.size()) {
        reader.fetched.clear();
        reader.used = 0;
    }
    return piece;
}

} // namespace

S3BlobStore::S3BlobStore(S3Config config, int transfers)
    : m_client(std::move(config))
    , m_tasks(transfers)
{ }

QCoro::Task<S3Answer> S3BlobStore::run(S3Request request)
{
    auto running = m_tasks.run([&client = m_client, request] { return runPatiently(client, request); });
    co_return co_await running;
}

QCoro::Task<Result<void>> S3BlobStore::put(QString id, StagedContents contents)
{
    S3Request request{S3Request::Method::Put, pathOf(id)};
    request.file = contents.path;
    request.sha256 = contents.sha256;
    const S3Answer answer = co_await run(std::move(request));
    if (answer.status != 200)
        co_return answer.status == 404 ? storeAway() : refused(answer); // 404: there is no such bucket
    co_return Result<void>();
}

QCoro::Task<Result<QByteArray>> S3BlobStore::get(QString id, qint64 offset, qint64 length, qint64 maxBytes)
{
    S3Request request{S3Request::Method::Get, pathOf(id)};
    request.offset = offset;
    request.length = length;
    request.maxBytes = maxBytes;
    S3Answer answer = co_await run(std::move(request));
    if (answer.status != (length >= 0 ? 206 : 200))
        co_return refused(answer);
    if (answer.tooLarge && length < 0)
        co_return fail(ErrorCode::TooLarge, u"These contents are larger than expected."_s);
    if (length >= 0 && answer.body.size() != length) {
        qCWarning(lcS3, "answer_of_wrong_size status=%d", answer.status);
        co_return storeAway();
    }
    co_return std::move(answer.body);
}

QCoro::Task<Result<ByteStream>> S3BlobStore::open(QString id, qint64 offset, qint64 length)
{
    const auto reader = std::make_shared<Reader>(Reader{id, offset, length, {}});
    ByteStream stream = [this, reader]() -> QCoro::Task<Result<QByteArray>> {
        const auto keep = reader;
        S3BlobStore &store = *this;
        if (keep->fetched.isEmpty() && keep->left > 0) {
            const qint64 bytes = std::min(keep->left, rangeBytes);
            auto fetched = co_await store.get(keep->id, keep->offset, bytes, bytes);
            if (!fetched)
                co_return fail(std::move(fetched.error()));
            keep->fetched = std::move(*fetched);
            keep->offset += bytes;
            keep->left -= bytes;
        }
        co_return takePiece(*keep);
    };
    if (length == 0)
        co_return stream;
    // The first range now: whoever asks learns before the answer's head whether there is anything.
    const qint64 bytes = std::min(length, rangeBytes);
    auto first = co_await get(id, offset, bytes, bytes);
    if (!first)
        co_return fail(std::move(first.error()));
    reader->fetched = std::move(*first);
    reader->offset += bytes;
    reader->left -= bytes;
    co_return stream;
}

QCoro::Task<Result<QByteArray>> S3BlobStore::load(QString id, qint64 maxBytes)
{
    return get(std::move(id), 0, -1, maxBytes);
}

QCoro::Task<Result<void>> S3BlobStore::remove(QString id)
{
    S3Request request{S3Request::Method::Delete, pathOf(id)};
    const S3Answer answer = co_await run(std::move(request));
    if (answer.status != 204 && answer.status != 200 && answer.status != 404)
        co_return refused(answer);
    co_return Result<void>();
}

} // namespace Hearth
