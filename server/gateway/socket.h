// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBasicTimer>
#include <QTcpSocket>

#include <chrono>

namespace Hearth {

// A connected TCP socket whose close() is heard: a socket that is closed with unread bytes resets the
// connection, and the peer may lose the answer or the close frame that said why. Here close() sends what is
// queued, ends the own direction and reads on into nothing until the peer closes, too, or the time is over.
// It deletes itself once it is disconnected.
class Socket final : public QTcpSocket
{
    Q_OBJECT

public:
    Socket(qintptr descriptor, QObject *parent);

    // How long close() may take before the connection is dropped.
    void setLinger(std::chrono::milliseconds linger) { m_linger = linger; }

    void close() override;

    // Ends the connection at once.
    void drop();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void discardInput();
    void endWhenWritten();

    std::chrono::milliseconds m_linger{1'000};
    QBasicTimer m_lingerTimer;
    bool m_dropped = false;
};

} // namespace Hearth
