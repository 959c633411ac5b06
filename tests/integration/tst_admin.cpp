// SPDX-License-Identifier: Apache-2.0
#include "support/accountclient.h"

#include <QTest>

using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

using Person = AccountServer::Person;

} // namespace

// What administrators do over the wire and on the command line, on both databases.
class TestAdmin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }
    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        m_server = std::make_unique<AccountServer>(postgres, QStringList{u"--registration"_s, u"invite"_s});
    }
    void cleanup() { m_server.reset(); }

    void invitesLetPeopleIn();
    void attack10_disabledAndBannedPeopleLoseTheirSockets();
    void attack29_everyAdminRouteIsForAdminsOnly();
    void aPasswordIsResetWithACode();
    void reportsReachTheAdmins();
    void peopleAndFiguresAreShown();
    void attack10_theCommandLineDoesTheSame();
    void invitesAreMadeOnTheCommandLine();

private:
    AccountServer &server() { return *m_server; }

    Person invited(const QString &name)
    {
        const Answer invite = server().as(m_admin).post(u"/api/v1/admin/invites"_s);
        QJsonObject registration = AccountServer::credentials(name);
        registration.insert(u"invite"_s, invite.json.value("code"_L1));
        return AccountServer::personOf(server().as().post(u"/api/v1/auth/register"_s, registration));
    }

    // What the command printed; the test fails unless it ends with `exitCode`.
    QString command(const QStringList &arguments, int exitCode = 0)
    {
        int ended = -1;
        const QByteArray said = server().process.run(arguments, {}, &ended);
        if (ended != exitCode)
            qFatal("%s ended with %d", qPrintable(arguments.join(u' ')), ended);
        return QString::fromUtf8(said.trimmed());
    }

    QString pathOf(const Person &person, const QString &action) const
    {
        return u"/api/v1/admin/users/%1%2"_s.arg(person.id, action);
    }

    std::unique_ptr<AccountServer> m_server;
    Person m_admin;
};

void TestAdmin::invitesLetPeopleIn()
{
    m_admin = server().admin();
    QCOMPARE(server().signUp(u"ana"_s).pointer(), u"/invite"_s);
    const Answer invite =
        server().as(m_admin).post(u"/api/v1/admin/invites"_s, {{u"max_uses"_s, 2}, {u"expires_in"_s, 60}});
    QCOMPARE(invite.status, 201);
    QVERIFY(invite.json.contains("expires_at"_L1));
    QJsonObject registration = AccountServer::credentials(u"ana"_s);
    registration.insert(u"invite"_s, invite.json.value("code"_L1));
    QCOMPARE(server().as().post(u"/api/v1/auth/register"_s, registration).status, 201);

    const Answer list = server().as(m_admin).get(u"/api/v1/admin/invites"_s);
    QCOMPARE(list.json.value("invites"_L1).toArray().at(0).toObject().value("uses"_L1).toInt(), 1);
    const QString path = u"/api/v1/admin/invites/"_s + invite.json.value("code"_L1).toString();
    QCOMPARE(server().as(m_admin).call("DELETE", path).status, 204);
    registration.insert(u"username"_s, u"bob"_s);
    QCOMPARE(server().as().post(u"/api/v1/auth/register"_s, registration).status, 403);
}

