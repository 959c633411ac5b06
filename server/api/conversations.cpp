// SPDX-License-Identifier: Apache-2.0
#include "api/conversations.h"

#include "api/parameters.h"
#include "services/conversationservice.h"
#include "services/syncservice.h"
#include "services/typingservice.h"
#include "wire/limits.h"
#include "wire/members.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<ConversationCursor> cursorOf(const std::optional<PageCursor> &cursor)
{
    return cursor ? std::optional(ConversationCursor{cursor->at, cursor->id}) : std::nullopt;
}

// Null and "" both remove the description.
Result<ConversationEdit> editOf(const HttpRequest &request)
{
    const auto body = parseBody<UpdateConversation>(request);
    if (!body)
        return fail(body.error());
    ConversationEdit edit{body->name};
    if (isNull(request, "description"_L1) || (body->description && body->description->isEmpty()))
        edit.description.emplace();
    else if (body->description)
        edit.description = body->description;
    return edit;
}

Result<int> changesLimit(const HttpRequest &request)
{
    return limitParameter(request, Limits::changesMax, Limits::changesMax);
}

} // namespace

void addConversationRoutes(Router &router, ConversationService &conversations, SyncService &sync,
                           TypingService &typing)
{
    router.add("POST", u"/api/v1/conversations"_s,
               [&conversations](HttpRequest request, Caller caller,
                                PathArguments) -> QCoro::Task<Result<HttpResponse>> {
                   auto body = parseBody<CreateConversation>(request);
                   if (!body)
                       co_return fail(body.error());
                   const auto created = co_await conversations.create(caller, std::move(*body));
                   if (!created)
                       co_return fail(created.error());
                   co_return json(created->conversation, created->created ? 201 : 200);
               });

    router.add("GET", u"/api/v1/conversations"_s,
               [&conversations](HttpRequest request, Caller caller,
                                PathArguments) -> QCoro::Task<Result<HttpResponse>> {
                   const auto limit = limitParameter(request, Limits::pageDefault, Limits::pageMax);
                   if (!limit)
                       co_return fail(limit.error());
                   const auto cursor = pageCursorParameter(request);
                   if (!cursor)
                       co_return fail(cursor.error());
                   auto page = co_await conversations.list(caller, *limit, cursorOf(*cursor));
                   if (!page)
                       co_return fail(page.error());
                   Page<Conversation> answer{std::move(page->items), page->next.has_value()};
                   if (page->next)
                       answer.nextCursor = encodeCursor({page->next->lastActivityAt, page->next->id});
                   co_return json(answer);
               });

    router.add("GET", u"/api/v1/conversations/:id"_s,
               [&conversations](HttpRequest, Caller caller,
                                PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto conversation = co_await conversations.get(caller, path[0]);
                   if (!conversation)
                       co_return fail(conversation.error());
                   co_return json(*conversation);
               });

    router.add("PUT", u"/api/v1/conversations/:id"_s,
               [&conversations](HttpRequest request, Caller caller,
                                PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   auto edit = editOf(request);
                   if (!edit)
                       co_return fail(edit.error());
                   const auto edited = co_await conversations.edit(caller, path[0], std::move(*edit));
                   if (!edited)
                       co_return fail(edited.error());
                   co_return json(*edited);
               });

    router.add("DELETE", u"/api/v1/conversations/:id"_s,
               [&conversations](HttpRequest, Caller caller,
                                PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto done = co_await conversations.remove(caller, path[0]);
                   co_return done.map(noContent);
               });

    router.add(
        "GET", u"/api/v1/conversations/:id/changes"_s,
        [&sync](HttpRequest request, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            const auto limit = changesLimit(request);
            if (!limit)
                co_return fail(limit.error());
            const auto since = numberParameter(request, u"since"_s, 0, Limits::counterMax);
            if (!since)
                co_return fail(since.error());
            const auto changes = co_await sync.changes(caller, path[0], since->value_or(0), *limit);
            if (!changes)
                co_return fail(changes.error());
            co_return json(*changes);
        });

    router.add("POST", u"/api/v1/conversations/:id/typing"_s,
               [&typing](HttpRequest request, Caller caller,
                         PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto body = parseBody<TypingRequest>(request);
                   if (!body)
                       co_return fail(body.error());
                   const auto done = co_await typing.setTyping(caller, path[0], body->isTyping);
                   co_return done.map(noContent);
               });
}

} // namespace Hearth
