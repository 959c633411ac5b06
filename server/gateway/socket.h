// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslConfiguration>
#include <QTcpSocket>

#include <chrono>
#include <functional>

namespace Hearth {

// What the gateway's sockets can do besides what a QTcpSocket can.
class SocketControl
{
public:
    virtual ~SocketControl() = default;

    // How long close() may take before the connection is dropped.
    void setLinger(std::chrono::milliseconds linger) { m_linger = linger; }

    // Ends the connection at once.
    virtual void drop() = 0;

    // Bytes that the system has not taken yet, encrypted ones too.
    [[nodiscard]] virtual qint64 unsent() const = 0;

    // Calls back, as long as `context` lives, whenever the system has taken some.
    virtual void onSent(QObject *context, std::function<void()> call) = 0;

    // Whether the system holds something from the peer that the event loop has not come to yet.
    [[nodiscard]] virtual bool hasUnheard() const = 0;

    // From now on the socket seems to have nothing to read, though up to its read buffer's size it goes on
    // taking what comes; readyRead() tells when it is over. Once the peer has ended there is no pause any
    // more.
    virtual void pauseReading() = 0;
    virtual void resumeReading() = 0;
    [[nodiscard]] bool readingIsPaused() const { return m_readingIsPaused; }

protected:
    bool m_readingIsPaused = false;
    std::chrono::milliseconds m_linger{1'000};
};

// Connected sockets whose close() is heard: a socket that is closed with unread bytes resets the connection,
// and the peer may lose the answer or the close frame that said why. Here close() sends what is queued, ends
// the own direction and reads on into nothing until the peer closes, too, or the time is over. Such a socket
// deletes itself once it is disconnected.
[[nodiscard]] QTcpSocket *makeSocket(qintptr descriptor, QObject *parent);

// The same with TLS, beginning with the handshake. Its close() waits until the peer is silent and then sends
// close_notify (RFC 8446 section 6.1), after which nothing can be read any more.
[[nodiscard]] QTcpSocket *makeTlsSocket(qintptr descriptor, const QSslConfiguration &tls, QObject *parent);

// Of a socket that one of these has made.
[[nodiscard]] SocketControl &controlOf(QTcpSocket &socket);

} // namespace Hearth
