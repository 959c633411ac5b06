// SPDX-License-Identifier: Apache-2.0
#include "services/adminservice.h"

#include "services/inviteservice.h"
#include "support/accountfixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Fixture {
    explicit Fixture(Registration registration = Registration::Open)
        : registration(registration)
    {
        RegisterRequest request;
        request.username = u"root"_s;
        request.password = u"correct horse"_s;
        root = waitFor(here.auth.addAccount(request, true)).value().account.user.id;
        rootTokens = *here.signIn(u"root"_s);
        admin = *here.whoIs(rootTokens);
    }

    Result<AdminUser> set(const UserId &user, AccountFlag flag, bool value)
    {
        return waitFor(service.setFlag(admin, user, flag, value));
    }

    Invite invite(int maxUses = 1, std::optional<int> expiresIn = {})
    {
        return waitFor(invites.create(admin, {maxUses, expiresIn})).value();
    }

    QCoro::Task<Result<AuthTokens>> enroll(AccountInstance &instance, const QString &username,
                                           const std::optional<QString> &code)
    {
        RegisterRequest request;
        request.username = username;
        request.password = u"correct horse"_s;
        request.invite = code;
        return instance.auth.registerAccount(request, SignInDevice{});
    }

    const Registration registration;
    TestDatabase database;
    AccountInstance here{database.open(), registration};
    AdminStore store{here.db};
    AdminService service{here.users, here.accountStore, store, here.access};
    InviteService invites{here.invites};
    UserId root;
    AuthTokens rootTokens;
    Caller admin;
};

} // namespace

class TestAdminService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void nothingIsForOthers();
    void attack10_whoIsDisabledIsOutAtOnce();
    void whoIsBannedIsToldSo();
    void attack10_noSessionOpensWhileOneIsBeingDisabled();
    void adminsAreMadeAndUnmade();
    void attack35_theLastAdminStays();
    void attack35_twoAdminsWhoLeaveAtOnceLeaveOne();
    void aResetCodeIsGivenOnceAndHashed();
    void peopleAreListedByFilterAndPage();
    void statisticsAreCounted();
    void everyActionLeavesALineWithoutContent();

    void anInviteLetsIn();
    void whoHasNoInviteLearnsNothing();
    void attack14_anInviteIsUsedAsOftenAsItSays();
    void aTakenNameUsesUpNoInvite();
    void invitesExpireAndAreRevoked();
    void invitesHaveLimits();
    void invitesAreListedByPage();
};

void TestAdminService::nothingIsForOthers()
{
    Fixture f;
    const Caller alice = *f.here.whoIs(f.here.signUp(u"alice"_s));
    QCOMPARE(waitFor(f.service.users(alice, UserFilter::All, {}, 10, {})).error().code, ErrorCode::Forbidden);
    QCOMPARE(waitFor(f.service.user(alice, f.root)).error().code, ErrorCode::Forbidden);
    QCOMPARE(waitFor(f.service.setFlag(alice, f.root, AccountFlag::Disabled, true)).error().code,
             ErrorCode::Forbidden);
    QCOMPARE(waitFor(f.service.setFlag(alice, alice.userId, AccountFlag::Admin, true)).error().code,
             ErrorCode::Forbidden);
    QCOMPARE(waitFor(f.service.resetPassword(alice, f.root)).error().code, ErrorCode::Forbidden);
    QCOMPARE(waitFor(f.service.statistics(alice)).error().code, ErrorCode::Forbidden);
    QCOMPARE(waitFor(f.invites.create(alice, NewInvite{})).error().code, ErrorCode::Forbidden);
    QCOMPARE(waitFor(f.invites.list(alice, 10, {})).error().code, ErrorCode::Forbidden);
    QCOMPARE(waitFor(f.invites.revoke(alice, u"x"_s)).error().code, ErrorCode::Forbidden);
    QVERIFY(f.here.whoIs(f.rootTokens));
}

void TestAdminService::attack10_whoIsDisabledIsOutAtOnce()
{
    Fixture f;
    const AuthTokens alice = f.here.signUp(u"alice"_s);
    const UserId id = alice.user.user.id;
    QVERIFY(f.here.whoIs(alice));
    QVERIFY(f.set(id, AccountFlag::Disabled, true)->disabled);
    QCOMPARE(f.here.whoIs(alice).error().code, ErrorCode::Unauthorized);
    QCOMPARE(waitFor(f.here.auth.refresh(alice.refreshToken)).error().code, ErrorCode::Unauthorized);
    QCOMPARE(f.here.ended.size(), 1);
    QVERIFY(f.here.ended.first().user == id && !f.here.ended.first().banned);
    QVERIFY(!f.set(id, AccountFlag::Disabled, false)->disabled);
    QVERIFY(f.here.whoIs(alice));
    QCOMPARE(f.set(u"no one"_s, AccountFlag::Disabled, true).error().code, ErrorCode::NotFound);
}

