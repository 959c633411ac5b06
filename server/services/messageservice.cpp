// SPDX-License-Identifier: Apache-2.0
#include "services/messageservice.h"

#include "services/messagerules.h"
#include "services/notificationservice.h"
#include "services/receiptservice.h"
#include "services/typingservice.h"
#include "util/uuid.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

MessageService::MessageService(Memberships &memberships, MessageStore &store, ReceiptService &receipts,
                               TypingService &typing, NotificationService &notifications,
                               Publisher &publisher)
    : m_memberships(memberships)
    , m_store(store)
    , m_receipts(receipts)
    , m_typing(typing)
    , m_notifications(notifications)
    , m_publisher(publisher)
{ }

QCoro::Task<Result<StoredMessage>> MessageService::send(Caller caller, ConversationId conversation,
                                                        MessageDraft draft)
{
    const auto started = std::chrono::steady_clock::now();
    const auto state = co_await m_memberships.requireMember(conversation, caller.userId);
    if (!state)
        co_return fail(state.error());
    ConversationState &known = **state;
    if (!known.member(caller.userId)->canSendMessages)
        co_return fail(ErrorCode::Forbidden, u"You may not send messages in this conversation."_s);
    if (auto welcome = m_memberships.blocks().checkWriting(known, caller.userId); !welcome)
        co_return fail(std::move(welcome.error()));
    if (auto checked = checkDraft(draft, known); !checked)
        co_return fail(std::move(checked.error()));

    MessageInsert insert{uuidV7(), conversation, caller.userId, std::move(draft), now()};
    auto stored = co_await m_store.append(std::move(insert));
    if (!stored || stored->repeated)
        co_return stored;

    // From here to the return nothing is awaited: members hear of messages in the order of their commits.
    const Message &message = stored->message;
    known.noteMessage(message.seq, message.id);
    m_receipts.noteSent(known, message);
    m_typing.sent(known, caller.userId);
    m_publisher.publish(known.memberIds, NewMessage{message});
    m_notifications.noteMessage(message);
    if (m_observer)
        m_observer(std::chrono::steady_clock::now() - started);
    co_return stored;
}

QCoro::Task<Result<MessagePage>> MessageService::history(Caller caller, ConversationId conversation,
                                                         HistoryRequest request)
{
    const auto state = co_await m_memberships.requireMember(conversation, caller.userId);
    if (!state)
        co_return fail(state.error());
    auto query =
        co_await resolve(std::move(request), conversation, (*state)->member(caller.userId)->firstVisibleSeq);
    if (!query)
        co_return fail(std::move(query.error()));
    auto page = co_await m_store.page(std::move(*query));
    if (!(*state)->member(caller.userId)) // removed meanwhile: what came after that is not theirs
        co_return fail(ErrorCode::NotFound, u"There is no such conversation."_s);
    if (page && !page->items.isEmpty())
        m_receipts.noteFetched(**state, caller, page->items.first().seq);
    co_return page;
}

QCoro::Task<Result<MessageQuery>> MessageService::resolve(HistoryRequest request, ConversationId conversation,
                                                          qint64 firstVisibleSeq)
{
    MessageQuery query{conversation,     firstVisibleSeq,   request.limit, request.beforeSeq,
                       request.afterSeq, request.aroundSeq, request.offset};
    const std::pair<std::optional<MessageId>, std::optional<qint64> *> byId[] = {
        {request.beforeId, &query.beforeSeq},
        {request.afterId, &query.afterSeq},
        {request.aroundId, &query.aroundSeq},
    };
    for (const auto &[id, seq] : byId) {
        if (!id)
            continue;
        const auto message = co_await m_store.byId(*id);
        if (!message)
            co_return fail(message.error());
        if (message->conversationId != conversation)
            co_return fail(ErrorCode::NotFound, u"There is no such message in this conversation."_s);
        *seq = message->seq;
    }
    co_return query;
}

QCoro::Task<Result<Message>> MessageService::get(Caller caller, MessageId id)
{
    auto visible = co_await requireVisible(caller, id);
    if (!visible)
        co_return fail(std::move(visible.error()));
    co_return std::move(visible->message);
}

QCoro::Task<Result<VisibleMessage>> MessageService::requireVisible(Caller caller, MessageId id)
{
    return Hearth::requireVisible(m_memberships, m_store, std::move(caller), std::move(id));
}

QCoro::Task<Result<VisibleMessage>> MessageService::requireWritable(Caller caller, MessageId id)
{
    auto visible = co_await requireVisible(caller, id);
    if (!visible)
        co_return visible;
    auto welcome = m_memberships.blocks().checkWriting(*visible->conversation, caller.userId);
    if (!welcome)
        co_return fail(std::move(welcome.error()));
    co_return visible;
}

} // namespace Hearth
