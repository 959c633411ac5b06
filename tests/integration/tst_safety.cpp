// SPDX-License-Identifier: Apache-2.0
#include "support/certificate.h"
#include "support/serverprocess.h"
#include "support/testclient.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

QString textOf(const QJsonObject &json, QLatin1StringView key)
{
    return json.value(key).toString();
}

// What the server answers to these bytes until it closes the connection.
QByteArray exchange(const ServerProcess &server, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(server.url().port()));
    if (!socket.waitForConnected())
        return {};
    socket.write(request);
    while (socket.waitForReadyRead(10'000)) { }
    return socket.readAll();
}

QString makeDirect(RestClient &client, const QString &other)
{
    return textOf(client
                      .post(u"/api/v1/conversations"_s,
                            {{"type"_L1, "direct"_L1}, {"member_ids"_L1, QJsonArray{other}}})
                      .json,
                  "id"_L1);
}

// All that a text in the form of PromQL names of ours.
QSet<QString> seriesIn(const QString &text)
{
    static const QRegularExpression name(u"\\b(messaging|process)_[a-z_]+"_s);
    QSet<QString> names;
    for (const auto &match : name.globalMatch(text))
        names += match.captured();
    return names;
}

} // namespace

// How the running server keeps off those who ask too much, and what it tells its operator.
class TestSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoSendsTooFastIsToldAndLosesNothing();
    void attack14_strangersMayTryOnlySoOften();
    void attack59_onlyATrustedProxySaysWhoAsks();
    void sighupReadsTheCertificateAgain();
    void aCertificateThatCannotBeUsedIsExplained();
    void figuresFollowWhatHappens();
    void dashboardAndAlertsNameOnlySeriesThatExist();
    void attack70_metricsAreForThoseWhoMayReadThem();
    void attack69_noSecretAndNoContentReachesTheLog();
};

void TestSafety::whoSendsTooFastIsToldAndLosesNothing()
{
    ServerProcess server({}, {u"--limit-user-messages"_s, u"2/5"_s});
    QVERIFY2(server.start(), server.log());
    const QString token = ServerProcess::externalToken(u"ana"_s);
    RestClient ana(server.url(), token);
    const QString conversation =
        textOf(ana.post(u"/api/v1/conversations"_s,
                        {{"type"_L1, "direct"_L1}, {"member_ids"_L1, QJsonArray{u"li"_s}}})
                   .json,
               "id"_L1);
    QVERIFY(!conversation.isEmpty());
    const QString messages = u"/api/v1/conversations/%1/messages"_s.arg(conversation);

    FrameClient socket(server.webSocketUrl(), token);
    QStringList stored;
    int refusals = 0;
    for (int i = 0; i < 12; ++i) { // one way or the other, both count
        const QString content = u"message %1"_s.arg(i);
        bool done = false;
        while (!done) {
            int waitMs = 0;
            if (i % 2) {
                const QJsonObject answer = socket.request({{"type"_L1, "message.send"_L1},
                                                           {"conversation_id"_L1, conversation},
                                                           {"content"_L1, content}});
                done = textOf(answer, "type"_L1) == "ack"_L1;
                const QJsonObject error = answer.value("error"_L1).toObject();
                QVERIFY(done || textOf(error, "code"_L1) == "rate_limited"_L1);
                waitMs = error.value("retry_after_ms"_L1).toInt();
            } else {
                const Answer answer = ana.post(messages, {{"content"_L1, content}});
                done = answer.status == 201;
                QVERIFY2(done || answer.status == 429, answer.body);
                QVERIFY(!answer.header("RateLimit").isEmpty());
                QVERIFY(done || answer.header("Retry-After").toInt() >= 1);
                waitMs = answer.json.value("retry_after_ms"_L1).toInt();
            }
            refusals += done ? 0 : 1;
            QVERIFY(done || (waitMs > 0 && waitMs <= 500));
            QTest::qWait(waitMs); // as a polite client does
        }
        stored.prepend(content);
    }
    QVERIFY(refusals >= 3 && refusals <= 12);
    QVERIFY(socket.isOpen());
    QStringList found;
    for (const QJsonValue &message : ana.get(messages).json.value("messages"_L1).toArray())
        found += textOf(message.toObject(), "content"_L1);
    QCOMPARE(found, stored);
}