void TestAdminService::whoIsBannedIsToldSo()
{
    Fixture f;
    const AuthTokens alice = f.here.signUp(u"alice"_s);
    QVERIFY(f.set(alice.user.user.id, AccountFlag::Banned, true));
    QVERIFY(f.here.ended.first().banned);
    const auto login = f.here.signIn(u"alice"_s);
    QCOMPARE(login.error().code, ErrorCode::Forbidden);
    QVERIFY(login.error().detail.contains("banned"_L1));
    QCOMPARE(f.here.signIn(u"alice"_s, u"wrong horse"_s).error().code, ErrorCode::Unauthorized);
    QVERIFY(waitFor(f.here.users.search(u"alice"_s, 10))->isEmpty());
    QVERIFY(f.set(alice.user.user.id, AccountFlag::Banned, false));
    QVERIFY(f.here.signIn(u"alice"_s));
}

void TestAdminService::attack10_noSessionOpensWhileOneIsBeingDisabled()
{
    Fixture f;
    const UserId id = f.here.signUp(u"alice"_s).user.user.id;
    const auto hash = waitFor(f.here.users.byId(id))->passwordHash;
    f.set(id, AccountFlag::Disabled, true).value();
    const auto late = waitFor(f.here.sessions.open(id, SignInDevice{}, AuthService::refreshLifetime, hash));
    QCOMPARE(late.error().code, ErrorCode::Unauthorized);
}

void TestAdminService::adminsAreMadeAndUnmade()
{
    Fixture f;
    const AuthTokens alice = f.here.signUp(u"alice"_s);
    QVERIFY(!f.here.whoIs(alice)->admin);
    QVERIFY(f.set(alice.user.user.id, AccountFlag::Admin, true)->admin);
    QVERIFY(f.here.whoIs(alice)->admin); // at once
    QVERIFY(!f.set(alice.user.user.id, AccountFlag::Admin, false)->admin);
    QVERIFY(!f.here.whoIs(alice)->admin);
}

void TestAdminService::attack35_theLastAdminStays()
{
    Fixture f;
    for (const auto &[flag, value] :
         {std::pair(AccountFlag::Admin, false), std::pair(AccountFlag::Disabled, true),
          std::pair(AccountFlag::Banned, true)})
        QCOMPARE(f.set(f.root, flag, value).error().code, ErrorCode::Conflict);
    QVERIFY(f.here.whoIs(f.rootTokens)->admin);
    // Another one who may not enter does not count.
    const UserId alice = f.here.signUp(u"alice"_s).user.user.id;
    f.set(alice, AccountFlag::Admin, true).value();
    f.set(alice, AccountFlag::Disabled, true).value();
    QCOMPARE(f.set(f.root, AccountFlag::Admin, false).error().code, ErrorCode::Conflict);
    f.set(alice, AccountFlag::Disabled, false).value();
    QVERIFY(f.set(f.root, AccountFlag::Admin, false));
}

void TestAdminService::attack35_twoAdminsWhoLeaveAtOnceLeaveOne()
{
    Fixture f;
    const UserId alice = f.here.signUp(u"alice"_s).user.user.id;
    f.set(alice, AccountFlag::Admin, true).value();
    Database other(f.database.config()); // as another instance would
    QVERIFY(waitFor(other.open()));
    AccountStore elsewhere(other);
    auto one = f.here.accountStore.setFlag(f.root, AccountFlag::Admin, false, now());
    auto two = elsewhere.setFlag(alice, AccountFlag::Admin, false, now());
    const bool first = waitFor(std::move(one)).has_value();
    const bool second = waitFor(std::move(two)).has_value();
    QCOMPARE(int(first) + int(second), 1);
}

