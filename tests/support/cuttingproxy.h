// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace Hearth::Test {

// Stands between a client and PostgreSQL. Once armed, it lets the next COMMIT through, and cuts the
// connection instead of passing on the answer: the client cannot know whether it happened.
class CuttingProxy : public QTcpServer
{
public:
    CuttingProxy(const QString &host, int port)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, host, port] {
            QTcpSocket *client = nextPendingConnection();
            auto *server = new QTcpSocket(client);
            server->connectToHost(host, quint16(port));
            connect(client, &QTcpSocket::readyRead, server, [=, this] {
                const QByteArray request = client->readAll();
                if (m_armed && request.contains("COMMIT")) {
                    m_armed = false;
                    server->setProperty("cut", true);
                }
                server->write(request);
            });
            connect(server, &QTcpSocket::readyRead, client, [=, this] {
                if (server->property("cut").toBool()) {
                    ++m_cuts;
                    client->abort();
                } else {
                    client->write(server->readAll());
                }
            });
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        });
    }

    void arm() { m_armed = true; }
    [[nodiscard]] int cuts() const { return m_cuts; }

private:
    bool m_armed = false;
    int m_cuts = 0;
};

} // namespace Hearth::Test
