// SPDX-License-Identifier: Apache-2.0
#include "support/accountclient.h"

#include <QTest>

using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

using Person = AccountServer::Person;

QJsonArray itemsOf(const Answer &answer, QLatin1StringView key)
{
    return answer.json.value(key).toArray();
}

} // namespace

// Accounts over the wire, on both databases.
class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }
    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        m_server = std::make_unique<AccountServer>(postgres);
    }
    void cleanup() { m_server.reset(); }

    void attack10_aChangedPasswordClosesTheOtherSockets();
    void sessionsAreListedAndEndedWithTheirSockets();
    void aDeviceIsNamedByItsFieldsOrItsUserAgent();
    void theProfileIsChangedAndClearedByNull();
    void mistakesNameTheField_data();
    void mistakesNameTheField();
    void attack14_guessedPasswordsHaveToWait();
    void attack34_fieldsThatAreNotOnesOwnAreIgnored();
    void attack36_whoIsBlockedGets403();
    void attack10_aDeletedAccountIsGone();

private:
    AccountServer &server() { return *m_server; }
    std::unique_ptr<AccountServer> m_server;
};

void TestAccounts::attack10_aChangedPasswordClosesTheOtherSockets()
{
    const Person here = server().person(u"ana"_s);
    const Person there = AccountServer::personOf(server().signIn(u"ana"_s));
    FrameClient own(server().process.webSocketUrl(), here.accessToken);
    FrameClient other(server().process.webSocketUrl(), there.accessToken);
    QVERIFY(!own.hello().isEmpty() && !other.hello().isEmpty());

    const Answer changed = server().as(here).post(
        u"/api/v1/auth/password"_s,
        {{u"old_password"_s, u"correct horse"_s}, {u"new_password"_s, u"battery staple"_s}});
    QCOMPARE(changed.status, 204);
    QCOMPARE(server().as(there).get(u"/api/v1/users/me"_s).status, 401);
    QTRY_COMPARE_WITH_TIMEOUT(other.closeCode(), 4501, 1'000);
    QVERIFY(own.isOpen());
    QCOMPARE(server().as(here).get(u"/api/v1/users/me"_s).status, 200);
    QCOMPARE(server().signIn(u"ana"_s).status, 401);
    QCOMPARE(server().signIn(u"ana"_s, u"battery staple"_s).status, 200);
}

void TestAccounts::sessionsAreListedAndEndedWithTheirSockets()
{
    const Person here = server().person(u"ana"_s);
    const Person there = AccountServer::personOf(server().signIn(u"ana"_s));
    FrameClient other(server().process.webSocketUrl(), there.accessToken);
    QVERIFY(!other.hello().isEmpty());
    const QString otherSession = other.hello().value("session_id"_L1).toString();

    const QJsonArray sessions = itemsOf(server().as(here).get(u"/api/v1/sessions"_s), "sessions"_L1);
    QCOMPARE(sessions.size(), 2);
    for (const QJsonValue &session : sessions)
        QCOMPARE(session["current"_L1].toBool(), session["id"_L1].toString() != otherSession);

    const Person stranger = server().person(u"eve"_s);
    const QString path = u"/api/v1/sessions/"_s + otherSession;
    QCOMPARE(server().as(stranger).get(path).status, 404);
    QCOMPARE(server().as(stranger).call("DELETE", path).status, 404);
    QCOMPARE(server().as(here).get(path).json["id"_L1].toString(), otherSession);
    QCOMPARE(server().as(here).call("DELETE", path).status, 204);
    QCOMPARE(server().as(here).get(path).status, 404);
    QTRY_COMPARE_WITH_TIMEOUT(other.closeCode(), 4501, 1'000);
    QCOMPARE(server().as(there).get(u"/api/v1/users/me"_s).status, 401);
    QCOMPARE(server().as(here).call("DELETE", path).status, 404);
}

void TestAccounts::aDeviceIsNamedByItsFieldsOrItsUserAgent()
{
    const Person ana = server().person(u"ana"_s);
    QJsonObject login = AccountServer::credentials(u"ana"_s);
    server().as().call("POST", u"/api/v1/auth/login"_s, QJsonDocument(login).toJson(),
                       {{"User-Agent", "curl/8.0"}});
    login.insert(u"device_name"_s, u"Ana's phone"_s);
    login.insert(u"platform"_s, u"android"_s);
    login.insert(u"app_version"_s, u"1.2.3"_s);
    server().as().post(u"/api/v1/auth/login"_s, login);
    const QJsonArray sessions = itemsOf(server().as(ana).get(u"/api/v1/sessions"_s), "sessions"_L1);
    QCOMPARE(sessions[0]["device_name"_L1].toString(), u"Ana's phone"_s);
    QCOMPARE(sessions[0]["platform"_L1].toString(), u"android"_s);
    QCOMPARE(sessions[0]["app_version"_L1].toString(), u"1.2.3"_s);
    QCOMPARE(sessions[0]["ip"_L1].toString(), u"127.0.0.1"_s);
    QCOMPARE(sessions[1]["device_name"_L1].toString(), u"curl/8.0"_s);

    login.insert(u"platform"_s, 7);
    QCOMPARE(server().as().post(u"/api/v1/auth/login"_s, login).pointer(), u"/platform"_s);
}

void TestAccounts::theProfileIsChangedAndClearedByNull()
{
    const Person ana = server().person(u"ana"_s);
    const Answer changed = server().patch(ana,
                                          {{u"display_name"_s, u"Ana"_s},
                                           {u"email"_s, u"ana@example.org"_s},
                                           {u"settings"_s, QJsonObject{{u"read_receipts"_s, false}}}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json.value("email"_L1).toString(), u"ana@example.org"_s);
    QCOMPARE(changed.json.value("settings"_L1).toObject(),
             (QJsonObject{{u"read_receipts"_s, false}, {u"presence"_s, true}}));
    QCOMPARE(server().patch(ana, {}).json, changed.json); // nothing asked, nothing changed
    const Answer cleared = server().patch(ana, {{u"email"_s, QJsonValue::Null}});
    QVERIFY(!cleared.json.contains("email"_L1));
    QCOMPARE(server().as(ana).get(u"/api/v1/users/me"_s).json, cleared.json);
    server().person(u"bob"_s);
    QCOMPARE(server().patch(ana, {{u"username"_s, u"BOB"_s}}).code(), u"conflict"_s);
}

void TestAccounts::mistakesNameTheField_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("pointer");
    const auto row = [](const char *name, const QByteArray &method, const char *path, const QByteArray &body,
                        int status, const char *pointer = "") {
        QTest::newRow(name) << method << QString(u"/api/v1/"_s + QLatin1StringView(path)) << body << status
                            << QString(QLatin1StringView(pointer));
    };
    row("setting of the wrong kind", "PATCH", "users/me", R"({"settings":{"presence":"no"}})", 422,
        "/settings/presence");
    row("e-mail", "PATCH", "users/me", R"({"email":"x"})", 422, "/email");
    row("control in a name", "PATCH", "users/me", R"({"display_name":"a\u0007"})", 422, "/display_name");
    row("wrong old password", "POST", "auth/password",
        R"({"old_password":"wrong","new_password":"battery staple"})", 422, "/old_password");
    row("short new password", "POST", "auth/password",
        R"({"old_password":"correct horse","new_password":"short"})", 422, "/new_password");
    row("no code", "POST", "auth/reset", R"({"username":"ana","new_password":"battery staple"})", 422,
        "/code");
    row("wrong code", "POST", "auth/reset",
        R"({"username":"ana","code":"x","new_password":"battery staple"})", 401);
    row("cursor", "GET", "users/me/blocks?cursor=%21", {}, 422, "/cursor");
    row("nobody to block", "POST", "users/nobody/block", {}, 404);
    row("report about nothing", "POST", "reports", R"({"reason":"x"})", 422, "/user_id");
}

void TestAccounts::mistakesNameTheField()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    const Person ana = server().person(u"ana"_s);
    const QJsonObject before = server().as(ana).get(u"/api/v1/users/me"_s).json;
    const Answer answer = server().as(ana).call(method, path, body);
    QTEST(answer.status, "status");
    QTEST(answer.pointer(), "pointer");
    QCOMPARE(server().as(ana).get(u"/api/v1/users/me"_s).json, before);
    QCOMPARE(server().signIn(u"ana"_s).status, 200);
}

void TestAccounts::attack14_guessedPasswordsHaveToWait()
{
    server().person(u"ana"_s);
    // Guesses until one is refused unheard: soon after the free ones, however slow this machine is.
    const auto guess = [this](const QString &name) {
        QList<int> heard;
        Answer answer = server().signIn(name, u"guess"_s);
        for (; answer.status == 401 && heard.size() < 15; answer = server().signIn(name, u"guess"_s))
            heard += answer.status;
        return std::pair(heard.size(), answer);
    };
    for (const QString &name : {u"ana"_s, u"nobody"_s}) { // as if there were one
        const auto [heard, refused] = guess(name);
        QVERIFY(heard >= 5);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.code(), u"rate_limited"_s);
        const int wait = refused.header("Retry-After").toInt();
        QVERIFY(wait >= 1 && wait <= 60);
        QVERIFY(refused.json.value("retry_after_ms"_L1).toInt() > 0);
    }
}

