// SPDX-License-Identifier: Apache-2.0
#include "services/externaltokens.h"
#include "services/tokens.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray secret = "c4b1f06a7d95e2380fd6a1b9e47c5382";
const Timestamp today = fromMs(1'800'000'000'000);
constexpr qint64 todaySeconds = 1'800'000'000;

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray sign(const QByteArray &header, const QByteArray &payload, const QByteArray &key = secret,
                QCryptographicHash::Algorithm hash = QCryptographicHash::Sha256)
{
    const QByteArray text = base64Url(header) + '.' + base64Url(payload);
    return text + '.' + base64Url(QMessageAuthenticationCode::hash(text, key, hash));
}

// A token as a user service makes it, with the given claims besides (or instead of) `exp` and `user_id`.
QByteArray external(const QByteArray &claims = {},
                    const QByteArray &header = R"({"alg":"HS256","typ":"JWT"})")
{
    QJsonObject all{{"user_id"_L1, "alice"_L1}, {"exp"_L1, todaySeconds + 60}};
    const QJsonObject given = QJsonDocument::fromJson('{' + claims + '}').object();
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (it->isNull())
            all.remove(it.key());
        else
            all.insert(it.key(), *it);
    }
    return sign(header, QJsonDocument(all).toJson(QJsonDocument::Compact));
}

ExternalTokens verifier(const QString &issuer = {}, const QString &audience = {})
{
    ExternalTokenConfig config;
    config.secret = secret;
    config.issuer = issuer;
    config.audience = audience;
    return ExternalTokens(config);
}

ErrorCode refusal(const QByteArray &token, const ExternalTokens &tokens = verifier())
{
    const auto identity = tokens.verify(token, today);
    return identity ? ErrorCode::Internal : identity.error().code; // Internal: it was accepted
}

} // namespace

class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAccessTokenSaysWhoAndWhichSessionUntilWhen();
    void anAccessTokenEnds();
    void anAccessTokenOfAnotherServerIsRefused();
    void ownAndExternalTokensAreNotConfused();
    void theSigningKeyIsMadeOnceAndKeptPrivate();
    void aSigningKeyFileThatHoldsSomethingElseIsRefused();
    void refreshTokensAreRandomAndOnlyTheirHashIsStable();

    void allThreeHmacAlgorithmsAreAccepted_data();
    void allThreeHmacAlgorithmsAreAccepted();
    void anAlgorithmThatIsNotConfiguredIsRefused();
    void theFirstConfiguredClaimIsTheUserId_data();
    void theFirstConfiguredClaimIsTheUserId();
    void whatATokenSaysAboutThePersonIsTakenAlong();
    void claimsThatNobodyCouldStoreAreLeftOut();

    void attack1_unsignedTokens_data();
    void attack1_unsignedTokens();
    void attack2_publicKeyAsSharedSecret();
    void attack3_keyIdThatNamesSomethingElse_data();
    void attack3_keyIdThatNamesSomethingElse();
    void attack4_keyBroughtAlongInTheHeader();
    void attack4_criticalExtensions();
    void attack5_timesThatAreNoTimes_data();
    void attack5_timesThatAreNoTimes();
    void attack5_skewOfAMinuteIsAllowedForTheStart();
    void attack6_audienceIssuerAndSubject_data();
    void attack6_audienceIssuerAndSubject();
    void attack6_expectedAudienceAndIssuerAreAccepted_data();
    void attack6_expectedAudienceAndIssuerAreAccepted();
    void attack7_duplicateClaims();
    void attack7_hugeAndDeepTokens();
    void attack8_changedSignatures();
    void attack8_malformedText_data();
    void attack8_malformedText();
    void attack9_aSecretThatWasReplacedIsWorthless();
    void attack65_tokensKnowTimesAfter2038();
    void secretsThatAnybodyCouldGuessAreWeak_data();
    void secretsThatAnybodyCouldGuessAreWeak();
};

