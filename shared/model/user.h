// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "model/presence.h"

namespace Hearth {

// A person as every signed-in user may see them.
struct User {
    UserId id;
    QString username;
    QString displayName;
    std::optional<QString> avatarUrl = {};
    std::optional<PresenceStatus> status = {};
    std::optional<Timestamp> lastSeen = {};

    bool operator==(const User &) const = default;
};

struct AccountSettings {
    bool readReceipts = true; // off: one neither shows nor sees them
    bool presence = true; // off: one neither shows nor sees it

    bool operator==(const AccountSettings &) const = default;
};

// A person as they see themselves.
struct Account {
    User user;
    std::optional<QString> email = {};
    Timestamp createdAt = {};
    AccountSettings settings = {};

    bool operator==(const Account &) const = default;
};

} // namespace Hearth
