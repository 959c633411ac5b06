// SPDX-License-Identifier: Apache-2.0
#include "platform/singleinstance.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 2'000;
constexpr int nameLength = 16;
constexpr auto acknowledgement = "ok\n";

QString socketPath(const QString &runtimeFolder, const QString &dataFolder)
{
    const QByteArray hash = QCryptographicHash::hash(dataFolder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return runtimeFolder + "/hearth-"_L1 + QString::fromLatin1(hash.left(nameLength));
}

} // namespace

QByteArray toLine(const StartMessage &message)
{
    const QJsonObject json{{u"link"_s, message.link}, {u"activation_token"_s, message.activationToken}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<StartMessage> startMessageFrom(const QByteArray &line)
{
    const QJsonDocument json = QJsonDocument::fromJson(line);
    if (!json.isObject())
        return std::nullopt;
    return StartMessage{json["link"_L1].toString(), json["activation_token"_L1].toString()};
}

SingleInstance::SingleInstance(const QString &runtimeFolder, const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_socketPath(socketPath(runtimeFolder, dataFolder))
    , m_lock(m_socketPath + ".lock"_L1)
{
    m_lock.setStaleLockTime(0); // only the end of its program sets it free
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

// The lock decides, so that two started at once do not both find nobody there. Without a folder to write to
// everybody is the first.
bool SingleInstance::claim()
{
    if (!m_lock.tryLock(0) && m_lock.error() == QLockFile::LockFailedError)
        return false;
    QLocalServer::removeServer(m_socketPath); // of a program that crashed
    m_server.listen(m_socketPath);
    return true;
}

bool SingleInstance::tell(const StartMessage &message) const
{
    QLocalSocket socket;
    socket.connectToServer(m_socketPath);
    if (!socket.waitForConnected(patienceMs))
        return false;
    socket.write(toLine(message));
    return socket.waitForReadyRead(patienceMs) && socket.readLine() == acknowledgement;
}

void SingleInstance::receive()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > startMessageBytes)
                    socket->abort();
                return;
            }
            const auto message = startMessageFrom(socket->readLine(startMessageBytes));
            if (message) {
                socket->write(acknowledgement);
                socket->flush();
            }
            socket->disconnectFromServer();
            if (message)
                Q_EMIT startedAgain(*message);
        });
    }
}

} // namespace Hearth
