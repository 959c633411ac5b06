// SPDX-License-Identifier: Apache-2.0
#include "api/networks.h"

#include <algorithm>

namespace Hearth {

QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

bool contains(const Networks &networks, const QHostAddress &address)
{
    const QHostAddress plain = plainAddress(address);
    return std::ranges::any_of(networks, [&plain](const auto &network) { return plain.isInSubnet(network); });
}

} // namespace Hearth
