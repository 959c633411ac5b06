// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Hearth {

// A name that is safe to show and to save under, from what a client sends: the last part of a path, without
// control characters and those that change the direction of text, without trailing dots and spaces, no device
// name of Windows, at most 255 bytes of UTF-8 (its ending is kept). "file" when nothing is left.
[[nodiscard]] QString cleanFileName(QString name);

} // namespace Hearth
