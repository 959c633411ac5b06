// SPDX-License-Identifier: Apache-2.0
#include "support/accountfixture.h"
#include "support/fixtures.h"

#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

ProfileUpdate renamed(const QString &username)
{
    ProfileUpdate update;
    update.username = username;
    return update;
}

bool onPostgres()
{
    QFETCH_GLOBAL(bool, postgres);
    return postgres;
}

struct Fixture {
    Result<void> changePassword(const Caller &caller, const QString &old, const QString &next)
    {
        ChangePassword request;
        request.oldPassword = old;
        request.newPassword = next;
        return waitFor(here.accounts.changePassword(caller, request, u"192.0.2.1"_s));
    }

    QByteArray giveResetCode(const UserId &user, Timestamp expiresAt = now() + std::chrono::hours(1))
    {
        const QByteArray code = makeCode().toLatin1();
        expect(here.accountStore.setResetCode(user, refreshTokenHash(code), expiresAt));
        return code;
    }

    Result<void> redeem(const QString &username, const QByteArray &code,
                        const QString &next = u"battery staple"_s)
    {
        RedeemResetCode request;
        request.username = username;
        request.code = QString::fromLatin1(code);
        request.newPassword = next;
        return waitFor(here.accounts.redeemResetCode(request, u"192.0.2.1"_s));
    }

    TestDatabase database{onPostgres()};
    AccountInstance here{database.open()};
    AuthTokens alice = here.signUp(u"alice"_s);
    Caller caller = here.whoIs(alice).value();
};

} // namespace

class TestAccountService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void profilesAreChangedFieldByField();
    void profilesThatBreakTheRulesStay_data();
    void profilesThatBreakTheRulesStay();
    void aTakenNameIsAConflict();
    void aNameIsTakenOnceByTwoAtTheSameTime();
    void settingsAreKnownAtOnceAndElsewhereSoon();
    void externalPeopleChangeOnlyTheirSettings();

    void attack10_aChangedPasswordEndsTheOtherSessions();
    void attack10_aLoginWithTheFormerPasswordIsTooLate();
    void theOldPasswordIsNeeded();
    void attack14_guessingTheOldPasswordIsBraked();
    void ofTwoPasswordChangesAtOnceOneFails();

    void aResetCodeWorksOnce();
    void aResetCodeEndsAllSessions();
    void resetCodesExpireAndAreReplaced();
    void attack13_noResetTellsWhetherTheNameExists();
    void attack14_guessingResetCodesIsBraked();
    void whoHasNoPasswordGetsNoCode();

    void sessionsAreListedAndEnded();
    void nobodyEndsTheSessionsOfOthers();
    void usingASessionIsNotedOnceAMinute();
    void aPersonHasABoundedNumberOfSessions();
    void attack10_whatEndsElsewhereEndsHereSoon();
    void attack10_whoIsDisabledElsewhereLeavesHereSoon();
};

void TestAccountService::profilesAreChangedFieldByField()
{
    Fixture f;
    ProfileUpdate update;
    update.displayName = u"  Alice in 'Wonderland' "_s;
    update.email = u"alice@example.org"_s;
    const auto changed = waitFor(f.here.accounts.update(f.caller, update));
    QVERIFY(changed);
    QCOMPARE(changed->user.displayName, u"Alice in 'Wonderland'"_s);
    QCOMPARE(changed->user.username, u"alice"_s);
    QCOMPARE(waitFor(f.here.users.byId(f.caller.userId))->own(), *changed);

    ProfileUpdate clear;
    clear.clearsEmail = true;
    const auto cleared = waitFor(f.here.accounts.update(f.caller, clear));
    QVERIFY(!cleared->email);
    QCOMPARE(cleared->user.displayName, u"Alice in 'Wonderland'"_s);

    QVERIFY(
        waitFor(f.here.accounts.update(f.caller, renamed(u"ALICE"_s)))); // one's own name in other letters
    QVERIFY(waitFor(f.here.accounts.update(f.caller, renamed(u"wonder"_s))));
    QVERIFY(f.here.signIn(u"wonder"_s));
    QCOMPARE(f.here.signIn(u"alice"_s).error().code, ErrorCode::Unauthorized);
    QVERIFY(f.here.whoIs(f.alice)); // a new name ends nothing
}

