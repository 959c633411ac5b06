// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSocketNotifier>
#include <QTcpServer>
#include <QTimer>

#include <chrono>
#include <memory>

namespace Hearth {

class Socket;

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

Q_SIGNALS:
    void accepted(Hearth::Socket *socket); // a child of the listener

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void acceptWaiting();

    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_retry;
};

} // namespace Hearth