void TestTokens::anAccessTokenSaysWhoAndWhichSessionUntilWhen()
{
    const AccessTokens tokens(QByteArray(32, 'k'));
    const AccessGrant grant{u"u1"_s, u"s1"_s, today + std::chrono::minutes(15)};
    const auto verified = tokens.verify(tokens.issue(grant, today), today);
    QVERIFY(verified);
    QCOMPARE(verified->userId, grant.userId);
    QCOMPARE(verified->sessionId, grant.sessionId);
    QVERIFY(verified->expiresAt == grant.expiresAt);
}

void TestTokens::anAccessTokenEnds()
{
    const AccessTokens tokens(QByteArray(32, 'k'));
    const QByteArray token = tokens.issue({u"u1"_s, u"s1"_s, today + std::chrono::seconds(10)}, today);
    QVERIFY(tokens.verify(token, today + std::chrono::milliseconds(9'999)));
    QCOMPARE(tokens.verify(token, today + std::chrono::seconds(10)).error().code, ErrorCode::TokenExpired);
}

void TestTokens::anAccessTokenOfAnotherServerIsRefused()
{
    const AccessTokens ours(QByteArray(32, 'k'));
    const AccessTokens theirs(QByteArray(32, 'j'));
    const QByteArray token = theirs.issue({u"u1"_s, u"s1"_s, today + std::chrono::minutes(15)}, today);
    QCOMPARE(ours.verify(token, today).error().code, ErrorCode::Unauthorized);
}

void TestTokens::ownAndExternalTokensAreNotConfused()
{
    const AccessTokens own(QByteArray(32, 'k'));
    const QByteArray ownToken = own.issue({u"u1"_s, u"s1"_s, today + std::chrono::minutes(15)}, today);
    QCOMPARE(refusal(ownToken), ErrorCode::Unauthorized);
    // An external issuer that pretends to be this server.
    const QByteArray pretender = external(R"("iss":"hearth","sub":"u1","sid":"s1")");
    QCOMPARE(own.verify(pretender, today).error().code, ErrorCode::Unauthorized);
    // The right key, but not one of our access tokens.
    const AccessTokens sameKey(secret);
    QCOMPARE(sameKey.verify(external(R"("sub":"u1","sid":"s1")"), today).error().code,
             ErrorCode::Unauthorized);
}

void TestTokens::theSigningKeyIsMadeOnceAndKeptPrivate()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"signing.key"_s);
    const auto made = loadSigningKey(path);
    QVERIFY(made);
    QCOMPARE(made->size(), AccessTokens::keyBytes);
    QCOMPARE(*loadSigningKey(path), *made);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path) & others));
}

void TestTokens::aSigningKeyFileThatHoldsSomethingElseIsRefused()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"signing.key"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("short");
    file.close();
    QVERIFY(!loadSigningKey(file.fileName()));
    QVERIFY(!loadSigningKey(dir.filePath(u"no/such/folder"_s)));
}

void TestTokens::refreshTokensAreRandomAndOnlyTheirHashIsStable()
{
    const QByteArray token = makeRefreshToken();
    QCOMPARE(token.size(), 43);
    QVERIFY(token != makeRefreshToken());
    QCOMPARE(refreshTokenHash(token), refreshTokenHash(token));
    QCOMPARE(refreshTokenHash(token).size(), 32);
}

void TestTokens::allThreeHmacAlgorithmsAreAccepted_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QCryptographicHash::Algorithm>("hash");
    QTest::newRow("HS256") << QByteArray("HS256") << QCryptographicHash::Sha256;
    QTest::newRow("HS384") << QByteArray("HS384") << QCryptographicHash::Sha384;
    QTest::newRow("HS512") << QByteArray("HS512") << QCryptographicHash::Sha512;
}

void TestTokens::allThreeHmacAlgorithmsAreAccepted()
{
    QFETCH(QByteArray, name);
    QFETCH(QCryptographicHash::Algorithm, hash);
    const auto identity = verifier().verify(
        sign(R"({"alg":")" + name + "\"}", R"({"sub":"alice","exp":1800000060})", secret, hash), today);
    QVERIFY(identity);
    QCOMPARE(identity->user.id, u"alice"_s);
    QVERIFY(identity->expiresAt == today + std::chrono::seconds(60));
}

