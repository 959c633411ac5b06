// SPDX-License-Identifier: Apache-2.0
#include "services/publickeys.h"

#include "services/externaltokens.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTest>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp today = fromMs(1'800'000'000'000);
const QByteArray claims = R"({"sub":"alice","exp":1800000060})";

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray padded(const BIGNUM *number, int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    BN_bn2binpad(number, reinterpret_cast<uchar *>(bytes.data()), size);
    return bytes;
}

// The private half, as the user service has it.
class SigningKey
{
public:
    explicit SigningKey(EVP_PKEY *key)
        : m_key(key, EVP_PKEY_free)
    { }

    static SigningKey rsa(int bits = 2048) { return SigningKey(EVP_RSA_gen(uint(bits))); }
    static SigningKey ec(const char *curve) { return SigningKey(EVP_EC_gen(curve)); }
    static SigningKey ed25519() { return SigningKey(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")); }

    QByteArray pem(bool isPrivate = false) const
    {
        const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
        if (isPrivate)
            PEM_write_bio_PrivateKey(out.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        else
            PEM_write_bio_PUBKEY(out.get(), m_key.get());
        char *text = nullptr;
        const auto size = BIO_get_mem_data(out.get(), &text);
        return QByteArray(text, qsizetype(size));
    }

    QJsonObject jwk(const QString &kid = {}) const
    {
        QJsonObject jwk;
        if (!kid.isEmpty())
            jwk.insert("kid"_L1, kid);
        const auto insert = [&jwk](const char *name, const QByteArray &bytes) {
            jwk.insert(QLatin1StringView(name), QString::fromLatin1(base64Url(bytes)));
        };
        switch (EVP_PKEY_get_base_id(m_key.get())) {
        case EVP_PKEY_RSA:
            jwk.insert("kty"_L1, "RSA"_L1);
            insert("n", number(OSSL_PKEY_PARAM_RSA_N, EVP_PKEY_get_size(m_key.get())));
            insert("e", number(OSSL_PKEY_PARAM_RSA_E, 3));
            break;
        case EVP_PKEY_EC: {
            const int size = (EVP_PKEY_get_bits(m_key.get()) + 7) / 8;
            jwk.insert("kty"_L1, "EC"_L1);
            jwk.insert("crv"_L1, size == 32 ? "P-256"_L1 : "P-384"_L1);
            insert("x", number(OSSL_PKEY_PARAM_EC_PUB_X, size));
            insert("y", number(OSSL_PKEY_PARAM_EC_PUB_Y, size));
            break;
        }
        default: {
            QByteArray raw(32, Qt::Uninitialized);
            size_t size = 32;
            EVP_PKEY_get_raw_public_key(m_key.get(), reinterpret_cast<uchar *>(raw.data()), &size);
            jwk.insert("kty"_L1, "OKP"_L1);
            jwk.insert("crv"_L1, "Ed25519"_L1);
            insert("x", raw);
        }
        }
        return jwk;
    }

    QByteArray rawSignature(const QByteArray &text, const EVP_MD *digest) const
    {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                              EVP_MD_CTX_free);
        EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, m_key.get());
        const auto *data = reinterpret_cast<const uchar *>(text.constData());
        size_t size = 0;
        EVP_DigestSign(context.get(), nullptr, &size, data, size_t(text.size()));
        QByteArray signature(qsizetype(size), Qt::Uninitialized);
        EVP_DigestSign(context.get(), reinterpret_cast<uchar *>(signature.data()), &size, data,
                       size_t(text.size()));
        signature.truncate(qsizetype(size));
        return signature;
    }

    // As RFC 7518 wants it.
    QByteArray signature(const QByteArray &text, const QByteArray &algorithm) const
    {
        const EVP_MD *digest = algorithm == "EdDSA" ? nullptr
            : algorithm.endsWith("384")             ? EVP_sha384()
            : algorithm.endsWith("512")             ? EVP_sha512()
                                                    : EVP_sha256();
        const QByteArray raw = rawSignature(text, digest);
        if (!algorithm.startsWith("ES"))
            return raw;
        const auto *at = reinterpret_cast<const uchar *>(raw.constData());
        const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(
            d2i_ECDSA_SIG(nullptr, &at, long(raw.size())), ECDSA_SIG_free);
        const int size = algorithm == "ES256" ? 32 : 48;
        return padded(ECDSA_SIG_get0_r(pair.get()), size) + padded(ECDSA_SIG_get0_s(pair.get()), size);
    }

    QByteArray token(const QByteArray &algorithm, const QByteArray &moreHeader = {}) const
    {
        const QByteArray text =
            base64Url("{\"alg\":\"" + algorithm + "\"" + moreHeader + "}") + '.' + base64Url(claims);
        return text + '.' + base64Url(signature(text, algorithm));
    }

private:
    QByteArray number(const char *parameter, int size) const
    {
        BIGNUM *value = nullptr;
        EVP_PKEY_get_bn_param(m_key.get(), parameter, &value);
        const QByteArray bytes = padded(value, size);
        BN_free(value);
        return bytes;
    }

    std::shared_ptr<EVP_PKEY> m_key;
};

// Keys take their time to make: one of each kind for all tests.
const SigningKey &keyFor(const QByteArray &algorithm)
{
    static const SigningKey rsa = SigningKey::rsa();
    static const SigningKey p256 = SigningKey::ec("P-256");
    static const SigningKey p384 = SigningKey::ec("P-384");
    static const SigningKey edwards = SigningKey::ed25519();
    return algorithm.startsWith("RS") ? rsa
        : algorithm == "ES256"        ? p256
        : algorithm == "ES384"        ? p384
                                      : edwards;
}

const QByteArrayList algorithms{"RS256", "RS384", "RS512", "ES256", "ES384", "EdDSA"};

QByteArray setOf(const QList<QJsonObject> &jwks)
{
    QJsonArray keys;
    for (const QJsonObject &jwk : jwks)
        keys += jwk;
    return QJsonDocument(QJsonObject{{"keys"_L1, keys}}).toJson();
}

ExternalTokens verifier(const Result<PublicKeys> &keys, const QByteArray &secret = {})
{
    ExternalTokenConfig config;
    config.secret = secret;
    config.publicKeys = std::make_shared<PublicKeys>(keys.value());
    return ExternalTokens(config);
}

bool isAccepted(const ExternalTokens &tokens, const QByteArray &token)
{
    const auto identity = tokens.verify(token, today);
    return identity && identity->user.id == "alice"_L1;
}

} // namespace

class TestPublicKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAlgorithmIsVerified_data();
    void everyAlgorithmIsVerified();
    void algorithmsThatAreNotConfiguredAreRefused();
    void attack2_aPublicKeyIsNoSharedSecret();
    void attack2_aKeyTakesOnlyItsOwnAlgorithms();
    void attack3_aKidChoosesAmongTheKeysAndNothingElse();
    void attack4_keysThatATokenBringsAreIgnored();
    void attack8_changedSignaturesAreRefused_data();
    void attack8_changedSignaturesAreRefused();
    void attack8_otherFormsOfEcSignaturesAreRefused();
    void attack9_aKeyThatWasWithdrawnIsWorthless();
    void severalKeysMayStandInOneFile();
    void filesThatHoldNoPublicKeyAreRefused_data();
    void filesThatHoldNoPublicKeyAreRefused();
    void keysForOtherUsesArePassedOver();
};

void TestPublicKeys::everyAlgorithmIsVerified_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    for (const QByteArray &algorithm : algorithms)
        QTest::newRow(algorithm) << algorithm;
}

void TestPublicKeys::everyAlgorithmIsVerified()
{
    QFETCH(QByteArray, algorithm);
    const SigningKey &key = keyFor(algorithm);
    const QByteArray token = key.token(algorithm);
    QVERIFY(isAccepted(verifier(PublicKeys::fromPem(key.pem())), token));
    QVERIFY(isAccepted(verifier(PublicKeys::fromJwks(setOf({key.jwk()}))), token));
    const SigningKey other = algorithm.startsWith("RS") ? SigningKey::rsa()
        : algorithm == "ES256"                          ? SigningKey::ec("P-256")
        : algorithm == "ES384"                          ? SigningKey::ec("P-384")
                                                        : SigningKey::ed25519();
    QVERIFY(!isAccepted(verifier(PublicKeys::fromPem(other.pem())), token));
}

void TestPublicKeys::algorithmsThatAreNotConfiguredAreRefused()
{
    ExternalTokenConfig config;
    config.algorithms = {JwtAlgorithm::RS512};
    config.publicKeys = std::make_shared<PublicKeys>(PublicKeys::fromPem(keyFor("RS256").pem()).value());
    QVERIFY(!isAccepted(ExternalTokens(config), keyFor("RS256").token("RS256")));
    QVERIFY(isAccepted(ExternalTokens(config), keyFor("RS256").token("RS512")));
}

