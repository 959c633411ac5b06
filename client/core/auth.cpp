// SPDX-License-Identifier: Apache-2.0
#include "core/auth.h"

#include "core/session.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

template<typename Answer>
Result<Answer> read(Result<QJsonObject> json)
{
    if (!json)
        return fail(std::move(json.error()));
    auto answer = fromJson<Answer>(*json);
    if (!answer)
        return fail(ErrorCode::Internal, u"The server's answer could not be understood."_s);
    return answer;
}

HttpCall post(const QString &path, const QByteArray &body)
{
    return {"POST", path, {}, body};
}

} // namespace

QCoro::Task<Result<AuthTokens>> refreshWith(Http &http, QString refreshToken)
{
    const HttpCall call = post(u"/api/v1/auth/refresh"_s, toJson(RefreshRequest{refreshToken}));
    co_return read<AuthTokens>(co_await http.send(call));
}

QCoro::Task<Result<AuthTokens>> login(QUrl server, LoginRequest request)
{
    Http http(std::move(server));
    const HttpCall call = post(u"/api/v1/auth/login"_s, toJson(request));
    co_return read<AuthTokens>(co_await http.send(call));
}

QCoro::Task<Result<AuthTokens>> registerAccount(QUrl server, RegisterRequest request)
{
    Http http(std::move(server));
    const HttpCall call = post(u"/api/v1/auth/register"_s, toJson(request));
    co_return read<AuthTokens>(co_await http.send(call));
}

QCoro::Task<Result<AuthTokens>> refresh(QUrl server, QString refreshToken)
{
    Http http(std::move(server));
    co_return co_await refreshWith(http, std::move(refreshToken));
}

QCoro::Task<Result<AuthTokens>> checkToken(QUrl server, QString token)
{
    Http http(std::move(server));
    const HttpCall call{"GET", u"/api/v1/users/me"_s};
    const auto account = read<Account>(co_await http.send(call, token));
    if (!account)
        co_return fail(account.error());
    AuthTokens tokens;
    tokens.accessToken = token;
    tokens.user = *account;
    co_return Result<AuthTokens>(tokens);
}

QCoro::Task<Result<void>> probe(QUrl server)
{
    Http http(std::move(server));
    const HttpCall call{"GET", u"/version"_s};
    const auto version = co_await http.send(call);
    if (!version && version.error().code == ErrorCode::Unavailable)
        co_return fail(version.error());
    if (!version || version->value("name"_L1).toString() != "hearth-server"_L1)
        co_return fail(ErrorCode::NotFound, u"There is no Hearth server at this address."_s);
    co_return Result<void>();
}

} // namespace Hearth