void TestTokens::anAlgorithmThatIsNotConfiguredIsRefused()
{
    ExternalTokenConfig config;
    config.secret = secret;
    config.algorithms = {JwtAlgorithm::HS512};
    QCOMPARE(refusal(external(), ExternalTokens(config)), ErrorCode::Unauthorized);
}

void TestTokens::theFirstConfiguredClaimIsTheUserId_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QString>("id");
    QTest::newRow("user_id") << QByteArray(R"("user_id":"a","userId":"b","id":"c","sub":"d")") << u"a"_s;
    QTest::newRow("userId") << QByteArray(R"("user_id":null,"userId":"b","id":"c","sub":"d")") << u"b"_s;
    QTest::newRow("id") << QByteArray(R"("user_id":null,"id":"c","sub":"d")") << u"c"_s;
    QTest::newRow("sub") << QByteArray(R"("user_id":null,"sub":"d")") << u"d"_s;
    QTest::newRow("number") << QByteArray(R"("user_id":42)") << u"42"_s;
    QTest::newRow("large number") << QByteArray(R"("user_id":1234567890123456789)")
                                  << u"1234567890123456789"_s;
    QTest::newRow("128 characters") << "\"user_id\":\"" + QByteArray(128, 'x') + '"' << QString(128, u'x');
}

void TestTokens::theFirstConfiguredClaimIsTheUserId()
{
    QFETCH(QByteArray, claims);
    const auto identity = verifier().verify(external(claims), today);
    QVERIFY(identity);
    QTEST(identity->user.id, "id");
}

void TestTokens::whatATokenSaysAboutThePersonIsTakenAlong()
{
    const auto full = verifier().verify(
        external(
            R"("username":"al","display_name":"Alice","name":"A","email":"a@b.c","avatar_url":"https://x/y")"),
        today);
    QVERIFY(full);
    QCOMPARE(full->user.username, u"al"_s);
    QCOMPARE(full->user.displayName, u"Alice"_s);
    QCOMPARE(full->user.email, u"a@b.c"_s);
    QCOMPARE(full->user.avatarUrl, u"https://x/y"_s);
    QCOMPARE(verifier().verify(external(R"("name":"A")"), today)->user.displayName, u"A"_s);
    const auto bare = verifier().verify(external(), today);
    QCOMPARE(bare->user.username, u"alice"_s);
    QCOMPARE(bare->user.displayName, u"alice"_s);
}

void TestTokens::claimsThatNobodyCouldStoreAreLeftOut()
{
    const auto identity = verifier().verify(
        external(R"("username":[1],"name":7,"email":"","avatar_url":"javascript:alert`1`")"), today);
    QVERIFY(identity);
    QCOMPARE(identity->user.username, u"alice"_s);
    QCOMPARE(identity->user.displayName, u"alice"_s);
    QVERIFY(!identity->user.email);
    QVERIFY(!identity->user.avatarUrl);
}

void TestTokens::attack1_unsignedTokens_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("signature");
    for (const char *name : {"none", "None", "NONE", "nOnE", "", "hs256", "Hs256", "HS256 ", "HS1"}) {
        QTest::addRow("'%s' without a signature", name) << QByteArray(name) << QByteArray();
        QTest::addRow("'%s' with one", name) << QByteArray(name) << external().split('.').at(2);
    }
}

void TestTokens::attack1_unsignedTokens()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, signature);
    const QByteArray token = base64Url(R"({"alg":")" + algorithm + R"(","typ":"JWT"})") + '.'
        + external().split('.').at(1) + '.' + signature;
    QCOMPARE(refusal(token), ErrorCode::Unauthorized);
    // Also when it is signed properly: the name must be exact.
    QCOMPARE(refusal(external({}, R"({"alg":")" + algorithm + R"(","typ":"JWT"})")), ErrorCode::Unauthorized);
}

void TestTokens::attack2_publicKeyAsSharedSecret()
{
    const QByteArray publicKey = "-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJB\n"
                                 "-----END PUBLIC KEY-----\n";
    QVERIFY(!weaknessOfSecret(publicKey).isEmpty());
    for (const char *name : {"RS256", "ES256", "PS256", "EdDSA"}) {
        const QByteArray header = R"({"alg":")" + QByteArray(name) + "\"}";
        QCOMPARE(refusal(external({}, header)), ErrorCode::Unauthorized);
    }
}

