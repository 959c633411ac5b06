// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "model/presence.h"

#include <optional>

namespace Hearth {

class Session;

// How somebody is, as far as it is known: not without a connection, when what was known before grows old.
[[nodiscard]] std::optional<PresenceStatus> knownPresence(const Session &session, const UserId &id);

// The same in a word; empty when it is not known.
[[nodiscard]] QString knownPresenceName(const Session &session, const UserId &id);

} // namespace Hearth