void TestAdmin::attack10_disabledAndBannedPeopleLoseTheirSockets()
{
    m_admin = server().admin();
    for (const auto &[on, off, code] :
         {std::tuple(u"/disable"_s, u"/enable"_s, 4501), std::tuple(u"/ban"_s, u"/unban"_s, 4503)}) {
        const Person ana = invited(u"ana"_s + QString::number(code));
        FrameClient socket(server().process.webSocketUrl(), ana.accessToken);
        QVERIFY(!socket.hello().isEmpty());
        QCOMPARE(server().as(m_admin).post(pathOf(ana, on)).status, 200);
        QCOMPARE(server().as(ana).get(u"/api/v1/users/me"_s).status, 401);
        QTRY_COMPARE_WITH_TIMEOUT(socket.closeCode(), code, 1'000);
        QCOMPARE(server().signIn(u"ana"_s + QString::number(code)).status, 403);
        QCOMPARE(server().as(m_admin).post(pathOf(ana, off)).status, 200);
        QCOMPARE(server().as(ana).get(u"/api/v1/users/me"_s).status, 200);
    }
    QVERIFY(server().process.log().contains("\"action\":\"ban\""));
}

void TestAdmin::attack29_everyAdminRouteIsForAdminsOnly()
{
    m_admin = server().admin();
    const Person ana = invited(u"ana"_s);
    const std::pair<QByteArray, QString> routes[] = {
        {"GET", u"/api/v1/admin/users"_s},
        {"GET", pathOf(m_admin, {})},
        {"DELETE", pathOf(m_admin, {})},
        {"POST", pathOf(m_admin, u"/disable"_s)},
        {"POST", pathOf(m_admin, u"/enable"_s)},
        {"POST", pathOf(m_admin, u"/ban"_s)},
        {"POST", pathOf(m_admin, u"/unban"_s)},
        {"PUT", pathOf(ana, u"/admin"_s)},
        {"DELETE", pathOf(m_admin, u"/admin"_s)},
        {"POST", pathOf(m_admin, u"/reset-password"_s)},
        {"GET", u"/api/v1/admin/invites"_s},
        {"POST", u"/api/v1/admin/invites"_s},
        {"DELETE", u"/api/v1/admin/invites/x"_s},
        {"GET", u"/api/v1/admin/reports"_s},
        {"POST", u"/api/v1/admin/reports/x/resolve"_s},
        {"GET", u"/api/v1/admin/statistics"_s},
    };
    for (const auto &[method, path] : routes) {
        const QByteArray body = method == "GET" ? QByteArray() : QByteArray("{}");
        QCOMPARE(server().as(ana).call(method, path, body).status, 403);
        QCOMPARE(server().as().call(method, path, body).status, 401);
    }
    QCOMPARE(server().as(m_admin).get(pathOf(ana, {})).json.value("admin"_L1).toBool(true), false);
    QCOMPARE(server().as(m_admin).call("PUT", pathOf(ana, u"/admin"_s)).status, 200);
    QCOMPARE(server().as(ana).get(u"/api/v1/admin/statistics"_s).status, 200);
}

void TestAdmin::aPasswordIsResetWithACode()
{
    m_admin = server().admin();
    const Person ana = invited(u"ana"_s);
    FrameClient socket(server().process.webSocketUrl(), ana.accessToken);
    const Answer code = server().as(m_admin).post(pathOf(ana, u"/reset-password"_s));
    QCOMPARE(code.status, 201);
    QVERIFY(code.json.contains("expires_at"_L1));
    const QJsonObject redemption{{u"username"_s, u"ana"_s},
                                 {u"code"_s, code.json.value("code"_L1)},
                                 {u"new_password"_s, u"battery staple"_s}};
    QCOMPARE(server().as().post(u"/api/v1/auth/reset"_s, redemption).status, 204);
    QTRY_COMPARE_WITH_TIMEOUT(socket.closeCode(), 4501, 1'000);
    QCOMPARE(server().as().post(u"/api/v1/auth/reset"_s, redemption).status, 401);
    QCOMPARE(server().signIn(u"ana"_s, u"battery staple"_s).status, 200);
    QVERIFY(!server().process.log().contains(code.json.value("code"_L1).toString().toUtf8()));
}

void TestAdmin::reportsReachTheAdmins()
{
    m_admin = server().admin();
    const Person ana = invited(u"ana"_s);
    const Person bob = invited(u"bob"_s);
    const Answer report =
        server().as(ana).post(u"/api/v1/reports"_s, {{u"user_id"_s, bob.id}, {u"reason"_s, u"spam"_s}});
    QCOMPARE(report.status, 201);
    const QJsonArray open =
        server().as(m_admin).get(u"/api/v1/admin/reports"_s).json.value("reports"_L1).toArray();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open[0]["reason"_L1].toString(), u"spam"_s);
    const QString id = report.json.value("id"_L1).toString();
    QCOMPARE(server().as(m_admin).post(u"/api/v1/admin/reports/%1/resolve"_s.arg(id)).status, 200);
    const Answer resolved = server().as(m_admin).get(u"/api/v1/admin/reports?status=resolved"_s);
    QCOMPARE(resolved.json.value("reports"_L1).toArray().size(), 1);
    QCOMPARE(server().as(m_admin).get(u"/api/v1/admin/reports?status=x"_s).pointer(), u"/status"_s);
}

void TestAdmin::peopleAndFiguresAreShown()
{
    m_admin = server().admin();
    const Person ana = invited(u"ana"_s);
    FrameClient socket(server().process.webSocketUrl(), ana.accessToken);
    QVERIFY(!socket.hello().isEmpty());
    const Answer first = server().as(m_admin).get(u"/api/v1/admin/users?limit=1"_s);
    QCOMPARE(first.json.value("users"_L1).toArray().size(), 1);
    QVERIFY(first.json.value("has_more"_L1).toBool());
    const Answer second = server().as(m_admin).get(u"/api/v1/admin/users?limit=1&cursor="_s
                                                   + first.json.value("next_cursor"_L1).toString());
    QVERIFY(!second.json.value("has_more"_L1).toBool(true));
    QVERIFY(second.json.value("users"_L1) != first.json.value("users"_L1));
    QCOMPARE(server().as(m_admin).get(u"/api/v1/admin/users?filter=x"_s).pointer(), u"/filter"_s);
    const Answer admins = server().as(m_admin).get(u"/api/v1/admin/users?filter=admin&q=RO"_s);
    QCOMPARE(admins.json.value("users"_L1).toArray().at(0).toObject().value("username"_L1).toString(),
             u"root"_s);

    const Answer figures = server().as(m_admin).get(u"/api/v1/admin/statistics"_s);
    QCOMPARE(figures.json.value("users"_L1).toInt(), 2);
    QCOMPARE(figures.json.value("online"_L1).toInt(), 1);
    QCOMPARE(figures.json.value("messages"_L1).toInt(-1), 0);
}

void TestAdmin::attack10_theCommandLineDoesTheSame()
{
    m_admin = server().admin();
    const Person ana = invited(u"ana"_s);
    FrameClient socket(server().process.webSocketUrl(), ana.accessToken);
    QVERIFY(!socket.hello().isEmpty());
    command({u"user"_s, u"disable"_s, u"ANA"_s});
    QTRY_COMPARE_WITH_TIMEOUT(socket.closeCode(), 4501, 30'000);
    QCOMPARE(server().as(ana).get(u"/api/v1/users/me"_s).status, 401);
    QVERIFY(command({u"user"_s, u"list"_s}).contains("disabled"_L1));
    command({u"user"_s, u"enable"_s, u"ana"_s});
    QTRY_COMPARE_WITH_TIMEOUT(server().as(ana).get(u"/api/v1/users/me"_s).status, 200, 30'000);

    const QString code = command({u"user"_s, u"reset-password"_s, u"ana"_s});
    QCOMPARE(
        server()
            .as()
            .post(u"/api/v1/auth/reset"_s,
                  {{u"username"_s, u"ana"_s}, {u"code"_s, code}, {u"new_password"_s, u"battery staple"_s}})
            .status,
        204);
    command({u"user"_s, u"ban"_s, u"ana"_s});
    QCOMPARE(server().signIn(u"ana"_s, u"battery staple"_s).status, 403);
    command({u"user"_s, u"unban"_s, u"ana"_s});

    command({u"user"_s, u"unadmin"_s, u"root"_s}, 1); // the last one
    command({u"user"_s, u"admin"_s, u"ana"_s});
    command({u"user"_s, u"unadmin"_s, u"root"_s});
    command({u"user"_s, u"ban"_s, u"nobody"_s}, 1);
    command({u"user"_s, u"delete"_s, u"root"_s, u"--erase-messages"_s});
    QCOMPARE(server().signIn(u"root"_s).status, 401);
    const Person again = AccountServer::personOf(server().signIn(u"ana"_s, u"battery staple"_s));
    QTRY_COMPARE_WITH_TIMEOUT(server().as(again).get(u"/api/v1/admin/statistics"_s).status, 200, 30'000);
}

void TestAdmin::invitesAreMadeOnTheCommandLine()
{
    const QString code = command({u"invite"_s, u"create"_s, u"--uses"_s, u"2"_s, u"--expires"_s, u"7d"_s});
    QJsonObject registration = AccountServer::credentials(u"ana"_s);
    registration.insert(u"invite"_s, code);
    QCOMPARE(server().as().post(u"/api/v1/auth/register"_s, registration).status, 201);
    QVERIFY(command({u"invite"_s, u"list"_s}).startsWith(code + u"\t1 of 2 used\texpires "_s));
    command({u"invite"_s, u"revoke"_s, code});
    registration.insert(u"username"_s, u"bob"_s);
    QCOMPARE(server().as().post(u"/api/v1/auth/register"_s, registration).status, 403);
    command({u"invite"_s, u"revoke"_s, u"none"_s}, 1);
    command({u"invite"_s, u"create"_s, u"--uses"_s, u"many"_s}, 2);
    command({u"invite"_s, u"create"_s, u"--expires"_s, u"soon"_s}, 2);
    command({u"invite"_s, u"create"_s, u"--uses"_s, u"0"_s}, 1);
}

QTEST_GUILESS_MAIN(TestAdmin)
#include "tst_admin.moc"
