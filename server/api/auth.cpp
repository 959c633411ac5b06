// SPDX-License-Identifier: Apache-2.0
#include "api/auth.h"

#include "api/parameters.h"
#include "services/authservice.h"
#include "wire/accounts.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

HttpResponse answer(const AuthTokens &tokens, int status)
{
    HttpResponse response = json(tokens, status);
    response.addHeader("Cache-Control", "no-store"); // RFC 6749 section 5.1
    return response;
}

// What the client says of the device, or else of itself (RFC 9110 section 10.1.5).
Result<SignInDevice> deviceOf(const HttpRequest &request)
{
    const auto fields = parseBody<DeviceFields>(request);
    if (!fields)
        return fail(fields.error());
    SignInDevice device{request.peer.toString()};
    device.name = fields->deviceName.value_or(QString::fromLatin1(request.header("user-agent")));
    device.platform = fields->platform.value_or(QString());
    device.appVersion = fields->appVersion.value_or(QString());
    return device;
}

} // namespace

void addAuthRoutes(Router &router, AuthService &auth, SessionService &sessions)
{
    router.addPublic("POST", u"/api/v1/auth/register"_s,
                     [&auth](HttpRequest request) -> QCoro::Task<Result<HttpResponse>> {
                         const auto body = parseBody<RegisterRequest>(request);
                         if (!body)
                             co_return fail(body.error());
                         const auto device = deviceOf(request);
                         if (!device)
                             co_return fail(device.error());
                         const auto tokens = co_await auth.registerAccount(*body, *device);
                         if (!tokens)
                             co_return fail(tokens.error());
                         co_return answer(*tokens, 201);
                     });

    router.addPublic("POST", u"/api/v1/auth/login"_s,
                     [&auth](HttpRequest request) -> QCoro::Task<Result<HttpResponse>> {
                         const auto body = parseBody<LoginRequest>(request);
                         if (!body)
                             co_return fail(body.error());
                         const auto device = deviceOf(request);
                         if (!device)
                             co_return fail(device.error());
                         const auto tokens = co_await auth.login(*body, *device);
                         if (!tokens)
                             co_return fail(tokens.error());
                         co_return answer(*tokens, 200);
                     });

    router.addPublic("POST", u"/api/v1/auth/refresh"_s,
                     [&auth](HttpRequest request) -> QCoro::Task<Result<HttpResponse>> {
                         const auto body = parseBody<RefreshRequest>(request);
                         if (!body)
                             co_return fail(body.error());
                         const auto tokens = co_await auth.refresh(body->refreshToken);
                         if (!tokens)
                             co_return fail(tokens.error());
                         co_return answer(*tokens, 200);
                     });

    router.add("POST", u"/api/v1/auth/logout"_s,
               [&sessions](HttpRequest, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
                   const auto done = co_await sessions.endOwn(caller);
                   co_return done.map(noContent);
               });
}

} // namespace Hearth