void TestPublicKeys::attack2_aPublicKeyIsNoSharedSecret()
{
    const QByteArray pem = keyFor("RS256").pem();
    for (const QByteArray &secret : {pem, pem.trimmed(), base64Url(pem)}) {
        const QByteArray text = base64Url(R"({"alg":"HS256"})") + '.' + base64Url(claims);
        const QByteArray token = text + '.'
            + base64Url(QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256));
        QVERIFY(!isAccepted(verifier(PublicKeys::fromPem(pem)), token));
        QVERIFY(!isAccepted(verifier(PublicKeys::fromPem(pem), "c4b1f06a7d95e2380fd6a1b9e47c5382"), token));
    }
    // And a secret is no public key.
    ExternalTokenConfig config;
    config.secret = pem;
    QVERIFY(!isAccepted(ExternalTokens(config), keyFor("RS256").token("RS256")));
}

void TestPublicKeys::attack2_aKeyTakesOnlyItsOwnAlgorithms()
{
    for (const QByteArray &algorithm : algorithms) {
        const auto keys = PublicKeys::fromPem(keyFor(algorithm).pem());
        for (const QByteArray &other : algorithms) {
            const QByteArray text = base64Url(R"({"alg":")" + other + "\"}") + '.' + base64Url(claims);
            // Signed as the key can, said to be something else.
            const QByteArray token = text + '.' + base64Url(keyFor(algorithm).signature(text, algorithm));
            QCOMPARE(isAccepted(verifier(keys), token), algorithm == other);
        }
    }
    QJsonObject narrow = keyFor("RS256").jwk();
    narrow.insert("alg"_L1, "RS256"_L1);
    const auto keys = PublicKeys::fromJwks(setOf({narrow}));
    QVERIFY(isAccepted(verifier(keys), keyFor("RS256").token("RS256")));
    QVERIFY(!isAccepted(verifier(keys), keyFor("RS256").token("RS512")));
}

void TestPublicKeys::attack3_aKidChoosesAmongTheKeysAndNothingElse()
{
    const SigningKey one = SigningKey::ec("P-256");
    const SigningKey two = SigningKey::ec("P-256");
    const auto tokens = verifier(PublicKeys::fromJwks(setOf({one.jwk(u"1"_s), two.jwk(u"2"_s)})));
    QVERIFY(isAccepted(tokens, one.token("ES256", R"(,"kid":"1")")));
    QVERIFY(isAccepted(tokens, two.token("ES256", R"(,"kid":"2")")));
    QVERIFY(isAccepted(tokens, two.token("ES256"))); // without one, any of them
    for (const char *kid : {"1", "3", "../../etc/passwd", "' OR 1=1 --", "https://evil.example/key"})
        QVERIFY(!isAccepted(tokens, two.token("ES256", QByteArray(",\"kid\":\"") + kid + "\"")));
    // A key without a name is meant by every kid, as there is no other way to mean it.
    const auto unnamed = verifier(PublicKeys::fromPem(two.pem()));
    QVERIFY(isAccepted(unnamed, two.token("ES256", R"(,"kid":"2026")")));
    QVERIFY(!isAccepted(unnamed, one.token("ES256", R"(,"kid":"2026")")));
}