void TestAccountService::profilesThatBreakTheRulesStay_data()
{
    QTest::addColumn<ProfileUpdate>("update");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("username") << renamed(u"-"_s) << u"/username"_s;
    QTest::newRow("homoglyph") << renamed(u"аlice"_s) << u"/username"_s; // Cyrillic а
    ProfileUpdate update;
    update.displayName = u" "_s;
    QTest::newRow("display name") << update << u"/display_name"_s;
    update = {};
    update.email = u"nowhere"_s;
    QTest::newRow("e-mail") << update << u"/email"_s;
}

void TestAccountService::profilesThatBreakTheRulesStay()
{
    QFETCH(ProfileUpdate, update);
    QFETCH(QString, pointer);
    Fixture f;
    const auto refused = waitFor(f.here.accounts.update(f.caller, update));
    QCOMPARE(refused.error().code, ErrorCode::InvalidField);
    QCOMPARE(refused.error().pointer, pointer);
    QCOMPARE(waitFor(f.here.users.byId(f.caller.userId))->own(), f.alice.user);
}

void TestAccountService::aTakenNameIsAConflict()
{
    Fixture f;
    f.here.signUp(u"Bob"_s);
    const auto refused = waitFor(f.here.accounts.update(f.caller, renamed(u"bOB"_s)));
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(refused.error().pointer, u"/username"_s);
}

void TestAccountService::aNameIsTakenOnceByTwoAtTheSameTime()
{
    Fixture f;
    const AuthTokens bob = f.here.signUp(u"bob"_s);
    Database other(f.database.config());
    QVERIFY(waitFor(other.open()));
    AccountInstance there(other);
    auto one = f.here.accounts.update(f.caller, renamed(u"carol"_s));
    auto two = there.accounts.update(*there.whoIs(bob), renamed(u"Carol"_s));
    const bool first = waitFor(std::move(one)).has_value();
    const bool second = waitFor(std::move(two)).has_value();
    QCOMPARE(int(first) + int(second), 1);
}

void TestAccountService::settingsAreKnownAtOnceAndElsewhereSoon()
{
    Fixture f;
    AccountInstance there(f.database.open());
    QVERIFY(waitFor(there.watch.start()));
    ProfileUpdate update;
    update.settings = SettingsUpdate{.readReceipts = false};
    const auto hidden = waitFor(f.here.accounts.update(f.caller, update));
    QVERIFY(!hidden->settings.readReceipts && hidden->settings.presence);
    const UserId id = f.caller.userId;
    QVERIFY(!f.here.privacy.showsReceipts(id) && f.here.privacy.showsPresence(id));
    QVERIFY(there.privacy.showsReceipts(id));
    waitFor(there.watch.look());
    QVERIFY(!there.privacy.showsReceipts(id));

    AccountInstance restarted(f.database.open());
    QVERIFY(waitFor(restarted.watch.start()));
    QVERIFY(!restarted.privacy.showsReceipts(id) && restarted.privacy.showsPresence(id));

    update.settings = SettingsUpdate{.readReceipts = true};
    QVERIFY(waitFor(f.here.accounts.update(f.caller, update)));
    QVERIFY(f.here.privacy.showsReceipts(id));
    waitFor(there.watch.look());
    QVERIFY(there.privacy.showsReceipts(id));
}

void TestAccountService::externalPeopleChangeOnlyTheirSettings()
{
    Fixture f;
    waitFor(f.here.users.upsertExternal({.id = u"42"_s, .username = u"carol"_s, .displayName = u"Carol"_s}))
        .value();
    const Caller carol{u"42"_s};
    QCOMPARE(waitFor(f.here.accounts.update(carol, renamed(u"carla"_s))).error().code, ErrorCode::Forbidden);
    ProfileUpdate update;
    update.settings = SettingsUpdate{.presence = false};
    QVERIFY(waitFor(f.here.accounts.update(carol, update)));
    QVERIFY(!f.here.privacy.showsPresence(u"42"_s));
    QCOMPARE(f.changePassword(carol, {}, u"battery staple"_s).error().code, ErrorCode::Forbidden);
}

