// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace Hearth {

// Does what the arguments (the program's name first) ask for. The exit code: 0 done, 1 it failed, 2 the
// arguments or the configuration are wrong.
[[nodiscard]] int runCommandLine(const QStringList &arguments);

} // namespace Hearth
