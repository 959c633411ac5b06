// SPDX-License-Identifier: Apache-2.0
#include "app/accounts.h"

#include <QDir>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

Result<void> makeDataDir(const QString &path)
{
    if (QDir(path).exists())
        return {};
    const auto parent = QFileInfo(path).path();
    if (!QDir().mkpath(parent) || !QDir().mkdir(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return fail(ErrorCode::Internal, u"The data folder %1 cannot be made."_s.arg(path));
    return {};
}

namespace {

std::optional<ExternalTokens> externalTokens(const Config &config, const KeyFiles &keyFiles)
{
    if (config.jwtSecret.isEmpty() && !keyFiles.keys())
        return std::nullopt;
    ExternalTokenConfig tokens = config.externalTokens;
    tokens.publicKeys = keyFiles.keys();
    return ExternalTokens(std::move(tokens));
}

} // namespace

Result<std::unique_ptr<Accounts>> Accounts::make(const Config &config)
{
    return makeDataDir(config.dataDir)
        .and_then([&config] { return loadSigningKey(config.signingKeyFile); })
        .and_then([&config](QByteArray key) -> Result<std::unique_ptr<Accounts>> {
            auto accounts = std::make_unique<Accounts>(config, AccessTokens(std::move(key)));
            if (const auto loaded = accounts->keyFiles.load(); !loaded)
                return fail(loaded.error());
            return accounts;
        });
}

Accounts::Accounts(const Config &config, AccessTokens accessTokens)
    : database(config.database)
    , users(database)
    , sessionStore(database)
    , invites(database)
    , accountStore(database)
    , blockStore(database)
    , adminStore(database)
    , hasher(config.passwordCost)
    , keyFiles(config)
    , sessions(sessionStore, access, std::move(accessTokens))
    , auth(users, invites, sessions, access, throttle, hasher, externalTokens(config, keyFiles),
           config.registration)
    , accounts(users, accountStore, access, throttle, hasher, privacy)
    , admin(users, accountStore, adminStore, access)
    , inviteService(invites)
    , watch(accountStore, blockStore, access, privacy, blocks)
{
    auth.setAccessLifetime(config.accessLifetime);
}

} // namespace Hearth
