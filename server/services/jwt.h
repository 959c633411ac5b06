// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/names.h"
#include "util/clock.h"
#include "util/result.h"

#include <QJsonObject>
#include <QList>

// JSON Web Tokens (RFC 7519, RFC 7515) with a shared secret or with public keys (publickeys.h).
namespace Hearth {

class PublicKeys;

enum class JwtAlgorithm { HS256, HS384, HS512, RS256, RS384, RS512, ES256, ES384, EdDSA };

template<>
inline constexpr std::array enumNames<JwtAlgorithm>{
    QLatin1StringView("HS256"), QLatin1StringView("HS384"), QLatin1StringView("HS512"),
    QLatin1StringView("RS256"), QLatin1StringView("RS384"), QLatin1StringView("RS512"),
    QLatin1StringView("ES256"), QLatin1StringView("ES384"), QLatin1StringView("EdDSA")};

inline constexpr int jwtMaxBytes = 8 * 1024;

// The claims of a token whose signature was made with the secret `key` by one of the allowed algorithms;
// unauthorized otherwise. Only HS algorithms fit a secret. What the token says about its own key (kid, jku,
// jwk, x5u) is not looked at; an extension that it calls critical is refused (RFC 7515 section 4.1.11).
[[nodiscard]] Result<QJsonObject> verifyJwt(const QByteArray &token, const QByteArray &key,
                                            const QList<JwtAlgorithm> &allowed);

// The same with one of several public keys, for the algorithms that fit each. Its `kid` may choose among
// them.
[[nodiscard]] Result<QJsonObject> verifyJwt(const QByteArray &token, const PublicKeys &keys,
                                            const QList<JwtAlgorithm> &allowed);

// When the token ends. `exp` is required, `nbf` and `iat` may lie up to a minute ahead; all three are whole
// seconds since 1970. token_expired when it has ended, unauthorized for anything else.
[[nodiscard]] Result<Timestamp> checkValidity(const QJsonObject &claims, Timestamp now);

// Signed with HS256.
[[nodiscard]] QByteArray signJwt(const QJsonObject &claims, const QByteArray &key);

} // namespace Hearth