void TestSafety::attack14_strangersMayTryOnlySoOften()
{
    ServerProcess server({},
                         {u"--limit-address-requests"_s, u"0.1/10"_s, u"--argon2-memory"_s, u"64"_s,
                          u"--argon2-passes"_s, u"1"_s});
    QVERIFY2(server.start(), server.log());
    RestClient stranger(server.url(), {});
    QList<int> statuses;
    for (int i = 0; i < 12; ++i)
        statuses +=
            stranger
                .call("POST", u"/api/v1/auth/login"_s,
                      R"({"username":"ana)" + QByteArray::number(i) + R"(","password":"wrong horse"})",
                      {{"X-Forwarded-For", "198.51.100." + QByteArray::number(i)},
                       {"X-Real-IP", "198.51.100." + QByteArray::number(i)}})
                .status;
    QCOMPARE(statuses, QList<int>(10, 401) + QList<int>(2, 429));
    QCOMPARE(stranger.get(u"/ready"_s).status, 200);
    QVERIFY(exchange(server,
                     "GET /ws?token=guess HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
                     "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .startsWith("HTTP/1.1 429 "));
    FrameClient known(server.webSocketUrl(), ServerProcess::externalToken(u"ana"_s));
    QVERIFY(!known.hello().isEmpty());
}

// As the list of one's sessions shows it, and for the rate limit.
void TestSafety::attack59_onlyATrustedProxySaysWhoAsks()
{
    const QStringList cheap{u"--argon2-memory"_s,          u"64"_s,   u"--argon2-passes"_s, u"1"_s,
                            u"--limit-address-requests"_s, u"0.1/3"_s};
    ServerProcess server({}, cheap + QStringList{u"--trusted-proxies"_s, u"127.0.0.0/8"_s});
    QVERIFY2(server.start(), server.log());
    RestClient proxy(server.url(), {});
    const auto login = [&proxy](const QByteArray &forwardedFor) {
        return proxy
            .call("POST", u"/api/v1/auth/login"_s, R"({"username":"ana","password":"wrong horse"})",
                  {{"X-Forwarded-For", forwardedFor}, {"Forwarded", "for=203.0.113.1"}})
            .status;
    };
    for (int i = 0; i < 3; ++i)
        QCOMPARE(login("192.0.2.7"), 401);
    QCOMPARE(login("192.0.2.7"), 429);
    QCOMPARE(login("203.0.113." + QByteArray::number(5) + ", 192.0.2.7"), 429); // the client wrote the first
    QCOMPARE(login("192.0.2.8"), 401);

    // Loopback is no proof behind a proxy.
    QCOMPARE(proxy.call("GET", u"/metrics"_s, {}, {{"X-Forwarded-For", "127.0.0.1"}}).status, 403);
    QCOMPARE(proxy.get(u"/metrics"_s).status, 200);

    // A Host of the client's choice appears nowhere.
    const QByteArray answers = exchange(
        server,
        "GET /api/v1/users/me HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n\r\n"
        "GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    QVERIFY(answers.contains("401") && answers.contains("\"ok\""));
    QVERIFY(!answers.contains("evil"));
}

void TestSafety::sighupReadsTheCertificateAgain()
{
    const QTemporaryDir dir;
    const QDir folder(dir.path());
    QVERIFY(makeCertificate(folder, u"first"_s) && makeCertificate(folder, u"second"_s));
    const auto put = [&folder](const QString &name) {
        for (const QString &end : {u".pem"_s, u".key"_s}) {
            QFile::remove(folder.filePath(u"live"_s + end));
            QFile::copy(folder.filePath(name + end), folder.filePath(u"live"_s + end));
        }
    };
    put(u"first"_s);
    ServerProcess server({},
                         {u"--tls-certificate"_s, folder.filePath(u"live.pem"_s), u"--tls-key"_s,
                          folder.filePath(u"live.key"_s)});
    QVERIFY2(server.start(), server.log());
    const auto shown = [&server] {
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(server.url().port()));
        return socket.waitForEncrypted()
            ? socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0)
            : QString();
    };
    QCOMPARE(shown(), u"first"_s);

    // A person whose connection lasts through all of it.
    QWebSocket person;
    QSslConfiguration trusting = person.sslConfiguration();
    trusting.setPeerVerifyMode(QSslSocket::VerifyNone);
    person.setSslConfiguration(trusting);
    QStringList frames;
    connect(&person, &QWebSocket::textMessageReceived, &person,
            [&frames](const QString &text) { frames += text; });
    person.open(QUrl(u"wss://127.0.0.1:%1/ws?token=%2"_s.arg(server.url().port())
                         .arg(ServerProcess::externalToken(u"ana"_s))));
    QTRY_VERIFY(!frames.isEmpty());

    put(u"second"_s);
    QCOMPARE(shown(), u"first"_s); // not before it is told
    server.reload();
    QTRY_COMPARE(shown(), u"second"_s);

    QFile broken(folder.filePath(u"live.key"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
    broken.close();
    server.reload();
    QTRY_VERIFY(server.log().contains("reload_failed"));
    QVERIFY(server.log().contains("live.key"));
    QCOMPARE(shown(), u"second"_s);

    person.sendTextMessage(uR"({"type":"ping","id":"still here"})"_s);
    QTRY_VERIFY(frames.last().contains("still here"_L1));
    QVERIFY2(server.terminate(), server.log());
}

void TestSafety::aCertificateThatCannotBeUsedIsExplained()
{
    const QTemporaryDir dir;
    ServerProcess half({}, {u"--tls-certificate"_s, dir.filePath(u"a.pem"_s)});
    QVERIFY(!half.start());
    QVERIFY2(half.log().contains("tls.certificate and tls.key"), half.log());
    ServerProcess absent(
        {}, {u"--tls-certificate"_s, dir.filePath(u"a.pem"_s), u"--tls-key"_s, dir.filePath(u"a.key"_s)});
    QVERIFY(!absent.start());
    QVERIFY2(absent.log().contains("a.pem: "), absent.log());
}

void TestSafety::figuresFollowWhatHappens()
{
    ServerProcess server({}, {u"--limit-user-messages"_s, u"0.01/3"_s});
    QVERIFY2(server.start(), server.log());
    RestClient ana(server.url(), ServerProcess::externalToken(u"ana"_s));
    FrameClient phone(server.webSocketUrl(), ServerProcess::externalToken(u"ana"_s));
    FrameClient li(server.webSocketUrl(), ServerProcess::externalToken(u"li"_s));
    const QString conversation = makeDirect(ana, u"li"_s);
    const QString messages = u"/api/v1/conversations/%1/messages"_s.arg(conversation);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(ana.post(messages, {{"content"_L1, u"hello"_s}}).status, i < 3 ? 201 : 429);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!li.take(u"message.new"_s).isEmpty());
    const QByteArray text = ana.get(u"/metrics"_s).body;
    QCOMPARE(figure(text, "messaging_websocket_connections"), 2.0);
    QCOMPARE(figure(text, "messaging_users_online"), 2.0);
    QCOMPARE(figure(text, "messaging_messages_sent_total"), 3.0);
    QCOMPARE(figure(text, "messaging_messages_received_total"), 6.0); // three to two connections
    QCOMPARE(figure(text, "messaging_message_latency_seconds_count"), 3.0);
    QCOMPARE(figure(text, "messaging_rate_limited_total{limit=\"user-messages\"}"), 2.0);
    QCOMPARE(figure(text, "messaging_websocket_upgrades_total"), 2.0);
    QCOMPARE(figure(text, "messaging_database_up"), 1.0);
    QVERIFY(
        figure(text,
               "messaging_http_requests_total{method=\"POST\",route=\"/api/v1/conversations/:id/messages\","
               "status=\"429\"}")
        == 2.0);
    QVERIFY(figure(text, "process_resident_memory_bytes") > 1e6);

    QVERIFY(server.terminate());
    QVERIFY2(server.start(), server.log());
    QCOMPARE(figure(ana.get(u"/metrics"_s).body, "messaging_conversations_total"), 1.0);
}

