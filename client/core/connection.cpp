// SPDX-License-Identifier: Apache-2.0
#include "core/connection.h"

#include "core/credentials.h"
#include "core/logging.h"
#include "wire/limits.h"

#include <QNetworkInformation>
#include <QPointer>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int tokenExpired = 4005; // protocol.md, Close codes
constexpr int lastReconnecting = 4499;
constexpr int protocolError = 4502;
constexpr int lastOfProtocol = 4999;
constexpr int silentBeatsMax = 2;
constexpr quint64 frameBytesMax = 4 * 1024 * 1024; // an ack of `changes` holds up to 200 messages

Error connectionLost()
{
    return {ErrorCode::Unavailable, u"The connection was lost."_s, {}, {}};
}

QUrl socketUrl(QUrl server)
{
    server.setScheme(server.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    server.setPath(server.path() == "/"_L1 ? u"/ws"_s : server.path() + "/ws"_L1);
    return server;
}

// QWebSocket says the status of a refused handshake only in its text.
bool wasUnauthorized(const QWebSocket &socket)
{
    return socket.errorString().contains(" 401 "_L1);
}

} // namespace

Connection::Connection(QUrl server, Credentials &credentials, const Timing &timing)
    : m_server(socketUrl(std::move(server)))
    , m_credentials(credentials)
    , m_timing(timing)
    , m_backoff(timing)
{
    m_retry.setSingleShot(true);
    m_deadline.setSingleShot(true);
    m_renewal.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { attempt(); });
    connect(&m_deadline, &QTimer::timeout, this, &Connection::restart);
    connect(&m_heartbeat, &QTimer::timeout, this, &Connection::beat);
    connect(&m_wake, &QTimer::timeout, this, &Connection::tick);
    connect(&m_renewal, &QTimer::timeout, this, [this] { renewInTime(); });
    watchNetwork();
}

Connection::~Connection()
{
    close();
}

void Connection::open()
{
    if (m_open)
        return;
    m_open = true;
    m_lastTick = m_timing.wallClock();
    m_wake.start(m_timing.wakeTick);
    attempt();
}

void Connection::close()
{
    m_open = false;
    m_wake.stop();
    m_retry.stop();
    m_nextAttemptAt.reset();
    dropSocket();
    setState(ConnectionState::Offline);
}

void Connection::reconnectNow()
{
    if (m_open && !m_socket && m_state != ConnectionState::Connecting) {
        m_backoff.reset();
        attempt();
    }
}

void Connection::reconnectAnew()
{
    dropSocket();
    m_backoff.reset();
    if (m_open)
        attempt();
}

bool Connection::isReady() const
{
    return m_ready;
}

QCoro::Task<void> Connection::attempt()
{
    m_retry.stop();
    m_nextAttemptAt.reset();
    setState(ConnectionState::Connecting);
    const QPointer<Connection> self(this);
    const auto token = co_await m_credentials.token();
    if (self)
        connectWith(token);
}

QCoro::Task<void> Connection::renewThenConnect(QString refused)
{
    setState(ConnectionState::Connecting);
    const QPointer<Connection> self(this);
    const auto token = co_await m_credentials.renew(refused);
    if (!self)
        co_return;
    m_tokenIsNew = true;
    connectWith(token);
}

void Connection::connectWith(const Result<QString> &token)
{
    if (!m_open || m_socket || m_state != ConnectionState::Connecting)
        return; // something else happened while the token was fetched
    if (token)
        openSocket(*token);
    else if (token.error().code == ErrorCode::Unauthorized || token.error().code == ErrorCode::TokenExpired
             || token.error().code == ErrorCode::Forbidden)
        setState(ConnectionState::AuthNeeded);
    else
        connectLater(m_backoff.next());
}

void Connection::openSocket(const QString &token)
{
    m_token = token;
    m_socket.reset(new QWebSocket);
    m_socket->setMaxAllowedIncomingFrameSize(frameBytesMax);
    m_socket->setMaxAllowedIncomingMessageSize(frameBytesMax);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &Connection::onText);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &Connection::onSocketGone);
    m_deadline.start(m_timing.connectTimeout);

    QNetworkRequest request(m_server);
    request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    m_socket->open(request);
}

// Whoever waits for an answer is told, after which this object may look different.
void Connection::dropSocket()
{
    m_deadline.stop();
    m_heartbeat.stop();
    m_renewal.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.reset();
    }
    const bool wasReady = std::exchange(m_ready, false);
    failRequests();
    if (wasReady)
        Q_EMIT lost();
}

