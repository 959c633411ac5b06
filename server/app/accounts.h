// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"
#include "services/blocks.h"
#include "services/privacy.h"

#include <memory>

namespace Hearth {

// The database and the accounts in it: what the server and the administrator's commands have in common.
struct Accounts {
    // Makes the data folder and the signing key when they are missing; connects to nothing yet.
    [[nodiscard]] static Result<std::unique_ptr<Accounts>> make(const Config &config);

    Accounts(const Config &config, AccessTokens accessTokens);

    Database database;
    UserStore users;
    SessionStore sessions;
    PasswordHasher hasher;
    Privacy privacy;
    Blocks blocks;
    AuthService auth;
};

// A folder that only its owner can look into, when it is missing.
[[nodiscard]] Result<void> makeDataDir(const QString &path);

} // namespace Hearth
