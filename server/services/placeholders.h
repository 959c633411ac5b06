// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "util/result.h"

#include <QCoroTask>

namespace Hearth {

class UserStore;

// Under external identity somebody else's user service may name people who were not here yet: they get a row
// of their own that is filled at their first sight. Does nothing for callers with an account of ours.
[[nodiscard]] QCoro::Task<Result<void>> makePlaceholders(UserStore &users, Caller caller, QList<UserId> ids);

} // namespace Hearth
