// SPDX-License-Identifier: Apache-2.0
#include "gateway/eventdispatcher.h"
#include "unit/gatewayfixture.h"

#include <QElapsedTimer>

using namespace Hearth;
using namespace Hearth::Testing;

namespace {

// A frame of another opcode with nothing in it, or a fragment of one.
const QByteArray firstFragment = clientFrame(0x01, "{\"type\":\"ping\",\"id\":\"");
const QByteArray lastFragment = clientFrame(char(0x80), "\"}");

QByteArray ping(const QByteArray &id)
{
    return textFrameOf("{\"type\":\"ping\",\"id\":\"" + id + "\"}");
}

} // namespace

// Bad input over raw sockets, by the numbers of the list of attacks; those that concern one class only stand
// in its own test.
class TestAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attack18_noTrickWithTheOriginOpensAWebSocket_data();
    void attack18_noTrickWithTheOriginOpensAWebSocket();
    void attack19_nothingBehindARefusedHandshakeIsAnswered();
    void attack20_charactersAreCheckedAcrossFragments();
    void attack20_lengthsThatLie();
    void attack21_fragmentsOfOneByteAreBounded();
    void attack21_emptyFragmentsWithoutEndCostNothing();
    void attack21_aFloodOfEmptyMessagesIsEnded();
    void attack22_deflateIsNotSpoken();
    void attack23_aFrameThatStopsIsDropped();
    void attack23_connectionsThatSayNothingGoAway();
    void attack25_duplicateKeysAreNoTwoRequests();
    void attack56_unusualMethodsAreRefused_data();
    void attack56_unusualMethodsAreRefused();
    void attack56_pipelinedRequestsAreAnsweredOneAtATime();
    void attack57_onlyListedOriginsReadAnswers();
    void attack66_lengthsAtTheEdgesOfNumbers_data();
    void attack66_lengthsAtTheEdgesOfNumbers();
};

void TestAttacks::attack18_noTrickWithTheOriginOpensAWebSocket_data()
{
    QTest::addColumn<QByteArray>("origin");
    for (const char *origin : {"null",
                               "NULL",
                               "",
                               " ",
                               "file://",
                               "https://chat.example.evil.org",
                               "https://evilchat.example",
                               "https://chat.example.",
                               "https://chat.example:443",
                               "https://chat.example/",
                               "https://chat.example#",
                               "https://chat.example\\.evil.org",
                               "https://chat.example%2eevil.org",
                               "https://chat_example",
                               "https://user@chat.example",
                               "https://chat.example@evil.org",
                               "http://chat.example",
                               "wss://chat.example",
                               "https://xn--chat.example",
                               "//chat.example",
                               "chat.example",
                               "https://chat.example https://evil.org",
                               "https://evil.org, https://chat.example"})
        QTest::newRow(origin) << QByteArray(origin);
}

void TestAttacks::attack18_noTrickWithTheOriginOpensAWebSocket()
{
    QFETCH(QByteArray, origin);
    GatewayFixture server([](GatewayConfig &config) { config.allowedOrigins = {u"https://chat.example"_s}; });
    RawClient client(server);
    client.send(handshake("ada", "Origin: " + origin + "\r\n"));
    QTRY_VERIFY(client.isClosed());
    QVERIFY2(client.received().startsWith("HTTP/1.1 403 "), client.received().constData());
    QVERIFY(server.frames.openedCallers.isEmpty());
}

void TestAttacks::attack19_nothingBehindARefusedHandshakeIsAnswered()
{
    GatewayFixture server;
    const QByteArray smuggled = "GET /hello?smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    const QByteArray heads[] = {
        handshake("bad"),
        handshake("ada").replace("Version: 13", "Version: 8"),
        handshake("ada", "Content-Length: " + QByteArray::number(smuggled.size()) + "\r\n"),
        handshake("ada", "Transfer-Encoding: chunked\r\n"),
    };
    for (const QByteArray &head : heads) {
        RawClient client(server);
        client.send(head + smuggled);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.received().count("HTTP/1.1 "), 1);
        QVERIFY(!client.received().contains("smuggled"));
    }
    // Behind an accepted one it is a bad frame.
    RawClient accepted(server);
    accepted.send(handshake("ada") + smuggled);
    QTRY_VERIFY(accepted.isClosed());
    QVERIFY(!accepted.received().contains("smuggled"));
    QCOMPARE(server.stats.requests, quint64(0));
}

