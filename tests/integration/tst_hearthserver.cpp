// SPDX-License-Identifier: Apache-2.0
#include "support/serverprocess.h"
#include "support/testclient.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTcpServer>
#include <QTest>

using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString password = u"correct horse"_s;

QJsonObject registration(const QString &username)
{
    return {{"username"_L1, username}, {"password"_L1, password}};
}

QString textOf(const Answer &answer, QLatin1StringView key)
{
    return answer.json.value(key).toString();
}

// The program with these arguments: its exit code and what it said on standard error.
std::pair<int, QByteArray> run(const QStringList &arguments, const QHash<QString, QString> &variables = {})
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(HEARTH_SERVER_BINARY), arguments);
    program.closeWriteChannel();
    program.waitForFinished();
    return {program.exitCode(), program.readAllStandardError()};
}

} // namespace

// The program as an administrator and a stranger's script meet it. One server for all tests, which take
// people of their own.
class TestHearthServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.log()); }

    void itSaysThatItLivesAndIsReady();
    void metricsAnswerLoopbackButNoProxy();
    void whoRegistersCanSignInAndSeeThemselves();
    void peopleFindEachOther();
    void refreshTokensRotateAndAnOldOneEndsTheSession();
    void logoutEndsTheSessionAndItsSockets();
    void externalTokensAreWelcome();
    void mistakesGetProblemDocuments_data();
    void mistakesGetProblemDocuments();
    void attack12_wrongNameAndWrongPasswordLookTheSame();
    void attack13_aClosedServerTakesNoAccounts();
    void attack15_namingOneselfInAHeaderIsNoProof();
    void attack58_whatIsPersonalIsNotCached();
    void administratorsAddAndListUsers();
    void anIssuedTokenWorks();
    void migrationsAreShown();
    void wrongArgumentsAreExplained_data();
    void wrongArgumentsAreExplained();
    void aBusyPortAndAnAbsentDatabaseAreExplained();
    void aWeakSecretIsRefused();
    void noTokenAndNoPasswordIsLogged();
    void sigtermEndsItInOrderAndAccountsAreKept();

private:
    RestClient client(const QString &token = {}) { return RestClient(m_server.url(), token); }

    Answer signUp(const QString &username)
    {
        return client().post(u"/api/v1/auth/register"_s, registration(username));
    }

    ServerProcess m_server{{},
                           {u"--argon2-memory"_s, u"64"_s, u"--argon2-passes"_s, u"1"_s, u"--log-format"_s,
                            u"json"_s, u"--log-level"_s, u"debug"_s}};
};

void TestHearthServer::itSaysThatItLivesAndIsReady()
{
    QCOMPARE(textOf(client().get(u"/health"_s), "status"_L1), u"ok"_s);
    const Answer ready = client().get(u"/ready"_s);
    QCOMPARE(ready.status, 200);
    QCOMPARE(ready.json.value("checks"_L1).toObject().value("database"_L1).toString(), u"up"_s);
    const Answer version = client().get(u"/version"_s);
    QCOMPARE(textOf(version, "name"_L1), u"hearth-server"_s);
    QVERIFY(!textOf(version, "version"_L1).isEmpty());
}

void TestHearthServer::metricsAnswerLoopbackButNoProxy()
{
    client().get(u"/health"_s);
    const Answer metrics = client().get(u"/metrics"_s);
    QCOMPARE(metrics.status, 200);
    QVERIFY(metrics.body.contains("messaging_websocket_connections 0\n"));
    QVERIFY(
        metrics.body.contains(R"(messaging_http_requests_total{method="GET",route="/health",status="200"})"));
    const Answer proxied = client().call("GET", u"/metrics"_s, {}, {{"X-Forwarded-For", "203.0.113.9"}});
    QCOMPARE(proxied.status, 403);
}

