// SPDX-License-Identifier: Apache-2.0
#include "gateway/listener.h"

#include "gateway/log.h"
#include "gateway/socket.h"

#include <QNetworkProxy>

#include <cerrno>
#include <sys/socket.h>

namespace Hearth {

namespace {

// The time for a handshake runs from here on, so nobody is let in before those who are in were heard; the
// others wait in the backlog.
constexpr int acceptedPerTurn = 32;

} // namespace

Listener::Listener(int backlog, std::chrono::milliseconds retry, QObject *parent)
    : QTcpServer(parent)
{
    setListenBacklogSize(backlog);
    setProxy(QNetworkProxy::NoProxy);
    m_retry.setInterval(retry);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { m_notifier->setEnabled(true); });
}

bool Listener::listen(const QHostAddress &host, quint16 port)
{
    if (!QTcpServer::listen(host, port))
        return false;
    pauseAccepting();
    m_notifier = std::make_unique<QSocketNotifier>(socketDescriptor(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Listener::acceptWaiting);
    return true;
}

void Listener::close()
{
    m_retry.stop();
    if (m_notifier)
        m_notifier->setEnabled(false); // it may be the one that calls
    QTcpServer::close();
}

void Listener::acceptWaiting()
{
    // Whoever hears of a connection may close this.
    for (int n = 0; n < acceptedPerTurn && m_notifier->isEnabled(); ++n) {
        const int descriptor =
            ::accept4(int(socketDescriptor()), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (descriptor >= 0) {
            incomingConnection(descriptor);
            continue;
        }
        if (errno == EINTR || errno == ECONNABORTED)
            continue; // accept(2): that one has gone already
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            return;
        qCWarning(gatewayLog, "accept_failed error=\"%s\"", qPrintable(qt_error_string(errno)));
        m_notifier->setEnabled(false);
        m_retry.start();
        Q_EMIT acceptError(QAbstractSocket::SocketResourceError);
        return;
    }
}

void Listener::incomingConnection(qintptr descriptor)
{
    Q_EMIT accepted(m_tls ? makeTlsSocket(descriptor, *m_tls, this) : makeSocket(descriptor, this));
}

} // namespace Hearth
