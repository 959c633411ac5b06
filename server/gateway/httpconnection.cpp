// SPDX-License-Identifier: Apache-2.0
#include "gateway/httpconnection.h"

#include "gateway/answerbody.h"
#include "gateway/log.h"
#include "gateway/upgrade.h"

#include <QScopedValueRollback>
#include <QSslSocket>
#include <QTimerEvent>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 readBufferBytes = 64 * 1024;

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, const HttpServices &services, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_services(services)
{
    socket->setReadBufferSize(readBufferBytes);
    controlOf(*socket).setLinger(services.config.refusalLinger);
    connect(socket, &QIODevice::readyRead, this, [this] {
        if (m_upload)
            feedUpload();
        else
            processInput();
    });
    controlOf(*socket).onSent(this, [this] { onSent(); });
    connect(socket, &QTcpSocket::disconnected, this, &HttpConnection::onDisconnected);
    m_timer.start(int(services.config.handshakeTimeout.count()), this);
}

// Whoever reads an upload hears of it.
HttpConnection::~HttpConnection()
{
    if (m_upload && m_socket)
        controlOf(*m_socket).drop();
}

void HttpConnection::drain()
{
    m_draining = true;
    if (m_state == State::Reading && !m_parser && isConnected()) {
        m_state = State::Closing;
        m_socket->close();
    }
}

void HttpConnection::processInput()
{
    if (m_processing)
        return;
    const QScopedValueRollback guard(m_processing, true);
    while (m_state == State::Reading && isConnected() && m_socket->bytesAvailable() > 0
           && unsent() < unsentAnswerBytes) {
        if (!readSome())
            return;
    }
}

// False when more has to arrive first.
bool HttpConnection::readSome()
{
    if (!m_parser) {
        m_parser = std::make_unique<HttpParser>(m_services.config.headBytes);
        m_request = {};
        m_answer = {};
        m_timer.start(int(m_services.config.handshakeTimeout.count()), this);
    }
    const bool hadHead = m_parser->hasHead();
    const QByteArray bytes = m_socket->peek(readBufferBytes);
    const qsizetype used = m_parser->feed(bytes);
    std::optional<qint64> uploadBytes;
    if (!hadHead && m_parser->hasHead()) {
        beginRequest();
        if (!m_parser->fault())
            uploadBytes = m_services.router.uploadLimit(m_request);
        if (!uploadBytes)
            m_parser->limitBody(m_services.config.bodyBytes);
    }
    if (const auto &fault = m_parser->fault()) {
        refuse(fault->status, fault->code, fault->detail);
        return true;
    }
    if (!hadHead && m_parser->hasHead() && isWebSocketPath(m_request.path, m_services.config.webSocketPath)) {
        beginUpgrade(used);
        return true;
    }
    m_socket->skip(used);
    if (uploadBytes) {
        beginUpload(*uploadBytes);
        return true;
    }
    if (m_parser->isComplete()) {
        dispatch();
        return true;
    }
    if (!hadHead && m_parser->expectsContinue() && m_socket->bytesAvailable() == 0)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    if (used == 0 && bytes.size() == readBufferBytes) {
        refuse(400, ErrorCode::InvalidField, u"A line of the body's chunks is too long."_s);
        return true;
    }
    return used > 0;
}

void HttpConnection::beginRequest()
{
    const GatewayConfig &config = m_services.config;
    m_request = m_parser->head();
    noteClient();
    m_request.requestId = requestIdOf(m_request);
    m_answer.requestId = m_request.requestId;
    m_answer.hstsSeconds = m_request.secure ? config.hstsSeconds : 0;
    m_answer.headOnly = m_request.headOnly = m_request.method == "HEAD";
    m_answer.isPrivate = m_request.path.startsWith("/api/"_L1);
    m_answer.variesByOrigin = !config.corsOrigins.isEmpty();
    if (const QByteArray origin = m_request.header("origin");
        config.corsOrigins.contains(QString::fromLatin1(origin)))
        m_answer.corsOrigin = origin;
}

void HttpConnection::noteClient()
{
    const ProxyConfig &proxies = m_services.config.proxies;
    const bool tls = qobject_cast<QSslSocket *>(m_socket.data()) != nullptr;
    const Client client = clientOf(m_request, {m_socket->peerAddress(), tls}, proxies);
    m_request.peer = client.address;
    m_request.secure = client.secure;
    if (claimsForwarding(m_request) && !contains(proxies.trusted, m_socket->peerAddress())
        && m_services.stats.forwardingsIgnored++ == 0) {
        qCWarning(gatewayLog,
                  "forwarding_ignored peer=%s: if this is a proxy of yours, name it in http.trusted_proxies",
                  qPrintable(m_request.peer.toString()));
    }
}

void HttpConnection::dispatch()
{
    ++m_services.stats.requests;
    m_timer.stop();
    m_state = State::Answering;
    m_request.body = m_parser->takeBody();
    m_answer.closes = !m_parser->keepAlive();
    m_parser.reset();
    if (m_answer.headOnly)
        m_request.method = "GET";
    if (m_request.method == "OPTIONS" && !m_answer.corsOrigin.isEmpty()
        && !m_request.header("access-control-request-method").isEmpty())
        respond(preflight());
    else
        answer(this, &m_services.router, std::exchange(m_request, {}));
}

QCoro::Task<void> HttpConnection::answer(QPointer<HttpConnection> connection, const Router *router,
                                         HttpRequest request)
{
    const HttpResponse response = co_await router->handle(std::move(request));
    if (connection)
        connection->respond(response);
}

