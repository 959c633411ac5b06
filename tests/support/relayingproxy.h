// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace Hearth::Test {

// An HTTP proxy (RFC 9110 section 9.3.6) whose every way leads to one server here, whatever it is asked for:
// a name that nobody else knows is reached through it alone.
class RelayingProxy : public QTcpServer
{
public:
    explicit RelayingProxy(int port)
        : m_port(quint16(port))
    {
        connect(this, &QTcpServer::newConnection, this, [this] { relay(*nextPendingConnection()); });
    }

    // Again on the port that it had.
    [[nodiscard]] bool start()
    {
        const bool listening = listen(QHostAddress::LocalHost, m_place);
        m_place = serverPort();
        return listening;
    }

    void stop()
    {
        close();
        for (QTcpSocket *client : findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly))
            client->abort();
    }

private:
    void relay(QTcpSocket &client)
    {
        auto *server = new QTcpSocket(&client);
        server->connectToHost(QHostAddress::LocalHost, m_port);
        connect(&client, &QTcpSocket::readyRead, server, [&client, server, begun = false]() mutable {
            if (!begun && !(begun = begin(client)))
                return;
            server->write(client.readAll());
        });
        connect(server, &QTcpSocket::readyRead, &client,
                [&client, server] { client.write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, &client, &QTcpSocket::disconnectFromHost);
        connect(&client, &QTcpSocket::disconnected, &client, &QObject::deleteLater);
    }

    // Whether all of the first head is there; a tunnel's is taken.
    static bool begin(QTcpSocket &client)
    {
        const QByteArray head = client.peek(64 * 1024);
        const qsizetype end = head.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        if (head.startsWith("CONNECT ")) {
            client.read(end + 4);
            client.write("HTTP/1.1 200 OK\r\n\r\n");
        }
        return true;
    }

    const quint16 m_port; // of the server
    quint16 m_place = 0;
};

} // namespace Hearth::Test
