// SPDX-License-Identifier: Apache-2.0
#include "services/authservice.h"

#include "services/loginthrottle.h"
#include "services/passwordhasher.h"
#include "support/databases.h"

#include <QJsonDocument>
#include <QSemaphore>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray signingKey(32, 'k');
const QByteArray externalSecret = "c4b1f06a7d95e2380fd6a1b9e47c5382";

RegisterRequest account(const QString &username = u"Alice"_s)
{
    RegisterRequest request;
    request.username = username;
    request.password = u"correct horse"_s;
    return request;
}

LoginRequest credentials(const QString &username, const QString &password = u"correct horse"_s)
{
    LoginRequest request;
    request.username = username;
    request.password = password;
    return request;
}

QByteArray externalToken(QJsonObject claims)
{
    claims.insert("exp"_L1, toMs(now()) / 1000 + 60);
    return signJwt(claims, externalSecret);
}

bool onPostgres()
{
    QFETCH_GLOBAL(bool, postgres);
    return postgres;
}

// One process on the database: another one, or this one after a restart, remembers nothing.
struct Instance {
    Instance(Database &db, PasswordHasher &hasher, Registration registration,
             std::chrono::seconds remembers = std::chrono::seconds{30})
        : users(db)
        , sessionStore(db)
        , invites(db)
        , access(remembers)
        , auth(users, invites, sessions, access, throttle, hasher, ExternalTokens({externalSecret}),
               registration)
    {
        access.setObserver([this](const AccessEnd &end) { ended += end; });
    }

    UserStore users;
    SessionStore sessionStore;
    InviteStore invites;
    AccessCache access;
    LoginThrottle throttle;
    SessionService sessions{sessionStore, access, AccessTokens(signingKey)};
    AuthService auth;
    QList<AccessEnd> ended;
};

struct Fixture {
    explicit Fixture(Registration registration = Registration::Open)
        : registration(registration)
    { }

    AuthTokens signUp(const QString &username = u"Alice"_s)
    {
        return waitFor(auth.registerAccount(account(username), {u"192.0.2.1"_s})).value();
    }

    Result<Caller> whoIs(const QString &token) { return waitFor(auth.authenticate(token.toLatin1())); }

    Instance restarted() { return {db, hasher, registration}; }

    QList<SessionId> revoked() const
    {
        QList<SessionId> sessions;
        for (const AccessEnd &end : instance.ended)
            sessions += end.session.value_or(QString());
        return sessions;
    }

    const Registration registration;
    TestDatabase database{onPostgres()};
    Database &db = database.open();
    PasswordHasher hasher{{1, 8}};
    Instance instance{db, hasher, registration};
    AuthService &auth = instance.auth;
    SessionService &sessions = instance.sessions;
    UserStore &users = instance.users;
};

} // namespace

class TestAuthService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void whoRegistersIsSignedIn();
    void namesAreUniqueRegardlessOfCase();
    void accountsThatBreakTheRulesAreRefused();
    void registrationThatIsNotOpenIsRefused_data();
    void registrationThatIsNotOpenIsRefused();
    void administratorsMakeAccountsWhateverTheRegistration();
    void loginAnswersTokensOfANewSession();
    void attack12_wrongNameAndWrongPasswordGetTheSameAnswer();
    void disabledAccountsCannotSignIn();
    void refreshGivesNewTokensOfTheSameSession();
    void attack11_anOldRefreshTokenEndsTheSession();
    void unknownRefreshTokensAreRefused();
    void attack10_logoutEndsTheSessionAtOnce();
    void attack10_revokedSessionsStayRevokedAfterARestart();
    void attack10_aDisabledUserIsRefused();
    void attack10_aLogoutDuringTheLookUpWins();
    void attack17_everyLoginHasASessionOfItsOwn();
    void externalUsersAreMadeAtFirstSight();
    void externalProfilesFollowTheToken();
    void aTakenUsernameGetsASuffix();
    void noOtherIssuerSpeaksForAnAccountWithAPassword();
    void externalCallersHaveNoSessionToEnd();
    void anIssuedTokenIsOneOfASession();
    void authenticationIsAnsweredFromMemory();
    void whatIsForgottenMeanwhileIsNotRefused();
};

