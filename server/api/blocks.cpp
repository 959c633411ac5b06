// SPDX-License-Identifier: Apache-2.0
#include "api/blocks.h"

#include "api/parameters.h"
#include "services/blockservice.h"
#include "wire/requests.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

void addBlockRoutes(Router &router, BlockService &blocks)
{
    router.add(
        "GET", u"/api/v1/users/me/blocks"_s,
        [&blocks](HttpRequest request, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
            const auto page = pageParameters(request);
            if (!page)
                co_return fail(page.error());
            const auto blocked = co_await blocks.list(caller, page->limit + 1, page->after);
            if (!blocked)
                co_return fail(blocked.error());
            co_return json(pageById(*blocked, page->limit, &User::id));
        });

    router.add(
        "POST", u"/api/v1/users/:id/block"_s,
        [&blocks](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            const auto done = co_await blocks.block(caller, path[0]);
            co_return done.map(noContent);
        });

    router.add(
        "DELETE", u"/api/v1/users/:id/block"_s,
        [&blocks](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            const auto done = co_await blocks.unblock(caller, path[0]);
            co_return done.map(noContent);
        });
}

} // namespace Hearth
