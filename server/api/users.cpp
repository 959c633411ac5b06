// SPDX-License-Identifier: Apache-2.0
#include "api/users.h"

#include "api/parameters.h"
#include "services/userservice.h"
#include "wire/limits.h"
#include "wire/requests.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

void addUserRoutes(Router &router, UserService &users)
{
    router.add("GET", u"/api/v1/users/me"_s,
               [&users](HttpRequest, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
                   const auto account = co_await users.me(caller);
                   co_return account.map([](const Account &account) { return json(account); });
               });

    router.add(
        "GET", u"/api/v1/users"_s,
        [&users](HttpRequest request, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
            const auto limit = limitParameter(request, Limits::pageDefault, Limits::pageMax);
            if (!limit)
                co_return fail(limit.error());
            const QString prefix = textParameter(request, u"q"_s).value_or(QString());
            const auto found = co_await users.search(caller, prefix, *limit + 1);
            if (!found)
                co_return fail(found.error());
            co_return json(Page<User>{found->mid(0, *limit), found->size() > *limit});
        });

    router.add("GET", u"/api/v1/users/:id"_s,
               [&users](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto user = co_await users.byId(caller, path[0]);
                   co_return user.map([](const User &user) { return json(user); });
               });
}

} // namespace Hearth
