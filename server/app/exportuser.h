// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"

namespace Hearth {

// Writes all that is kept about an account, named by username or id, into a folder that is new or empty:
// export.jsonl, and the contents of the files it uploaded. The exit code.
[[nodiscard]] int exportUser(const Config &config, const QString &name, const QString &folder);

} // namespace Hearth
