// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/httpconnection.h"
#include "gateway/hub.h"
#include "gateway/listener.h"

#include <QWebSocketServer>

namespace Hearth {

// The server's one port: accepts connections, answers HTTP and hands WebSockets to the Hub.
class Gateway final : public QObject
{
    Q_OBJECT

public:
    // All but the config are borrowed and outlive the Gateway. `authenticate` decides on WebSocket upgrades.
    Gateway(const GatewayConfig &config, GatewayStats &stats, Hub &hub, const Router &router,
            Authenticate authenticate, QObject *parent = nullptr);
    ~Gateway() override;

    // The port. unavailable when the address cannot be bound.
    [[nodiscard]] Result<quint16> listen();

    // Who connects from now on has to speak TLS, with this certificate. Again, after the files have changed:
    // open connections stay as they are.
    void setTls(const QSslConfiguration &tls) { m_listener.setTls(tls); }

    // Stops accepting, tells every client to come back later, finishes the requests that have begun, closes
    // WebSockets with 1012, and then says drained(), at the latest after drainTimeout.
    void drain();

Q_SIGNALS:
    void drained();

private:
    void accept(QTcpSocket *socket);
    void upgrade(QTcpSocket *socket, qsizetype headBytes, const Caller &caller);
    void finishDraining();
    void dropAll();

    const GatewayConfig m_config;
    GatewayStats &m_stats;
    Hub &m_hub;
    const HttpServices m_services;
    Listener m_listener;
    QWebSocketServer m_webSocketServer; // never listens: it answers handshakes
    int m_open = 0; // sockets, and HTTP connections that still answer
    bool m_draining = false;
    bool m_drained = false;
};

} // namespace Hearth
