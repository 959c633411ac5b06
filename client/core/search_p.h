// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/connection.h"
#include "core/localstore.h"
#include "core/people.h"
#include "core/rest.h"
#include "core/roster.h"
#include "core/search.h"

namespace Hearth {

struct Search::Private {
    Rest &rest;
    LocalStore &store;
    const Roster &roster;
    People &people;
    const Connection &connection;
    const UserId self;
};

} // namespace Hearth
