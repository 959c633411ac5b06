// SPDX-License-Identifier: Apache-2.0
#include "services/publickeys.h"

#include "wire/jsonreader.h"

#include <QJsonArray>

#include <algorithm>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rsaBits = 2048; // RFC 7518 section 3.3

template<auto free>
struct Free {
    template<typename T>
    void operator()(T *object) const
    {
        free(object);
    }
};
using Context = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Free<OSSL_PARAM_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Free<OSSL_PARAM_BLD_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Free<ECDSA_SIG_free>>;
using KeyPtr = std::shared_ptr<EVP_PKEY>;

const uchar *bytes(const QByteArray &text)
{
    return reinterpret_cast<const uchar *>(text.constData());
}

KeyPtr owned(EVP_PKEY *key)
{
    return key ? KeyPtr(key, EVP_PKEY_free) : nullptr;
}

QByteArray base64Field(const QJsonObject &jwk, QLatin1StringView name)
{
    const auto decoded = QByteArray::fromBase64Encoding(jwk.value(name).toString().toLatin1(),
                                                        QByteArray::Base64UrlEncoding
                                                            | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

Number numberOf(const QByteArray &bigEndian)
{
    return Number(bigEndian.isEmpty() ? nullptr
                                      : BN_bin2bn(bytes(bigEndian), int(bigEndian.size()), nullptr));
}

KeyPtr build(const char *type, OSSL_PARAM_BLD *builder)
{
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const Context context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *made = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    KeyPtr key = owned(made);
    const Context check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    return check && EVP_PKEY_public_check(check.get()) == 1 ? key : nullptr;
}

// RFC 7518 section 6.3.1.
KeyPtr rsaKey(const QJsonObject &jwk)
{
    const Number modulus = numberOf(base64Field(jwk, "n"_L1));
    const Number exponent = numberOf(base64Field(jwk, "e"_L1));
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!modulus || !exponent
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1)
        return nullptr;
    return build("RSA", builder.get());
}

// RFC 7518 section 6.2.1.
KeyPtr ecKey(const QJsonObject &jwk)
{
    const QString curve = jwk.value("crv"_L1).toString();
    const int size = curve == "P-256"_L1 ? 32 : curve == "P-384"_L1 ? 48 : 0;
    const QByteArray x = base64Field(jwk, "x"_L1);
    const QByteArray y = base64Field(jwk, "y"_L1);
    if (size == 0 || x.size() != size || y.size() != size)
        return nullptr;
    const QByteArray point = '\x04' + x + y; // uncompressed
    const Builder builder(OSSL_PARAM_BLD_new());
    const char *group = size == 32 ? "prime256v1" : "secp384r1";
    if (OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, group, 0) != 1
        || OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                            size_t(point.size()))
            != 1)
        return nullptr;
    return build("EC", builder.get());
}

// RFC 8037 section 2.
KeyPtr edwardsKey(const QJsonObject &jwk)
{
    const QByteArray x = base64Field(jwk, "x"_L1);
    if (jwk.value("crv"_L1).toString() != "Ed25519"_L1 || x.size() != 32)
        return nullptr;
    return owned(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(x), size_t(x.size())));
}

QList<JwtAlgorithm> algorithmsOf(const EVP_PKEY *key)
{
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        return EVP_PKEY_get_bits(key) >= rsaBits
            ? QList<JwtAlgorithm>{JwtAlgorithm::RS256, JwtAlgorithm::RS384, JwtAlgorithm::RS512}
            : QList<JwtAlgorithm>();
    case EVP_PKEY_ED25519: return {JwtAlgorithm::EdDSA};
    case EVP_PKEY_EC: break;
    default: return {};
    }
    char curve[64] = {};
    EVP_PKEY_get_group_name(key, curve, sizeof curve, nullptr);
    if (QLatin1StringView(curve) == "prime256v1"_L1)
        return {JwtAlgorithm::ES256};
    if (QLatin1StringView(curve) == "secp384r1"_L1)
        return {JwtAlgorithm::ES384};
    return {};
}

const EVP_MD *digestOf(JwtAlgorithm algorithm)
{
    switch (algorithm) {
    case JwtAlgorithm::RS384:
    case JwtAlgorithm::ES384: return EVP_sha384();
    case JwtAlgorithm::RS512: return EVP_sha512();
    case JwtAlgorithm::EdDSA: return nullptr; // its own
    default: return EVP_sha256();
    }
}

// RFC 7518 section 3.4: the two numbers after each other, where OpenSSL wants ASN.1.
QByteArray asn1Signature(const QByteArray &raw, int numberBytes)
{
    if (raw.size() != 2 * numberBytes)
        return {};
    Number r = numberOf(raw.first(numberBytes));
    Number s = numberOf(raw.last(numberBytes));
    const EcSignature signature(ECDSA_SIG_new());
    if (!r || !s || ECDSA_SIG_set0(signature.get(), r.get(), s.get()) != 1)
        return {};
    [[maybe_unused]] const auto owners = std::pair(r.release(), s.release());
    QByteArray encoded(i2d_ECDSA_SIG(signature.get(), nullptr), Qt::Uninitialized);
    auto *out = reinterpret_cast<uchar *>(encoded.data());
    i2d_ECDSA_SIG(signature.get(), &out);
    return encoded;
}