void TestAuthService::whoRegistersIsSignedIn()
{
    Fixture f;
    const AuthTokens tokens = f.signUp();
    QCOMPARE(tokens.tokenType, u"Bearer"_s);
    QCOMPARE(tokens.expiresIn, 900);
    QCOMPARE(tokens.user.user.username, u"Alice"_s);
    QCOMPARE(tokens.user.user.displayName, u"Alice"_s);
    const auto caller = f.whoIs(tokens.accessToken);
    QVERIFY(caller);
    QCOMPARE(caller->userId, tokens.user.user.id);
    QVERIFY(caller->sessionId);
    QVERIFY(!caller->admin);
    const auto session = waitFor(f.instance.sessionStore.byId(*caller->sessionId));
    QCOMPARE(session->ip, u"192.0.2.1"_s);
    // What the database holds is no refresh token.
    QVERIFY(session->refreshHash != tokens.refreshToken.toLatin1());
}

void TestAuthService::namesAreUniqueRegardlessOfCase()
{
    Fixture f;
    f.signUp();
    const auto second = waitFor(f.auth.registerAccount(account(u"aLICE"_s), {}));
    QCOMPARE(second.error().code, ErrorCode::Conflict);
    QCOMPARE(second.error().pointer, u"/username"_s);
    QVERIFY(waitFor(f.auth.login(credentials(u"ALICE"_s), {})));
}

void TestAuthService::accountsThatBreakTheRulesAreRefused()
{
    Fixture f;
    const auto tokens = waitFor(f.auth.registerAccount(account(u"-"_s), {}));
    QCOMPARE(tokens.error().code, ErrorCode::InvalidField);
    QCOMPARE(tokens.error().pointer, u"/username"_s);
}

void TestAuthService::registrationThatIsNotOpenIsRefused_data()
{
    QTest::addColumn<Registration>("registration");
    QTest::newRow("invite") << Registration::Invite;
    QTest::newRow("closed") << Registration::Closed;
}

void TestAuthService::registrationThatIsNotOpenIsRefused()
{
    QFETCH(Registration, registration);
    Fixture f(registration);
    const auto tokens = waitFor(f.auth.registerAccount(account(), {}));
    QCOMPARE(tokens.error().code, ErrorCode::Forbidden);
    QCOMPARE(waitFor(f.users.byUsername(u"Alice"_s)).error().code, ErrorCode::NotFound);
}

void TestAuthService::administratorsMakeAccountsWhateverTheRegistration()
{
    Fixture f(Registration::Closed);
    QVERIFY(waitFor(f.auth.addAccount(account(), true)));
    const auto tokens = waitFor(f.auth.login(credentials(u"Alice"_s), {}));
    QVERIFY(tokens);
    QVERIFY(f.whoIs(tokens->accessToken)->admin);
    QVERIFY(f.whoIs(tokens->accessToken)->admin); // from memory, too
}

void TestAuthService::loginAnswersTokensOfANewSession()
{
    Fixture f;
    f.signUp();
    const LoginRequest request = credentials(u"Alice"_s);
    const auto tokens = waitFor(f.auth.login(request, {u"192.0.2.2"_s, QString(300, u'd')}));
    QVERIFY(tokens);
    const auto caller = f.whoIs(tokens->accessToken);
    QCOMPARE(waitFor(f.instance.sessionStore.byId(*caller->sessionId))->deviceName.size(), 128);
}