void TestAccountService::attack10_aChangedPasswordEndsTheOtherSessions()
{
    Fixture f;
    const AuthTokens other = *f.here.signIn(u"alice"_s);
    const SessionId otherSession = *f.here.whoIs(other)->sessionId;
    QVERIFY(f.changePassword(f.caller, u"correct horse"_s, u"battery staple"_s));

    QCOMPARE(f.here.whoIs(other).error().code, ErrorCode::Unauthorized);
    QCOMPARE(waitFor(f.here.auth.refresh(other.refreshToken)).error().code, ErrorCode::Unauthorized);
    QCOMPARE(f.here.ended.size(), 1);
    QCOMPARE(f.here.ended.first().session, otherSession);
    QVERIFY(f.here.whoIs(f.alice));
    QVERIFY(waitFor(f.here.auth.refresh(f.alice.refreshToken)));

    QCOMPARE(f.here.signIn(u"alice"_s).error().code, ErrorCode::Unauthorized);
    QVERIFY(f.here.signIn(u"alice"_s, u"battery staple"_s));
}

// The password was checked before it changed, the session is to be opened after.
void TestAccountService::attack10_aLoginWithTheFormerPasswordIsTooLate()
{
    Fixture f;
    const auto former = waitFor(f.here.users.byId(f.caller.userId))->passwordHash;
    QVERIFY(f.changePassword(f.caller, u"correct horse"_s, u"battery staple"_s));
    const auto late =
        waitFor(f.here.sessions.open(f.caller.userId, SignInDevice{}, AuthService::refreshLifetime, former));
    QCOMPARE(late.error().code, ErrorCode::Unauthorized);
    QCOMPARE(waitFor(f.here.sessions.list(f.caller))->size(), 1);
}

void TestAccountService::theOldPasswordIsNeeded()
{
    Fixture f;
    const auto wrong = f.changePassword(f.caller, u"wrong horse"_s, u"battery staple"_s);
    QCOMPARE(wrong.error().code, ErrorCode::InvalidField);
    QCOMPARE(wrong.error().pointer, u"/old_password"_s);
    const auto weak = f.changePassword(f.caller, u"correct horse"_s, u"short"_s);
    QCOMPARE(weak.error().pointer, u"/new_password"_s);
    QVERIFY(f.here.signIn(u"alice"_s));
}

void TestAccountService::attack14_guessingTheOldPasswordIsBraked()
{
    Fixture f;
    for (int i = 0; i < LoginThrottle::freePerAccount; ++i)
        QCOMPARE(f.changePassword(f.caller, u"wrong horse"_s, u"battery staple"_s).error().code,
                 ErrorCode::InvalidField);
    QCOMPARE(f.changePassword(f.caller, u"correct horse"_s, u"battery staple"_s).error().code,
             ErrorCode::RateLimited);
    QCOMPARE(f.here.signIn(u"ALICE"_s).error().code, ErrorCode::RateLimited);
}

void TestAccountService::ofTwoPasswordChangesAtOnceOneFails()
{
    Fixture f;
    ChangePassword request;
    request.oldPassword = u"correct horse"_s;
    request.newPassword = u"battery staple"_s;
    auto one = f.here.accounts.changePassword(f.caller, request, u"192.0.2.1"_s);
    request.newPassword = u"staple battery"_s;
    auto two = f.here.accounts.changePassword(f.caller, request, u"192.0.2.1"_s);
    const auto first = waitFor(std::move(one));
    const auto second = waitFor(std::move(two));
    QCOMPARE(int(first.has_value()) + int(second.has_value()), 1);
    QVERIFY(f.here.signIn(u"alice"_s, first ? u"battery staple"_s : u"staple battery"_s));
}

