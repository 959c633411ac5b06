// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>
#include <QList>

namespace Hearth {

using Networks = QList<std::pair<QHostAddress, int>>; // address and prefix length

// ::ffff:192.0.2.1, as a socket for both families shows it, is 192.0.2.1.
[[nodiscard]] QHostAddress plainAddress(const QHostAddress &address);

[[nodiscard]] bool contains(const Networks &networks, const QHostAddress &address);

} // namespace Hearth
