// SPDX-License-Identifier: Apache-2.0
#include "core/messagehistory.h"

#include "core/connection.h"
#include "core/rest.h"
#include "core/roster.h"
#include "wire/limits.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

QCoro::Task<Result<MessageSlice>> MessageHistory::newest(ConversationId id, int limit)
{
    const Conversation *conversation = m_roster.find(id);
    if (!conversation || conversation->lastSeq == 0)
        co_return MessageSlice();
    co_return co_await before(id, conversation->lastSeq + 1, limit);
}

QCoro::Task<Result<MessageSlice>> MessageHistory::before(ConversationId id, qint64 seq, int limit)
{
    auto run = co_await read(Place::Before, id, seq, limit);
    const Conversation *conversation = m_roster.find(id);
    if (!run || !conversation)
        co_return run.map([](const StoredRun &) { return MessageSlice(); });
    const bool atEnd = !run->gap && run->messages.size() < limit; // nothing below, whatever first_seq says
    const qint64 first = run->messages.isEmpty() ? seq : run->messages.first().seq;
    co_return MessageSlice{run->messages, !atEnd && first > conversation->firstSeq,
                           seq <= conversation->lastSeq};
}

QCoro::Task<Result<MessageSlice>> MessageHistory::after(ConversationId id, qint64 seq, int limit)
{
    const Conversation *conversation = m_roster.find(id);
    if (!conversation || seq >= conversation->lastSeq)
        co_return MessageSlice{{}, seq > 0, false};
    auto run = co_await read(Place::After, id, seq, limit);
    conversation = m_roster.find(id);
    if (!run || !conversation)
        co_return run.map([](const StoredRun &) { return MessageSlice(); });
    const qint64 last = run->messages.isEmpty() ? seq : run->messages.last().seq;
    co_return MessageSlice{run->messages, seq >= conversation->firstSeq, last < conversation->lastSeq};
}

QCoro::Task<Result<MessageSlice>> MessageHistory::around(ConversationId id, qint64 seq, int limit)
{
    const Conversation *conversation = m_roster.find(id);
    if (!conversation || conversation->lastSeq == 0)
        co_return MessageSlice();
    seq = std::clamp(seq, std::min(conversation->firstSeq, conversation->lastSeq), conversation->lastSeq);
    auto run = co_await read(Place::Around, id, seq, limit);
    conversation = m_roster.find(id);
    if (!run || !conversation)
        co_return run.map([](const StoredRun &) { return MessageSlice(); });
    if (run->messages.isEmpty())
        co_return co_await newest(id, limit); // better than nothing
    co_return MessageSlice{run->messages, run->messages.first().seq > conversation->firstSeq,
                           run->messages.last().seq < conversation->lastSeq};
}

QCoro::Task<Result<StoredRun>> MessageHistory::read(Place place, ConversationId id, qint64 seq, int limit)
{
    auto run = co_await stored(place, id, seq, limit);
    if (!run || !run->gap || !run->messages.isEmpty() || !m_connection.isReady())
        co_return run;
    const auto fetched = co_await fetch(place, id, seq, limit);
    if (!fetched && fetched.error().code != ErrorCode::Unavailable)
        co_return fail(fetched.error());
    co_return co_await stored(place, id, seq, limit);
}

QCoro::Task<Result<StoredRun>> MessageHistory::stored(Place place, ConversationId id, qint64 seq, int limit)
{
    switch (place) {
    case Place::Before: return m_store.before(id, seq, limit);
    case Place::After: return m_store.after(id, seq, limit);
    case Place::Around: break;
    }
    return m_store.around(id, seq, limit);
}

QCoro::Task<Result<void>> MessageHistory::fetch(Place place, ConversationId id, qint64 seq, int limit)
{
    const QString parameter = place == Place::Before ? u"before_seq"_s
        : place == Place::After                      ? u"after_seq"_s
                                                     : u"around_seq"_s;
    QUrlQuery query;
    query.addQueryItem(parameter, QString::number(seq));
    query.addQueryItem(u"limit"_s, QString::number(std::clamp(limit, 1, Limits::pageMax)));
    const QString path = u"/api/v1/conversations/%1/messages"_s.arg(id);
    const int resets = m_roster.resets(id);
    auto page = co_await m_rest.get<Page<Message>>(path, query);
    if (!page)
        co_return fail(page.error());
    if (!m_roster.find(id) || m_roster.resets(id) != resets)
        co_return fail(ErrorCode::Unavailable, u"The conversation has changed."_s);

    QList<Message> &messages = page->items;
    std::ranges::sort(messages, {}, &Message::seq);
    MessageTable::Range range{seq, seq - 1}; // empty
    if (!messages.isEmpty())
        range = {messages.first().seq, messages.last().seq};
    if (place == Place::Before)
        range = {page->hasMore && !messages.isEmpty() ? range.from : 1, seq - 1};
    else if (place == Place::After && !messages.isEmpty())
        range.from = seq + 1;
    HistoryPage kept{id, messages, range};
    co_return co_await m_store.keepHistory(std::move(kept));
}

} // namespace Hearth
