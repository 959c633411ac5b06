// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "services/publisher.h"
#include "util/clock.h"

namespace Hearth {

// Who makes a request, as the authentication found out.
struct Caller {
    UserId userId;
    std::optional<SessionId> sessionId = {}; // none for external tokens
    Timestamp expiresAt = {};
    bool admin = false;
    std::optional<ConnectionId> connection = {}; // for requests over a WebSocket

    [[nodiscard]] bool isExternal() const { return !sessionId; } // signed in by somebody else's user service
};

} // namespace Hearth