void TestAuthService::attack12_wrongNameAndWrongPasswordGetTheSameAnswer()
{
    Fixture f;
    f.signUp();
    const auto wrongPassword = waitFor(f.auth.login(credentials(u"Alice"_s, u"wrong horse"_s), {}));
    const auto wrongName = waitFor(f.auth.login(credentials(u"Bob"_s), {}));
    const auto noPassword = waitFor(f.auth.login(credentials(u"Alice"_s, {}), {}));
    QCOMPARE(wrongPassword.error().code, ErrorCode::Unauthorized);
    QVERIFY(wrongPassword.error() == wrongName.error());
    QVERIFY(wrongPassword.error() == noPassword.error());
    // Somebody who never had a password here.
    QVERIFY(f.whoIs(QString::fromLatin1(externalToken({{"user_id"_L1, "carol"_L1}}))));
    QVERIFY(wrongPassword.error() == waitFor(f.auth.login(credentials(u"carol"_s, {}), {})).error());
}

void TestAuthService::disabledAccountsCannotSignIn()
{
    Fixture f;
    const AuthTokens tokens = f.signUp();
    f.database.execute(u"UPDATE users SET disabled = TRUE"_s);
    QCOMPARE(waitFor(f.auth.login(credentials(u"Alice"_s), {})).error().code, ErrorCode::Forbidden);
    QCOMPARE(waitFor(f.auth.login(credentials(u"Alice"_s, u"wrong horse"_s), {})).error().code,
             ErrorCode::Unauthorized); // only who knows the password hears of it
    QCOMPARE(waitFor(f.auth.refresh(tokens.refreshToken)).error().code, ErrorCode::Unauthorized);
}

void TestAuthService::refreshGivesNewTokensOfTheSameSession()
{
    Fixture f;
    const AuthTokens first = f.signUp();
    const auto second = waitFor(f.auth.refresh(first.refreshToken));
    QVERIFY(second);
    QVERIFY(second->refreshToken != first.refreshToken);
    QCOMPARE(f.whoIs(second->accessToken)->sessionId, f.whoIs(first.accessToken)->sessionId);
    QVERIFY(waitFor(f.auth.refresh(second->refreshToken)));
    QVERIFY(f.revoked().isEmpty());
}

void TestAuthService::attack11_anOldRefreshTokenEndsTheSession()
{
    Fixture f;
    const AuthTokens first = f.signUp();
    const SessionId session = *f.whoIs(first.accessToken)->sessionId;
    const AuthTokens second = waitFor(f.auth.refresh(first.refreshToken)).value();
    QCOMPARE(waitFor(f.auth.refresh(first.refreshToken)).error().code, ErrorCode::Unauthorized);
    QCOMPARE(f.revoked(), QList<SessionId>{session});
    QCOMPARE(waitFor(f.auth.refresh(second.refreshToken)).error().code, ErrorCode::Unauthorized);
    QCOMPARE(f.whoIs(second.accessToken).error().code, ErrorCode::Unauthorized);
}

