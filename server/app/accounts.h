// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/keyfiles.h"
#include "services/accountservice.h"
#include "services/accountwatch.h"
#include "services/adminservice.h"
#include "services/blocks.h"
#include "services/inviteservice.h"
#include "services/loginthrottle.h"
#include "services/privacy.h"
#include "storage/blockstore.h"

#include <memory>

namespace Hearth {

// The database and the accounts in it: what the server and the administrator's commands have in common.
struct Accounts {
    // Makes the data folder and the signing key when they are missing; connects to nothing yet.
    [[nodiscard]] static Result<std::unique_ptr<Accounts>> make(const Config &config);

    Accounts(const Config &config, AccessTokens accessTokens);

    Database database;
    UserStore users;
    SessionStore sessionStore;
    InviteStore invites;
    AccountStore accountStore;
    BlockStore blockStore;
    AdminStore adminStore;
    PasswordHasher hasher;
    LoginThrottle throttle;
    KeyFiles keyFiles;
    AccessCache access;
    Privacy privacy;
    Blocks blocks;
    SessionService sessions;
    AuthService auth;
    AccountService accounts;
    AdminService admin;
    InviteService inviteService;
    AccountWatch watch;
};

// A folder that only its owner can look into, when it is missing.
[[nodiscard]] Result<void> makeDataDir(const QString &path);

} // namespace Hearth