void TestHearthServer::whoRegistersCanSignInAndSeeThemselves()
{
    const Answer made = signUp(u"Ana"_s);
    QCOMPARE(made.status, 201);
    QCOMPARE(signUp(u"ana"_s).code(), u"conflict"_s);
    const Answer signedIn = client().post(u"/api/v1/auth/login"_s, registration(u"ANA"_s));
    QCOMPARE(signedIn.status, 200);
    QCOMPARE(textOf(signedIn, "token_type"_L1), u"Bearer"_s);
    const Answer me = client(textOf(signedIn, "access_token"_L1)).get(u"/api/v1/users/me"_s);
    QCOMPARE(me.status, 200);
    QCOMPARE(me.json, made.json.value("user"_L1).toObject());
    QCOMPARE(textOf(me, "username"_L1), u"Ana"_s);
}

void TestHearthServer::peopleFindEachOther()
{
    const QString token = textOf(signUp(u"finder"_s), "access_token"_L1);
    const Answer found = signUp(u"Found-1"_s);
    signUp(u"found-2"_s);
    const QString id = found.json.value("user"_L1).toObject().value("id"_L1).toString();

    const Answer one = client(token).get(u"/api/v1/users/"_s + id);
    QCOMPARE(textOf(one, "username"_L1), u"Found-1"_s);
    QVERIFY(!one.json.contains("email"_L1));
    QCOMPARE(client(token).get(u"/api/v1/users/nobody"_s).status, 404);

    const Answer all = client(token).get(u"/api/v1/users?q=FOUND"_s);
    QCOMPARE(all.json.value("users"_L1).toArray().size(), 2);
    QCOMPARE(all.json.value("has_more"_L1).toBool(true), false);
    const Answer page = client(token).get(u"/api/v1/users?q=found&limit=1"_s);
    QCOMPARE(page.json.value("users"_L1).toArray().size(), 1);
    QCOMPARE(page.json.value("has_more"_L1).toBool(), true);
    QCOMPARE(client(token).get(u"/api/v1/users?q=f%25d"_s).json.value("users"_L1).toArray().size(), 0);
}

void TestHearthServer::refreshTokensRotateAndAnOldOneEndsTheSession()
{
    const QString first = textOf(signUp(u"rotator"_s), "refresh_token"_L1);
    const Answer second = client().post(u"/api/v1/auth/refresh"_s, {{"refresh_token"_L1, first}});
    QCOMPARE(second.status, 200);
    const QString access = textOf(second, "access_token"_L1);
    FrameClient socket(m_server.webSocketUrl(), access);
    QVERIFY(!socket.hello().isEmpty());

    QCOMPARE(client().post(u"/api/v1/auth/refresh"_s, {{"refresh_token"_L1, first}}).status, 401);
    const QJsonObject newest{{"refresh_token"_L1, textOf(second, "refresh_token"_L1)}};
    QCOMPARE(client().post(u"/api/v1/auth/refresh"_s, newest).status, 401);
    QCOMPARE(client(access).get(u"/api/v1/users/me"_s).status, 401);
    QTRY_COMPARE(socket.closeCode(), 4501);
}

void TestHearthServer::logoutEndsTheSessionAndItsSockets()
{
    const QString token = textOf(signUp(u"leaver"_s), "access_token"_L1);
    const QString other =
        textOf(client().post(u"/api/v1/auth/login"_s, registration(u"leaver"_s)), "access_token"_L1);
    FrameClient socket(m_server.webSocketUrl(), token);
    FrameClient otherSocket(m_server.webSocketUrl(), other);
    QVERIFY(!socket.hello().isEmpty() && !otherSocket.hello().isEmpty());

    const Answer gone = client(token).post(u"/api/v1/auth/logout"_s);
    QCOMPARE(gone.status, 204);
    QVERIFY(gone.body.isEmpty());
    QCOMPARE(client(token).get(u"/api/v1/users/me"_s).status, 401);
    QTRY_COMPARE(socket.closeCode(), 4501);
    QVERIFY(otherSocket.isOpen());
    QCOMPARE(client(other).get(u"/api/v1/users/me"_s).status, 200);
}

void TestHearthServer::externalTokensAreWelcome()
{
    const Answer me = client(ServerProcess::externalToken(u"42"_s)).get(u"/api/v1/users/me"_s);
    QCOMPARE(me.status, 200);
    QCOMPARE(textOf(me, "id"_L1), u"42"_s);
    const Answer late = client(ServerProcess::externalToken(u"42"_s, -1)).get(u"/api/v1/users/me"_s);
    QCOMPARE(late.code(), u"token_expired"_s);
}

