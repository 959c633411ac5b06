// SPDX-License-Identifier: Apache-2.0
#include "gateway/hub.h"

#include "api/ratelimits.h"
#include "gateway/log.h"

#include <QAbstractEventDispatcher>
#include <QPointer>

#include <utility>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int resumedAtOnce = 8; // of the connections that send more than others

// Light is what clients send by themselves, often, and what costs next to nothing.
template<typename Frame>
constexpr RequestKind frameKind = RequestKind::Other;
template<>
constexpr RequestKind frameKind<SendMessage> = RequestKind::Message;
template<>
constexpr RequestKind frameKind<MarkDelivered> = RequestKind::Light;
template<>
constexpr RequestKind frameKind<MarkRead> = RequestKind::Light;
template<>
constexpr RequestKind frameKind<StartTyping> = RequestKind::Light;
template<>
constexpr RequestKind frameKind<StopTyping> = RequestKind::Light;
template<>
constexpr RequestKind frameKind<UpdatePresence> = RequestKind::Light;
template<>
constexpr RequestKind frameKind<Ping> = RequestKind::Light;

RequestKind kindOf(const tl::expected<ClientRequest, FrameFault> &request)
{
    if (!request)
        return RequestKind::Other;
    return std::visit([]<typename Frame>(const Frame &) { return frameKind<Frame>; }, request->frame);
}

} // namespace

Hub::Hub(const GatewayConfig &config, GatewayStats &stats, QObject *parent)
    : QObject(parent)
    , m_config(config)
    , m_stats(stats)
{
    connect(&m_tick, &QTimer::timeout, this, &Hub::tick);
    startTicking();
    m_resume.setSingleShot(true);
    connect(&m_resume, &QTimer::timeout, this, &Hub::resumeReading);
    m_fanoutTurn.setSingleShot(true);
    connect(&m_fanoutTurn, &QTimer::timeout, this, &Hub::fanOut);
    // Once a turn, for all that its events have queued. Where a turn does not block, Qt's write notifiers do
    // it.
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, &Hub::flush);
}

void Hub::open(QTcpSocket *socket, QWebSocket *webSocket, Caller caller)
{
    const ConnectionId id = ++m_lastId;
    caller.connection = id;
    WebSocketSession &session = m_sessions[id];
    session.caller = caller;
    session.socket = socket;
    session.control = &controlOf(*socket);
    session.webSocket = webSocket;
    session.lastTraffic = SteadyClock::now();
    m_byUser.insert(caller.userId, &session);
    scheduleCheck(session);
    ++m_stats.openSessions;

    connect(webSocket, &QWebSocket::textMessageReceived, this,
            [this, id](const QString &text) { receive(id, text); });
    connect(webSocket, &QWebSocket::binaryMessageReceived, this,
            [this, id] { close(id, CloseCode::unsupportedData, u"Frames are text."_s); });
    connect(socket, &QIODevice::readyRead, this, [this, id] { noteTraffic(id); });
    // The client left, or QWebSocket found a violation and says so to the client itself.
    const auto left = [this, id] { remove(id); };
    connect(webSocket, &QWebSocket::aboutToClose, this, left);
    connect(socket, &QTcpSocket::disconnected, this, left);

    m_handler->opened(caller);
}

// A frame on its way to many, encoded when the first of them turns out to be connected.
struct Hub::Outgoing {
    const ServerFrame &frame;
    const bool sheddable =
        std::holds_alternative<TypingIndicator>(frame) || std::holds_alternative<PresenceChanged>(frame);
    const bool isMessage = std::holds_alternative<NewMessage>(frame);
    const bool isForMany;
    QByteArray bytes = {};

    Outgoing(const ServerFrame &frame, qsizetype receivers, const GatewayConfig &config)
        : frame(frame)
        , isForMany(!sheddable && receivers > config.fanoutAtATime)
    { }
};

void Hub::publish(const QList<UserId> &users, const ServerFrame &frame, std::optional<ConnectionId> except)
{
    Outgoing outgoing(frame, users.size(), m_config);
    if (outgoing.isForMany)
        finishFanout();
    for (const UserId &user : users) {
        const auto [begin, end] = m_byUser.equal_range(user);
        for (auto it = begin; it != end; ++it) {
            if ((*it)->id() != except)
                deliver(**it, outgoing);
        }
    }
    closeSlow();
}

void Hub::publishTo(const QList<ConnectionId> &connections, const ServerFrame &frame)
{
    Outgoing outgoing(frame, connections.size(), m_config);
    if (outgoing.isForMany)
        finishFanout();
    for (ConnectionId id : connections) {
        if (WebSocketSession *session = find(id))
            deliver(*session, outgoing);
    }
    closeSlow();
}

void Hub::broadcast(const ServerFrame &frame)
{
    Outgoing outgoing(frame, 0, m_config); // now, whoever it is for
    for (auto &[id, session] : m_sessions)
        deliver(session, outgoing);
    closeSlow();
}