void TestSafety::dashboardAndAlertsNameOnlySeriesThatExist()
{
    ServerProcess server;
    QVERIFY2(server.start(), server.log());
    RestClient client(server.url(), {});
    client.get(u"/health"_s);
    const QSet<QString> existing = seriesIn(QString::fromUtf8(client.get(u"/metrics"_s).body));
    QVERIFY(existing.size() > 30);
    for (const QString &path :
         {u"installer/grafana/hearth.json"_s, u"installer/prometheus/hearth-alerts.yaml"_s}) {
        QFile file(QStringLiteral(HEARTH_SOURCE_DIR) + u'/' + path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(!path.endsWith("json"_L1) || QJsonDocument::fromJson(text.toUtf8()).isObject());
        const QSet<QString> named = seriesIn(text);
        QVERIFY(named.size() > 8);
        const QSet<QString> missing = named - existing;
        QVERIFY2(missing.isEmpty(), qPrintable(QStringList(missing.values()).join(u' ')));
    }
    // The names that a monitoring of service 001 looks for.
    for (const char *name : {"messaging_websocket_connections", "messaging_messages_sent_total",
                             "messaging_messages_received_total", "messaging_message_latency_seconds",
                             "messaging_conversations_total", "messaging_users_online"})
        QVERIFY2(existing.contains(QLatin1StringView(name)), name);
}

void TestSafety::attack70_metricsAreForThoseWhoMayReadThem()
{
    const QTemporaryDir dir;
    QFile token(dir.filePath(u"token"_s));
    QVERIFY(token.open(QIODevice::WriteOnly));
    token.write("a-token-of-some-length\n");
    token.close();
    // A trusted proxy makes strangers out of loopback.
    ServerProcess server({},
                         {u"--trusted-proxies"_s, u"127.0.0.1"_s, u"--metrics-token-file"_s, token.fileName(),
                          u"--metrics-networks"_s, u"192.0.2.0/24"_s});
    QVERIFY2(server.start(), server.log());
    RestClient client(server.url(), {});
    const auto read = [&client](const QByteArray &from, const QByteArray &authorization = {}) {
        return client
            .call("GET", u"/metrics"_s, {}, {{"X-Forwarded-For", from}, {"Authorization", authorization}})
            .status;
    };
    QCOMPARE(read("192.0.2.9"), 200);
    QCOMPARE(read("198.51.100.9"), 403);
    QCOMPARE(read("198.51.100.9", "Bearer a-token-of-some-length"), 200);
    QCOMPARE(read("198.51.100.9", "Bearer a-token-of-some-lengt"), 403);
    QCOMPARE(read("198.51.100.9", "Bearer "), 403);
    QCOMPARE(read("198.51.100.9", "a-token-of-some-length"), 403);
    for (const QString &path : {u"/debug"_s, u"/debug/pprof"_s, u"/metrics/"_s, u"/.env"_s})
        QCOMPARE(client.get(path).status, 404);
    QVERIFY(!client.get(u"/metrics"_s).body.contains("a-token-of-some-length"));
}

void TestSafety::attack69_noSecretAndNoContentReachesTheLog()
{
    ServerProcess server({},
                         {u"--argon2-memory"_s, u"64"_s, u"--argon2-passes"_s, u"1"_s, u"--log-level"_s,
                          u"debug"_s, u"--log-format"_s, u"json"_s});
    QVERIFY2(server.start(), server.log());
    RestClient stranger(server.url(), {});
    const Answer tokens = stranger.post(u"/api/v1/auth/register"_s,
                                        {{"username"_L1, "planted-name"_L1},
                                         {"password"_L1, "planted-password"_L1},
                                         {"display_name"_L1, "planted-display"_L1},
                                         {"email"_L1, "planted@example.org"_L1}});
    QCOMPARE(tokens.status, 201);
    const QString access = textOf(tokens.json, "access_token"_L1);
    const QString refresh = textOf(tokens.json, "refresh_token"_L1);
    RestClient ana(server.url(), access);
    const QString conversation = textOf(ana.post(u"/api/v1/conversations"_s,
                                                 {{"type"_L1, "group"_L1},
                                                  {"name"_L1, "planted-group"_L1},
                                                  {"description"_L1, "planted-description"_L1},
                                                  {"member_ids"_L1, QJsonArray()}})
                                            .json,
                                        "id"_L1);
    const QString messages = u"/api/v1/conversations/%1/messages"_s.arg(conversation);
    QCOMPARE(ana.post(messages, {{"content"_L1, "planted-content"_L1}}).status, 201);
    ana.call("POST", messages, R"({"content":"planted-broken-json)");
    ana.post(u"/api/v1/planted-path?q=planted-query"_s, {{"planted-key"_L1, "planted-value"_L1}});
    ana.call("GET", u"/api/v1/users?q=planted-search"_s, {},
             {{"X-Planted", "planted-header"},
              {"User-Agent", "planted-agent"},
              {"X-Request-ID", "planted request"}});
    stranger.call("POST", u"/api/v1/auth/login"_s,
                  R"({"username":"planted-other","password":"planted-guess"})");
    stranger.call("POST", u"/api/v1/auth/refresh"_s, R"({"refresh_token":"planted-refresh"})");
    stranger.call("GET", u"/api/v1/users/me"_s, {}, {{"Authorization", "Bearer planted.bearer.token"}});
    exchange(server,
             "GET /ws?token=planted-query-token HTTP/1.1\r\nHost: planted-host\r\nUpgrade: websocket\r\n"
             "Connection: Upgrade\r\nOrigin: https://planted-origin\r\nSec-WebSocket-Version: 13\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    exchange(server, "PLANTED-METHOD planted HTTP/9\r\nplanted: planted\r\n\r\n");
    QWebSocket byQuery;
    byQuery.open(QUrl(server.webSocketUrl().toString() + u"?token="_s + access));
    QTRY_COMPARE(byQuery.state(), QAbstractSocket::ConnectedState);
    FrameClient socket(server.webSocketUrl(), access);
    QVERIFY(!socket.hello().isEmpty());
    socket.request({{"type"_L1, "message.send"_L1},
                    {"conversation_id"_L1, conversation},
                    {"content"_L1, "planted-frame"_L1}});
    socket.request({{"type"_L1, "planted-type"_L1}, {"content"_L1, "planted"_L1}});
    socket.request({{"type"_L1, "auth.refresh"_L1}, {"token"_L1, "planted-fresh"_L1}});
    socket.sendText(u"planted-junk"_s);
    socket.take(u"error"_s);
    ana.post(u"/api/v1/auth/logout"_s);
    QVERIFY(server.terminate());

    const QByteArray log = server.log();
    QVERIFY(log.contains("request_answered") && log.contains("frame_answered"));
    QVERIFY2(!log.toLower().contains("planted"), log);
    for (const QString &secret : {access, refresh})
        QVERIFY(!secret.isEmpty() && !log.contains(secret.toUtf8()));
    for (const QString &part : access.split(u'.'))
        QVERIFY(!log.contains(part.toUtf8()));
}

QTEST_GUILESS_MAIN(TestSafety)
#include "tst_safety.moc"
