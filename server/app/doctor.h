// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"
#include "storage/inspection.h"

namespace Hearth {

// Everything that can be checked before and while the server runs. Changes nothing and blocks.
[[nodiscard]] QList<Finding> examine(const Config &config);

// One line per finding and what to do below it, or a JSON object with `ok` and `checks`. The exit code: 1
// when something fails.
[[nodiscard]] int reportFindings(const QList<Finding> &findings, bool asJson);

} // namespace Hearth
