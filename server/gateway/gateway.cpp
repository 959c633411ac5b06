// SPDX-License-Identifier: Apache-2.0
#include "gateway/gateway.h"

#include "gateway/log.h"

#include <QCoreApplication>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

void putBack(QTcpSocket *socket, QByteArrayView bytes)
{
    for (qsizetype i = bytes.size(); i > 0; --i)
        socket->ungetChar(bytes[i - 1]);
}

} // namespace

Gateway::Gateway(const GatewayConfig &config, GatewayStats &stats, Hub &hub, const Router &router,
                 Authenticate authenticate, QObject *parent)
    : QObject(parent)
    , m_config(config)
    , m_stats(stats)
    , m_hub(hub)
    , m_services{m_config, router, std::move(authenticate), stats}
    , m_listener(config.backlog, config.acceptRetry, this)
    , m_webSocketServer(QString(), QWebSocketServer::NonSecureMode, this)
{
    m_webSocketServer.setSupportedSubprotocols({u"hearth.v1"_s});
    connect(&m_listener, &Listener::accepted, this, &Gateway::accept);
    connect(&m_listener, &QTcpServer::acceptError, this, [this] { ++m_stats.acceptErrors; });
}

Gateway::~Gateway()
{
    m_hub.closeAll(CloseCode::serviceRestart, u"The server is going away."_s);
    disconnect(this); // the sockets that go now are counted no more
}

Result<quint16> Gateway::listen()
{
    if (!m_listener.listen(m_config.host, m_config.port)) {
        return fail(ErrorCode::Unavailable,
                    u"Cannot listen on %1, port %2: %3"_s.arg(m_config.host.toString())
                        .arg(m_config.port)
                        .arg(m_listener.errorString()));
    }
    qCInfo(gatewayLog, "listening host=%s port=%d", qPrintable(m_config.host.toString()),
           m_listener.serverPort());
    return m_listener.serverPort();
}

void Gateway::accept(QTcpSocket *socket)
{
    ++m_stats.accepted;
    ++m_stats.openConnections;
    m_open += 2;
    auto *connection = new HttpConnection(socket, m_services, this);
    connect(socket, &QObject::destroyed, this, [this] {
        --m_stats.openConnections;
        --m_open;
        finishDraining();
    });
    connect(connection, &QObject::destroyed, this, [this] {
        --m_open;
        finishDraining();
    });
    connect(connection, &HttpConnection::upgradeAccepted, this, &Gateway::upgrade);
}

void Gateway::upgrade(QTcpSocket *socket, qsizetype headBytes, const Caller &caller)
{
    // QWebSocketServer would swallow what came with the handshake: it hands it to a QWebSocket that nobody
    // listens to.
    const QByteArray input = socket->readAll();
    putBack(socket, QByteArrayView(input).first(headBytes));
    m_webSocketServer.handleConnection(socket);
    QCoreApplication::sendPostedEvents(&m_webSocketServer, QEvent::MetaCall); // how it reads the handshake
    QWebSocket *const webSocket = m_webSocketServer.nextPendingConnection();
    // It would look for the socket among all others when it disconnects, and delete it, which it does itself.
    QObject::disconnect(socket, nullptr, &m_webSocketServer, nullptr);
    if (!webSocket) {
        qCWarning(gatewayLog, "handshake_failed peer=%s", qPrintable(socket->peerAddress().toString()));
        socket->close();
        return;
    }
    webSocket->setParent(socket);
    webSocket->setMaxAllowedIncomingFrameSize(quint64(m_config.frameBytes));
    webSocket->setMaxAllowedIncomingMessageSize(quint64(m_config.frameBytes));
    socket->setReadBufferSize(2 * m_config.frameBytes); // a frame is read when it is there as a whole
    controlOf(*socket).setLinger(m_config.closeTimeout);
    ++m_stats.upgrades;
    m_hub.open(socket, webSocket, caller);
    if (input.size() > headBytes) {
        putBack(socket, QByteArrayView(input).sliced(headBytes));
        Q_EMIT socket->readyRead();
    }
}

void Gateway::drain()
{
    if (std::exchange(m_draining, true))
        return;
    qCInfo(gatewayLog, "draining sessions=%lld", qint64(m_hub.sessionCount()));
    m_listener.close();
    m_hub.broadcast(ServerDraining{int(m_config.reconnectAfter.count())});
    for (HttpConnection *connection : findChildren<HttpConnection *>())
        connection->drain();
    const auto grace = m_hub.sessionCount() > 0 ? m_config.drainGrace : std::chrono::milliseconds(0);
    QTimer::singleShot(grace, this, [this] {
        m_hub.closeAll(CloseCode::serviceRestart, u"The server restarts."_s);
        finishDraining();
    });
    QTimer::singleShot(m_config.drainTimeout, this, &Gateway::dropAll);
}

void Gateway::finishDraining()
{
    if (!m_draining || m_open > 0 || std::exchange(m_drained, true))
        return;
    Q_EMIT drained();
}

void Gateway::dropAll()
{
    for (QTcpSocket *socket : m_listener.findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly))
        controlOf(*socket).drop();
    if (!std::exchange(m_drained, true))
        Q_EMIT drained();
}

} // namespace Hearth
