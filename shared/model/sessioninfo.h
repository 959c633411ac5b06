// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "util/clock.h"

namespace Hearth {

// A device on which somebody is signed in.
struct SessionInfo {
    SessionId id;
    QString deviceName;
    QString platform; // as the client says it: "linux", "windows", "ios" …
    QString appVersion;
    QString ip;
    Timestamp createdAt = {};
    Timestamp lastUsedAt = {};
    bool current = false; // the one that asks

    bool operator==(const SessionInfo &) const = default;
};

} // namespace Hearth