void TestAuthService::unknownRefreshTokensAreRefused()
{
    Fixture f;
    for (const QString &token : {QString(), u"x"_s, QString(43, u'A'), QString(100'000, u'A')})
        QCOMPARE(waitFor(f.auth.refresh(token)).error().code, ErrorCode::Unauthorized);
    QVERIFY(f.revoked().isEmpty());
}

void TestAuthService::attack10_logoutEndsTheSessionAtOnce()
{
    Fixture f;
    const AuthTokens tokens = f.signUp();
    const auto caller = f.whoIs(tokens.accessToken);
    QVERIFY(waitFor(f.sessions.endOwn(*caller)));
    QCOMPARE(f.revoked(), QList<SessionId>{*caller->sessionId});
    QCOMPARE(f.whoIs(tokens.accessToken).error().code, ErrorCode::Unauthorized);
    QCOMPARE(waitFor(f.auth.refresh(tokens.refreshToken)).error().code, ErrorCode::Unauthorized);
    QVERIFY(waitFor(f.sessions.endOwn(*caller))); // harmless
}

void TestAuthService::attack10_revokedSessionsStayRevokedAfterARestart()
{
    Fixture f;
    const AuthTokens tokens = f.signUp();
    QVERIFY(waitFor(f.sessions.endOwn(*f.whoIs(tokens.accessToken))));
    Instance restarted = f.restarted();
    QCOMPARE(waitFor(restarted.auth.authenticate(tokens.accessToken.toLatin1())).error().code,
             ErrorCode::Unauthorized);
}

void TestAuthService::attack10_aDisabledUserIsRefused()
{
    Fixture f;
    const AuthTokens tokens = f.signUp();
    const QByteArray external = externalToken({{"user_id"_L1, "carol"_L1}});
    QVERIFY(waitFor(f.auth.authenticate(external)));
    f.database.execute(u"UPDATE users SET disabled = TRUE"_s);
    Instance restarted = f.restarted();
    QCOMPARE(waitFor(restarted.auth.authenticate(tokens.accessToken.toLatin1())).error().code,
             ErrorCode::Unauthorized);
    QCOMPARE(waitFor(restarted.auth.authenticate(external)).error().code, ErrorCode::Unauthorized);
}

void TestAuthService::attack10_aLogoutDuringTheLookUpWins()
{
    Fixture f;
    const AuthTokens tokens = f.signUp();
    const Caller caller = *f.whoIs(tokens.accessToken);
    Instance restarted = f.restarted();
    // The look-up reads the session, then the user: the readers are held in between, until the logout is
    // done.
    QSemaphore gate;
    auto lookUp = restarted.auth.authenticate(tokens.accessToken.toLatin1());
    std::vector<QCoro::Task<Result<void>>> held;
    for (int reader = 0; reader < f.database.config().readers; ++reader) {
        held.push_back(f.db.read([&gate](Sql &) -> Result<void> {
            gate.acquire();
            return {};
        }));
    }
    QVERIFY(waitFor(restarted.sessions.endOwn(caller)));
    gate.release(int(held.size()));
    waitFor(std::move(lookUp));
    for (auto &read : held)
        waitFor(std::move(read));
    QCOMPARE(waitFor(restarted.auth.authenticate(tokens.accessToken.toLatin1())).error().code,
             ErrorCode::Unauthorized);
}

void TestAuthService::attack17_everyLoginHasASessionOfItsOwn()
{
    Fixture f;
    const AuthTokens first = f.signUp();
    const AuthTokens second = waitFor(f.auth.login(credentials(u"Alice"_s), {})).value();
    const Caller one = *f.whoIs(first.accessToken);
    const Caller other = *f.whoIs(second.accessToken);
    QVERIFY(one.sessionId != other.sessionId);
    QVERIFY(waitFor(f.sessions.endOwn(one)));
    QVERIFY(f.whoIs(second.accessToken));
}

void TestAuthService::externalUsersAreMadeAtFirstSight()
{
    Fixture f;
    const auto caller = waitFor(f.auth.authenticate(
        externalToken({{"user_id"_L1, 42}, {"username"_L1, "carol"_L1}, {"name"_L1, "Carol C."_L1}})));
    QVERIFY(caller);
    QCOMPARE(caller->userId, u"42"_s);
    QVERIFY(caller->isExternal());
    const auto stored = waitFor(f.users.byId(u"42"_s));
    QCOMPARE(stored->account.user.username, u"carol"_s);
    QCOMPARE(stored->account.user.displayName, u"Carol C."_s);
    QVERIFY(!stored->passwordHash);
}

void TestAuthService::externalProfilesFollowTheToken()
{
    Fixture f;
    QList<UserId> told;
    f.auth.setProfileObserver([&told](const User &user) { told += user.id; });
    const auto comes = [&f](QJsonObject claims) {
        claims.insert("sub"_L1, "c"_L1);
        return waitFor(f.auth.authenticate(externalToken(claims))).has_value();
    };
    QVERIFY(comes({{"name"_L1, "Carol"_L1}}));
    QVERIFY(comes({{"name"_L1, "Carol"_L1}, {"email"_L1, "carol@example.org"_L1}}));
    QCOMPARE(told, QList<UserId>());
    QVERIFY(comes({{"name"_L1, "Caroline"_L1}}));
    QCOMPARE(waitFor(f.users.byId(u"c"_s))->account.user.displayName, u"Caroline"_s);
    QCOMPARE(told, QList<UserId>{u"c"_s});
    QVERIFY(comes({{"name"_L1, "Caroline"_L1}, {"avatar_url"_L1, "https://example.org/c.png"_L1}}));
    QCOMPARE(told.size(), 2);
}

void TestAuthService::aTakenUsernameGetsASuffix()
{
    Fixture f;
    f.signUp();
    QVERIFY(waitFor(f.auth.authenticate(externalToken({{"sub"_L1, "c"_L1}, {"username"_L1, "alice"_L1}}))));
    const QString username = waitFor(f.users.byId(u"c"_s))->account.user.username;
    QVERIFY2(username.startsWith("alice"_L1) && username != u"alice"_s, qPrintable(username));
}

void TestAuthService::noOtherIssuerSpeaksForAnAccountWithAPassword()
{
    Fixture f;
    const UserId alice = f.signUp().user.user.id;
    const auto caller =
        waitFor(f.auth.authenticate(externalToken({{"sub"_L1, alice}, {"name"_L1, "Mallory"_L1}})));
    QCOMPARE(caller.error().code, ErrorCode::Unauthorized);
    QCOMPARE(waitFor(f.users.byId(alice))->account.user.displayName, u"Alice"_s);
}

void TestAuthService::externalCallersHaveNoSessionToEnd()
{
    Fixture f;
    const QByteArray token = externalToken({{"sub"_L1, "c"_L1}});
    QVERIFY(waitFor(f.sessions.endOwn(*waitFor(f.auth.authenticate(token)))));
    QVERIFY(f.revoked().isEmpty());
    QVERIFY(waitFor(f.auth.authenticate(token)));
}

void TestAuthService::anIssuedTokenIsOneOfASession()
{
    Fixture f;
    f.signUp();
    const auto token = waitFor(f.auth.issueToken(u"alice"_s, std::chrono::hours(24)));
    const auto caller = waitFor(f.auth.authenticate(*token));
    QVERIFY(caller);
    QVERIFY(caller->expiresAt > now() + std::chrono::hours(23));
    QVERIFY(waitFor(f.sessions.endOwn(*caller)));
    QVERIFY(!waitFor(f.auth.authenticate(*token)));
    QCOMPARE(waitFor(f.auth.issueToken(u"bob"_s, std::chrono::hours(1))).error().code, ErrorCode::NotFound);
}

// With the rows gone behind its back, only memory can still answer.
void TestAuthService::authenticationIsAnsweredFromMemory()
{
    Fixture f;
    const AuthTokens tokens = f.signUp();
    const QByteArray external = externalToken({{"sub"_L1, "c"_L1}});
    QVERIFY(f.whoIs(tokens.accessToken));
    QVERIFY(waitFor(f.auth.authenticate(external)));
    f.database.execute(u"UPDATE users SET disabled = TRUE"_s);
    QVERIFY(f.whoIs(tokens.accessToken));
    QVERIFY(waitFor(f.auth.authenticate(external)));
}

// What has been remembered for long enough may be forgotten at any moment of a request.
void TestAuthService::whatIsForgottenMeanwhileIsNotRefused()
{
    Fixture f;
    const AuthTokens tokens = f.signUp();
    Instance forgetful(f.db, f.hasher, f.registration, std::chrono::seconds{0});
    QVERIFY(waitFor(forgetful.auth.authenticate(tokens.accessToken.toLatin1())));
    QVERIFY(waitFor(
        forgetful.auth.authenticate(externalToken({{"user_id"_L1, 42}, {"username"_L1, "carol"_L1}}))));
}

QTEST_GUILESS_MAIN(TestAuthService)
#include "tst_authservice.moc"
