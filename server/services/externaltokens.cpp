// SPDX-License-Identifier: Apache-2.0
#include "services/externaltokens.h"

#include "wire/jsonreader.h"
#include "wire/limits.h"

#include <QSet>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int urlLength = 2048;

std::optional<QString> text(const QJsonObject &claims, QLatin1StringView name, int maxLength)
{
    const QString value = claims.value(name).toString().trimmed();
    if (value.isEmpty() || value.size() > maxLength || !isStorable(value))
        return std::nullopt;
    return value;
}

std::optional<QString> webAddress(const QJsonObject &claims, QLatin1StringView name)
{
    const auto url = text(claims, name, urlLength);
    return url && (url->startsWith("https://"_L1) || url->startsWith("http://"_L1)) ? url : std::nullopt;
}

} // namespace

Result<ExternalIdentity> ExternalTokens::verify(const QByteArray &token, Timestamp now) const
{
    // A token fits either the secret or the public keys: each takes only the algorithms of its kind.
    auto claims = verifyJwt(token, m_config.secret, m_config.algorithms);
    if (!claims && m_config.publicKeys)
        claims = verifyJwt(token, *m_config.publicKeys, m_config.algorithms);
    if (!claims)
        return fail(claims.error());
    const auto expiresAt = checkValidity(*claims, now);
    if (!expiresAt)
        return fail(expiresAt.error());
    const auto id = userId(*claims);
    if (!id || !isForUs(*claims))
        return fail(ErrorCode::Unauthorized, u"This token is not valid."_s);

    NewUser user;
    user.id = *id;
    user.username =
        text(*claims, "username"_L1, Limits::usernameLength).value_or(id->left(Limits::usernameLength));
    const auto name = text(*claims, "name"_L1, Limits::displayNameLength).value_or(user.username);
    user.displayName = text(*claims, "display_name"_L1, Limits::displayNameLength).value_or(name);
    user.email = text(*claims, "email"_L1, Limits::emailLength);
    user.avatarUrl = webAddress(*claims, "avatar_url"_L1);
    return ExternalIdentity{std::move(user), *expiresAt};
}

// RFC 7519 sections 4.1.1 and 4.1.3: `aud` is one text or an array of them.
bool ExternalTokens::isForUs(const QJsonObject &claims) const
{
    const QJsonValue audience = claims.value("aud"_L1);
    const bool heard = audience.isArray() ? audience.toArray().contains(m_config.audience)
                                          : audience.toString() == m_config.audience;
    return (m_config.issuer.isEmpty() || claims.value("iss"_L1).toString() == m_config.issuer)
        && (m_config.audience.isEmpty() || heard);
}

std::optional<UserId> ExternalTokens::userId(const QJsonObject &claims) const
{
    const auto found = std::ranges::find_if(
        m_config.userIdClaims, [&](const QString &name) { return !claims.value(name).isUndefined(); });
    if (found == m_config.userIdClaims.end())
        return std::nullopt;
    const QJsonValue value = claims.value(*found);
    const qint64 number = value.toInteger(-1);
    const UserId id = value.isDouble() && number >= 0 ? QString::number(number) : value.toString();
    if (id.isEmpty() || id.size() > Limits::userIdLength || !isStorable(id))
        return std::nullopt;
    return id;
}

QString weaknessOfSecret(const QByteArray &secret)
{
    static constexpr std::array examples{"change-me",    "change_me",   "changeme",   "change-this",
                                         "change_this",  "change-in-",  "change_in_", "example",
                                         "placeholder",  "your-",       "your_",      "super-secret",
                                         "super_secret", "supersecret", "insecure"};
    const QByteArray lower = secret.toLower();
    if (secret.size() < 32)
        return u"it is shorter than 32 bytes"_s;
    if (std::ranges::any_of(examples, [&lower](const char *word) { return lower.contains(word); }))
        return u"it reads like one from an example"_s;
    if (QSet<char>(secret.begin(), secret.end()).size() < 8)
        return u"it has hardly any different characters"_s;
    if (secret.startsWith("-----BEGIN"))
        return u"it is a key file, not a shared secret"_s;
    return {};
}

} // namespace Hearth
