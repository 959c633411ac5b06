// SPDX-License-Identifier: Apache-2.0
#include "api/conversations.h"

#include "api/parameters.h"
#include "services/conversationservice.h"
#include "services/syncservice.h"
#include "services/typingservice.h"
#include "wire/limits.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Opaque to clients: "<ms>.<id>" in base64url.
QString encodeCursor(const ConversationCursor &cursor)
{
    const QByteArray plain = QByteArray::number(toMs(cursor.lastActivityAt)) + '.' + cursor.id.toUtf8();
    return QString::fromLatin1(
        plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<std::optional<ConversationCursor>> cursorParameter(const HttpRequest &request)
{
    const auto text = textParameter(request, u"cursor"_s);
    if (!text)
        return std::nullopt;
    const QByteArray plain = QByteArray::fromBase64(text->toLatin1(), QByteArray::Base64UrlEncoding);
    const qsizetype dot = plain.indexOf('.');
    bool ok = false;
    const qint64 ms = plain.left(dot).toLongLong(&ok);
    if (dot < 0 || !ok)
        return fail(ErrorCode::InvalidField, u"This is no cursor of ours."_s, u"/cursor"_s);
    return ConversationCursor{fromMs(ms), QString::fromUtf8(plain.mid(dot + 1))};
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
                   const auto cursor = cursorParameter(request);
                   if (!cursor)
                       co_return fail(cursor.error());
                   auto page = co_await conversations.list(caller, *limit, *cursor);
                   if (!page)
                       co_return fail(page.error());
                   Page<Conversation> answer{std::move(page->items), page->next.has_value()};
                   if (page->next)
                       answer.nextCursor = encodeCursor(*page->next);
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
