// SPDX-License-Identifier: Apache-2.0
#include "api/members.h"

#include "api/parameters.h"
#include "services/memberservice.h"
#include "wire/limits.h"
#include "wire/members.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<MemberCursor> cursorOf(const std::optional<PageCursor> &cursor)
{
    return cursor ? std::optional(MemberCursor{cursor->at, cursor->id}) : std::nullopt;
}

Result<OwnSettings> settingsOf(const HttpRequest &request)
{
    const auto body = parseBody<UpdateSettings>(request);
    if (!body)
        return fail(body.error());
    OwnSettings settings{body->pinned, body->archived, {}, body->level};
    if (isNull(request, "muted_until"_L1))
        settings.mutedUntil.emplace();
    else if (body->mutedUntil)
        settings.mutedUntil = body->mutedUntil;
    if (body->unreadFrom && *body->unreadFrom < 1)
        return fail(ErrorCode::InvalidField, u"A seq is 1 or more."_s, u"/unread_from"_s);
    if (isNull(request, "unread_from"_L1))
        settings.unreadFrom.emplace();
    else if (body->unreadFrom)
        settings.unreadFrom = body->unreadFrom;
    return settings;
}

} // namespace

void addMemberRoutes(Router &router, MemberService &members)
{
    router.add("GET", u"/api/v1/conversations/:id/members"_s,
               [&members](HttpRequest request, Caller caller,
                          PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto limit = limitParameter(request, Limits::pageDefault, Limits::pageMax);
                   if (!limit)
                       co_return fail(limit.error());
                   const auto cursor = pageCursorParameter(request);
                   if (!cursor)
                       co_return fail(cursor.error());
                   auto page = co_await members.page(caller, path[0], *limit, cursorOf(*cursor));
                   if (!page)
                       co_return fail(page.error());
                   Page<Member> answer{std::move(page->items), page->next.has_value()};
                   if (page->next)
                       answer.nextCursor = encodeCursor({page->next->joinedAt, page->next->userId});
                   co_return json(answer);
               });

    router.add("POST", u"/api/v1/conversations/:id/members"_s,
               [&members](HttpRequest request, Caller caller,
                          PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto body = parseBody<AddMember>(request);
                   if (!body)
                       co_return fail(body.error());
                   const auto added = co_await members.add(caller, path[0], body->userId);
                   if (!added)
                       co_return fail(added.error());
                   co_return json(added->member, added->added ? 201 : 200);
               });

    router.add("PATCH", u"/api/v1/conversations/:id/members/:userId"_s,
               [&members](HttpRequest request, Caller caller,
                          PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto body = parseBody<UpdateMember>(request);
                   if (!body)
                       co_return fail(body.error());
                   const MemberPatch patch{body->role, body->canSendMessages};
                   const auto member = co_await members.update(caller, path[0], path[1], patch);
                   if (!member)
                       co_return fail(member.error());
                   co_return json(*member);
               });

    router.add(
        "DELETE", u"/api/v1/conversations/:id/members/:userId"_s,
        [&members](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            const auto done = co_await members.remove(caller, path[0], path[1]);
            co_return done.map(noContent);
        });

    router.add("PUT", u"/api/v1/conversations/:id/settings"_s,
               [&members](HttpRequest request, Caller caller,
                          PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   auto settings = settingsOf(request);
                   if (!settings)
                       co_return fail(settings.error());
                   const auto own = co_await members.setOwn(caller, path[0], std::move(*settings));
                   if (!own)
                       co_return fail(own.error());
                   co_return json(*own);
               });
}

} // namespace Hearth