void TestHearthServer::mistakesGetProblemDocuments_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("pointer");
    const auto row = [](const char *name, const QByteArray &method, const QString &path,
                        const QByteArray &body, int status, const QString &code,
                        const QString &pointer = {}) {
        QTest::newRow(name) << method << path << body << status << code << pointer;
    };
    const QString login = u"/api/v1/auth/login"_s;
    row("no such path", "GET", u"/api/v1/nothing"_s, {}, 404, u"not_found"_s);
    row("another method", "DELETE", u"/health"_s, {}, 405, u"method_not_allowed"_s);
    row("no token", "GET", u"/api/v1/users/me"_s, {}, 401, u"unauthorized"_s);
    row("no JSON", "POST", login, "{", 400, u"invalid_json"_s);
    row("no object", "POST", login, "[]", 400, u"invalid_json"_s);
    row("no field", "POST", login, "{}", 422, u"invalid_field"_s, u"/username"_s);
    row("wrong type", "POST", login, R"({"username":1,"password":"x"})", 422, u"invalid_field"_s,
        u"/username"_s);
    row("lone surrogate", "POST", login, R"({"username":"\ud800","password":"x"})", 422, u"invalid_field"_s,
        u"/username"_s);
    row("NUL", "POST", login, R"({"username":"a","password":"x\u0000"})", 422, u"invalid_field"_s,
        u"/password"_s);
    row("short password", "POST", u"/api/v1/auth/register"_s, R"({"username":"a","password":"1234567"})", 422,
        u"invalid_field"_s, u"/password"_s);
    row("no refresh token of ours", "POST", u"/api/v1/auth/refresh"_s, R"({"refresh_token":"x"})", 401,
        u"unauthorized"_s);
}

void TestHearthServer::mistakesGetProblemDocuments()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    const Answer answer = client().call(method, path, body);
    QTEST(answer.status, "status");
    QTEST(answer.code(), "code");
    QTEST(answer.pointer(), "pointer");
    QVERIFY(answer.header("Content-Type").startsWith("application/problem+json"));
    QCOMPARE(textOf(answer, "request_id"_L1).toUtf8(), answer.header("X-Request-ID"));
    QCOMPARE(answer.header("WWW-Authenticate").isEmpty(), answer.status != 401);
    QCOMPARE(answer.header("Allow").isEmpty(), answer.status != 405);
}

void TestHearthServer::attack12_wrongNameAndWrongPasswordLookTheSame()
{
    signUp(u"victim"_s);
    const auto attempt = [this](const QString &name, const QString &word) {
        Answer answer =
            client().post(u"/api/v1/auth/login"_s, {{"username"_L1, name}, {"password"_L1, word}});
        answer.json.remove("request_id"_L1);
        return answer;
    };
    const Answer wrongPassword = attempt(u"victim"_s, u"wrong horse"_s);
    QCOMPARE(wrongPassword.status, 401);
    QCOMPARE(attempt(u"no-victim"_s, u"wrong horse"_s).json, wrongPassword.json);
}

void TestHearthServer::attack13_aClosedServerTakesNoAccounts()
{
    ServerProcess closed({}, {u"--registration"_s, u"closed"_s});
    QVERIFY2(closed.start(), closed.log());
    RestClient stranger(closed.url(), {});
    const Answer refused = stranger.post(u"/api/v1/auth/register"_s, registration(u"ana"_s));
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), u"forbidden"_s);
    QVERIFY(closed.terminate());
}

void TestHearthServer::attack15_namingOneselfInAHeaderIsNoProof()
{
    const Answer answer = client().call("GET", u"/api/v1/users/me"_s, {}, {{"X-User-ID", "42"}});
    QCOMPARE(answer.status, 401);
    const QByteArray token = ServerProcess::externalToken(u"42"_s).toLatin1();
    QCOMPARE(client().call("GET", u"/api/v1/users/me"_s, {}, {{"Authorization", token}}).status, 401);
    QCOMPARE(client().call("GET", u"/api/v1/users/me"_s, {}, {{"Authorization", "Basic " + token}}).status,
             401);
    QCOMPARE(client().call("GET", u"/api/v1/users/me"_s, {}, {{"Authorization", "bearer " + token}}).status,
             200);
}