void TestAccountService::aResetCodeWorksOnce()
{
    Fixture f;
    const QByteArray code = f.giveResetCode(f.caller.userId);
    QVERIFY(f.here.signIn(u"alice"_s)); // until it is used
    QCOMPARE(f.redeem(u"alice"_s, code, u"short"_s).error().pointer, u"/new_password"_s);
    QVERIFY(f.redeem(u"ALICE"_s, code.toUpper()));
    QVERIFY(f.here.signIn(u"alice"_s, u"battery staple"_s));
    QCOMPARE(f.redeem(u"alice"_s, code, u"another one"_s).error().code, ErrorCode::Unauthorized);
    QVERIFY(f.here.signIn(u"alice"_s, u"battery staple"_s));
}

void TestAccountService::aResetCodeEndsAllSessions()
{
    Fixture f;
    QVERIFY(f.redeem(u"alice"_s, f.giveResetCode(f.caller.userId)));
    QCOMPARE(f.here.whoIs(f.alice).error().code, ErrorCode::Unauthorized);
    QCOMPARE(f.here.ended.size(), 1);
}

void TestAccountService::resetCodesExpireAndAreReplaced()
{
    Fixture f;
    const QByteArray expired = f.giveResetCode(f.caller.userId, now() - std::chrono::milliseconds(1));
    QCOMPARE(f.redeem(u"alice"_s, expired).error().code, ErrorCode::Unauthorized);
    const QByteArray first = f.giveResetCode(f.caller.userId);
    const QByteArray second = f.giveResetCode(f.caller.userId);
    QCOMPARE(f.redeem(u"alice"_s, first).error().code, ErrorCode::Unauthorized);
    // Setting a password with the old one makes the code void, too.
    QVERIFY(f.changePassword(f.caller, u"correct horse"_s, u"battery staple"_s));
    QCOMPARE(f.redeem(u"alice"_s, second).error().code, ErrorCode::Unauthorized);
}

void TestAccountService::attack13_noResetTellsWhetherTheNameExists()
{
    Fixture f;
    f.here.signUp(u"bob"_s);
    const QByteArray code = f.giveResetCode(f.caller.userId);
    const Error unknown = f.redeem(u"nobody"_s, code).error();
    QVERIFY(f.redeem(u"bob"_s, code).error() == unknown); // somebody else's code
    QVERIFY(f.redeem(u"alice"_s, "x").error() == unknown);
    QVERIFY(f.redeem(u"alice"_s, code));
}

void TestAccountService::attack14_guessingResetCodesIsBraked()
{
    Fixture f;
    const QByteArray code = f.giveResetCode(f.caller.userId);
    for (int i = 0; i < LoginThrottle::freePerAccount; ++i)
        QCOMPARE(f.redeem(u"alice"_s, makeRefreshToken()).error().code, ErrorCode::Unauthorized);
    QCOMPARE(f.redeem(u"alice"_s, code).error().code, ErrorCode::RateLimited);
}

void TestAccountService::whoHasNoPasswordGetsNoCode()
{
    Fixture f;
    waitFor(f.here.users.upsertExternal({.id = u"42"_s, .username = u"carol"_s, .displayName = u"Carol"_s}))
        .value();
    const auto refused = waitFor(f.here.accountStore.setResetCode(u"42"_s, "x", now()));
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(waitFor(f.here.accountStore.setResetCode(u"no one"_s, "x", now())).error().code,
             ErrorCode::NotFound);
}

void TestAccountService::sessionsAreListedAndEnded()
{
    Fixture f;
    LoginRequest request;
    request.username = u"alice"_s;
    request.password = u"correct horse"_s;
    const SignInDevice phone{u"192.0.2.7"_s, u"Alice's phone"_s, u"android"_s, u"1.2.3"_s};
    const AuthTokens onPhone = waitFor(f.here.auth.login(request, phone)).value();
    const auto list = waitFor(f.here.sessions.list(f.caller));
    QCOMPARE(list->size(), 2);
    const SessionInfo newest = list->first();
    QCOMPARE(newest.deviceName, phone.name);
    QCOMPARE(newest.platform, phone.platform);
    QCOMPARE(newest.appVersion, phone.appVersion);
    QCOMPARE(newest.ip, phone.ip);
    QVERIFY(!newest.current && list->last().current);
    QCOMPARE(list->last().id, *f.caller.sessionId);

    QVERIFY(waitFor(f.here.sessions.end(f.caller, newest.id)));
    QCOMPARE(f.here.whoIs(onPhone).error().code, ErrorCode::Unauthorized);
    QCOMPARE(f.here.ended.first().session, newest.id);
    QCOMPARE(waitFor(f.here.sessions.list(f.caller))->size(), 1);
    QCOMPARE(waitFor(f.here.sessions.end(f.caller, newest.id)).error().code, ErrorCode::NotFound);
}