void Hub::deliver(WebSocketSession &session, Outgoing &outgoing)
{
    if (!session.greeted)
        return;
    if (outgoing.bytes.isEmpty())
        outgoing.bytes = textFrame(encode(outgoing.frame));
    if (outgoing.isForMany) {
        session.waiting = outgoing.bytes;
        m_fanout.push_back(session.id());
        if (!m_fanoutTurn.isActive())
            m_fanoutTurn.start(0ms);
    } else if (!write(session, outgoing.bytes, outgoing.sheddable)) {
        return;
    }
    m_stats.messagesDelivered += outgoing.isMessage ? 1 : 0;
}

// A frame for many is written to some of them in each turn of the loop, so that a message elsewhere does not
// wait for all. There is one at a time, which bounds what waits.
void Hub::fanOut()
{
    for (int count = 0; count < m_config.fanoutAtATime && !m_fanout.empty(); ++count) {
        if (WebSocketSession *session = find(m_fanout.front()))
            writeWaiting(*session);
        m_fanout.pop_front();
    }
    if (!m_fanout.empty())
        m_fanoutTurn.start(0ms);
    flush(); // the turn does not block
    closeSlow();
}

void Hub::finishFanout()
{
    for (ConnectionId id : std::exchange(m_fanout, {})) {
        if (WebSocketSession *session = find(id))
            writeWaiting(*session);
    }
}

void Hub::writeWaiting(WebSocketSession &session)
{
    if (!session.waiting.isEmpty())
        write(session, std::exchange(session.waiting, {}));
}

void Hub::send(ConnectionId id, const QByteArray &frame)
{
    if (WebSocketSession *session = find(id))
        write(*session, textFrame(frame));
    closeSlow();
}

void Hub::greet(ConnectionId id, const QByteArray &hello)
{
    WebSocketSession *session = find(id);
    if (!session || session->greeted)
        return;
    session->greeted = true;
    write(*session, textFrame(hello));
    for (const QString &text : std::exchange(session->early, {}))
        receive(id, text);
}

// Slow ones are closed afterwards: the handler, which is told, may publish or close again.
bool Hub::write(WebSocketSession &session, const QByteArray &frame, bool sheddable)
{
    writeWaiting(session);
    const qint64 queued = session.control->unsent();
    if (queued > m_config.queueBytes) {
        m_slow.push_back(session.id());
        return false;
    }
    if (sheddable && queued > m_config.sheddingBytes) {
        ++m_stats.framesShed;
        return false;
    }
    session.write(frame);
    ++m_stats.framesOut;
    m_stats.bytesOut += quint64(frame.size());
    if (!session.unflushed)
        m_unflushed.push_back(session.id());
    session.unflushed = true;
    return true;
}

void Hub::closeSlow()
{
    for (ConnectionId id : std::exchange(m_slow, {})) {
        if (!find(id))
            continue;
        ++m_stats.slowCloses;
        close(id, CloseCode::tooSlow, u"Read faster, and resume."_s);
    }
}

void Hub::flush()
{
    for (ConnectionId id : std::exchange(m_unflushed, {})) {
        if (WebSocketSession *session = find(id)) {
            session->unflushed = false;
            session->socket->flush();
        }
    }
}

void Hub::receive(ConnectionId id, const QString &text)
{
    WebSocketSession *session = find(id);
    if (!session)
        return;
    if (!session->greeted) {
        keepEarly(*session, text);
        return;
    }
    takeTurns(*session);
    const QByteArray utf8 = text.toUtf8();
    ++m_stats.framesIn;
    m_stats.bytesIn += quint64(utf8.size());
    const auto request = decodeClientFrame(utf8);
    if (!admit(*session, request))
        return;
    if (!request) {
        rejectFrame(*session, request.error());
        return;
    }
    session->errorsInARow = 0;
    const Caller caller = session->caller; // the handler may close the connection
    m_handler->handle(caller, *request);
}

// Who sends much at once is read a few frames at a time, so that nobody waits behind all of it.
void Hub::takeTurns(WebSocketSession &session)
{
    if (++session.framesInTurn < m_config.framesAtATime)
        return;
    session.framesInTurn = 0;
    if (session.control->readingIsPaused() || session.socket->bytesAvailable() == 0)
        return;
    session.control->pauseReading();
    m_paused.push_back(session.id());
    m_resume.start(0ms);
}

// What it sends meanwhile is read and answered at once: that costs a fraction of one by one.
void Hub::slowDown(ConnectionId id)
{
    WebSocketSession *session = find(id);
    if (!session || session->control->readingIsPaused() || session->socket->bytesAvailable() > 0)
        return;
    session->control->pauseReading();
    m_resting.push_back({SteadyClock::now() + m_config.refusalPause, id});
    if (!m_resume.isActive())
        m_resume.start(m_config.refusalPause);
}

