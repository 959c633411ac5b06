// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/names.h"
#include "util/clock.h"
#include "util/result.h"

#include <QJsonObject>
#include <QList>

// JSON Web Tokens with a shared secret (RFC 7519, RFC 7515). The only place that knows the JWT library.
namespace Hearth {

enum class JwtAlgorithm { HS256, HS384, HS512 };

template<>
inline constexpr std::array enumNames<JwtAlgorithm>{QLatin1StringView("HS256"), QLatin1StringView("HS384"),
                                                    QLatin1StringView("HS512")};

inline constexpr int jwtMaxBytes = 8 * 1024;

// The claims of a token whose signature was made with `key` by one of the allowed algorithms; unauthorized
// otherwise. What the token says about its own key (kid, jku, jwk, x5u) is not looked at; an extension that
// it calls critical is refused (RFC 7515 section 4.1.11).
[[nodiscard]] Result<QJsonObject> verifyJwt(const QByteArray &token, const QByteArray &key,
                                            const QList<JwtAlgorithm> &allowed);

// When the token ends. `exp` is required, `nbf` and `iat` may lie up to a minute ahead; all three are whole
// seconds since 1970. token_expired when it has ended, unauthorized for anything else.
[[nodiscard]] Result<Timestamp> checkValidity(const QJsonObject &claims, Timestamp now);

// Signed with HS256.
[[nodiscard]] QByteArray signJwt(const QJsonObject &claims, const QByteArray &key);

} // namespace Hearth
