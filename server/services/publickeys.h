// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/jwt.h"

#include <memory>

using EVP_PKEY = struct evp_pkey_st;

namespace Hearth {

// The public keys of an external user service. Each is good for the algorithms of its own kind and for no
// other (RFC 8725 section 3.1): RSA of 2048 bits or more for RS256, RS384 and RS512, P-256 for ES256, P-384
// for ES384, Ed25519 for EdDSA.
class PublicKeys
{
public:
    // One or more "PUBLIC KEY" blocks. The error says what is wrong with the text; nothing else may be in it,
    // a private key least of all.
    [[nodiscard]] static Result<PublicKeys> fromPem(const QByteArray &pem);

    // A JWK Set (RFC 7517 section 5). Keys of other kinds, or for other uses, are passed over; without any
    // that is left it is an error.
    [[nodiscard]] static Result<PublicKeys> fromJwks(const QByteArray &json);

    [[nodiscard]] bool isEmpty() const { return m_keys.isEmpty(); }
    void add(const PublicKeys &others) { m_keys += others.m_keys; }

    // Whether one of the keys made the signature. `kid` selects among them where some have that name; it
    // never leads anywhere else.
    [[nodiscard]] bool verify(JwtAlgorithm algorithm, const QString &kid, const QByteArray &signedPart,
                              const QByteArray &signature) const;

private:
    struct Key {
        QString kid; // empty: any
        QList<JwtAlgorithm> algorithms;
        std::shared_ptr<EVP_PKEY> key;
    };
    static std::optional<Key> keyOf(std::shared_ptr<EVP_PKEY> key);
    static std::optional<Key> keyOf(const QJsonObject &jwk);

    QList<Key> m_keys;
};

} // namespace Hearth
