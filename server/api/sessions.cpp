// SPDX-License-Identifier: Apache-2.0
#include "api/sessions.h"

#include "services/sessionservice.h"
#include "wire/requests.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

void addSessionRoutes(Router &router, SessionService &sessions)
{
    router.add("GET", u"/api/v1/sessions"_s,
               [&sessions](HttpRequest, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
                   auto list = co_await sessions.list(caller);
                   if (!list)
                       co_return fail(std::move(list.error()));
                   co_return json(Page<SessionInfo>{std::move(*list)}); // bounded: SessionStore::livePerUser
               });

    router.add("GET", u"/api/v1/sessions/:id"_s,
               [&sessions](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto session = co_await sessions.find(caller, path[0]);
                   if (!session)
                       co_return fail(session.error());
                   co_return json(*session);
               });

    router.add(
        "DELETE", u"/api/v1/sessions/:id"_s,
        [&sessions](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            const auto done = co_await sessions.end(caller, path[0]);
            co_return done.map(noContent);
        });
}

} // namespace Hearth