void Connection::onText(const QString &text)
{
    m_silentBeats = 0;
    const auto frame = decodeServerFrame(text.toUtf8());
    if (!frame) {
        qCWarning(lcConnection) << "frame not understood" << frame.error().pointer << frame.error().detail;
        return;
    }
    if (!*frame)
        return; // a type from the future
    if (const auto *hello = std::get_if<Hello>(&**frame))
        return onHello(*hello);
    if (!m_ready)
        return;
    if (auto *ack = std::get_if<Ack>(&**frame))
        return answer(ack->id, ack->data);
    if (auto *error = std::get_if<ErrorFrame>(&**frame); error && error->id)
        return answer(*error->id, fail(error->error));
    if (std::holds_alternative<Pong>(**frame))
        return;
    if (const auto *draining = std::get_if<ServerDraining>(&**frame))
        m_drainDelay = Timing::ms(draining->reconnectAfterMs);
    const auto *done = std::get_if<SyncDone>(&**frame);
    const auto request = done ? done->id : std::nullopt;
    Q_EMIT received(**frame);
    if (request)
        answer(*request, QJsonObject());
}

void Connection::onHello(const Hello &hello)
{
    m_deadline.stop();
    m_ready = true;
    m_tokenIsNew = false;
    m_backoff.reset();
    m_heartbeat.start(std::max(hello.heartbeatMs, 1));
    scheduleRenewal();
    qCInfo(lcConnection) << "connected" << hello.serverVersion;
    setState(ConnectionState::CatchingUp);
    if (m_ready)
        Q_EMIT ready(hello);
}

// The connection was refused, closed or broken.
void Connection::onSocketGone()
{
    const int code = m_socket->closeCode();
    const bool refused = !m_ready && wasUnauthorized(*m_socket);
    const bool renewedInVain = std::exchange(m_tokenIsNew, false) && !m_ready;
    const auto drainDelay = std::exchange(m_drainDelay, std::nullopt).value_or(Timing::ms(0));
    qCInfo(lcConnection) << "disconnected" << code << m_socket->errorString();
    dropSocket();
    if (!m_open)
        return;
    if (refused && renewedInVain)
        setState(ConnectionState::AuthNeeded);
    else if ((refused || code == tokenExpired) && !renewedInVain)
        renewThenConnect(m_token);
    else if (code == protocolError)
        setState(ConnectionState::Offline); // the same again would end the same
    else if (code > lastReconnecting && code <= lastOfProtocol)
        setState(ConnectionState::AuthNeeded);
    else
        connectLater(drainDelay + m_backoff.next());
}

QCoro::Task<Result<QJsonObject>> Connection::request(ClientFrame frame)
{
    if (!m_ready)
        co_return fail(connectionLost());
    const QString id = QString::number(++m_lastRequest);
    Answer<Result<QJsonObject>> answer;
    m_requests.insert(id, answer);
    QTimer::singleShot(m_timing.requestTimeout, this,
                       [this, id] { this->answer(id, fail(connectionLost())); });
    m_socket->sendTextMessage(QString::fromUtf8(encode(ClientRequest{id, std::move(frame)})));
    co_return co_await answer;
}

void Connection::send(const ClientFrame &frame)
{
    if (m_ready)
        m_socket->sendTextMessage(QString::fromUtf8(encode(ClientRequest{{}, frame})));
}

void Connection::setCaughtUp()
{
    if (m_state == ConnectionState::CatchingUp)
        setState(ConnectionState::Online);
}

void Connection::restart()
{
    dropSocket();
    if (m_open)
        connectLater(m_backoff.next());
}

void Connection::answer(const QString &id, Result<QJsonObject> result)
{
    if (auto waiting = m_requests.find(id); waiting != m_requests.end()) {
        auto answer = *waiting;
        m_requests.erase(waiting);
        answer.set(std::move(result));
    }
}

void Connection::failRequests()
{
    for (auto &answer : std::exchange(m_requests, {}))
        answer.set(fail(connectionLost()));
}

void Connection::connectLater(Timing::ms delay)
{
    m_nextAttemptAt = m_timing.wallClock() + delay;
    m_retry.start(delay);
    setState(ConnectionState::Offline);
}

// A dead connection looks like a silent one, so silence is asked about; twice without an answer is the end.
void Connection::beat()
{
    if (m_silentBeats == silentBeatsMax) {
        qCInfo(lcConnection) << "dead, nothing heard";
        m_silentBeats = 0;
        restart();
        return;
    }
    ++m_silentBeats;
    send(Ping{});
}

// A machine that slept finds its socket dead without being told.
void Connection::tick()
{
    const Timestamp time = m_timing.wallClock();
    const bool slept = time - std::exchange(m_lastTick, time) > m_timing.wakeJump;
    if (!slept)
        return;
    if (m_socket)
        restart();
    reconnectNow();
}

void Connection::scheduleRenewal()
{
    if (const auto at = m_credentials.renewAt())
        m_renewal.start(std::max<Timing::ms>(*at - m_timing.wallClock(), m_timing.wakeTick));
}

QCoro::Task<void> Connection::renewInTime()
{
    const QPointer<Connection> self(this);
    const auto token = co_await m_credentials.renew(m_token);
    if (!self || !m_ready || !token)
        co_return; // without a new one the server closes with 4005
    m_token = *token;
    send(RefreshAuth{*token});
    scheduleRenewal();
}

void Connection::setState(ConnectionState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void Connection::watchNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability >= QNetworkInformation::Reachability::Local)
                    reconnectNow();
            });
}

} // namespace Hearth
