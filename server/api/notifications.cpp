// SPDX-License-Identifier: Apache-2.0
#include "api/notifications.h"

#include "api/parameters.h"
#include "services/notificationservice.h"
#include "wire/limits.h"
#include "wire/notifications.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<ReadNotifications> readAllOf(const HttpRequest &request)
{
    if (request.body.isEmpty())
        return ReadNotifications();
    auto body = parseBody<ReadNotifications>(request);
    if (body && body->upTo && (*body->upTo < 0 || *body->upTo > Limits::counterMax))
        return fail(ErrorCode::InvalidField, u"Must be the number of a notification."_s, u"/up_to"_s);
    return body;
}

} // namespace

void addNotificationRoutes(Router &router, NotificationService &notifications)
{
    router.add(
        "GET", u"/api/v1/notifications"_s,
        [&notifications](HttpRequest request, Caller caller,
                         PathArguments) -> QCoro::Task<Result<HttpResponse>> {
            const auto limit = limitParameter(request, Limits::pageDefault, Limits::pageMax);
            if (!limit)
                co_return fail(limit.error());
            const auto cursor = numberParameter(request, u"cursor"_s, 1, Limits::counterMax);
            if (!cursor)
                co_return fail(cursor.error());
            const auto unreadOnly = flagParameter(request, u"unread_only"_s);
            if (!unreadOnly)
                co_return fail(unreadOnly.error());
            auto page = co_await notifications.list(caller, *limit, *cursor, *unreadOnly);
            if (!page)
                co_return fail(page.error());
            NotificationList list{std::move(page->items), page->next.has_value(), {}, page->unreadCount};
            if (page->next)
                list.nextCursor = QString::number(*page->next);
            co_return json(list);
        });

    // Before the route of one notification: "read-all" is no id.
    router.add("PUT", u"/api/v1/notifications/read-all"_s,
               [&notifications](HttpRequest request, Caller caller,
                                PathArguments) -> QCoro::Task<Result<HttpResponse>> {
                   const auto body = readAllOf(request);
                   if (!body)
                       co_return fail(body.error());
                   const auto done = co_await notifications.markAllRead(caller, body->upTo);
                   co_return done.map(noContent);
               });

    router.add("PUT", u"/api/v1/notifications/:id/read"_s,
               [&notifications](HttpRequest, Caller caller,
                                PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto done = co_await notifications.markRead(caller, path[0]);
                   co_return done.map(noContent);
               });
}

} // namespace Hearth