void TestTokens::attack3_keyIdThatNamesSomethingElse_data()
{
    QTest::addColumn<QByteArray>("keyId");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("empty file") << QByteArray("../../../../dev/null") << QByteArray();
    QTest::newRow("SQL") << QByteArray("x' UNION SELECT 'key' --") << QByteArray("key");
    QTest::newRow("URL") << QByteArray("http://127.0.0.1:1/key") << QByteArray("key");
}

void TestTokens::attack3_keyIdThatNamesSomethingElse()
{
    QFETCH(QByteArray, keyId);
    QFETCH(QByteArray, key);
    const QByteArray token =
        sign(R"({"alg":"HS256","kid":")" + keyId + "\"}", R"({"sub":"alice","exp":1800000060})", key);
    QCOMPARE(refusal(token), ErrorCode::Unauthorized);
}

void TestTokens::attack4_keyBroughtAlongInTheHeader()
{
    const QByteArray header = R"({"alg":"HS256","jku":"http://127.0.0.1:1/","x5u":"http://127.0.0.1:1/",)"
                              R"("jwk":{"kty":"oct","k":"a2V5"}})";
    QCOMPARE(refusal(sign(header, R"({"sub":"alice","exp":1800000060})", "key")), ErrorCode::Unauthorized);
    QVERIFY(verifier().verify(external({}, header), today)); // ignored in an honest token
}

void TestTokens::attack4_criticalExtensions()
{
    QCOMPARE(refusal(external({}, R"({"alg":"HS256","crit":["exp"]})")), ErrorCode::Unauthorized);
}

void TestTokens::attack5_timesThatAreNoTimes_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, const QByteArray &claims,
                        ErrorCode code = ErrorCode::Unauthorized) {
        QTest::newRow(name) << R"({"sub":"alice")" + claims + '}' << code;
    };
    row("exp absent", {});
    row("exp past", R"(,"exp":1799999999)", ErrorCode::TokenExpired);
    row("exp now", R"(,"exp":1800000000)", ErrorCode::TokenExpired);
    row("exp zero", R"(,"exp":0)", ErrorCode::TokenExpired);
    row("exp negative", R"(,"exp":-1)");
    row("exp fraction", R"(,"exp":1800000060.5)");
    row("exp text", R"(,"exp":"1800000060")");
    row("exp null", R"(,"exp":null)");
    row("exp true", R"(,"exp":true)");
    row("exp array", R"(,"exp":[1800000060])");
    row("exp beyond every double", R"(,"exp":1e400)");
    row("exp beyond every integer", R"(,"exp":99999999999999999999)");
    row("exp beyond every calendar", R"(,"exp":9007199254740991)");
    row("nbf ahead", R"(,"exp":1800000600,"nbf":1800000061)");
    row("nbf text", R"(,"exp":1800000600,"nbf":"now")");
    row("iat ahead", R"(,"exp":1800000600,"iat":1800000061)");
    row("iat null", R"(,"exp":1800000600,"iat":null)");
}

void TestTokens::attack5_timesThatAreNoTimes()
{
    QFETCH(QByteArray, payload);
    QTEST(refusal(sign(R"({"alg":"HS256"})", payload)), "code");
}

void TestTokens::attack5_skewOfAMinuteIsAllowedForTheStart()
{
    QVERIFY(verifier().verify(external(R"("nbf":1800000060,"iat":1800000060)"), today));
}

