// SPDX-License-Identifier: Apache-2.0
#include "gateway/listener.h"

#include "gateway/log.h"
#include "gateway/socket.h"

#include <QNetworkProxy>

namespace Hearth {

Listener::Listener(int backlog, std::chrono::milliseconds retry, QObject *parent)
    : QTcpServer(parent)
{
    setListenBacklogSize(backlog);
    setProxy(QNetworkProxy::NoProxy);
    m_retry.setInterval(retry);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
    connect(this, &QTcpServer::acceptError, this, [this] {
        qCWarning(gatewayLog, "accept_failed error=\"%s\"", qPrintable(errorString()));
        m_retry.start();
    });
}

void Listener::incomingConnection(qintptr descriptor)
{
    Q_EMIT accepted(new Socket(descriptor, this));
}

} // namespace Hearth