void TestAdminService::aResetCodeIsGivenOnceAndHashed()
{
    Fixture f;
    const UserId alice = f.here.signUp(u"alice"_s).user.user.id;
    const auto code = waitFor(f.service.resetPassword(f.admin, alice));
    QVERIFY(code);
    QVERIFY(QRegularExpression(u"^[a-z2-9]{5}(-[a-z2-9]{5}){3}$"_s).match(code->code).hasMatch());
    QVERIFY(code->expiresAt > now() + std::chrono::hours(23));
    QVERIFY(!f.database.execute(u"SELECT code_hash FROM reset_codes"_s).toString().contains(code->code));
    RedeemResetCode request;
    request.username = u"alice"_s;
    request.code = code->code;
    request.newPassword = u"battery staple"_s;
    QVERIFY(waitFor(f.here.accounts.redeemResetCode(request, u"192.0.2.1"_s)));
    QVERIFY(f.here.signIn(u"alice"_s, u"battery staple"_s));
}

void TestAdminService::peopleAreListedByFilterAndPage()
{
    Fixture f;
    const UserId alice = f.here.signUp(u"alice"_s).user.user.id;
    const UserId bob = f.here.signUp(u"bob"_s).user.user.id;
    waitFor(f.here.users.upsertExternal({.id = u"42"_s, .username = u"carol"_s, .displayName = u"Carol"_s}))
        .value();
    f.set(alice, AccountFlag::Disabled, true).value();
    f.set(bob, AccountFlag::Banned, true).value();
    const auto names = [&f](UserFilter filter, const QString &prefix = {}) {
        QStringList found;
        const auto page = waitFor(f.service.users(f.admin, filter, prefix, 10, {}));
        for (const AdminUser &user : page.value())
            found += user.account.user.username;
        found.sort();
        return found;
    };
    QCOMPARE(names(UserFilter::All), (QStringList{u"alice"_s, u"bob"_s, u"carol"_s, u"root"_s}));
    QCOMPARE(names(UserFilter::All, u"CA"_s), QStringList{u"carol"_s});
    QCOMPARE(names(UserFilter::Active), (QStringList{u"carol"_s, u"root"_s}));
    QCOMPARE(names(UserFilter::Admin), QStringList{u"root"_s});
    QCOMPARE(names(UserFilter::Disabled), QStringList{u"alice"_s});
    QCOMPARE(names(UserFilter::Banned), QStringList{u"bob"_s});
    QCOMPARE(names(UserFilter::External), QStringList{u"carol"_s});
    QCOMPARE(names(UserFilter::Deleted), QStringList());

    const auto first = waitFor(f.service.users(f.admin, UserFilter::All, {}, 3, {}));
    const auto rest =
        waitFor(f.service.users(f.admin, UserFilter::All, {}, 3, first->last().account.user.id));
    QCOMPARE(first->size(), 3);
    QCOMPARE(rest->size(), 1);
    QVERIFY(waitFor(f.service.user(f.admin, u"42"_s))->external);
}

void TestAdminService::statisticsAreCounted()
{
    Fixture f;
    f.database.execute(u"INSERT INTO conversations (id, type, history, member_count, last_seq, last_change,"
                       " fields_change, last_activity_at, created_at, updated_at)"
                       " VALUES ('c', 'group', 'all', 1, 7, 9, 1, 1, 1, 1)"_s);
    f.database.execute(
        u"INSERT INTO files (id, uploaded_by, audience, name, mime_type, size, sha256, created_at)"
        " VALUES ('f', 'a', 'members', 'n', 't', 1234, 's', 1)"_s);
    f.service.setOnlineCounter([] { return 3; });
    const auto statistics = waitFor(f.service.statistics(f.admin));
    QCOMPARE(*statistics, (Statistics{1, 1, 7, 1, 1234, 3}));
}

QStringList logged;

void TestAdminService::everyActionLeavesALineWithoutContent()
{
    Fixture f;
    waitFor(f.here.users.upsertExternal(
                {.id = u"quo\"te\nadmin_action"_s, .username = u"q"_s, .displayName = u"Secret"_s}))
        .value();
    logged.clear();
    const auto before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &context, const QString &message) {
            if (QLatin1StringView(context.category) == "hearth.audit"_L1)
                logged += message;
        });
    f.set(u"quo\"te\nadmin_action"_s, AccountFlag::Banned, true).value();
    f.set(u"no one"_s, AccountFlag::Banned, true).error();
    const QString code = f.invite().code;
    qInstallMessageHandler(before);
    QCOMPARE(logged.size(), 2); // what did not happen leaves none
    QCOMPARE(logged.first(),
             u"admin_action actor=\"%1\" action=ban target=\"quo\\\"te\nadmin_action\""_s.arg(f.root));
    QVERIFY(logged.last().contains("action=create_invite"_L1) && !logged.last().contains(code));
}

