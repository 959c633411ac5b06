// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "util/clock.h"
#include "util/result.h"

namespace Hearth {

// What an access token of ours says.
struct AccessGrant {
    UserId userId;
    SessionId sessionId;
    Timestamp expiresAt = {};

    bool operator==(const AccessGrant &) const = default;
};

// Access tokens that this server signs for its own accounts: JWTs with the claims sub, sid, iat, exp and iss
// "hearth". The key belongs to the server alone, so no token of another issuer passes for one of these.
class AccessTokens
{
public:
    static constexpr int keyBytes = 32;

    explicit AccessTokens(QByteArray key)
        : m_key(std::move(key))
    { }

    // Ends are cut to whole seconds.
    [[nodiscard]] QByteArray issue(const AccessGrant &grant, Timestamp now) const;

    // token_expired, or unauthorized for whatever this server did not sign.
    [[nodiscard]] Result<AccessGrant> verify(const QByteArray &token, Timestamp now) const;

private:
    const QByteArray m_key;
};

// The key in that file, made of random bytes (readable by its owner only) when there is none. It is kept out
// of the database so that a stolen backup signs nobody in; several instances share the file.
[[nodiscard]] Result<QByteArray> loadSigningKey(const QString &path);

// A refresh token is 32 random bytes in base64url; the database holds nothing but its SHA-256, which needs no
// salt for a random value.
[[nodiscard]] QByteArray makeRefreshToken();

// A random code that a person can read out and type, with 99 bits: "k7xm2-…", four times five letters and
// digits that look like no others. Compared in its canonical form, whatever case and blanks were typed.
[[nodiscard]] QString makeCode();
[[nodiscard]] QString canonicalCode(const QString &typed);
[[nodiscard]] QByteArray refreshTokenHash(const QByteArray &token);

} // namespace Hearth