// A character that two fragments share is read, or refused as QWebSocket of Qt 6.4 does; never misread.
void TestAttacks::attack20_charactersAreCheckedAcrossFragments()
{
    GatewayFixture server;
    RawClient whole(server);
    whole.send(handshake("ada") + firstFragment + clientFrame(0x00, "\xc3") + clientFrame(0x00, "\xa9")
               + lastFragment);
    QTRY_VERIFY(whole.isClosed() || server.frames.handledIds == QStringList({u"\u00e9"_s}));
    QVERIFY(!whole.isClosed() || closeCodeIn(whole.received()) == 1007);
    const auto handled = server.frames.handledIds;
    RawClient broken(server);
    broken.send(handshake("ada") + firstFragment + clientFrame(0x00, "\xc3") + clientFrame(0x00, "x")
                + lastFragment);
    QTRY_VERIFY(broken.isClosed());
    QCOMPARE(closeCodeIn(broken.received()), 1007);
    RawClient unfinished(server);
    unfinished.send(handshake("ada") + firstFragment + clientFrame(char(0x80), "\xe2\x82"));
    QTRY_VERIFY(unfinished.isClosed());
    QCOMPARE(closeCodeIn(unfinished.received()), 1007);
    QCOMPARE(server.frames.handledIds, handled);
}

// A frame that says it is longer than what comes takes the next one as its content; shorter: the rest is
// junk.
void TestAttacks::attack20_lengthsThatLie()
{
    GatewayFixture server;
    RawClient shorter(server);
    shorter.send(handshake("ada") + QByteArray("\x81\x82\0\0\0\0{}", 8) + "{\"type\":\"ping\",\"id\":\"1\"}");
    QTRY_VERIFY(shorter.isClosed());
    QVERIFY(server.frames.handledIds.isEmpty());
    RawClient longer(server);
    QByteArray frame = ping("1");
    frame[1] = char(frame[1] + 3);
    longer.send(handshake("ada") + frame + ping("2"));
    QTRY_VERIFY(longer.isClosed());
    QVERIFY(server.frames.handledIds.isEmpty());
}