void HttpConnection::beginUpgrade(qsizetype headBytes)
{
    if (const auto refused = refuseUpgrade(m_request, m_parser->isHttp10(), m_parser->announcesBody(),
                                           m_services.config.allowedOrigins)) {
        ++m_services.stats.upgradesRefused;
        refuse(*refused);
        return;
    }
    m_timer.stop();
    m_state = State::Upgrading;
    m_parser.reset();
    authenticate(this, m_services.authenticate, withToken(std::exchange(m_request, {})), headBytes);
}

QCoro::Task<void> HttpConnection::authenticate(QPointer<HttpConnection> connection, Authenticate authenticate,
                                               HttpRequest request, qsizetype headBytes)
{
    const auto caller = co_await authenticate(std::move(request));
    if (connection)
        connection->finishUpgrade(headBytes, caller);
}

void HttpConnection::finishUpgrade(qsizetype headBytes, const Result<Caller> &caller)
{
    if (!isConnected()) {
        deleteLater();
    } else if (!caller) {
        ++m_services.stats.upgradesRefused;
        refuse(problem(caller.error(), m_answer.requestId));
    } else if (m_draining) {
        refuse(503, ErrorCode::Unavailable, u"The server is shutting down."_s);
    } else {
        m_state = State::Closing;
        m_socket->disconnect(this);
        Q_EMIT upgradeAccepted(m_socket, headBytes, *caller);
        deleteLater();
    }
}

void HttpConnection::respond(const HttpResponse &response)
{
    if (!isConnected()) {
        deleteLater();
        return;
    }
    if (m_upload) {
        m_upload->abandon();
        m_upload.reset();
        m_answer.closes = m_answer.closes || !m_parser->isComplete() || m_parser->fault();
        m_parser.reset();
        m_socket->setReadBufferSize(readBufferBytes);
        if (const auto fault = std::exchange(m_uploadFault, {})) {
            refuse(fault->status, fault->code, fault->detail);
            return;
        }
    }
    m_answer.closes = m_answer.closes || m_draining;
    m_socket->write(toBytes(response, m_answer));
    qCDebug(gatewayLog, "answered status=%d request_id=%s", response.status, qPrintable(m_answer.requestId));
    if (response.stream && response.streamBytes > 0 && !m_answer.headOnly) {
        m_state = State::Sending;
        m_timer.start(int(m_services.config.idleTimeout.count()), this);
        m_sending = new AnswerBody(m_socket, response.stream, response.streamBytes, this);
        connect(m_sending, &AnswerBody::finished, this, &HttpConnection::finishSending);
        m_sending->sendMore();
    } else {
        finishAnswer();
    }
}

// A body that ends too early can only be told by the end of the connection.
void HttpConnection::finishSending(bool whole)
{
    std::exchange(m_sending, nullptr)->deleteLater();
    if (!isConnected()) {
        deleteLater();
    } else if (whole) {
        m_answer.closes = m_answer.closes || m_draining;
        finishAnswer();
    } else {
        qCWarning(gatewayLog, "answer_cut_off request_id=%s", qPrintable(m_answer.requestId));
        controlOf(*m_socket).drop();
    }
}

void HttpConnection::finishAnswer()
{
    if (m_answer.closes) {
        m_state = State::Closing;
        if (unsent() > readBufferBytes) // a slow client gets all of a long answer
            controlOf(*m_socket).setLinger(m_services.config.idleTimeout);
        m_socket->close();
        return;
    }
    m_state = State::Reading;
    m_timer.start(int(m_services.config.idleTimeout.count()), this);
    processInput();
}

// After it the place of the next request in the bytes that follow is not known, or not to be trusted.
void HttpConnection::refuse(const HttpResponse &response)
{
    m_timer.stop();
    m_parser.reset();
    m_answer.closes = true;
    respond(response);
}

void HttpConnection::refuse(int status, ErrorCode code, const QString &detail)
{
    if (m_answer.requestId.isEmpty())
        m_answer.requestId = requestIdOf(m_request);
    refuse(refusal(status, code, detail, m_answer.requestId));
}

void HttpConnection::onSent()
{
    if (m_sending) {
        m_timer.start(int(m_services.config.idleTimeout.count()), this);
        m_sending->sendMore();
        return;
    }
    if (m_state != State::Reading)
        return;
    if (!m_parser)
        m_timer.start(int(m_services.config.idleTimeout.count()), this);
    processInput();
}

void HttpConnection::onDisconnected()
{
    m_timer.stop();
    if (const std::shared_ptr<RequestBody> upload = m_upload)
        upload->abandon();
    if (m_state != State::Answering && m_state != State::Upgrading)
        deleteLater();
}

void HttpConnection::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    m_timer.stop();
    if (!isConnected())
        return;
    if (!m_parser && m_state == State::Reading && controlOf(*m_socket).hasUnheard()) {
        // This server is late, not the client.
        m_timer.start(int(m_services.config.handshakeTimeout.count()), this);
    } else if (m_upload) {
        failUpload({408, ErrorCode::Unavailable, u"The upload did not go on in time."_s});
    } else if (m_parser) {
        refuse(408, ErrorCode::Unavailable, u"The request did not arrive in time."_s);
    } else if (m_sending || unsent() > 0) {
        controlOf(*m_socket).drop();
    } else {
        m_state = State::Closing;
        m_socket->close();
    }
}

bool HttpConnection::isConnected() const
{
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

} // namespace Hearth