void TestHearthServer::attack58_whatIsPersonalIsNotCached()
{
    const Answer tokens = signUp(u"cacher"_s);
    QVERIFY(tokens.header("Cache-Control").contains("no-store"));
    const Answer me = client(textOf(tokens, "access_token"_L1)).get(u"/api/v1/users/me"_s);
    QCOMPARE(me.header("Cache-Control"), "private, no-store");
}

void TestHearthServer::administratorsAddAndListUsers()
{
    int exitCode = -1;
    m_server.run({u"user"_s, u"add"_s, u"root"_s, u"--admin"_s, u"--display-name"_s, u"The Root"_s,
                  u"--password-stdin"_s},
                 password.toUtf8() + '\n', &exitCode);
    QCOMPARE(exitCode, 0);
    QCOMPARE(client().post(u"/api/v1/auth/login"_s, registration(u"root"_s)).status, 200);
    const QByteArray list = m_server.run({u"user"_s, u"list"_s}, {}, &exitCode);
    QCOMPARE(exitCode, 0);
    QVERIFY2(list.contains("\troot\tThe Root\tadmin\n"), list);
    m_server.run({u"user"_s, u"add"_s, u"ROOT"_s, u"--password-stdin"_s}, password.toUtf8(), &exitCode);
    QCOMPARE(exitCode, 1);
    m_server.run({u"user"_s, u"add"_s, u"other"_s, u"--password-stdin"_s}, "short", &exitCode);
    QCOMPARE(exitCode, 1);
}

void TestHearthServer::anIssuedTokenWorks()
{
    signUp(u"scripted"_s);
    int exitCode = -1;
    const QByteArray token = m_server.run(
        {u"token"_s, u"issue"_s, u"--user"_s, u"scripted"_s, u"--ttl"_s, u"7d"_s}, {}, &exitCode);
    QCOMPARE(exitCode, 0);
    const Answer me = client(QString::fromLatin1(token.trimmed())).get(u"/api/v1/users/me"_s);
    QCOMPARE(textOf(me, "username"_L1), u"scripted"_s);
    m_server.run({u"token"_s, u"issue"_s, u"--user"_s, u"no-one"_s}, {}, &exitCode);
    QCOMPARE(exitCode, 1);
}

void TestHearthServer::migrationsAreShown()
{
    int exitCode = -1;
    const QByteArray status = m_server.run({u"migrate"_s, u"status"_s}, {}, &exitCode);
    QCOMPARE(exitCode, 0);
    QVERIFY2(status.startsWith("schema ") && !status.contains("pending"), status);

    ServerProcess untouched;
    QVERIFY(untouched.run({u"migrate"_s, u"status"_s}, {}, &exitCode).startsWith("schema 0 of "));
    QVERIFY(!untouched.run({u"migrate"_s, u"up"_s}, {}, &exitCode).contains("pending"));
    QCOMPARE(exitCode, 0);
}

void TestHearthServer::wrongArgumentsAreExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("command") << QStringList{u"bogus"_s} << QByteArray("no command \"bogus\"");
    QTest::newRow("half a command") << QStringList{u"user"_s} << QByteArray("no command \"user\"");
    QTest::newRow("flag") << QStringList{u"serve"_s, u"--prot"_s, u"1"_s} << QByteArray("prot");
    QTest::newRow("value") << QStringList{u"--port"_s, u"many"_s}
                           << QByteArray("--port: must be a whole number");
    QTest::newRow("flag of another command") << QStringList{u"serve"_s, u"--admin"_s} << QByteArray("admin");
    QTest::newRow("one argument too many") << QStringList{u"serve"_s, u"now"_s} << QByteArray("usage:");
    QTest::newRow("no name") << QStringList{u"user"_s, u"add"_s, u"--password-stdin"_s}
                             << QByteArray("add NAME");
    QTest::newRow("no password") << QStringList{u"user"_s, u"add"_s, u"a"_s}
                                 << QByteArray("--password-stdin");
    QTest::newRow("no user") << QStringList{u"token"_s, u"issue"_s} << QByteArray("--user");
    QTest::newRow("time") << QStringList{u"token"_s, u"issue"_s, u"--user"_s, u"a"_s, u"--ttl"_s, u"soon"_s}
                          << QByteArray("--ttl: must be like");
    QTest::newRow("file") << QStringList{u"--config"_s, u"/nowhere/hearth.yaml"_s}
                          << QByteArray("hearth.yaml: ");
    QTest::newRow("secret in the arguments")
        << QStringList{u"serve"_s, u"--jwt-secret"_s, u"x"_s} << QByteArray("jwt-secret");
}

