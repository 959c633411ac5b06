// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/people.h"
#include "core/profile.h"
#include "core/rest.h"

namespace Hearth {

struct Profile::Private {
    QCoro::Task<Result<void>> update(HttpCall call); // which is answered with the account

    Rest &rest;
    People &people;
    Account &account;
};

} // namespace Hearth