void TestTokens::attack6_audienceIssuerAndSubject_data()
{
    QTest::addColumn<QByteArray>("claims");
    const QByteArray good = R"("iss":"users","aud":"chat")";
    QTest::newRow("issuer absent") << QByteArray(R"("aud":"chat")");
    QTest::newRow("another issuer") << QByteArray(R"("iss":"others","aud":"chat")");
    QTest::newRow("issuer array") << QByteArray(R"("iss":["users"],"aud":"chat")");
    QTest::newRow("audience absent") << QByteArray(R"("iss":"users")");
    QTest::newRow("another audience") << QByteArray(R"("iss":"users","aud":"shop")");
    QTest::newRow("other audiences") << QByteArray(R"("iss":"users","aud":["shop","chats"])");
    QTest::newRow("user id absent") << good + R"(,"user_id":null)";
    QTest::newRow("user id empty") << good + R"(,"user_id":"")";
    QTest::newRow("user id array") << good + R"(,"user_id":["alice"])";
    QTest::newRow("user id object") << good + R"(,"user_id":{"a":1})";
    QTest::newRow("user id boolean") << good + R"(,"user_id":true)";
    QTest::newRow("user id fraction") << good + R"(,"user_id":1.5)";
    QTest::newRow("user id negative") << good + R"(,"user_id":-1)";
    QTest::newRow("user id of 129 characters") << good + R"(,"user_id":")" + QByteArray(129, 'x') + '"';
    QTest::newRow("empty first claim, good second") << good + R"(,"user_id":"","sub":"alice")";
}

void TestTokens::attack6_audienceIssuerAndSubject()
{
    QFETCH(QByteArray, claims);
    QCOMPARE(refusal(external(claims), verifier(u"users"_s, u"chat"_s)), ErrorCode::Unauthorized);
}

void TestTokens::attack6_expectedAudienceAndIssuerAreAccepted_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::newRow("one audience") << QByteArray(R"("iss":"users","aud":"chat")");
    QTest::newRow("one of several") << QByteArray(R"("iss":"users","aud":["shop","chat"])");
}

void TestTokens::attack6_expectedAudienceAndIssuerAreAccepted()
{
    QFETCH(QByteArray, claims);
    QVERIFY(verifier(u"users"_s, u"chat"_s).verify(external(claims), today));
}

