// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/networkproxy.h"

#include <QNetworkProxy>

namespace Hearth {

void useProxy(const ProxyChoice &choice)
{
    QNetworkProxyFactory::setUseSystemConfiguration(choice.kind == ProxyKind::System);
    switch (choice.kind) {
    case ProxyKind::System: break;
    case ProxyKind::None: QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); break;
    case ProxyKind::Http:
        QNetworkProxy::setApplicationProxy({QNetworkProxy::HttpProxy, choice.host, choice.port});
        break;
    case ProxyKind::Socks5: // names are looked up at its end
        QNetworkProxy::setApplicationProxy({QNetworkProxy::Socks5Proxy, choice.host, choice.port});
        break;
    }
}

} // namespace Hearth
