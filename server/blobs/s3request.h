// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <mutex>
#include <vector>

namespace Hearth {

struct S3Config {
    QString endpoint = {}; // "https://s3.eu-central-1.amazonaws.com"
    QString region = QStringLiteral("us-east-1");
    QString bucket = {};
    QString prefix = {}; // of every key, e.g. "hearth/"
    QString accessKey = {};
    QByteArray secretKey = {};
    int stallSeconds = 20; // a request that makes no progress for so long is given up
};

// One request to an S3 server and what came of it.
struct S3Request {
    enum class Method { Get, Put, Delete };

    Method method = Method::Get;
    QString key;
    qint64 offset = 0; // Get: bytes from here
    qint64 length = -1; // Get: so many; -1: all
    qint64 maxBytes = 0; // Get: an answer with more is cut off and failed
    QString file = {}; // Put: the contents
    QString sha256 = {}; // Put: of the contents
};

struct S3Answer {
    int status = 0; // 0: none came
    QByteArray body;
    bool tooLarge = false; // more came than was asked for, and was not read
    QByteArray fault; // why none came; never holds a secret
};

// Blocking requests, signed with Signature Version 4 by libcurl, for worker threads. Connections are kept and
// reused.
class S3Client
{
public:
    explicit S3Client(S3Config config);
    ~S3Client();
    Q_DISABLE_COPY_MOVE(S3Client)

    [[nodiscard]] S3Answer run(const S3Request &request);

private:
    class Handle;

    const S3Config m_config;
    std::mutex m_mutex; // guards m_idle
    std::vector<void *> m_idle; // CURL handles, each with its connection
};

} // namespace Hearth