void TestAccountService::nobodyEndsTheSessionsOfOthers()
{
    Fixture f;
    const AuthTokens bob = f.here.signUp(u"bob"_s);
    const Caller caller = *f.here.whoIs(bob);
    QCOMPARE(waitFor(f.here.sessions.end(caller, *f.caller.sessionId)).error().code, ErrorCode::NotFound);
    QVERIFY(f.here.whoIs(f.alice));
    QCOMPARE(waitFor(f.here.sessions.list(caller))->size(), 1);
}

void TestAccountService::usingASessionIsNotedOnceAMinute()
{
    Fixture f;
    const auto lastUse = [&f] { return waitFor(f.here.sessions.list(f.caller))->first().lastUsedAt; };
    const Timestamp opened = lastUse();
    AccountInstance(f.database.open()).whoIs(f.alice).value();
    QCOMPARE(lastUse(), opened);
    f.database.execute(u"UPDATE sessions SET last_used_at = last_used_at - 61000"_s);
    AccountInstance there(f.database.open());
    QVERIFY(there.whoIs(f.alice));
    QTRY_VERIFY(lastUse() >= opened);
}

void TestAccountService::aPersonHasABoundedNumberOfSessions()
{
    Fixture f;
    for (int i = 0; i < SessionStore::livePerUser; ++i) {
        f.here.sessions.open(f.caller.userId, SignInDevice{}, AuthService::refreshLifetime)
            .then([](const auto &opened) { QVERIFY(opened); });
    }
    QTRY_COMPARE(f.here.ended.size(), 1);
    QCOMPARE(f.here.ended.first().session, f.caller.sessionId); // the one that was not used for longest
    QCOMPARE(waitFor(f.here.sessions.list(f.caller))->size(), SessionStore::livePerUser);
}

void TestAccountService::attack10_whatEndsElsewhereEndsHereSoon()
{
    Fixture f;
    AccountInstance there(f.database.open());
    QVERIFY(waitFor(there.watch.start()));
    QVERIFY(there.whoIs(f.alice));
    QVERIFY(waitFor(f.here.sessions.endOwn(f.caller)));
    QVERIFY(there.whoIs(f.alice)); // from memory
    waitFor(there.watch.look());
    QCOMPARE(there.whoIs(f.alice).error().code, ErrorCode::Unauthorized);
    QCOMPARE(there.ended.size(), 1);
    QCOMPARE(there.ended.first().session, f.caller.sessionId);
    waitFor(there.watch.look());
    QCOMPARE(there.ended.size(), 1); // told once
}

void TestAccountService::attack10_whoIsDisabledElsewhereLeavesHereSoon()
{
    Fixture f;
    AccountInstance there(f.database.open());
    QVERIFY(waitFor(there.watch.start()));
    QVERIFY(there.whoIs(f.alice));
    const UserId id = f.caller.userId;
    QVERIFY(waitFor(f.here.accountStore.setFlag(id, AccountFlag::Banned, true, now())));
    waitFor(there.watch.look());
    QCOMPARE(there.whoIs(f.alice).error().code, ErrorCode::Unauthorized);
    QCOMPARE(there.ended.size(), 1);
    QVERIFY(there.ended.first().banned && there.ended.first().user == id && !there.ended.first().session);
    QVERIFY(waitFor(f.here.accountStore.setFlag(id, AccountFlag::Banned, false, now())));
    waitFor(there.watch.look());
    QVERIFY(there.whoIs(f.alice)); // sessions outlive a ban
}

QTEST_GUILESS_MAIN(TestAccountService)
#include "tst_accountservice.moc"
