// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "blobs/bytestream.h"
#include "util/result.h"
#include "wire/jsonwriter.h"

#include <QHostAddress>
#include <QList>
#include <QUrlQuery>

namespace Hearth {

// One HTTP request with its body read, free of sockets so that handlers and tests need none.
struct HttpRequest {
    QByteArray method; // upper case
    QString path; // percent-decoded, without the query
    QUrlQuery query;
    QList<std::pair<QByteArray, QByteArray>> headers; // names in lower case
    QByteArray body;
    ByteStream stream; // instead of the body, for routes that take uploads
    bool headOnly = false; // a HEAD, answered as the GET that it would be
    QHostAddress peer; // the client's, also behind a proxy that is trusted
    bool secure = false; // came over TLS, to the server or to a proxy that is trusted
    QString requestId; // repeated in X-Request-ID, problem bodies and logs

    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const; // the first, or empty
};

struct HttpResponse {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    qint64 streamBytes =
        0; // instead of the body: the stream, which an answer to HEAD needs not, gives so many
    ByteStream stream = {};

    void addHeader(QByteArray name, QByteArray value)
    {
        headers.emplaceBack(std::move(name), std::move(value));
    }
};

// 1 to 64 characters that are safe in headers and logs.
[[nodiscard]] bool isHarmlessId(const QString &id);

[[nodiscard]] HttpResponse problem(const Error &error, const QString &requestId);

template<typename T>
[[nodiscard]] HttpResponse json(const T &value, int status = 200)
{
    return {status, "application/json", toJson(value)};
}

[[nodiscard]] inline HttpResponse noContent()
{
    return {204};
}

} // namespace Hearth
