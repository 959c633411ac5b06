// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/accountservice.h"
#include "services/accountwatch.h"
#include "services/authservice.h"
#include "services/blocks.h"
#include "services/loginthrottle.h"
#include "services/passwordhasher.h"
#include "services/privacy.h"
#include "storage/blockstore.h"
#include "support/databases.h"

namespace Hearth::Test {

// The accounts as one process has them: another one on the same database remembers nothing of its own.
struct AccountInstance {
    explicit AccountInstance(Database &database, Registration registration = Registration::Open)
        : db(database)
        , auth(users, invites, sessions, access, throttle, hasher, {}, registration)
    {
        access.setObserver([this](const AccessEnd &end) { ended += end; });
    }

    AuthTokens signUp(const QString &username, const QString &password = QStringLiteral("correct horse"))
    {
        RegisterRequest request;
        request.username = username;
        request.password = password;
        return waitFor(auth.registerAccount(request, {QStringLiteral("192.0.2.1")})).value();
    }

    Result<AuthTokens> signIn(const QString &username,
                              const QString &password = QStringLiteral("correct horse"))
    {
        LoginRequest request;
        request.username = username;
        request.password = password;
        return waitFor(auth.login(request, {QStringLiteral("192.0.2.1")}));
    }

    Result<Caller> whoIs(const AuthTokens &tokens)
    {
        return waitFor(auth.authenticate(tokens.accessToken.toLatin1()));
    }

    Database &db;
    UserStore users{db};
    AccountStore accountStore{db};
    SessionStore sessionStore{db};
    InviteStore invites{db};
    BlockStore blockStore{db};
    PasswordHasher hasher{{1, 8}};
    LoginThrottle throttle;
    AccessCache access;
    Privacy privacy;
    Blocks blocks;
    SessionService sessions{sessionStore, access, AccessTokens(QByteArray(32, 'k'))};
    AuthService auth;
    AccountService accounts{users, accountStore, access, throttle, hasher, privacy};
    AccountWatch watch{accountStore, blockStore, access, privacy, blocks, std::chrono::hours(1)};
    QList<AccessEnd> ended;
};

} // namespace Hearth::Test