void TestPublicKeys::attack4_keysThatATokenBringsAreIgnored()
{
    const SigningKey mallory = SigningKey::ec("P-256");
    const QByteArray jwk = QJsonDocument(mallory.jwk()).toJson(QJsonDocument::Compact);
    const auto tokens = verifier(PublicKeys::fromPem(keyFor("ES256").pem()));
    for (const QByteArray &header : {R"(,"jwk":)" + jwk, QByteArray(R"(,"jku":"https://evil.example/jwks")"),
                                     QByteArray(R"(,"x5u":"https://evil.example/cert")")}) {
        QVERIFY(!isAccepted(tokens, mallory.token("ES256", header)));
        QVERIFY(isAccepted(tokens, keyFor("ES256").token("ES256", header)));
    }
    QVERIFY(!isAccepted(tokens, keyFor("ES256").token("ES256", R"(,"crit":["exp"])")));
}

void TestPublicKeys::attack8_changedSignaturesAreRefused_data()
{
    everyAlgorithmIsVerified_data();
}

void TestPublicKeys::attack8_changedSignaturesAreRefused()
{
    QFETCH(QByteArray, algorithm);
    const auto tokens = verifier(PublicKeys::fromPem(keyFor(algorithm).pem()));
    const QByteArray token = keyFor(algorithm).token(algorithm);
    const qsizetype dot = token.lastIndexOf('.');
    const QByteArray signature = QByteArray::fromBase64(token.mid(dot + 1), QByteArray::Base64UrlEncoding);
    for (qsizetype i = 0; i < signature.size(); i += 7) {
        QByteArray changed = signature;
        changed[i] = char(changed[i] ^ 0x10);
        QVERIFY(!isAccepted(tokens, token.first(dot + 1) + base64Url(changed)));
    }
    for (const QByteArray &other :
         {QByteArray(), signature.chopped(1), signature + '\0', signature + signature,
          QByteArray(signature.size(), '\0'), QByteArray(signature.size(), '\xff')})
        QVERIFY(!isAccepted(tokens, token.first(dot + 1) + base64Url(other)));
    QVERIFY(!isAccepted(tokens, token + '='));
}

void TestPublicKeys::attack8_otherFormsOfEcSignaturesAreRefused()
{
    const auto tokens = verifier(PublicKeys::fromPem(keyFor("ES256").pem()));
    const QByteArray text = base64Url(R"({"alg":"ES256"})") + '.' + base64Url(claims);
    const QByteArray asn1 = keyFor("ES256").rawSignature(text, EVP_sha256());
    QVERIFY(!isAccepted(tokens, text + '.' + base64Url(asn1)));
    QVERIFY(isAccepted(tokens, text + '.' + base64Url(keyFor("ES256").signature(text, "ES256"))));
}

void TestPublicKeys::attack9_aKeyThatWasWithdrawnIsWorthless()
{
    const auto keys = std::make_shared<PublicKeys>(PublicKeys::fromPem(keyFor("RS256").pem()).value());
    ExternalTokenConfig config;
    config.publicKeys = keys;
    const ExternalTokens tokens(config);
    QVERIFY(isAccepted(tokens, keyFor("RS256").token("RS256")));
    *keys = PublicKeys::fromPem(keyFor("ES256").pem()).value();
    QVERIFY(!isAccepted(tokens, keyFor("RS256").token("RS256")));
    QVERIFY(isAccepted(tokens, keyFor("ES256").token("ES256")));
}

void TestPublicKeys::severalKeysMayStandInOneFile()
{
    const auto tokens = verifier(PublicKeys::fromPem(keyFor("RS256").pem() + '\n' + keyFor("EdDSA").pem()));
    QVERIFY(isAccepted(tokens, keyFor("RS256").token("RS256")));
    QVERIFY(isAccepted(tokens, keyFor("EdDSA").token("EdDSA")));
}

void TestPublicKeys::filesThatHoldNoPublicKeyAreRefused_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("words");
    const SigningKey &rsa = keyFor("RS256");
    QTest::newRow("nothing") << QByteArray() << u"must hold public keys"_s;
    QTest::newRow("text") << QByteArray("secret") << u"must hold public keys"_s;
    QTest::newRow("private") << rsa.pem(true) << u"private"_s;
    QTest::newRow("both") << rsa.pem() + rsa.pem(true) << u"private"_s;
    QTest::newRow("broken after a good one")
        << rsa.pem() + "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"
        << u"must hold public keys"_s;
    QTest::newRow("short RSA") << SigningKey::rsa(1024).pem() << u"2048"_s;
    QTest::newRow("other curve") << SigningKey::ec("P-521").pem() << u"P-256"_s;
}

void TestPublicKeys::filesThatHoldNoPublicKeyAreRefused()
{
    QFETCH(QByteArray, pem);
    QFETCH(QString, words);
    const auto keys = PublicKeys::fromPem(pem);
    QVERIFY(!keys);
    QVERIFY2(keys.error().detail.contains(words), qPrintable(keys.error().detail));
}

void TestPublicKeys::keysForOtherUsesArePassedOver()
{
    const QJsonObject good = keyFor("ES256").jwk();
    const auto with = [&good](const char *name, const QJsonValue &value) {
        QJsonObject changed = good;
        changed.insert(QLatin1StringView(name), value);
        return changed;
    };
    const QJsonObject secret{{"kty"_L1, "oct"_L1}, {"k"_L1, "c2VjcmV0"_L1}};
    for (const QJsonObject &jwk :
         {QJsonObject(), secret, with("use", u"enc"_s), with("key_ops", QJsonArray{u"sign"_s}),
          with("crv", u"P-384"_s), with("x", u"AAAA"_s), with("y", good.value("x"_L1)),
          with("alg", u"HS256"_s), with("kty", 7)}) {
        QVERIFY(!PublicKeys::fromJwks(setOf({jwk})));
        QVERIFY(PublicKeys::fromJwks(setOf({jwk, good})));
    }
    QVERIFY(PublicKeys::fromJwks(setOf({with("use", u"sig"_s)})));
    for (const char *json : {"", "[]", "{}", R"({"keys":{}})", R"({"keys":[]})", R"({"keys":[7]})"})
        QVERIFY(!PublicKeys::fromJwks(json));
}

QTEST_APPLESS_MAIN(TestPublicKeys)
#include "tst_publickeys.moc"
