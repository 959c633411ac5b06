// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Hearth {

// A text without case and accents, to be compared with another one. Each code unit for itself, so that places
// stay the same.
[[nodiscard]] QString folded(QStringView text);

} // namespace Hearth
