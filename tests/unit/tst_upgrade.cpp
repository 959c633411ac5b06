// SPDX-License-Identifier: Apache-2.0
#include "gateway/eventdispatcher.h"
#include "gateway/upgrade.h"
#include "unit/gatewayfixture.h"

using namespace Hearth;
using namespace Hearth::Testing;

class TestUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenIsTakenFromWhereverItIs_data();
    void aTokenIsTakenFromWhereverItIs();
    void theSubProtocolIsEchoedAndTheTokenIsNot();
    void bothPathsUpgrade();
    void attack19_badHandshakesAreRefused_data();
    void attack19_badHandshakesAreRefused();
    void attack18_originsAreComparedAsAWhole_data();
    void attack18_originsAreComparedAsAWhole();
    void aRefusalIsAProblemDocument();
    void framesBehindTheHandshakeAreNotLost();
    void handshakesArriveInPieces();
    void aClientMayLeaveWhileItsTokenIsChecked();
    void manyUpgradesAtOnceAllSucceed();
    void anUpgradeFollowsRequestsOnTheSameConnection();
};

void TestUpgrade::aTokenIsTakenFromWhereverItIs_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("header") << QByteArray("/ws") << QByteArray("Authorization: Bearer ada\r\n");
    QTest::newRow("sub-protocol") << QByteArray("/ws")
                                  << QByteArray("Sec-WebSocket-Protocol: hearth.v1, bearer.ada\r\n");
    QTest::newRow("sub-protocols on two lines")
        << QByteArray("/ws")
        << QByteArray("Sec-WebSocket-Protocol: hearth.v1\r\nSec-WebSocket-Protocol: bearer.ada\r\n");
    QTest::newRow("query") << QByteArray("/ws?token=%61da") << QByteArray();
    QTest::newRow("header before query")
        << QByteArray("/ws?token=bad") << QByteArray("Authorization: Bearer ada\r\n");
}

void TestUpgrade::aTokenIsTakenFromWhereverItIs()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, headers);
    GatewayFixture server;
    RawClient client(server);
    client.send("GET " + target
                + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\n"
                  "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + headers + "\r\n");
    QTRY_VERIFY(client.received().endsWith("{\"type\":\"hello\"}"));
    QVERIFY(client.received().startsWith("HTTP/1.1 101 "));
    QVERIFY(client.received().contains(
        "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")); // RFC 6455, 1.3
    QCOMPARE(server.frames.openedCallers.value(0).userId, u"ada"_s);
}

void TestUpgrade::theSubProtocolIsEchoedAndTheTokenIsNot()
{
    GatewayFixture server;
    RawClient both(server);
    both.send(handshake("ada", "Sec-WebSocket-Protocol: bearer.ada, hearth.v1\r\n"));
    RawClient tokenOnly(server);
    tokenOnly.send(handshake("ada", "Sec-WebSocket-Protocol: bearer.ada\r\n"));
    RawClient none(server);
    none.send(handshake("ada"));
    for (RawClient *client : {&both, &tokenOnly, &none})
        QTRY_VERIFY(client->received().contains("\r\n\r\n"));
    QVERIFY(both.received().contains("Sec-WebSocket-Protocol: hearth.v1\r\n"));
    QVERIFY(!tokenOnly.received().contains("Sec-WebSocket-Protocol"));
    QVERIFY(!none.received().contains("Sec-WebSocket-Protocol"));
    QVERIFY(!both.received().contains("bearer"));
}

void TestUpgrade::bothPathsUpgrade()
{
    GatewayFixture server([](GatewayConfig &config) { config.webSocketPath = u"/chat/socket"_s; });
    for (const char *path : {"/ws", "/api/v1/ws", "/chat/socket"}) {
        RawClient client(server);
        client.send(handshake("ada").replace("/ws", path));
        QTRY_VERIFY(client.received().startsWith("HTTP/1.1 101 "));
    }
}

void TestUpgrade::attack19_badHandshakesAreRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray good = handshake("ada");
    const auto row = [&](const char *name, const char *from, const char *to, int status) {
        QByteArray request = good;
        QTest::newRow(name) << request.replace(from, to) << status;
    };
    row("bad token", "Bearer ada", "Bearer bad", 401);
    row("no token", "Authorization: Bearer ada\r\n", "", 401);
    row("not GET", "GET ", "POST ", 405);
    row("HTTP/1.0", "HTTP/1.1", "HTTP/1.0", 400);
    row("no Upgrade", "Upgrade: websocket\r\n", "", 426);
    row("other Upgrade", "websocket\r\n", "h2c\r\n", 426);
    row("no Connection", "Connection: Upgrade\r\n", "", 426);
    row("no version", "Sec-WebSocket-Version: 13\r\n", "", 426);
    row("old version", "Version: 13", "Version: 8", 426);
    row("two versions", "Version: 13", "Version: 13, 8", 426);
    row("no key", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "", 400);
    row("short key", "dGhlIHNhbXBsZSBub25jZQ==", "c2hvcnQ=", 400);
    row("key not base64", "dGhlIHNhbXBsZSBub25jZQ==", "!!!!!!!!!!!!!!!!!!!!!!==", 400);
    row("two keys", "Host:", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nHost:", 400);
    row("body", "Host:", "Content-Length: 5\r\nHost:", 400);
    row("chunked body", "Host:", "Transfer-Encoding: chunked\r\nHost:", 400);
    row("request smuggled as body", "Host:", "Content-Length: 30\r\nHost:", 400);
    row("Host with a user", "Host: localhost", "Host: a@b:c", 400);
    row("empty Host", "Host: localhost", "Host:", 400);
}