bool isMadeBy(EVP_PKEY *key, JwtAlgorithm algorithm, const QByteArray &signedPart, QByteArray signature)
{
    if (algorithm == JwtAlgorithm::ES256)
        signature = asn1Signature(signature, 32);
    else if (algorithm == JwtAlgorithm::ES384)
        signature = asn1Signature(signature, 48);
    const Digest context(EVP_MD_CTX_new());
    return !signature.isEmpty() && context
        && EVP_DigestVerifyInit(context.get(), nullptr, digestOf(algorithm), nullptr, key) == 1
        && EVP_DigestVerify(context.get(), bytes(signature), size_t(signature.size()), bytes(signedPart),
                            size_t(signedPart.size()))
        == 1;
}

// RFC 7517 sections 4.2 and 4.3.
bool isForSignatures(const QJsonObject &jwk)
{
    const QJsonValue operations = jwk.value("key_ops"_L1);
    return jwk.value("use"_L1).toString(u"sig"_s) == "sig"_L1
        && (operations.isUndefined() || operations.toArray().contains("verify"_L1));
}

tl::unexpected<Error> unusable(const QString &detail)
{
    return fail(ErrorCode::InvalidField, detail);
}

} // namespace

std::optional<PublicKeys::Key> PublicKeys::keyOf(std::shared_ptr<EVP_PKEY> key)
{
    if (!key)
        return std::nullopt;
    const QList<JwtAlgorithm> algorithms = algorithmsOf(key.get());
    return algorithms.isEmpty() ? std::nullopt : std::optional(Key{{}, algorithms, std::move(key)});
}

std::optional<PublicKeys::Key> PublicKeys::keyOf(const QJsonObject &jwk)
{
    if (!isForSignatures(jwk))
        return std::nullopt;
    const QString type = jwk.value("kty"_L1).toString();
    auto key = keyOf(type == "RSA"_L1       ? rsaKey(jwk)
                         : type == "EC"_L1  ? ecKey(jwk)
                         : type == "OKP"_L1 ? edwardsKey(jwk)
                                            : nullptr);
    if (!key)
        return std::nullopt;
    key->kid = jwk.value("kid"_L1).toString();
    if (const QJsonValue only = jwk.value("alg"_L1); !only.isUndefined())
        key->algorithms.removeIf(
            [&only](JwtAlgorithm algorithm) { return toName(algorithm) != only.toString(); });
    return key->algorithms.isEmpty() ? std::nullopt : key;
}

Result<PublicKeys> PublicKeys::fromPem(const QByteArray &pem)
{
    if (pem.contains("PRIVATE KEY-----"))
        return unusable(u"holds a private key; only the public one belongs here"_s);
    PublicKeys keys;
    const std::unique_ptr<BIO, Free<BIO_free>> input(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    while (EVP_PKEY *read = PEM_read_bio_PUBKEY(input.get(), nullptr, nullptr, nullptr)) {
        const auto key = keyOf(owned(read));
        if (!key)
            return unusable(
                u"holds a key that is none of: RSA of 2048 bits or more, P-256, P-384, Ed25519"_s);
        keys.m_keys += *key;
    }
    if (keys.m_keys.size() != pem.count("-----BEGIN ") || keys.isEmpty())
        return unusable(u"must hold public keys in PEM (-----BEGIN PUBLIC KEY-----)"_s);
    return keys;
}

Result<PublicKeys> PublicKeys::fromJwks(const QByteArray &json)
{
    const auto set = parseObject(json);
    if (!set || !set->value("keys"_L1).isArray())
        return unusable(u"must be a JWK Set: {\"keys\": […]}"_s);
    PublicKeys keys;
    for (const QJsonValue &jwk : set->value("keys"_L1).toArray()) {
        if (const auto key = keyOf(jwk.toObject()))
            keys.m_keys += *key;
    }
    if (keys.isEmpty())
        return unusable(
            u"holds no public key for signatures of RS256, RS384, RS512, ES256, ES384 or EdDSA"_s);
    return keys;
}

bool PublicKeys::verify(JwtAlgorithm algorithm, const QString &kid, const QByteArray &signedPart,
                        const QByteArray &signature) const
{
    const bool named = !kid.isEmpty() && std::ranges::find(m_keys, kid, &Key::kid) != m_keys.end();
    return std::ranges::any_of(m_keys, [&](const Key &key) {
        const bool meant = kid.isEmpty() || (named ? key.kid == kid : key.kid.isEmpty());
        return meant && key.algorithms.contains(algorithm)
            && isMadeBy(key.key.get(), algorithm, signedPart, signature);
    });
}

} // namespace Hearth
