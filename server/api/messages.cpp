// SPDX-License-Identifier: Apache-2.0
#include "api/messages.h"

#include "api/messagechanges.h"
#include "api/parameters.h"
#include "services/messageservice.h"
#include "services/receiptservice.h"
#include "wire/limits.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// The header Idempotency-Key is another way to give client_msg_id.
Result<MessageDraft> draftOf(const HttpRequest &request)
{
    auto draft = parseBody<MessageDraft>(request);
    const QByteArray key = request.header("idempotency-key");
    if (!draft || key.isEmpty())
        return draft;
    // The header's draft puts the key in quotation marks (a structured-field string); clients also send it
    // bare.
    const QString id = QString::fromLatin1(
        key.size() > 1 && key.startsWith('"') && key.endsWith('"') ? key.mid(1, key.size() - 2) : key);
    if (draft->clientMsgId && *draft->clientMsgId != id)
        return fail(ErrorCode::InvalidField, u"Idempotency-Key and client_msg_id differ."_s,
                    u"/client_msg_id"_s);
    draft->clientMsgId = id;
    return draft;
}

Result<HistoryRequest> historyOf(const HttpRequest &request)
{
    HistoryRequest history;
    const auto limit = limitParameter(request, Limits::pageDefault, Limits::pageMax);
    if (!limit)
        return fail(limit.error());
    history.limit = *limit;

    int places = 0;
    const std::pair<QString, std::optional<qint64> *> bySeq[] = {{u"before_seq"_s, &history.beforeSeq},
                                                                 {u"after_seq"_s, &history.afterSeq},
                                                                 {u"around_seq"_s, &history.aroundSeq}};
    for (const auto &[name, place] : bySeq) {
        const auto seq = numberParameter(request, name, 0, Limits::counterMax);
        if (!seq)
            return fail(seq.error());
        *place = *seq;
        places += seq->has_value();
    }
    const std::pair<QString, std::optional<MessageId> *> byId[] = {{u"before_id"_s, &history.beforeId},
                                                                   {u"after_id"_s, &history.afterId},
                                                                   {u"around_id"_s, &history.aroundId}};
    for (const auto &[name, place] : byId) {
        *place = textParameter(request, name);
        places += place->has_value();
    }
    const auto offset = numberParameter(request, u"offset"_s, 0, std::numeric_limits<int>::max());
    if (!offset)
        return fail(offset.error());
    if (*offset)
        history.offset = int(**offset);
    places += offset->has_value();

    if (places > 1)
        return fail(
            ErrorCode::InvalidField,
            u"Only one of before_id, after_id, around_id, before_seq, after_seq, around_seq, offset."_s);
    return history;
}

using Mark = QCoro::Task<Result<void>> (ReceiptService::*)(Caller, ConversationId, qint64);

// A watermark is given by place, or by the message at that place.
QCoro::Task<Result<HttpResponse>> markInConversation(HttpRequest request, Caller caller,
                                                     ConversationId conversation, MessageService &messages,
                                                     ReceiptService &receipts, Mark mark)
{
    const auto body = parseBody<WatermarkRequest>(request);
    if (!body)
        co_return fail(body.error());
    qint64 seq = body->seq.value_or(0);
    if (body->messageId) {
        const auto message = co_await messages.get(caller, *body->messageId);
        if (!message)
            co_return fail(message.error());
        if (message->conversationId != conversation)
            co_return fail(ErrorCode::NotFound, u"There is no such message in this conversation."_s);
        seq = message->seq;
    }
    const auto done = co_await (receipts.*mark)(caller, conversation, seq);
    co_return done.map(noContent);
}

} // namespace

void addMessageRoutes(Router &router, MessageService &messages, ReceiptService &receipts)
{
    addMessageChangeRoutes(router, messages);

    router.add(
        "POST", u"/api/v1/conversations/:id/messages"_s,
        [&messages](HttpRequest request, Caller caller,
                    PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            auto draft = draftOf(request);
            if (!draft)
                co_return fail(draft.error());
            const auto stored = co_await messages.send(caller, path[0], std::move(*draft));
            if (!stored)
                co_return fail(stored.error());
            co_return json(stored->message, stored->repeated ? 200 : 201);
        },
        RequestKind::Message);

    router.add("GET", u"/api/v1/conversations/:id/messages"_s,
               [&messages](HttpRequest request, Caller caller,
                           PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto history = historyOf(request);
                   if (!history)
                       co_return fail(history.error());
                   auto page = co_await messages.history(caller, path[0], *history);
                   if (!page)
                       co_return fail(page.error());
                   co_return json(Page<Message>{std::move(page->items), page->hasMore, {}});
               });

    router.add(
        "GET", u"/api/v1/messages/:id"_s,
        [&messages](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            co_return answer(co_await messages.get(caller, path[0]));
        });

    router.add(
        "POST", u"/api/v1/messages/:id/read"_s,
        [&receipts](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            const auto done = co_await receipts.markMessageRead(caller, path[0]);
            co_return done.map(noContent);
        });

    router.add(
        "POST", u"/api/v1/conversations/:id/read"_s,
        [&](HttpRequest request, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            return markInConversation(std::move(request), std::move(caller), path[0], messages, receipts,
                                      &ReceiptService::markRead);
        });

    router.add(
        "POST", u"/api/v1/conversations/:id/delivered"_s,
        [&](HttpRequest request, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            return markInConversation(std::move(request), std::move(caller), path[0], messages, receipts,
                                      &ReceiptService::markDelivered);
        });
}

} // namespace Hearth
