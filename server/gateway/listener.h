// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSocketNotifier>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace Hearth {

// Accepts connections. QTcpServer tells of the first reason only why it cannot: whether the system has no
// descriptor left or nobody waits looks the same to it from then on, and it spins. So this one accepts by
// itself. Without a descriptor it tries again every `retry`, and those who wait stay in the backlog.
class Listener final : public QTcpServer
{
    Q_OBJECT

public:
    Listener(int backlog, std::chrono::milliseconds retry, QObject *parent);

    [[nodiscard]] bool listen(const QHostAddress &host, quint16 port);
    void close();

    // Those who connect from now on have to speak TLS.
    void setTls(const QSslConfiguration &tls) { m_tls = tls; }

Q_SIGNALS:
    void accepted(QTcpSocket *socket); // a child of the listener, as socket.h makes them

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void acceptWaiting();

    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_retry;
    std::optional<QSslConfiguration> m_tls;
};

} // namespace Hearth
