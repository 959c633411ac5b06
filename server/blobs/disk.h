// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>

namespace Hearth {

// Until these have answered true, a power failure may take back what was written or renamed.
[[nodiscard]] bool syncToDisk(QFile &file); // open for writing
[[nodiscard]] bool syncFolder(const QString &path); // the names in it

} // namespace Hearth