void TestAttacks::attack21_fragmentsOfOneByteAreBounded()
{
    GatewayFixture server;
    RawClient client(server);
    client.send(handshake("ada"));
    QTRY_VERIFY(client.received().contains("hello"));
    client.send(clientFrame(0x01, "{"));
    const QByteArray fragments = clientFrame(0x00, "x").repeated(10'000);
    int sent = 0;
    while (!client.isClosed() && sent < 100) { // a million of them
        client.socket.write(fragments);
        ++sent;
        QTRY_VERIFY(client.socket.bytesToWrite() == 0 || client.isClosed());
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(client.isClosed());
    QVERIFY2(sent < 100, "a message grew without end");
    QCOMPARE(closeCodeIn(client.received()), 1009);
    QVERIFY(server.frames.handledIds.isEmpty());
}

void TestAttacks::attack21_emptyFragmentsWithoutEndCostNothing()
{
    GatewayFixture server;
    RawClient client(server);
    client.send(handshake("ada") + firstFragment);
    WebSocketClient other(server, u"grace"_s);
    QTRY_VERIFY(other.isOpen());
    for (int i = 0; i < 20; ++i) {
        client.send(clientFrame(0x00, "").repeated(5'000));
        other.socket.sendTextMessage(u"{\"type\":\"ping\",\"id\":\"other\"}"_s);
        QTRY_COMPARE(server.frames.handledIds.size(), i + 1); // the others are served
    }
    client.send(clientFrame(0x00, "end") + lastFragment);
    QTRY_COMPARE(server.frames.handledIds.last(), u"end"_s);
}

void TestAttacks::attack21_aFloodOfEmptyMessagesIsEnded()
{
    GatewayFixture server;
    RawClient client(server);
    client.send(handshake("ada") + textFrameOf("").repeated(10'000));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(closeCodeIn(client.received()), 4009);
    QVERIFY(client.received().count("invalid_json") <= 50);
}

void TestAttacks::attack22_deflateIsNotSpoken()
{
    GatewayFixture server;
    RawClient client(server);
    client.send(handshake("ada",
                          "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=99; "
                          "server_no_context_takeover, x-webkit-deflate-frame\r\n"));
    QTRY_VERIFY(client.received().endsWith("{\"type\":\"hello\"}"));
    QVERIFY(!client.received().contains("Sec-WebSocket-Extensions"));
    client.send(clientFrame(
        char(0xc1), QByteArray("\xaa\x56\x2a\xa9\x2c\x48\x55\xb2\x52\x2a\xc8\xcc\x4b\x57\xaa\x05\0", 17)));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(closeCodeIn(client.received()), 1002);
    QVERIFY(server.frames.handledIds.isEmpty());
}

void TestAttacks::attack23_aFrameThatStopsIsDropped()
{
    GatewayFixture server([](GatewayConfig &config) {
        config.heartbeat = 50ms;
        config.heartbeatGrace = 50ms;
    });
    RawClient header(server);
    header.send(handshake("ada") + QByteArray("\x81\xfe\x10", 3));
    RawClient payload(server);
    payload.send(handshake("ada") + ping("1").first(12));
    QTRY_VERIFY(header.isClosed() && payload.isClosed());
    QTRY_COMPARE(server.stats.heartbeatLosses, quint64(2));
    QTRY_COMPARE(server.stats.openConnections, 0);
}

void TestAttacks::attack23_connectionsThatSayNothingGoAway()
{
    GatewayFixture server([](GatewayConfig &config) { config.handshakeTimeout = 500ms; });
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 300; ++i)
        silent.push_back(std::make_unique<RawClient>(server));
    RawClient working(server);
    working.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(working.received().endsWith("hello "));
    QTRY_COMPARE(server.stats.accepted, quint64(301));
    QTRY_COMPARE(server.stats.openConnections, 1); // the one that spoke
    for (const auto &client : silent)
        QTRY_VERIFY(client->isClosed());
}

// Readers that take the first and readers that take the last must not see two different frames.
void TestAttacks::attack25_duplicateKeysAreNoTwoRequests()
{
    GatewayFixture server;
    RawClient client(server);
    client.send(handshake("ada") + textFrameOf(R"({"type":"ping","type":"fly","id":"1","id":"2"})")
                + ping("after"));
    QTRY_VERIFY(client.received().contains("\"ack\",\"id\":\"after\""));
    const QByteArray answers = client.received();
    QCOMPARE(answers.count("\"ack\"") + answers.count("\"error\",\"id\""), 2); // one for each frame
    QVERIFY(server.frames.handledIds.size() <= 2);
}

void TestAttacks::attack56_unusualMethodsAreRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const QByteArray &start, const char *status) {
        QTest::newRow(start.constData()) << start << QByteArray(status);
    };
    row("TRACE /hello HTTP/1.1", "405");
    row("CONNECT evil.example:443 HTTP/1.1", "400");
    row("CONNECT /hello HTTP/1.1", "405");
    row("OPTIONS /hello HTTP/1.1", "405");
    row("OPTIONS * HTTP/1.1", "400");
    row("get /hello HTTP/1.1", "405");
    row("PROPFIND /hello HTTP/1.1", "405");
    row("PRI * HTTP/2.0", "505");
    row("GET http://evil.example/hello HTTP/1.1", "400");
    row("GET //hello HTTP/1.1", "404");
    row("GET /%2e%2e/hello HTTP/1.1", "404");
    row("GET /hello%00 HTTP/1.1", "400");
    row("GET /hello%ff HTTP/1.1", "400");
}

void TestAttacks::attack56_unusualMethodsAreRefused()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, status);
    GatewayFixture server;
    RawClient client(server);
    client.send(request + "\r\nHost: x\r\nCookie: planted\r\nConnection: close\r\n\r\n");
    QTRY_VERIFY(client.isClosed());
    QVERIFY2(client.received().startsWith("HTTP/1.1 " + status), client.received().constData());
    QVERIFY(!client.received().contains("planted"));
}

void TestAttacks::attack56_pipelinedRequestsAreAnsweredOneAtATime()
{
    GatewayFixture server;
    server.slowHeld = true;
    RawClient client(server);
    client.send(QByteArray("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n").repeated(100));
    QTRY_COMPARE(server.slowStarted, 1);
    RawClient other(server);
    other.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(other.received().endsWith("hello "));
    QCOMPARE(server.slowStarted, 1);
    server.slowHeld = false;
    QTRY_COMPARE(client.received().count("HTTP/1.1 200 "), 100);
}

void TestAttacks::attack57_onlyListedOriginsReadAnswers()
{
    GatewayFixture server([](GatewayConfig &config) { config.corsOrigins = {u"https://app.example"_s}; });
    const auto ask = [&server](const QByteArray &method, const QByteArray &headers) {
        RawClient client(server);
        client.send(method + " /api/v1/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n");
        const bool closed = QTest::qWaitFor([&client] { return client.isClosed(); });
        return closed ? client.received() : QByteArray();
    };
    const QByteArray wanted = "Access-Control-Request-Method: DELETE\r\n";
    const QByteArray allowed = ask("OPTIONS", "Origin: https://app.example\r\n" + wanted);
    QVERIFY(allowed.startsWith("HTTP/1.1 204 "));
    QVERIFY(allowed.contains("Vary: Origin\r\n"));
    QVERIFY(!allowed.contains("Access-Control-Allow-Credentials")); // tokens, no cookies
    for (const char *origin :
         {"null", "https://app.example.evil.org", "https://evil-app.example", "https://app.example:8443",
          "http://app.example", "https://APP.example", "https://app.example/", "https://appxexample", "*"}) {
        for (const QByteArray &method : {QByteArray("OPTIONS"), QByteArray("GET")}) {
            const QByteArray answer = ask(method, "Origin: " + QByteArray(origin) + "\r\n" + wanted);
            QVERIFY2(!answer.contains("Access-Control-"), origin);
            QVERIFY(answer.contains("Vary: Origin\r\n"));
            QVERIFY(answer.startsWith(method == "GET" ? "HTTP/1.1 401 " : "HTTP/1.1 405 "));
        }
    }
    QVERIFY(!ask("GET", {}).contains("Access-Control-"));
    // An answer that says no is readable, too, for who is listed.
    const QByteArray refused = ask("GET", "Origin: https://app.example\r\n");
    QVERIFY(refused.startsWith("HTTP/1.1 401 "));
    QVERIFY(refused.contains("Access-Control-Allow-Origin: https://app.example\r\n"));
    // No list: nobody.
    GatewayFixture closed;
    RawClient client(closed);
    client.send("OPTIONS /hello HTTP/1.1\r\nHost: x\r\nOrigin: https://app.example\r\n" + wanted + "\r\n");
    QTRY_VERIFY(client.received().startsWith("HTTP/1.1 405 "));
    QVERIFY(!client.received().contains("Access-Control-"));
}

void TestAttacks::attack66_lengthsAtTheEdgesOfNumbers_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<QByteArray>("status");
    for (const char *length : {"2147483648", "4294967296", "9223372036854775807"})
        QTest::newRow(length) << QByteArray(length) << QByteArray("413");
    for (const char *length : {"18446744073709551615", "18446744073709551616", "99999999999999999999999",
                               "-0", "0x10", "1e3", " ", "1 2"})
        QTest::newRow(length) << QByteArray(length) << QByteArray();
}

void TestAttacks::attack66_lengthsAtTheEdgesOfNumbers()
{
    QFETCH(QByteArray, length);
    QFETCH(QByteArray, status);
    GatewayFixture server;
    RawClient client(server);
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\nhello");
    QTRY_VERIFY(client.isClosed());
    const bool known =
        client.received().startsWith("HTTP/1.1 400 ") || client.received().startsWith("HTTP/1.1 413 ");
    QVERIFY2(status.isEmpty() ? known : client.received().startsWith("HTTP/1.1 " + status),
             client.received().constData());
    QCOMPARE(server.stats.requests, quint64(0));
}

HEARTH_GATEWAY_TEST_MAIN(TestAttacks)
#include "tst_attacks.moc"
