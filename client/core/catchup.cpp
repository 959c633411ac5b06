// SPDX-License-Identifier: Apache-2.0
// The part of Sync that brings one conversation forward.
#include "core/connection.h"
#include "core/logging.h"
#include "core/sync.h"
#include "wire/limits.h"

#include <algorithm>

namespace Hearth {

namespace {

constexpr int catchUpsAtOnce = 4;

QList<Message> bySeq(QList<Message> messages)
{
    std::ranges::sort(messages, {}, &Message::seq);
    return messages;
}

} // namespace

bool Sync::observe(const Message &message)
{
    const ConversationId &id = message.conversationId;
    const qint64 known = m_roster.change(id);
    if (message.change <= known)
        return false;
    if (auto behind = m_behind.find(id); behind != m_behind.end()) {
        behind->append(message);
    } else if (message.change == known + 1 && m_roster.find(id) && !message.threadRootId) {
        applyLive(message);
    } else { // a reply changes the first message of its thread, too, which its frame does not carry
        fallBehind(id);
        m_behind[id].append(message);
        startCatchUps();
    }
    return true;
}

// An edited or deleted message, where it is the next change and all that changed; else it is fetched with
// what is missing.
void Sync::observeChanged(const Message &message)
{
    const ConversationId id = message.conversationId;
    if (message.change != m_roster.change(id) + 1 || m_behind.contains(id) || !m_roster.find(id)
        || message.threadRootId) {
        fetchChange(id, message.change);
        return;
    }
    Changes changes;
    changes.messages = {message};
    changes.lastChange = message.change;
    apply(id, changes);
}

// For changes whose frame does not carry the whole state.
void Sync::fetchChange(const ConversationId &id, qint64 change)
{
    if (change <= m_roster.change(id) || !m_roster.find(id))
        return;
    qint64 &wanted = m_wanted[id];
    wanted = std::max(wanted, change);
    fallBehind(id);
    startCatchUps();
}

QCoro::Task<void> Sync::adopt(Conversation conversation)
{
    const ConversationId id = conversation.id;
    if (m_roster.find(id) || m_behind.contains(id))
        co_return; // its changes come by themselves
    m_listed.insert(id);
    m_roster.put(conversation);
    Batch batch{0, *m_roster.find(id)};
    batch.members = m_roster.members(id);
    const auto stored = co_await m_store.apply(std::move(batch));
    keptStored(id, 0, stored);
    Q_EMIT conversationChanged(id);
    Q_EMIT membersChanged(id);
}

void Sync::fallBehind(const ConversationId &id)
{
    if (m_behind.contains(id))
        return;
    m_behind.insert(id, {});
    m_queue.enqueue(id);
}

void Sync::startCatchUps()
{
    while (m_running < catchUpsAtOnce && !m_queue.isEmpty()) {
        ++m_running;
        catchUp(m_queue.dequeue());
    }
}

QCoro::Task<void> Sync::catchUp(ConversationId id)
{
    const int round = m_round;
    bool more = true;
    while (more && round == m_round) {
        const qint64 since = m_roster.change(id);
        const qint64 wanted = m_wanted.value(id);
        more = co_await step(id);
        // What was heard of meanwhile may be missing in the answer.
        const bool isNew = m_wanted.value(id) > wanted || m_roster.change(id) > since;
        more |= isNew && m_wanted.value(id) > m_roster.change(id);
    }
    if (round != m_round || !m_connection.isReady())
        co_return; // the next connection starts over
    --m_running;
    m_wanted.remove(id);
    replay(id);
    startCatchUps();
    finishIfCaughtUp();
}

QCoro::Task<bool> Sync::step(ConversationId id)
{
    const int round = m_round;
    const ChangesRequest request{id, m_roster.change(id), Limits::changesMax};
    const auto answer = co_await m_connection.request(request);
    if (round != m_round || !m_connection.isReady() || !m_behind.contains(id))
        co_return false;
    auto changes = answer.and_then([](const QJsonObject &json) { return fromJson<Changes>(json); });
    if (changes && (changes->lastChange >= request.since || changes->tooFar))
        co_return co_await apply(id, std::move(*changes));
    if (changes) {
        startOver();
        co_return false;
    }
    const Error error = changes.error();
    if (isRetryable(error.code)) {
        co_await m_pauses.wait(error.retryAfterMs ? Timing::ms(*error.retryAfterMs) : m_timing.retryAfter);
        co_return true;
    }
    m_behind[id].clear();
    if (error.code == ErrorCode::NotFound) {
        leave(id);
    } else {
        m_complete = false;
        Q_EMIT failed(error);
    }
    co_return false;
}

QCoro::Task<bool> Sync::apply(ConversationId id, Changes changes)
{
    const qint64 since = m_roster.change(id);
    if (!m_roster.find(id) && !changes.conversation) {
        m_complete = false;
        co_return false;
    }
    m_roster.apply(id, changes);
    Batch batch{since, *m_roster.find(id), changes.messages};
    batch.snapshot = changes.tooFar;
    batch.members = changes.tooFar || changes.conversation ? m_roster.members(id) : changes.members;
    batch.removed = changes.removed;
    const auto stored = co_await m_store.apply(std::move(batch));
    if (!keptStored(id, since, stored))
        co_return false;
    if (changes.tooFar)
        Q_EMIT messagesReset(id);
    if (!changes.messages.isEmpty())
        Q_EMIT messagesStored(id, bySeq(changes.messages));
    Q_EMIT conversationChanged(id);
    Q_EMIT membersChanged(id);
    co_return changes.hasMore && !changes.tooFar;
}

QCoro::Task<void> Sync::applyLive(Message message)
{
    const ConversationId id = message.conversationId;
    const qint64 since = m_roster.change(id);
    m_roster.add(message);
    Batch batch{since, *m_roster.find(id), {message}};
    const auto stored = co_await m_store.apply(std::move(batch));
    if (!keptStored(id, since, stored))
        co_return;
    Q_EMIT messagesStored(id, {message});
    Q_EMIT conversationChanged(id);
    announce(message);
}

void Sync::announce(const Message &message)
{
    if (message.senderId == m_self)
        return;
    m_delivered.push(message.conversationId, message.seq);
    Q_EMIT messageArrived(message);
}

// What could not be stored counts as not seen: the next change shows the gap.
bool Sync::keptStored(const ConversationId &id, qint64 since, const Result<void> &stored)
{
    if (stored)
        return true;
    m_roster.setChange(id, since);
    m_complete = false;
    if (stored.error().code != ErrorCode::Unavailable)
        Q_EMIT failed(stored.error());
    return false;
}

void Sync::replay(const ConversationId &id)
{
    QList<Message> live = m_behind.take(id);
    std::ranges::sort(live, {}, &Message::change);
    for (const Message &message : live) {
        if (!observe(message))
            announce(message); // fetched meanwhile
    }
}

// An answer on its way may have been read before, and must not bring the conversation back.
void Sync::leave(const ConversationId &id)
{
    m_behind.remove(id);
    m_wanted.remove(id);
    m_queue.removeOne(id);
    m_roster.remove(id);
    m_store.removeConversation(id);
    Q_EMIT conversationRemoved(id);
}

} // namespace Hearth
