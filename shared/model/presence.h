// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "model/names.h"
#include "util/clock.h"

namespace Hearth {

enum class PresenceStatus { Online, Away, Busy, Offline };

template<>
inline constexpr std::array enumNames<PresenceStatus>{QLatin1StringView("online"), QLatin1StringView("away"),
                                                      QLatin1StringView("busy"),
                                                      QLatin1StringView("offline")};

struct Presence {
    UserId userId;
    PresenceStatus status = PresenceStatus::Offline;
    std::optional<Timestamp> lastSeen = {}; // when the last session ended; empty while connected

    bool operator==(const Presence &) const = default;
};

} // namespace Hearth
