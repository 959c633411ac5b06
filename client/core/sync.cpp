// SPDX-License-Identifier: Apache-2.0
#include "core/sync.h"

#include "core/connection.h"
#include "core/logging.h"
#include "wire/limits.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

Sync::Sync(Connection &connection, LocalStore &store, Roster &roster, const Timing &timing, UserId self)
    : m_connection(connection)
    , m_store(store)
    , m_roster(roster)
    , m_timing(timing)
    , m_self(std::move(self))
    , m_delivered(timing.deliveredInterval, [this](const ConversationId &id, qint64 seq) {
        m_connection.send(MarkDelivered{id, seq});
    })
{
    connect(&connection, &Connection::ready, this, &Sync::onReady);
    connect(&connection, &Connection::lost, this, &Sync::onLost);
    connect(&connection, &Connection::received, this,
            [this](const ServerFrame &frame) { std::visit([this](const auto &f) { on(f); }, frame); });
}

void Sync::load(const QString &epoch, std::optional<Timestamp> since)
{
    m_epoch = epoch;
    m_since = since;
}

void Sync::onReady(const Hello &hello)
{
    stopCatchingUp();
    if (m_epoch != hello.epoch) {
        const bool restored = !m_epoch.isEmpty();
        m_epoch = hello.epoch;
        if (restored)
            voidCursors();
    }
    resume();
}

void Sync::onLost()
{
    stopCatchingUp();
    m_pauses.cancel();
}

void Sync::stopCatchingUp()
{
    ++m_round;
    m_behind.clear();
    m_wanted.clear();
    m_queue.clear();
    m_running = 0;
}

QCoro::Task<void> Sync::resume()
{
    const int round = m_round;
    m_nextSince.reset();
    m_complete = true;
    m_cursorsAreWrong = false;
    m_listed.clear();
    m_atHello.clear();
    for (const ConversationId &id : m_roster.ids())
        m_atHello.insert(id, m_roster.change(id));

    const SyncRequest request{m_since};
    const auto done = co_await m_connection.request(request);
    if (round != m_round || !m_connection.isReady())
        co_return;
    if (!done) {
        qCWarning(lcSync) << "sync refused" << wireName(done.error().code);
        m_connection.restart();
        co_return;
    }
    if (m_cursorsAreWrong) {
        startOver();
        co_return;
    }
    if (!m_since)
        removeUnlisted();
    finishIfCaughtUp();
}

void Sync::startOver()
{
    stopCatchingUp();
    voidCursors();
    resume();
}

void Sync::forgetMessages()
{
    if (m_connection.isReady())
        startOver();
    else
        voidCursors();
}

void Sync::on(const SyncHeads &frame)
{
    for (const Head &head : frame.heads) {
        const ConversationId &id = head.conversationId;
        m_listed.insert(id);
        if (head.lastChange < m_atHello.value(id))
            m_cursorsAreWrong = true;
        if (m_roster.find(id)) {
            m_roster.adopt(id, head.my, head.lastSeq);
            m_store.saveConversation(*m_roster.find(id));
            Q_EMIT conversationChanged(id);
        }
        if (head.lastChange > m_roster.change(id))
            fallBehind(id);
    }
    for (const ConversationId &id : frame.left)
        leave(id);
    startCatchUps();
}

void Sync::on(const SyncDone &frame)
{
    m_nextSince = frame.serverTime;
    if (frame.epoch != m_epoch) {
        m_epoch = frame.epoch;
        m_cursorsAreWrong = true;
    }
}

void Sync::on(const ErrorFrame &frame)
{
    qCWarning(lcSync) << "the server refused a frame" << wireName(frame.error.code) << frame.error.pointer;
}

// After a sync of everything: what it did not name is no longer ours.
void Sync::removeUnlisted()
{
    for (auto known = m_atHello.cbegin(); known != m_atHello.cend(); ++known) {
        if (!m_listed.contains(known.key()))
            leave(known.key());
    }
}

void Sync::voidCursors()
{
    qCInfo(lcSync) << "cursors void";
    m_since.reset();
    m_roster.voidCursors();
    m_store.voidCursors();
    m_store.saveCursor(m_epoch, {});
    Q_EMIT conversationsReset();
    for (const ConversationId &id : m_roster.ids())
        Q_EMIT messagesReset(id);
}

// The next sync starts here only when nothing of this one is outstanding.
void Sync::finishIfCaughtUp()
{
    if (!m_nextSince || !m_behind.isEmpty() || m_cursorsAreWrong
        || m_connection.state() != ConnectionState::CatchingUp)
        return;
    if (m_complete) {
        m_since = m_nextSince;
        m_store.saveCursor(m_epoch, m_since);
    }
    m_connection.setCaughtUp();
}

void Sync::on(const MessageDelivered &frame)
{
    advance(frame.conversationId, frame.userId, frame.seq, 0);
}

void Sync::on(const MessageRead &frame)
{
    if (frame.userId == m_self)
        Q_EMIT readElsewhere(frame.conversationId, frame.seq);
    advance(frame.conversationId, frame.userId, frame.seq, frame.seq);
}

void Sync::on(const TypingIndicator &frame)
{
    Q_EMIT typingHeard(frame.conversationId, frame.userId, frame.isTyping);
}

void Sync::on(const ConversationCreated &frame)
{
    adopt(frame.data);
}

void Sync::on(const MemberRemoved &frame)
{
    if (frame.data.userId == m_self)
        leave(frame.conversationId);
    else
        fetchChange(frame.conversationId, frame.change);
}

void Sync::on(const ConversationSettings &frame)
{
    if (!m_roster.find(frame.conversationId))
        return;
    m_roster.adopt(frame.conversationId, frame.my, m_roster.find(frame.conversationId)->lastSeq);
    m_store.saveConversation(*m_roster.find(frame.conversationId));
    Q_EMIT conversationChanged(frame.conversationId);
}

void Sync::advance(const ConversationId &id, const UserId &user, qint64 delivered, qint64 read)
{
    if (const auto moved = m_roster.advance(id, user, delivered, read)) {
        m_store.saveMembers(id, {*moved});
        Q_EMIT membersChanged(id);
    }
}

} // namespace Hearth