void TestTokens::attack7_duplicateClaims()
{
    const QByteArray token = sign(R"({"alg":"HS256"})", R"({"sub":"alice","sub":"root","exp":1800000060})");
    QCOMPARE(refusal(token), ErrorCode::Unauthorized);
    const QByteArray escaped =
        sign(R"({"alg":"HS256"})", R"({"sub":"alice","su\u0062":"root","exp":1800000060})");
    QCOMPARE(refusal(escaped), ErrorCode::Unauthorized);
    QVERIFY(verifier().verify(external(R"("x":{"a:b":["c:d",{"a":1}],"y":"\":\\"},"z":"{[:")"), today));
    QCOMPARE(refusal(external({}, R"({"alg":"HS256","alg":"HS256"})")), ErrorCode::Unauthorized);
}

void TestTokens::attack7_hugeAndDeepTokens()
{
    QCOMPARE(refusal(external("\"x\":\"" + QByteArray(1024 * 1024, 'x') + '"')), ErrorCode::Unauthorized);
    const QByteArray deep = QByteArray(2'500, '[') + QByteArray(2'500, ']');
    QCOMPARE(refusal(sign(R"({"alg":"HS256"})", R"({"sub":"alice","exp":1800000060,"x":)" + deep + '}')),
             ErrorCode::Unauthorized);
    QCOMPARE(refusal(external({}, R"({"alg":"HS256","x":)" + deep + '}')), ErrorCode::Unauthorized);
}

void TestTokens::attack8_changedSignatures()
{
    const QByteArray token = external();
    const qsizetype from = token.lastIndexOf('.') + 1;
    for (qsizetype i = from; i < token.size(); ++i) {
        // Every other value that this place can take, those with unused bits in the last place too.
        for (const char c : QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")) {
            QByteArray changed = token;
            changed[i] = c;
            if (changed != token)
                QCOMPARE(refusal(changed), ErrorCode::Unauthorized);
        }
        QCOMPARE(refusal(token.left(i)), ErrorCode::Unauthorized);
    }
    QVERIFY(verifier().verify(token, today));
}

void TestTokens::attack8_malformedText_data()
{
    QTest::addColumn<QByteArray>("token");
    const QByteArray good = external();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("dots") << QByteArray("..");
    QTest::newRow("two parts") << good.left(good.lastIndexOf('.'));
    QTest::newRow("four parts") << good + ".x";
    QTest::newRow("padding") << good + '=';
    QTest::newRow("padding inside") << QByteArray(good).insert(good.indexOf('.'), '=');
    QTest::newRow("space behind") << good + ' ';
    QTest::newRow("space before") << ' ' + good;
    QTest::newRow("line break") << QByteArray(good).insert(10, '\n');
    QTest::newRow("NUL") << good + '\0';
    QTest::newRow("standard base64") << QByteArray(good).replace(12, 1, "+");
    QTest::newRow("more behind the signature") << good + "AAAA";
    QTest::newRow("payload is no object") << sign(R"({"alg":"HS256"})", R"(["exp"])");
    QTest::newRow("payload is no JSON") << sign(R"({"alg":"HS256"})", "exp");
    QTest::newRow("header is no JSON") << sign("HS256", R"({"sub":"alice","exp":1800000060})");
    QTest::newRow("JSON with more behind it")
        << sign(R"({"alg":"HS256"})", R"({"sub":"a","exp":1800000060}{})");
    QTest::newRow("NUL in the id") << sign(R"({"alg":"HS256"})", R"({"sub":"a\u0000b","exp":1800000060})");
    QTest::newRow("invalid UTF-8") << sign(R"({"alg":"HS256"})", "{\"sub\":\"a\xff\",\"exp\":1800000060}");
}

void TestTokens::attack8_malformedText()
{
    QFETCH(QByteArray, token);
    QCOMPARE(refusal(token), ErrorCode::Unauthorized);
}

void TestTokens::attack9_aSecretThatWasReplacedIsWorthless()
{
    const QByteArray token =
        sign(R"({"alg":"HS256"})", R"({"sub":"alice","exp":1800000060})", "the former secret");
    QCOMPARE(refusal(token), ErrorCode::Unauthorized);
    // Without any secret nothing is accepted, not even what is signed with an empty one.
    const QByteArray empty = sign(R"({"alg":"HS256"})", R"({"sub":"alice","exp":1800000060})", {});
    QCOMPARE(refusal(empty, ExternalTokens({})), ErrorCode::Unauthorized);
}

void TestTokens::secretsThatAnybodyCouldGuessAreWeak_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("weak");
    QTest::newRow("31 bytes") << secret.first(31) << true;
    QTest::newRow("32 bytes") << secret << false;
    QTest::newRow("example") << QByteArray("your-super-secret-jwt-key-change-in-production") << true;
    QTest::newRow("capitals") << QByteArray("CHANGE_ME_CHANGE_ME_CHANGE_ME_CHANGE_ME") << true;
    QTest::newRow("one character") << QByteArray(64, 'a') << true;
    QTest::newRow("random") << QByteArray("q9v0S2xXw1ZkYy8uJ4bR6tPzLmN3cH7fGdEaKsOiWjU=") << false;
}

void TestTokens::secretsThatAnybodyCouldGuessAreWeak()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, weak);
    QCOMPARE(!weaknessOfSecret(text).isEmpty(), weak);
}

// 2^31 seconds after 1970 are over on 2038-01-19.
void TestTokens::attack65_tokensKnowTimesAfter2038()
{
    const Timestamp later = fromMs((qint64(1) << 31) * 1000 + 5'000);
    const AccessTokens tokens(QByteArray(AccessTokens::keyBytes, 'k'));
    const AccessGrant grant{u"alice"_s, u"session"_s, later + std::chrono::minutes(15)};
    const QByteArray token = tokens.issue(grant, later);
    const auto verified = tokens.verify(token, later);
    QVERIFY(verified);
    QCOMPARE(verified->expiresAt, grant.expiresAt);
    QCOMPARE(tokens.verify(token, grant.expiresAt + std::chrono::minutes(2)).error().code,
             ErrorCode::TokenExpired);

    const QByteArray foreign = external("\"exp\": " + QByteArray::number(toMs(later) / 1000 + 60));
    QVERIFY(verifier().verify(foreign, later));
    QCOMPARE(verifier().verify(foreign, later + std::chrono::hours(1)).error().code, ErrorCode::TokenExpired);
    // A clock that was set back only makes tokens last longer.
    QVERIFY(tokens.verify(token, later - std::chrono::seconds(30)));
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
