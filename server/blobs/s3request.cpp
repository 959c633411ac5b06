// SPDX-License-Identifier: Apache-2.0
#include "blobs/s3request.h"

#include <QFile>

#include <curl/curl.h>

namespace Hearth {

namespace {

constexpr long connectSeconds = 5;
constexpr long stallBytesPerSecond =
    1'000; // a transfer that is slower for S3Config::stallSeconds is given up
constexpr long wholeSeconds = 600; // shorter than an upload's reservation
constexpr auto emptySha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr qint64 errorBytes = 64 * 1024; // of an answer that is no contents

struct Receiver {
    CURL *handle;
    qint64 maxBytes;
    QByteArray body;
    bool tooLarge = false;
};

size_t receive(char *data, size_t size, size_t count, void *to)
{
    auto &receiver = *static_cast<Receiver *>(to);
    const auto bytes = qsizetype(size * count);
    long status = 0;
    curl_easy_getinfo(receiver.handle, CURLINFO_RESPONSE_CODE, &status);
    const qint64 most = status == 200 || status == 206 ? receiver.maxBytes : errorBytes;
    receiver.tooLarge = receiver.body.size() + bytes > most;
    if (receiver.tooLarge)
        return 0; // ends the transfer
    receiver.body.append(data, bytes);
    return size * count;
}

size_t give(char *to, size_t size, size_t count, void *from)
{
    const qint64 bytes = static_cast<QFile *>(from)->read(to, qint64(size * count));
    return bytes < 0 ? size_t(CURL_READFUNC_ABORT) : size_t(bytes);
}

int rewindFile(void *from, curl_off_t offset, int)
{
    return static_cast<QFile *>(from)->seek(offset) ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
}

struct Headers {
    ~Headers() { curl_slist_free_all(list); }
    void add(const QByteArray &line) { list = curl_slist_append(list, line.constData()); }
    curl_slist *list = nullptr;
};

} // namespace

// One of the client's CURL handles, borrowed.
class S3Client::Handle
{
public:
    explicit Handle(S3Client &client)
        : m_client(client)
    {
        const std::lock_guard lock(client.m_mutex);
        if (!client.m_idle.empty()) {
            curl = client.m_idle.back();
            client.m_idle.pop_back();
        }
        if (!curl)
            curl = curl_easy_init();
    }
    ~Handle()
    {
        curl_easy_reset(curl); // keeps the connection
        const std::lock_guard lock(m_client.m_mutex);
        m_client.m_idle.push_back(curl);
    }
    Q_DISABLE_COPY_MOVE(Handle)

    template<typename T>
    void set(CURLoption option, T value)
    {
        curl_easy_setopt(curl, option, value);
    }
    void set(CURLoption option, const QByteArray &text) { curl_easy_setopt(curl, option, text.constData()); }

    CURL *curl = nullptr;

private:
    S3Client &m_client;
};

S3Client::S3Client(S3Config config)
    : m_config(std::move(config))
{
    static std::once_flag initialised;
    std::call_once(initialised, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

S3Client::~S3Client()
{
    for (void *handle : m_idle)
        curl_easy_cleanup(handle);
}

S3Answer S3Client::run(const S3Request &request)
{
    Handle handle(*this);
    const QString url = m_config.endpoint + u'/' + m_config.bucket + u'/' + m_config.prefix + request.key;
    handle.set(CURLOPT_URL, url.toUtf8());
    handle.set(CURLOPT_AWS_SIGV4, "aws:amz:" + m_config.region.toUtf8() + ":s3");
    handle.set(CURLOPT_USERNAME, m_config.accessKey.toUtf8());
    handle.set(CURLOPT_PASSWORD, m_config.secretKey);
    handle.set(CURLOPT_PROTOCOLS_STR, "http,https");
    handle.set(CURLOPT_NOSIGNAL, 1L); // there are threads
    handle.set(CURLOPT_CONNECTTIMEOUT, connectSeconds);
    handle.set(CURLOPT_LOW_SPEED_TIME, long(m_config.stallSeconds));
    handle.set(CURLOPT_LOW_SPEED_LIMIT, stallBytesPerSecond);
    handle.set(CURLOPT_TIMEOUT, wholeSeconds);

    Receiver receiver{handle.curl, request.maxBytes, {}, false};
    handle.set(CURLOPT_WRITEFUNCTION, &receive);
    handle.set(CURLOPT_WRITEDATA, static_cast<void *>(&receiver));

    Headers headers;
    QFile file(request.file);
    switch (request.method) {
    case S3Request::Method::Get:
        if (request.length >= 0) {
            const QByteArray range = QByteArray::number(request.offset) + '-'
                + QByteArray::number(request.offset + request.length - 1);
            headers.add("Range: bytes=" + range); // CURLOPT_RANGE would not be signed, and need not be
        }
        break;
    case S3Request::Method::Put:
        if (!file.open(QIODevice::ReadOnly))
            return {0, {}, false, "the staged file cannot be read"};
        headers.add("Content-Type: application/octet-stream");
        handle.set(CURLOPT_UPLOAD, 1L);
        handle.set(CURLOPT_READFUNCTION, &give);
        handle.set(CURLOPT_READDATA, static_cast<void *>(&file));
        handle.set(CURLOPT_SEEKFUNCTION, &rewindFile);
        handle.set(CURLOPT_SEEKDATA, static_cast<void *>(&file));
        handle.set(CURLOPT_INFILESIZE_LARGE, curl_off_t(file.size()));
        break;
    case S3Request::Method::Delete: handle.set(CURLOPT_CUSTOMREQUEST, "DELETE"); break;
    }
    // libcurl signs this field, and makes it itself from 8.x on only.
    headers.add("x-amz-content-sha256: "
                + (request.sha256.isEmpty() ? QByteArray(emptySha256) : request.sha256.toLatin1()));
    handle.set(CURLOPT_HTTPHEADER, headers.list);

    const CURLcode code = curl_easy_perform(handle.curl);
    long status = 0;
    curl_easy_getinfo(handle.curl, CURLINFO_RESPONSE_CODE, &status);
    if (receiver.tooLarge)
        return {int(status), {}, true, {}};
    if (code != CURLE_OK)
        return {0, {}, false, curl_easy_strerror(code)};
    return {int(status), receiver.body, false, {}};
}

} // namespace Hearth
