// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Hearth {

// "192.0.2.1", "2001:db8:1:2::/64": who counts as one to limits by address. Who has one IPv6 address has its
// whole /64, and may change within it at will. `address` is one as QHostAddress writes it.
[[nodiscard]] QString addressKey(const QString &address);

} // namespace Hearth
