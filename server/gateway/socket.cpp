// SPDX-License-Identifier: Apache-2.0
#include "gateway/socket.h"

#include <QBasicTimer>
#include <QSslSocket>
#include <QTimerEvent>

#include <utility>

#ifdef Q_OS_WIN
#    include <winsock2.h>
#    define SHUT_WR SD_SEND
#else
#    include <sys/socket.h>
#endif

namespace Hearth {

namespace {

constexpr int silenceMs = 100; // after which a peer of TLS is taken to have nothing more to say

template<typename Base>
class LingeringSocket final : public Base, public SocketControl
{
    static constexpr bool hasTls = std::is_same_v<Base, QSslSocket>;

public:
    LingeringSocket(qintptr descriptor, QObject *parent)
        : Base(parent)
    {
        this->setSocketDescriptor(descriptor);
        this->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        QObject::connect(this, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        QObject::connect(this, &QIODevice::readChannelFinished, this, [this] { resumeReading(); });
    }

    // The bases disconnect, and say so, when this is no longer there.
    ~LingeringSocket() override { QObject::disconnect(this, nullptr, this, nullptr); }

    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_readingIsPaused ? 0 : Base::bytesAvailable();
    }

    void pauseReading() override { m_readingIsPaused = this->state() == QAbstractSocket::ConnectedState; }

    void resumeReading() override
    {
        if (std::exchange(m_readingIsPaused, false))
            Q_EMIT this->readyRead();
    }

    // Also called by Qt: by abort(), and after an error, when there is nothing left to be polite to.
    void close() override
    {
        if (m_dropped || this->state() != QAbstractSocket::ConnectedState
            || this->error() != QAbstractSocket::UnknownSocketError) {
            Base::close();
            return;
        }
        if (isInHandshake()) {
            drop();
            return;
        }
        if (m_lingerTimer.isActive())
            return;
        m_readingIsPaused = false;
        m_lingerTimer.start(int(m_linger.count()), this);
        QObject::disconnect(this, &QIODevice::readyRead, nullptr, nullptr);
        QObject::connect(this, &QIODevice::readyRead, this, [this] { discardInput(); });
        onSent(this, [this] { endWhenSent(); });
        discardInput();
        endWhenSent();
    }

    void drop() override
    {
        m_dropped = true;
        this->abort();
    }

    [[nodiscard]] bool hasUnheard() const override
    {
        char next = 0;
        return ::recv(int(this->socketDescriptor()), &next, 1, MSG_PEEK) > 0; // the socket never blocks
    }

    [[nodiscard]] qint64 unsent() const override
    {
        if constexpr (hasTls)
            return this->bytesToWrite() + this->encryptedBytesToWrite();
        else
            return this->bytesToWrite();
    }

    void onSent(QObject *context, std::function<void()> call) override
    {
        if constexpr (hasTls)
            QObject::connect(this, &QSslSocket::encryptedBytesWritten, context, std::move(call));
        else
            QObject::connect(this, &QIODevice::bytesWritten, context, std::move(call));
    }

protected:
    void timerEvent(QTimerEvent *event) override
    {
        if (event->timerId() == m_lingerTimer.timerId()) {
            drop();
        } else if (event->timerId() == m_silenceTimer.timerId()) {
            m_silenceTimer.stop();
            this->disconnectFromHost();
        } else {
            Base::timerEvent(event);
        }
    }

private:
    [[nodiscard]] bool isInHandshake() const
    {
        if constexpr (hasTls)
            return !this->isEncrypted();
        else
            return false;
    }

    void discardInput()
    {
        this->skip(this->bytesAvailable());
        if (m_silenceTimer.isActive())
            m_silenceTimer.start(silenceMs, this);
    }

    void endWhenSent()
    {
        if (unsent() > 0)
            return;
        if constexpr (hasTls)
            m_silenceTimer.start(silenceMs, this);
        else
            ::shutdown(this->socketDescriptor(), SHUT_WR);
    }

    QBasicTimer m_lingerTimer;
    QBasicTimer m_silenceTimer;
    bool m_dropped = false;
};

} // namespace

QTcpSocket *makeSocket(qintptr descriptor, QObject *parent)
{
    return new LingeringSocket<QTcpSocket>(descriptor, parent);
}

QTcpSocket *makeTlsSocket(qintptr descriptor, const QSslConfiguration &tls, QObject *parent)
{
    auto *const socket = new LingeringSocket<QSslSocket>(descriptor, parent);
    socket->setSslConfiguration(tls);
    socket->startServerEncryption();
    return socket;
}

SocketControl &controlOf(QTcpSocket &socket)
{
    return dynamic_cast<SocketControl &>(socket);
}

} // namespace Hearth
