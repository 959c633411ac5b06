// SPDX-License-Identifier: Apache-2.0
#include "api/accounts.h"

#include "api/parameters.h"
#include "services/accountservice.h"
#include "services/erasureservice.h"
#include "services/userservice.h"
#include "wire/accounts.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

void addAccountRoutes(Router &router, AccountService &accounts, ErasureService &erasure, UserService &users)
{
    router.add("PATCH", u"/api/v1/users/me"_s,
               [&accounts, &users](HttpRequest request, Caller caller,
                                   PathArguments) -> QCoro::Task<Result<HttpResponse>> {
                   auto body = parseBody<ProfileUpdate>(request);
                   if (!body)
                       co_return fail(body.error());
                   body->clearsEmail = isNull(request, "email"_L1);
                   const auto account = co_await accounts.update(caller, *body);
                   if (account && (body->username || body->displayName))
                       co_await users.tellChanged(caller.userId);
                   co_return account.map([](const Account &account) { return json(account); });
               });

    router.add(
        "DELETE", u"/api/v1/users/me"_s,
        [&erasure](HttpRequest request, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
            const auto body = parseBody<DeleteAccount>(request);
            if (!body)
                co_return fail(body.error());
            const auto done = co_await erasure.eraseOwn(caller, *body, request.peer.toString());
            co_return done.map(noContent);
        });

    router.add(
        "POST", u"/api/v1/auth/password"_s,
        [&accounts](HttpRequest request, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
            const auto body = parseBody<ChangePassword>(request);
            if (!body)
                co_return fail(body.error());
            const auto done = co_await accounts.changePassword(caller, *body, request.peer.toString());
            co_return done.map(noContent);
        });

    router.addPublic("POST", u"/api/v1/auth/reset"_s,
                     [&accounts](HttpRequest request) -> QCoro::Task<Result<HttpResponse>> {
                         const auto body = parseBody<RedeemResetCode>(request);
                         if (!body)
                             co_return fail(body.error());
                         const auto done = co_await accounts.redeemResetCode(*body, request.peer.toString());
                         co_return done.map(noContent);
                     });
}

} // namespace Hearth
