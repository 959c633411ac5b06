// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/localstore.h"

namespace Hearth {

// Everything that is kept in memory, read at the start. For the thread of the store.
[[nodiscard]] Result<StoredState> loadState(Sql &sql);

} // namespace Hearth