void TestUpgrade::attack19_badHandshakesAreRefused()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    GatewayFixture server;
    RawClient client(server);
    client.send(request);
    QTRY_VERIFY(client.isClosed());
    QVERIFY2(client.received().startsWith("HTTP/1.1 " + QByteArray::number(status)),
             client.received().constData());
    QCOMPARE(client.received().contains("Sec-WebSocket-Version: 13\r\n"), status == 426);
    QCOMPARE(server.stats.upgradesRefused, quint64(1));
    QVERIFY(server.frames.openedCallers.isEmpty());
}

void TestUpgrade::attack18_originsAreComparedAsAWhole_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *origin, bool allowed) {
        QTest::newRow(origin) << "Origin: " + QByteArray(origin) + "\r\n" << allowed;
    };
    QTest::newRow("none") << QByteArray() << true;
    row("https://chat.example", true);
    row("http://localhost", true); // the server's own
    row("https://LOCALHOST", true);
    row("http://localhost:81", false);
    row("http://chat.example", false);
    row("https://chat.example.evil.org", false);
    row("https://evil-chat.example", false);
    row("https://sub.chat.example", false);
    row("https://chat.example:444", false);
    row("https://chat.example@evil.org", false);
    row("https://chat.example/", false);
    row("http://localhost.evil.org", false);
    row("ftp://localhost", false);
    row("localhost", false);
    row("null", false);
    row("*", false);
    row("", false);
    row("https://chat.example, https://evil.org", false);
    row("https://chat.example\r\nOrigin: https://evil.org", false);
}

void TestUpgrade::attack18_originsAreComparedAsAWhole()
{
    QFETCH(QByteArray, origin);
    QFETCH(bool, allowed);
    GatewayFixture server([](GatewayConfig &config) { config.allowedOrigins = {u"https://chat.example"_s}; });
    RawClient client(server);
    client.send(handshake("ada", origin));
    QTRY_VERIFY(client.received().contains("\r\n\r\n"));
    QVERIFY(client.received().startsWith(allowed ? "HTTP/1.1 101 " : "HTTP/1.1 403 "));
    QCOMPARE(client.received().contains("\"origin_forbidden\""), !allowed);
}

void TestUpgrade::aRefusalIsAProblemDocument()
{
    GatewayFixture server;
    RawClient client(server);
    client.send("GET /ws?token=bad HTTP/1.1\r\n"
                + handshake("x").sliced(18).replace("Authorization: Bearer x\r\n", ""));
    QTRY_VERIFY(client.isClosed());
    QVERIFY2(client.received().startsWith("HTTP/1.1 401 "), client.received().constData());
    QVERIFY(client.received().contains("application/problem+json"));
    QVERIFY(client.received().contains("\"code\":\"unauthorized\""));
    QVERIFY(client.received().contains("WWW-Authenticate: Bearer"));
    QVERIFY(!client.received().contains("bad"));
}

// RFC 6455 section 4.1 forbids it; whole frames and halves arrive all the same.
void TestUpgrade::framesBehindTheHandshakeAreNotLost()
{
    GatewayFixture server;
    const QByteArray second = textFrameOf("{\"type\":\"ping\",\"id\":\"2\"}");
    RawClient client(server);
    client.send(handshake("slow-ada") + textFrameOf("{\"type\":\"ping\",\"id\":\"1\"}") + second.first(9));
    QTRY_COMPARE(server.frames.handledIds, QStringList({u"1"_s}));
    client.send(second.sliced(9) + textFrameOf("{\"type\":\"ping\",\"id\":\"3\"}"));
    QTRY_COMPARE(server.frames.handledIds, QStringList({u"1"_s, u"2"_s, u"3"_s}));
}

void TestUpgrade::handshakesArriveInPieces()
{
    GatewayFixture server;
    RawClient client(server);
    for (char byte : handshake("ada")) {
        client.send(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(client.received().endsWith("{\"type\":\"hello\"}"));
}

void TestUpgrade::aClientMayLeaveWhileItsTokenIsChecked()
{
    GatewayFixture server;
    for (int i = 0; i < 20; ++i) {
        RawClient client(server);
        client.send(handshake("slow-ada"));
        QTRY_COMPARE(server.stats.openConnections, 1);
        client.socket.abort();
        QTRY_COMPARE(server.stats.openConnections, 0);
    }
    RawClient last(server);
    last.send(handshake("slow-ada"));
    QTRY_VERIFY(last.received().endsWith("{\"type\":\"hello\"}"));
    QCOMPARE(server.frames.openedCallers.size(), 1);
}

// QWebSocketServer keeps no more than 30 that wait to be taken.
void TestUpgrade::manyUpgradesAtOnceAllSucceed()
{
    GatewayFixture server;
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(std::make_unique<RawClient>(server));
        clients.back()->send(handshake("ada"));
    }
    QTRY_COMPARE(server.hub.sessionCount(), 200);
    for (const auto &client : clients)
        QTRY_VERIFY(client->received().endsWith("{\"type\":\"hello\"}"));
}

void TestUpgrade::anUpgradeFollowsRequestsOnTheSameConnection()
{
    GatewayFixture server;
    RawClient client(server);
    client.send("GET /slow?1 HTTP/1.1\r\nHost: x\r\n\r\n" + handshake("ada"));
    QTRY_VERIFY(client.received().endsWith("{\"type\":\"hello\"}"));
    QVERIFY(client.received().indexOf("slow 1") < client.received().indexOf("HTTP/1.1 101 "));
}

HEARTH_GATEWAY_TEST_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