void TestAdminService::anInviteLetsIn()
{
    Fixture f(Registration::Invite);
    const Invite invite = f.invite();
    QVERIFY(waitFor(f.enroll(f.here, u"alice"_s, u' ' + invite.code.toUpper())));
    QVERIFY(f.here.signIn(u"alice"_s));
    QCOMPARE(waitFor(f.enroll(f.here, u"bob"_s, invite.code)).error().code, ErrorCode::Forbidden);
    QCOMPARE(waitFor(f.invites.list(f.admin, 10, {}))->first().uses, 1);
}

void TestAdminService::whoHasNoInviteLearnsNothing()
{
    Fixture f(Registration::Invite);
    for (const std::optional<QString> &code : {std::optional<QString>(), {u"guess"_s}, {QString()}}) {
        const auto refused = waitFor(f.enroll(f.here, u"root"_s, code)); // the name is taken
        QCOMPARE(refused.error().code, ErrorCode::Forbidden);
        QCOMPARE(refused.error().pointer, u"/invite"_s);
    }
    Fixture closed(Registration::Closed);
    const auto refused = waitFor(closed.enroll(closed.here, u"alice"_s, closed.invite().code));
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    QVERIFY(refused.error().pointer.isEmpty());
}

void TestAdminService::attack14_anInviteIsUsedAsOftenAsItSays()
{
    Fixture f(Registration::Invite);
    Database other(f.database.config());
    QVERIFY(waitFor(other.open()));
    AccountInstance there(other, Registration::Invite);
    const QString code = f.invite(3).code;
    std::vector<QCoro::Task<Result<AuthTokens>>> attempts;
    for (int i = 0; i < 10; ++i)
        attempts.push_back(f.enroll(i % 2 == 0 ? f.here : there, u"user-%1"_s.arg(i), code));
    int made = 0;
    for (auto &attempt : attempts)
        made += waitFor(std::move(attempt)).has_value() ? 1 : 0;
    QCOMPARE(made, 3);
    QCOMPARE(waitFor(f.here.users.search(u"user-"_s, 20))->size(), 3);
}

void TestAdminService::aTakenNameUsesUpNoInvite()
{
    Fixture f(Registration::Invite);
    const QString code = f.invite().code;
    QCOMPARE(waitFor(f.enroll(f.here, u"root"_s, code)).error().code, ErrorCode::Conflict);
    QVERIFY(waitFor(f.enroll(f.here, u"alice"_s, code)));
}

void TestAdminService::invitesExpireAndAreRevoked()
{
    Fixture f(Registration::Invite);
    const QString expired = f.invite(1, 60).code;
    f.database.execute(u"UPDATE invites SET expires_at = expires_at - 60001"_s);
    QCOMPARE(waitFor(f.enroll(f.here, u"alice"_s, expired)).error().code, ErrorCode::Forbidden);
    const QString revoked = f.invite(1, 60).code;
    QVERIFY(waitFor(f.invites.revoke(f.admin, revoked)));
    QVERIFY(waitFor(f.invites.revoke(f.admin, revoked)));
    QCOMPARE(waitFor(f.enroll(f.here, u"alice"_s, revoked)).error().code, ErrorCode::Forbidden);
    QCOMPARE(waitFor(f.invites.revoke(f.admin, u"none"_s)).error().code, ErrorCode::NotFound);
}

void TestAdminService::invitesHaveLimits()
{
    Fixture f;
    QCOMPARE(waitFor(f.invites.create(f.admin, {0, {}})).error().pointer, u"/max_uses"_s);
    QCOMPARE(waitFor(f.invites.create(f.admin, {InviteService::mostUses + 1, {}})).error().pointer,
             u"/max_uses"_s);
    QCOMPARE(waitFor(f.invites.create(f.admin, {1, 0})).error().pointer, u"/expires_in"_s);
    QCOMPARE(waitFor(f.invites.create(f.admin, {1, InviteService::longestLife + 1})).error().pointer,
             u"/expires_in"_s);
}

void TestAdminService::invitesAreListedByPage()
{
    Fixture f;
    QStringList codes;
    for (int i = 0; i < 3; ++i)
        codes += f.invite(2, 60).code;
    codes.sort();
    const auto first = waitFor(f.invites.list(f.admin, 2, {}));
    QCOMPARE(first->last().code, codes[1]);
    QCOMPARE(first->first().createdBy, f.root);
    QCOMPARE(first->first().maxUses, 2);
    QVERIFY(first->first().expiresAt);
    QCOMPARE(waitFor(f.invites.list(f.admin, 2, codes[1]))->first().code, codes[2]);
}

QTEST_GUILESS_MAIN(TestAdminService)
#include "tst_adminservice.moc"
