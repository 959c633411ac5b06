// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http.h"
#include "wire/requests.h"

namespace Hearth {

class Credentials;

// REST as the signed-in person. A token that the server no longer takes is renewed once per request.
class Rest
{
public:
    Rest(Http &http, Credentials &credentials)
        : m_http(http)
        , m_credentials(credentials)
    { }

    QCoro::Task<Result<QJsonObject>> send(HttpCall call);
    QCoro::Task<Result<HttpAnswer>> fetch(HttpCall call);

    template<typename T>
    QCoro::Task<Result<T>> get(QString path, QUrlQuery query = {})
    {
        const HttpCall call{"GET", std::move(path), std::move(query)};
        co_return read<T>(co_await send(call));
    }

    template<typename T>
    QCoro::Task<Result<T>> post(QString path, QByteArray body)
    {
        const HttpCall call{"POST", std::move(path), {}, std::move(body)};
        co_return read<T>(co_await send(call));
    }

private:
    template<typename T>
    static Result<T> read(const Result<QJsonObject> &json)
    {
        return json.and_then([](const QJsonObject &object) { return fromJson<T>(object); });
    }

    Http &m_http;
    Credentials &m_credentials;
};

} // namespace Hearth
