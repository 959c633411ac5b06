// SPDX-License-Identifier: Apache-2.0
#include "core/rest.h"

#include "core/credentials.h"

namespace Hearth {

QCoro::Task<Result<QJsonObject>> Rest::send(HttpCall call)
{
    const auto answer = co_await fetch(std::move(call));
    co_return answer.and_then(Http::objectOf);
}

QCoro::Task<Result<HttpAnswer>> Rest::fetch(HttpCall call)
{
    auto token = co_await m_credentials.token();
    if (!token)
        co_return fail(token.error());
    auto answer = co_await m_http.fetch(call, *token);
    const bool refused = !answer
        && (answer.error().code == ErrorCode::Unauthorized || answer.error().code == ErrorCode::TokenExpired);
    if (!refused)
        co_return answer;
    token = co_await m_credentials.renew(*token);
    if (!token)
        co_return fail(token.error());
    co_return co_await m_http.fetch(call, *token);
}

} // namespace Hearth
