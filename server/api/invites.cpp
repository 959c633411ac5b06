// SPDX-License-Identifier: Apache-2.0
#include "api/invites.h"

#include "api/parameters.h"
#include "services/inviteservice.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

void addInviteRoutes(Router &router, InviteService &invites)
{
    router.add(
        "POST", u"/api/v1/admin/invites"_s,
        [&invites](HttpRequest request, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
            const auto body = parseBody<NewInvite>(request);
            if (!body)
                co_return fail(body.error());
            const auto invite = co_await invites.create(caller, *body);
            co_return invite.map([](const Invite &invite) { return json(invite, 201); });
        });

    router.add(
        "GET", u"/api/v1/admin/invites"_s,
        [&invites](HttpRequest request, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
            const auto page = pageParameters(request);
            if (!page)
                co_return fail(page.error());
            const auto list = co_await invites.list(caller, page->limit + 1, page->after);
            if (!list)
                co_return fail(list.error());
            co_return json(pageById(*list, page->limit, &Invite::code));
        });

    router.add(
        "DELETE", u"/api/v1/admin/invites/:code"_s,
        [&invites](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            const auto done = co_await invites.revoke(caller, path[0]);
            co_return done.map(noContent);
        });
}

} // namespace Hearth
