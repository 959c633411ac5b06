// SPDX-License-Identifier: Apache-2.0
#include "api/presence.h"

#include "services/presenceservice.h"
#include "wire/codecs.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

struct OnlineUsers {
    QList<UserId> users;
};

template<typename F, Const<OnlineUsers> T>
void describe(F &f, T &v)
{
    f.required("users", v.users);
}

} // namespace

void addPresenceRoutes(Router &router, PresenceService &presence)
{
    router.add("GET", u"/api/v1/users/online"_s,
               [&presence](HttpRequest, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
                   auto online = co_await presence.onlineUsers(caller);
                   if (!online)
                       co_return fail(std::move(online.error()));
                   co_return json(OnlineUsers{std::move(*online)});
               });

    router.add(
        "GET", u"/api/v1/users/:id/presence"_s,
        [&presence](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            const QList<UserId> asked{path[0]};
            const auto found = co_await presence.presences(caller, asked);
            if (!found)
                co_return fail(found.error());
            co_return json(found->first());
        });
}

} // namespace Hearth
