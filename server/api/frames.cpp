// SPDX-License-Identifier: Apache-2.0
#include "api/frames.h"

#include "services/messageservice.h"
#include "services/presenceservice.h"
#include "services/receiptservice.h"
#include "services/syncservice.h"
#include "services/typingservice.h"
#include "services/userservice.h"
#include "wire/limits.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PresenceSnapshot {
    QList<Presence> presences;
};

template<typename F, Const<PresenceSnapshot> T>
void describe(F &f, T &v)
{
    f.required("presences", v.presences);
}

struct Nothing { };

template<typename F, Const<Nothing> T>
void describe(F &, T &)
{ }

} // namespace

Frames::Frames(FrameServices services, Connections &connections)
    : m_services(std::move(services))
    , m_connections(connections)
{ }

void Frames::opened(const Caller &caller)
{
    m_open.insert(*caller.connection);
    greet(caller);
}

QCoro::Task<void> Frames::greet(Caller caller)
{
    const auto account = co_await m_services.users.me(caller);
    if (!m_open.contains(*caller.connection))
        co_return; // gone already: nobody would tell presence that it left
    if (!account) {
        m_connections.send(*caller.connection, encode(ErrorFrame{{}, account.error()}));
        m_connections.close(*caller.connection, 4009, account.error().detail);
        co_return;
    }
    Hello hello;
    hello.user = *account;
    hello.sessionId = caller.sessionId;
    hello.serverVersion = m_services.serverVersion;
    hello.features = {u"sync"_s, u"receipts"_s, u"typing"_s, u"presence"_s};
    hello.limits = {Limits::frameBytes, Limits::contentCodePoints, Limits::groupMembers,
                    m_services.fileBytes};
    hello.heartbeatMs = int(m_services.heartbeat.count());
    hello.epoch = m_services.epoch();
    hello.serverTime = now();
    m_connections.greet(*caller.connection, encode(hello));
    if (m_open.contains(*caller.connection)) // not closed while it was greeted
        co_await m_services.presence.connected(caller);
}

void Frames::handle(const Caller &caller, const ClientRequest &request)
{
    const auto received = std::chrono::steady_clock::now();
    std::visit(
        [&](const auto &frame) {
            on(Origin{caller, request.id, frame.type, received}, frame);
        },
        request.frame);
}

void Frames::closed(const Caller &caller)
{
    m_open.remove(*caller.connection);
    m_services.typing.disconnected(*caller.connection);
    m_services.presence.disconnected(caller);
}

QCoro::Task<void> Frames::on(Origin origin, SendMessage frame)
{
    const auto stored =
        co_await m_services.messages.send(origin.caller, frame.conversationId, std::move(frame.draft));
    acknowledge(origin, stored.map(&StoredMessage::message));
}

QCoro::Task<void> Frames::on(Origin origin, EditMessage frame)
{
    acknowledge(origin,
                co_await m_services.messages.edit(origin.caller, frame.messageId, std::move(frame.edit)));
}

QCoro::Task<void> Frames::on(Origin origin, DeleteMessage frame)
{
    acknowledge(origin, co_await m_services.messages.remove(origin.caller, frame.messageId));
}

QCoro::Task<void> Frames::on(Origin origin, AddReaction frame)
{
    acknowledge(origin,
                co_await m_services.messages.addReaction(origin.caller, frame.messageId, frame.emoji));
}

QCoro::Task<void> Frames::on(Origin origin, RemoveReaction frame)
{
    acknowledge(origin,
                co_await m_services.messages.removeReaction(origin.caller, frame.messageId, frame.emoji));
}

QCoro::Task<void> Frames::on(Origin origin, MarkDelivered frame)
{
    acknowledge(origin,
                co_await m_services.receipts.markDelivered(origin.caller, frame.conversationId, frame.seq));
}

QCoro::Task<void> Frames::on(Origin origin, MarkRead frame)
{
    if (frame.messageId)
        acknowledge(origin, co_await m_services.receipts.markMessageRead(origin.caller, *frame.messageId));
    else
        acknowledge(origin,
                    co_await m_services.receipts.markRead(origin.caller, *frame.conversationId, *frame.seq));
}

QCoro::Task<void> Frames::on(Origin origin, StartTyping frame)
{
    acknowledge(origin, co_await m_services.typing.setTyping(origin.caller, frame.conversationId, true));
}

