// SPDX-License-Identifier: Apache-2.0
#include "services/addresskey.h"

#include <algorithm>
#include <arpa/inet.h>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

QString addressKey(const QString &address)
{
    in6_addr network{};
    const QByteArray text = address.section(u'%', 0, 0).toLatin1(); // without the scope
    if (::inet_pton(AF_INET6, text.constData(), &network) != 1)
        return QString::fromLatin1(text);
    char shown[INET6_ADDRSTRLEN] = {};
    if (IN6_IS_ADDR_V4MAPPED(&network)) { // as a socket for both families shows an IPv4 address
        ::inet_ntop(AF_INET, network.s6_addr + 12, shown, sizeof shown);
        return QString::fromLatin1(shown);
    }
    std::fill(network.s6_addr + 8, network.s6_addr + 16, 0);
    ::inet_ntop(AF_INET6, &network, shown, sizeof shown);
    return QString::fromLatin1(shown) + "/64"_L1;
}

} // namespace Hearth