void TestAccounts::attack34_fieldsThatAreNotOnesOwnAreIgnored()
{
    const Person ana = server().person(u"ana"_s);
    const QJsonObject before = server().as(ana).get(u"/api/v1/users/me"_s).json;
    const Answer changed = server().patch(ana,
                                          {{u"admin"_s, true},
                                           {u"id"_s, u"x"_s},
                                           {u"created_at"_s, u"2000-01-01T00:00:00Z"_s},
                                           {u"password_hash"_s, u"x"_s},
                                           {u"disabled"_s, true}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json, before);
    QCOMPARE(server().as(ana).get(u"/api/v1/admin/statistics"_s).status, 403);
    QJsonObject registration = AccountServer::credentials(u"bob"_s);
    registration.insert(u"admin"_s, true);
    registration.insert(u"id"_s, ana.id);
    const Person bob = AccountServer::personOf(server().as().post(u"/api/v1/auth/register"_s, registration));
    QVERIFY(!bob.id.isEmpty() && bob.id != ana.id);
    QCOMPARE(server().as(bob).get(u"/api/v1/admin/statistics"_s).status, 403);
}

void TestAccounts::attack36_whoIsBlockedGets403()
{
    const Person ana = server().person(u"ana"_s);
    const Person bob = server().person(u"bob"_s);
    const QJsonObject direct{{u"type"_s, u"direct"_s}, {u"member_ids"_s, QJsonArray{ana.id}}};
    const Answer made = server().as(bob).post(u"/api/v1/conversations"_s, direct);
    const QString messages = u"/api/v1/conversations/%1/messages"_s.arg(made.json.value("id"_L1).toString());
    QCOMPARE(server().as(bob).post(messages, {{u"content"_s, u"hello"_s}}).status, 201);

    const QString block = u"/api/v1/users/%1/block"_s.arg(bob.id);
    QCOMPARE(server().as(ana).post(block).status, 204);
    const QJsonArray blocked = itemsOf(server().as(ana).get(u"/api/v1/users/me/blocks"_s), "users"_L1);
    QCOMPARE(blocked.size(), 1);
    QCOMPARE(blocked[0]["id"_L1].toString(), bob.id);
    QCOMPARE(server().as(bob).post(messages, {{u"content"_s, u"again"_s}}).code(), u"blocked"_s);
    QCOMPARE(server().as(bob).post(u"/api/v1/conversations"_s, direct).code(), u"blocked"_s);
    QCOMPARE(itemsOf(server().as(bob).get(messages), "messages"_L1).size(), 1);

    // After a restart, too.
    QVERIFY2(server().process.terminate(), server().process.log());
    QVERIFY(server().process.start());
    QCOMPARE(server().as(bob).post(messages, {{u"content"_s, u"again"_s}}).code(), u"blocked"_s);
    QCOMPARE(server().as(ana).call("DELETE", block).status, 204);
    QCOMPARE(server().as(bob).post(messages, {{u"content"_s, u"again"_s}}).status, 201);
}

void TestAccounts::attack10_aDeletedAccountIsGone()
{
    const Person ana = server().person(u"ana"_s);
    const Person bob = server().person(u"bob"_s);
    const QJsonObject group{
        {u"type"_s, u"group"_s}, {u"name"_s, u"Group"_s}, {u"member_ids"_s, QJsonArray{bob.id}}};
    const QString id =
        server().as(ana).post(u"/api/v1/conversations"_s, group).json.value("id"_L1).toString();
    server().as(ana).post(u"/api/v1/conversations/%1/messages"_s.arg(id), {{u"content"_s, u"secret"_s}});
    FrameClient own(server().process.webSocketUrl(), ana.accessToken);
    FrameClient other(server().process.webSocketUrl(), bob.accessToken);
    QVERIFY(!own.hello().isEmpty() && !other.hello().isEmpty());

    const auto erase = [&](const QString &password) {
        const QJsonObject body{{u"password"_s, password}, {u"messages"_s, u"erase"_s}};
        return server().as(ana).call("DELETE", u"/api/v1/users/me"_s, QJsonDocument(body).toJson());
    };
    QCOMPARE(erase(u"wrong horse"_s).pointer(), u"/password"_s);
    QCOMPARE(erase(u"correct horse"_s).status, 204);
    QTRY_COMPARE_WITH_TIMEOUT(own.closeCode(), 4501, 1'000);
    QCOMPARE(server().as(ana).get(u"/api/v1/users/me"_s).status, 401);
    QCOMPARE(server().signIn(u"ana"_s).status, 401);

    QVERIFY(!other.take(u"member.removed"_s).isEmpty());
    const QJsonObject deleted = other.take(u"message.deleted"_s);
    QVERIFY(!deleted.isEmpty() && deleted["data"_L1]["content"_L1].toString().isEmpty());
    const Answer left = server().as(bob).get(u"/api/v1/conversations/"_s + id);
    QCOMPARE(left.json["my"_L1]["role"_L1].toString(), u"owner"_s);
    const Answer tombstone = server().as(bob).get(u"/api/v1/users/"_s + ana.id);
    QCOMPARE(tombstone.json.value("display_name"_L1).toString(), u"Deleted user"_s);
    QVERIFY(!server().as(bob).get(u"/api/v1/conversations/%1/messages"_s.arg(id)).body.contains("secret"));
    QCOMPARE(server().signUp(u"ana"_s).status, 201); // the name is free
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