// Some of them in each turn of the loop, those that have waited longest.
void Hub::resumeReading()
{
    const auto now = SteadyClock::now();
    for (; !m_resting.empty() && m_resting.front().at <= now; m_resting.pop_front())
        m_paused.push_back(m_resting.front().id);
    for (int count = 0; count < resumedAtOnce && !m_paused.empty(); ++count) {
        WebSocketSession *session = find(m_paused.front());
        m_paused.pop_front();
        if (session)
            session->control->resumeReading();
    }
    if (!m_paused.empty())
        m_resume.start(0ms);
    else if (!m_resting.empty())
        m_resume.start(ceil<std::chrono::milliseconds>(m_resting.front().at - now));
}

void Hub::keepEarly(WebSocketSession &session, const QString &text)
{
    qint64 size = text.size();
    for (const QString &kept : std::as_const(session.early))
        size += kept.size();
    if (session.early.size() < m_config.earlyFrames && size <= m_config.frameBytes)
        session.early += text;
    else
        close(session.id(), CloseCode::tooManyErrors, u"Wait for hello."_s);
}

void Hub::rejectFrame(WebSocketSession &session, const FrameFault &fault)
{
    const ConnectionId id = session.id();
    if (++session.errorsInARow > m_config.errorsInARow)
        close(id, CloseCode::tooManyErrors, u"Too many errors in a row."_s);
    else
        send(id, encode(ErrorFrame{fault.id, fault.error}));
}

// False when the frame is one too many; its sender has been told then.
bool Hub::admit(WebSocketSession &session, const tl::expected<ClientRequest, FrameFault> &request)
{
    if (!m_limits)
        return true;
    const Allowance allowance = m_limits->admit(session.caller, kindOf(request));
    if (!allowance.isRefused())
        return true;
    refuseFrame(session, request ? request->id : request.error().id, allowance.error());
    return false;
}

void Hub::refuseFrame(WebSocketSession &session, const std::optional<QString> &id, const Error &error)
{
    const auto now = SteadyClock::now();
    const ConnectionId connection = session.id();
    if (session.refusals.level(m_config.refusals, 1, now).untilEnough > 0ns) {
        close(connection, CloseCode::tooManyErrors, u"Too many requests, again and again."_s);
        return;
    }
    session.refusals.take(m_config.refusals, 1, now);
    send(connection, encode(ErrorFrame{id, error}));
}

// A client that sends and does not read makes answers queue up, too: those of QWebSocket to its pings.
void Hub::noteTraffic(ConnectionId id)
{
    WebSocketSession *session = find(id);
    if (!session)
        return;
    session->lastTraffic = SteadyClock::now();
    session->pinged = false;
    if (session->control->unsent() > m_config.queueBytes)
        m_slow.push_back(id);
    closeSlow();
}

void Hub::setExpiry(ConnectionId id, Timestamp at)
{
    if (WebSocketSession *session = find(id)) {
        session->caller.expiresAt = at;
        scheduleCheck(*session);
    }
}

void Hub::close(ConnectionId id, int code, const QString &reason)
{
    WebSocketSession *session = find(id);
    if (!session)
        return;
    qCInfo(gatewayLog, "session_closed connection=%llu code=%d", id, code);
    writeWaiting(*session);
    const QPointer<QWebSocket> webSocket = session->webSocket;
    remove(id);
    if (webSocket)
        webSocket->close(QWebSocketProtocol::CloseCode(code), reason);
}

void Hub::closeUser(const UserId &user, int code, const QString &reason)
{
    closeWhere([&user](const Caller &caller) { return caller.userId == user; }, code, reason);
}

void Hub::closeSession(const SessionId &session, int code, const QString &reason)
{
    closeWhere([&session](const Caller &caller) { return caller.sessionId == session; }, code, reason);
}

void Hub::closeAll(int code, const QString &reason)
{
    closeWhere([](const Caller &) { return true; }, code, reason);
}

template<typename Predicate>
void Hub::closeWhere(Predicate matches, int code, const QString &reason)
{
    std::vector<ConnectionId> ids;
    for (const auto &[id, session] : m_sessions) {
        if (matches(session.caller))
            ids.push_back(id);
    }
    for (ConnectionId id : ids)
        close(id, code, reason);
}

// The one place where a session ends: the handler is told once, whoever ended it.
void Hub::remove(ConnectionId id)
{
    const auto node = m_sessions.extract(id);
    if (node.empty())
        return;
    WebSocketSession &session = node.mapped();
    m_byUser.remove(session.caller.userId, &session);
    --m_stats.openSessions;
    m_handler->closed(session.caller);
}

WebSocketSession *Hub::find(ConnectionId id)
{
    const auto it = m_sessions.find(id);
    return it == m_sessions.end() ? nullptr : &it->second;
}

} // namespace Hearth