QCoro::Task<void> Frames::on(Origin origin, StopTyping frame)
{
    acknowledge(origin, co_await m_services.typing.setTyping(origin.caller, frame.conversationId, false));
}

QCoro::Task<void> Frames::on(Origin origin, UpdatePresence frame)
{
    acknowledge(origin, co_await m_services.presence.choose(origin.caller, frame.status));
}

QCoro::Task<void> Frames::on(Origin origin, SubscribePresence frame)
{
    auto presences = co_await m_services.presence.subscribe(origin.caller, frame.userIds);
    if (!presences)
        reject(origin, presences.error());
    else if (origin.id)
        send(origin, encodeAck(*origin.id, PresenceSnapshot{std::move(*presences)}));
}

QCoro::Task<void> Frames::on(Origin origin, SyncRequest frame)
{
    const auto heads = co_await m_services.sync.heads(origin.caller, frame.since);
    if (!heads) {
        reject(origin, heads.error());
        co_return;
    }
    sendHeads(*origin.caller.connection, heads->heads, heads->left);
    send(origin, encode(SyncDone{origin.id, heads->serverTime, m_services.epoch()}));
}

// In frames of at most 64 KiB: a head is under 512 bytes, an id under 64.
void Frames::sendHeads(ConnectionId connection, const QList<Head> &heads, const QList<ConversationId> &left)
{
    constexpr int headsPerFrame = Limits::syncFrameBytes / 512;
    constexpr int idsPerFrame = Limits::syncFrameBytes / 64;
    for (qsizetype at = 0; at < heads.size(); at += headsPerFrame)
        m_connections.send(connection, encode(SyncHeads{heads.mid(at, headsPerFrame), {}}));
    for (qsizetype at = 0; at < left.size(); at += idsPerFrame)
        m_connections.send(connection, encode(SyncHeads{{}, left.mid(at, idsPerFrame)}));
}

QCoro::Task<void> Frames::on(Origin origin, ChangesRequest frame)
{
    const int limit = frame.limit.value_or(Limits::changesMax);
    if (limit < 1 || limit > Limits::changesMax) {
        reject(origin,
               {ErrorCode::InvalidField, u"Must be from 1 to %1."_s.arg(Limits::changesMax), u"/limit"_s});
        co_return;
    }
    const auto changes =
        co_await m_services.sync.changes(origin.caller, frame.conversationId, frame.since, limit);
    if (!changes)
        reject(origin, changes.error());
    else if (origin.id)
        send(origin, encodeAck(*origin.id, *changes));
}

QCoro::Task<void> Frames::on(Origin origin, RefreshAuth frame)
{
    const auto fresh = co_await m_services.authenticate(frame.token.toUtf8());
    if (!fresh) {
        reject(origin, fresh.error());
    } else if (fresh->userId != origin.caller.userId) {
        reject(origin, {ErrorCode::Forbidden, u"The token belongs to somebody else."_s, u"/token"_s});
    } else {
        m_connections.setExpiry(*origin.caller.connection, fresh->expiresAt);
        acknowledge(origin, Result<void>());
    }
}

QCoro::Task<void> Frames::on(Origin origin, Ping)
{
    send(origin, encode(Pong{origin.id}));
    co_return;
}

void Frames::acknowledge(const Origin &origin, const Result<void> &result)
{
    if (!result)
        reject(origin, result.error());
    else if (origin.id)
        send(origin, encodeAck(*origin.id, Nothing{}));
}

void Frames::acknowledge(const Origin &origin, const Result<Message> &result)
{
    if (!result)
        reject(origin, result.error());
    else if (origin.id)
        send(origin, encodeAck(*origin.id, *result));
}

void Frames::reject(const Origin &origin, const Error &error)
{
    note(origin, error.code);
    m_connections.send(*origin.caller.connection, encode(ErrorFrame{origin.id, error}));
    if (error.code == ErrorCode::Unavailable)
        m_connections.slowDown(*origin.caller.connection);
}

void Frames::send(const Origin &origin, const QByteArray &frame)
{
    note(origin, {});
    m_connections.send(*origin.caller.connection, frame);
}

void Frames::note(const Origin &origin, std::optional<ErrorCode> error)
{
    if (m_observer)
        m_observer({*origin.caller.connection, origin.caller.userId, origin.id.value_or(QString()),
                    origin.type, error, std::chrono::steady_clock::now() - origin.received});
}

} // namespace Hearth
