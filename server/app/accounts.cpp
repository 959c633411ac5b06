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

Result<std::unique_ptr<Accounts>> Accounts::make(const Config &config)
{
    return makeDataDir(config.dataDir)
        .and_then([&config] { return loadSigningKey(config.signingKeyFile); })
        .map([&config](QByteArray key) {
            return std::make_unique<Accounts>(config, AccessTokens(std::move(key)));
        });
}

Accounts::Accounts(const Config &config, AccessTokens accessTokens)
    : database(config.database)
    , users(database)
    , sessions(database)
    , hasher(config.passwordCost)
    , auth(users, sessions, hasher, std::move(accessTokens),
           config.jwtSecret.isEmpty() ? std::nullopt : std::optional(ExternalTokens(config.externalTokens)),
           config.registration)
{ }

} // namespace Hearth
