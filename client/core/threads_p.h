// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/localstore.h"
#include "core/messagechanges.h"
#include "core/rest.h"
#include "core/roster.h"
#include "core/threads.h"

namespace Hearth {

struct Threads::Private {
    [[nodiscard]] QList<Message> applied(QList<Message> messages) const;

    Rest &rest;
    LocalStore &store;
    const Roster &roster;
    const MessageChanges &changes;
};

} // namespace Hearth
