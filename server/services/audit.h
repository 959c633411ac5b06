// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"

namespace Hearth {

// One line in the log for what an administrator did: who, what and to whom, and nothing that anybody wrote.
// `actor` without an id is the command line.
void audit(const Caller &actor, QLatin1StringView action, const QString &target);

} // namespace Hearth