void TestHearthServer::wrongArgumentsAreExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    const auto [exitCode, said] = run(arguments);
    QCOMPARE(exitCode, 2);
    QVERIFY2(said.startsWith("hearth-server: ") && said.contains(words), said);
}

void TestHearthServer::aBusyPortAndAnAbsentDatabaseAreExplained()
{
    const QTemporaryDir dir;
    QTcpServer busy;
    QVERIFY(busy.listen(QHostAddress::LocalHost));
    const QStringList dataDir{u"--data-dir"_s, dir.path()};
    const auto [busyCode, busySaid] =
        run(QStringList{u"serve"_s, u"--port"_s, QString::number(busy.serverPort())} + dataDir);
    QCOMPARE(busyCode, 1);
    QVERIFY2(busySaid.contains("start_failed"), busySaid);

    const auto [awayCode, awaySaid] = run(QStringList{u"serve"_s, u"--port"_s, u"0"_s, u"--database-url"_s,
                                                      u"postgres://hearth:sesame@127.0.0.1:1/hearth"_s}
                                          + dataDir);
    QCOMPARE(awayCode, 1);
    QVERIFY2(awaySaid.contains("start_failed") && !awaySaid.contains("sesame"), awaySaid);
}

void TestHearthServer::aWeakSecretIsRefused()
{
    const auto [exitCode, said] = run({u"serve"_s}, {{u"HEARTH_JWT_SECRET"_s, u"sesame"_s}});
    QCOMPARE(exitCode, 2);
    QVERIFY2(said.contains("shorter than 32 bytes") && !said.contains("sesame"), said);
}

void TestHearthServer::noTokenAndNoPasswordIsLogged()
{
    const Answer tokens = signUp(u"logged"_s);
    const QString access = textOf(tokens, "access_token"_L1);
    client(access).get(u"/api/v1/users/me"_s);
    client().get(u"/api/v1/users/me?token="_s + access);
    client().post(u"/api/v1/auth/refresh"_s, {{"refresh_token"_L1, tokens.json.value("refresh_token"_L1)}});
    const QByteArray log = m_server.log();
    QVERIFY(log.contains("listening"));
    for (const QString &secret : {access, textOf(tokens, "refresh_token"_L1), password})
        QVERIFY(!log.contains(secret.toUtf8()));
    for (const QByteArray &line : log.trimmed().split('\n')) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        QVERIFY2(json.contains("time"_L1) && json.contains("level"_L1) && json.contains("message"_L1), line);
    }
}

void TestHearthServer::sigtermEndsItInOrderAndAccountsAreKept()
{
    const QString token = textOf(signUp(u"keeper"_s), "access_token"_L1);
    FrameClient socket(m_server.webSocketUrl(), token);
    QVERIFY(!socket.hello().isEmpty());
    QVERIFY2(m_server.terminate(), m_server.log());
    QVERIFY(!socket.take(u"server.draining"_s).isEmpty());
    QTRY_VERIFY(!socket.isOpen()); // with 1012, which QWebSocket 6.4 does not know and calls 1002
    QVERIFY2(m_server.start(), m_server.log());
    QCOMPARE(client(token).get(u"/api/v1/users/me"_s).status, 200);
}

QTEST_GUILESS_MAIN(TestHearthServer)
#include "tst_hearthserver.moc"
