// SPDX-License-Identifier: Apache-2.0
#pragma once

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
    QHostAddress peer;
    QString requestId; // repeated in X-Request-ID, problem bodies and logs

    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const; // the first, or empty
};

struct HttpResponse {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};

    void addHeader(QByteArray name, QByteArray value)
    {
        headers.emplaceBack(std::move(name), std::move(value));
    }
};

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
