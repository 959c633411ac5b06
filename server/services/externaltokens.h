// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/publickeys.h"
#include "storage/userstore.h"

#include <QStringList>

namespace Hearth {

// Tokens that somebody else's user service signs: with a secret that it shares with this server, or with a
// key whose public half this server has.
struct ExternalTokenConfig {
    QByteArray secret; // empty: none
    QList<JwtAlgorithm> algorithms = {JwtAlgorithm::HS256, JwtAlgorithm::HS384, JwtAlgorithm::HS512,
                                      JwtAlgorithm::RS256, JwtAlgorithm::RS384, JwtAlgorithm::RS512,
                                      JwtAlgorithm::ES256, JwtAlgorithm::ES384, JwtAlgorithm::EdDSA};
    QString issuer = {}; // required as `iss` unless empty
    QString audience = {}; // required in `aud` unless empty
    QStringList userIdClaims = {QStringLiteral("user_id"), QStringLiteral("userId"), QStringLiteral("id"),
                                QStringLiteral("sub")}; // the first that a token has
    std::shared_ptr<const PublicKeys> publicKeys = {}; // null: none; whoever owns them may replace them
};

struct ExternalIdentity {
    NewUser user; // without a password
    Timestamp expiresAt = {};
};

class ExternalTokens
{
public:
    explicit ExternalTokens(ExternalTokenConfig config)
        : m_config(std::move(config))
    { }

    // token_expired or unauthorized. Claims about the person that nobody could store are left out.
    [[nodiscard]] Result<ExternalIdentity> verify(const QByteArray &token, Timestamp now) const;

private:
    [[nodiscard]] bool isForUs(const QJsonObject &claims) const;
    [[nodiscard]] std::optional<UserId> userId(const QJsonObject &claims) const;

    const ExternalTokenConfig m_config;
};

// Why nobody should rely on this secret, or empty: shorter than 32 bytes, the wording of an example, hardly
// any different characters, or a public key (which everybody may know).
[[nodiscard]] QString weaknessOfSecret(const QByteArray &secret);

} // namespace Hearth
