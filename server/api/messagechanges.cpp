// SPDX-License-Identifier: Apache-2.0
#include "api/messagechanges.h"

#include "api/parameters.h"
#include "services/messageservice.h"
#include "wire/limits.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// RFC 9110 section 13.1.1. `*` asks for any version, as no header at all does; of weak tags and lists of tags
// there is no use here, where a tag names the one change that a message stands at.
Result<std::optional<qint64>> ifMatch(const HttpRequest &request)
{
    const QByteArray tag = request.header("if-match").trimmed();
    if (tag.isEmpty() || tag == "*")
        return std::nullopt;
    bool ok = tag.size() > 2 && tag.startsWith('"') && tag.endsWith('"');
    const qint64 change = ok ? tag.mid(1, tag.size() - 2).toLongLong(&ok) : 0;
    if (!ok)
        return fail(ErrorCode::PreconditionFailed, u"If-Match takes one ETag that this server gave."_s);
    return change;
}

Result<HttpResponse> noContentFor(const Result<Message> &message)
{
    return message.map([](const Message &) { return noContent(); });
}

} // namespace

Result<HttpResponse> answer(const Result<Message> &message)
{
    return message.map([](const Message &shown) {
        HttpResponse response = json(shown);
        response.addHeader("ETag", '"' + QByteArray::number(shown.change) + '"');
        return response;
    });
}

void addMessageChangeRoutes(Router &router, MessageService &messages)
{
    router.add("PUT", u"/api/v1/messages/:id"_s,
               [&messages](HttpRequest request, Caller caller,
                           PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   auto body = parseBody<MessageEdit>(request);
                   if (!body)
                       co_return fail(body.error());
                   const auto change = ifMatch(request);
                   if (!change)
                       co_return fail(change.error());
                   co_return answer(co_await messages.edit(caller, path[0], std::move(*body), *change));
               });

    router.add("DELETE", u"/api/v1/messages/:id"_s,
               [&messages](HttpRequest request, Caller caller,
                           PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto change = ifMatch(request);
                   if (!change)
                       co_return fail(change.error());
                   co_return noContentFor(co_await messages.remove(caller, path[0], *change));
               });

    router.add(
        "PUT", u"/api/v1/messages/:id/pin"_s,
        [&messages](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            co_return answer(co_await messages.setPinned(caller, path[0], true));
        });

    router.add(
        "DELETE", u"/api/v1/messages/:id/pin"_s,
        [&messages](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            co_return noContentFor(co_await messages.setPinned(caller, path[0], false));
        });

    router.add("POST", u"/api/v1/messages/:id/reactions"_s,
               [&messages](HttpRequest request, Caller caller,
                           PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto body = parseBody<ReactionRequest>(request);
                   if (!body)
                       co_return fail(body.error());
                   co_return answer(co_await messages.addReaction(caller, path[0], body->emoji));
               });

    router.add(
        "DELETE", u"/api/v1/messages/:id/reactions/:emoji"_s,
        [&messages](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            co_return noContentFor(co_await messages.removeReaction(caller, path[0], path[1]));
        });

    router.add(
        "GET", u"/api/v1/messages/:id/history"_s,
        [&messages](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            auto versions = co_await messages.versions(caller, path[0]);
            if (!versions)
                co_return fail(std::move(versions.error()));
            co_return json(Page<MessageVersion>{std::move(*versions)});
        });

    router.add("GET", u"/api/v1/messages/:id/replies"_s,
               [&messages](HttpRequest request, Caller caller,
                           PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto limit = limitParameter(request, Limits::pageDefault, Limits::pageMax);
                   if (!limit)
                       co_return fail(limit.error());
                   const auto after = numberParameter(request, u"after_seq"_s, 0, Limits::counterMax);
                   if (!after)
                       co_return fail(after.error());
                   auto page = co_await messages.replies(caller, path[0], after->value_or(0), *limit);
                   if (!page)
                       co_return fail(std::move(page.error()));
                   co_return json(Page<Message>{std::move(page->items), page->hasMore, {}});
               });
}

} // namespace Hearth
