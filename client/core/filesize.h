// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Hearth {

// A number of bytes as people read it, as most desktops and shops count them: "1.5 MB" of 1000 kB each.
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace Hearth
