// SPDX-License-Identifier: Apache-2.0
#include "gateway/socket.h"

#include <QTimerEvent>

#ifdef Q_OS_WIN
#    include <winsock2.h>
#    define SHUT_WR SD_SEND
#else
#    include <sys/socket.h>
#endif

namespace Hearth {

Socket::Socket(qintptr descriptor, QObject *parent)
    : QTcpSocket(parent)
{
    setSocketDescriptor(descriptor);
    setSocketOption(LowDelayOption, 1);
    connect(this, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

// Also called by Qt: by abort(), and after an error, when there is nothing left to be polite to.
void Socket::close()
{
    if (m_dropped || state() != ConnectedState || error() != UnknownSocketError) {
        QTcpSocket::close();
        return;
    }
    if (m_lingerTimer.isActive())
        return;
    m_lingerTimer.start(int(m_linger.count()), this);
    disconnect(this, &QIODevice::readyRead, nullptr, nullptr);
    connect(this, &QIODevice::readyRead, this, &Socket::discardInput);
    connect(this, &QIODevice::bytesWritten, this, &Socket::endWhenWritten);
    discardInput();
    endWhenWritten();
}

void Socket::drop()
{
    m_dropped = true;
    abort();
}

void Socket::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_lingerTimer.timerId())
        drop();
    else
        QTcpSocket::timerEvent(event);
}

void Socket::discardInput()
{
    skip(bytesAvailable());
}

void Socket::endWhenWritten()
{
    if (bytesToWrite() == 0)
        ::shutdown(socketDescriptor(), SHUT_WR);
}

} // namespace Hearth
