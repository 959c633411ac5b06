// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTimer>

#include <chrono>

namespace Hearth {

class Socket;

// Accepts connections. When the system has no descriptor left, QTcpServer stops for good; this one tries
// again every `retry`, and those who wait stay in the backlog.
class Listener final : public QTcpServer
{
    Q_OBJECT

public:
    Listener(int backlog, std::chrono::milliseconds retry, QObject *parent);

Q_SIGNALS:
    void accepted(Hearth::Socket *socket); // a child of the listener

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QTimer m_retry;
};

} // namespace Hearth
