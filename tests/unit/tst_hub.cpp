// SPDX-License-Identifier: Apache-2.0
#include "api/ratelimits.h"
#include "gateway/eventdispatcher.h"
#include "unit/gatewayfixture.h"

using namespace Hearth;
using namespace Hearth::Testing;

class TestHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPublishedReachesAllSessionsOfItsUsers();
    void connectionsCanBeNamed();
    void nothingIsPublishedBeforeTheGreeting();
    void framesFromBeforeTheGreetingAreHandledAfterIt();
    void tooManyFramesBeforeTheGreetingEndTheConnection();
    void framesKeepTheirOrder();
    void framesOfEverySizeArriveWhole();

    void attack25_badFramesAreAnsweredAndTheConnectionStays_data();
    void attack25_badFramesAreAnsweredAndTheConnectionStays();
    void tooManyErrorsInARowEndTheConnection();
    void attack20_violationsCloseWithTheirCode_data();
    void attack20_violationsCloseWithTheirCode();
    void anOversizeFrameIsToldWhyWhileItIsStillSent();

    void attack25_aFloodOfFramesIsAnsweredAndThenClosed();
    void aRefusedFrameHasNoEffectAndTheOthersAreHandled();

    void attack21_silentClientsArePingedAndDropped();
    void anyTrafficKeepsAConnection();
    void expiredTokensAreClosedUnlessRenewed();
    void usersAndSessionsCanBeClosed();
    void closedIsToldOncePerOpened();
    void theHandlerMayCloseWhileAFrameIsHandled();
};

void TestHub::whatIsPublishedReachesAllSessionsOfItsUsers()
{
    GatewayFixture server;
    WebSocketClient phone(server, u"ada"_s);
    WebSocketClient laptop(server, u"ada"_s);
    WebSocketClient grace(server, u"grace"_s);
    WebSocketClient stranger(server, u"eve"_s);
    for (WebSocketClient *client : {&phone, &laptop, &grace, &stranger})
        QTRY_VERIFY(client->isOpen());
    server.hub.publish({u"ada"_s, u"grace"_s, u"nobody"_s}, message(1));
    server.hub.publish({u"ada"_s}, message(2), server.frames.openedCallers[0].connection);
    server.hub.publish({u"eve"_s}, message(3));
    const ConnectionId first = *server.frames.openedCallers[0].connection;
    QTRY_COMPARE(numbersIn(grace.texts), QList<int>({1}));
    QTRY_COMPARE(numbersIn(stranger.texts), QList<int>({3}));
    QTRY_COMPARE(numbersIn(phone.texts).size() + numbersIn(laptop.texts).size(), 3);
    QVERIFY(first > 0);
}

void TestHub::connectionsCanBeNamed()
{
    GatewayFixture server;
    WebSocketClient one(server, u"ada"_s);
    QTRY_VERIFY(one.isOpen());
    WebSocketClient two(server, u"ada"_s);
    QTRY_VERIFY(two.isOpen());
    const ConnectionId second = *server.frames.openedCallers[1].connection;
    server.hub.publishTo({second, 99'999}, message(1));
    server.hub.send(second, encode(ServerFrame(message(2))));
    server.hub.send(99'999, "{}");
    QTRY_COMPARE(numbersIn(two.texts), QList<int>({1, 2}));
    QVERIFY(numbersIn(one.texts).isEmpty());
}

void TestHub::nothingIsPublishedBeforeTheGreeting()
{
    GatewayFixture server;
    server.frames.greets = false;
    WebSocketClient client(server, u"ada"_s);
    QTRY_COMPARE(server.frames.openedCallers.size(), 1);
    const ConnectionId id = *server.frames.openedCallers[0].connection;
    server.hub.publish({u"ada"_s}, message(1));
    server.hub.greet(id, "{\"type\":\"hello\"}");
    server.hub.greet(id, "{\"type\":\"hello\"}"); // once
    server.hub.publish({u"ada"_s}, message(2));
    QTRY_COMPARE(client.texts.size(), 2);
    QCOMPARE(client.texts[0], u"{\"type\":\"hello\"}"_s);
    QCOMPARE(numbersIn(client.texts), QList<int>({2}));
}

void TestHub::framesFromBeforeTheGreetingAreHandledAfterIt()
{
    GatewayFixture server;
    server.frames.greets = false;
    RawClient client(server);
    client.send(handshake("ada"));
    QTRY_COMPARE(server.frames.openedCallers.size(), 1);
    client.send(textFrameOf("{\"type\":\"ping\",\"id\":\"1\"}")
                + textFrameOf("{\"type\":\"ping\",\"id\":\"2\"}"));
    WebSocketClient other(server, u"grace"_s); // by when it is open, the frames have arrived
    QTRY_COMPARE(server.frames.openedCallers.size(), 2);
    QVERIFY(server.frames.handledIds.isEmpty());
    server.hub.greet(*server.frames.openedCallers[0].connection, "{\"type\":\"hello\"}");
    QTRY_COMPARE(server.frames.handledIds, QStringList({u"1"_s, u"2"_s}));
    QTRY_COMPARE(client.received().count("\"ack\""), 2);
    QVERIFY(client.received().indexOf("hello") < client.received().indexOf("ack"));
}

void TestHub::tooManyFramesBeforeTheGreetingEndTheConnection()
{
    for (const QByteArray &flood :
         {textFrameOf("{}").repeated(40), textFrameOf(QByteArray(200'000, 'x')).repeated(3)}) {
        GatewayFixture server;
        server.frames.greets = false;
        RawClient client(server);
        client.send(handshake("ada"));
        QTRY_COMPARE(server.frames.openedCallers.size(), 1);
        client.send(flood);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(closeCodeIn(client.received()), 4009);
    }
}

void TestHub::framesKeepTheirOrder()
{
    GatewayFixture server;
    RawClient sender(server);
    sender.send(handshake("ada"));
    WebSocketClient receiver(server, u"grace"_s);
    QTRY_VERIFY(receiver.isOpen());
    QByteArray frames;
    QStringList sent;
    QList<int> published;
    for (int i = 0; i < 500; ++i) {
        frames += textFrameOf("{\"type\":\"ping\",\"id\":\"" + QByteArray::number(i) + "\"}");
        sent += QString::number(i);
        server.hub.publish({u"grace"_s}, message(i, i % 7 == 0 ? 5'000 : 10)); // copied and shared frames
        published += i;
    }
    sender.send(frames);
    QTRY_COMPARE(server.frames.handledIds, sent);
    QTRY_COMPARE(numbersIn(receiver.texts), published);
}

void TestHub::framesOfEverySizeArriveWhole()
{
    GatewayFixture server;
    WebSocketClient client(server, u"ada"_s);
    QTRY_VERIFY(client.isOpen());
    QStringList expected = client.texts;
    for (int size : {0, 1, 125, 126, 127, 65'535, 65'536, 900'000}) {
        expected += QString(size, u'x');
        server.hub.send(1, QByteArray(size, 'x'));
        QTRY_COMPARE(client.texts.size(), expected.size());
    }
    QCOMPARE(client.texts, expected);
    client.socket.sendTextMessage(u"{\"type\":\"ping\",\"id\":\"a\",\"x\":\""_s + QString(250'000, u'y')
                                  + u"\"}"_s);
    QTRY_COMPARE(server.frames.handledIds, QStringList({u"a"_s}));
}

void TestHub::attack25_badFramesAreAnsweredAndTheConnectionStays_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, const QByteArray &frame, const char *code) {
        QTest::newRow(name) << frame << QByteArray(code);
    };
    row("no JSON", "hello?", "invalid_json");
    row("nothing", "", "invalid_json");
    row("array", "[1]", "invalid_json");
    row("cut off", "{\"type\":\"ping\"", "invalid_json");
    row("NaN", "{\"type\":\"ping\",\"x\":NaN}", "invalid_json");
    row("nested 1 000 deep", "{\"type\":" + QByteArray(1'000, '[') + QByteArray(1'000, ']') + "}",
        "unknown_type");
    row("nested 100 000 deep", "{\"type\":" + QByteArray(100'000, '['), "invalid_json");
    row("many keys", "{" + QByteArray("\"a\":1,").repeated(40'000) + "\"type\":\"none\"}", "unknown_type");
    row("unknown type", "{\"type\":\"fly\",\"id\":\"7\"}", "unknown_type");
    row("no type", "{\"id\":\"7\"}", "unknown_type");
    row("type is a number", "{\"type\":7,\"id\":\"7\"}", "unknown_type");
    row("huge id", "{\"type\":\"ping\",\"id\":\"" + QByteArray(65, 'i') + "\"}", "invalid_field");
    row("id is a number", "{\"type\":\"ping\",\"id\":7}", "invalid_field");
    row("field missing", "{\"type\":\"typing.start\",\"id\":\"7\"}", "invalid_field");
    row("NUL in a field", "{\"type\":\"typing.start\",\"id\":\"7\",\"conversation_id\":\"\\u0000\"}",
        "invalid_field");
    row("lone surrogate", "{\"type\":\"typing.start\",\"id\":\"7\",\"conversation_id\":\"\\ud800\"}",
        "invalid_field");
}

void TestHub::attack25_badFramesAreAnsweredAndTheConnectionStays()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, code);
    GatewayFixture server;
    RawClient client(server);
    client.send(handshake("ada") + textFrameOf(frame) + textFrameOf("{\"type\":\"ping\",\"id\":\"after\"}"));
    QTRY_VERIFY(client.received().contains("\"ack\",\"id\":\"after\""));
    QVERIFY2(client.received().contains("\"code\":\"" + code + "\""), client.received().constData());
    if (frame.contains("\"id\":\"7\""))
        QVERIFY(client.received().contains("{\"type\":\"error\",\"id\":\"7\","));
    QCOMPARE(server.frames.handledIds, QStringList({u"after"_s}));
}

void TestHub::tooManyErrorsInARowEndTheConnection()
{
    GatewayFixture server;
    const QByteArray bad = textFrameOf("?");
    const QByteArray good = textFrameOf("{\"type\":\"ping\",\"id\":\"1\"}");
    RawClient client(server);
    client.send(handshake("ada") + bad.repeated(50) + good + bad.repeated(50) + good);
    QTRY_COMPARE(server.frames.handledIds.size(), 2);
    QVERIFY(!client.isClosed());
    client.send(bad.repeated(51));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(closeCodeIn(client.received()), 4009);
}

void TestHub::attack25_aFloodOfFramesIsAnsweredAndThenClosed()
{
    GatewayFixture server([](GatewayConfig &config) { config.refusals = {0.001, 40}; });
    RateLimits limits({.userMessages = {0.001, 5}, .userRequests = {0.001, 10}});
    server.hub.setRateLimits(&limits);
    RawClient client(server);
    client.send(handshake("ada"));
    QTRY_VERIFY(client.received().endsWith("{\"type\":\"hello\"}"));
    const QByteArray send =
        textFrameOf(R"({"type":"message.send","id":"m","conversation_id":"c","content":"hello"})");
    client.send(send.repeated(25) + textFrameOf("?").repeated(15)
                + textFrameOf(R"({"type":"typing.start","id":"t","conversation_id":"c"})").repeated(10));
    QTRY_COMPARE(client.received().count("\"rate_limited\""), 35); // 20 messages, 5 of "?", 10 of typing
    QVERIFY(!client.isClosed());
    QCOMPARE(server.frames.handledIds, QStringList(5, u"m"_s));
    const QByteArray answer = client.received();
    QVERIFY2(answer.contains(R"({"type":"error","id":"m","error":{"code":"rate_limited",)"),
             answer.constData());
    QVERIFY(answer.contains(R"("retryable":true,"retry_after_ms":)"));

    WebSocketClient other(server, u"grace"_s); // is not concerned
    QTRY_VERIFY(other.isOpen());
    client.send(send.repeated(6));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.received().count("\"rate_limited\""), 40);
    QCOMPARE(closeCodeIn(client.received()), 4009);
    QVERIFY(!other.isClosed());
}

void TestHub::aRefusedFrameHasNoEffectAndTheOthersAreHandled()
{
    GatewayFixture server;
    RateLimits limits({.userRequests = {0.001, 3}});
    server.hub.setRateLimits(&limits);
    RawClient client(server);
    client.send(handshake("ada"));
    QByteArray frames;
    for (int i = 1; i <= 20; ++i) // a ping costs a quarter
        frames += textFrameOf("{\"type\":\"ping\",\"id\":\"" + QByteArray::number(i) + "\"}");
    client.send(frames);
    QTRY_COMPARE(client.received().count("\"rate_limited\"") + client.received().count("\"ack\""), 20);
    QCOMPARE(server.frames.handledIds.size(), 12);
    QCOMPARE(server.frames.handledIds.last(), u"12"_s);
    QVERIFY(client.received().contains(R"({"type":"error","id":"13",)"));
}

void TestHub::attack20_violationsCloseWithTheirCode_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &bytes, int code) {
        QTest::newRow(name) << bytes << code;
    };
    row("binary", clientFrame(char(0x82), "{}"), 1003);
    row("invalid UTF-8", clientFrame(char(0x81), "\xff\xfe"), 1007);
    row("overlong UTF-8", clientFrame(char(0x81), "\xc0\xaf"), 1007);
    row("surrogate in UTF-8", clientFrame(char(0x81), "\xed\xa0\x80"), 1007);
    row("reserved bit", clientFrame(char(0xc1), "{}"), 1002);
    row("reserved opcode", clientFrame(char(0x83), "{}"), 1002);
    row("reserved control opcode", clientFrame(char(0x8b), ""), 1002);
    row("fragmented control", clientFrame(char(0x09), ""), 1002);
    row("long control", clientFrame(char(0x89), QByteArray(126, 'p')), 1002);
    row("continuation of nothing", clientFrame(char(0x80), "{}"), 1002);
    row("text within text", clientFrame(0x01, "{") + clientFrame(char(0x81), "}"), 1002);
    row("length with its highest bit", QByteArray("\x81\xff\x80\0\0\0\0\0\0\x01\0\0\0\0", 14), 1002);
    row("length not minimal", QByteArray("\x81\xfe\0\x01\0\0\0\0x", 9), 1002);
    row("bad close code", clientFrame(char(0x88), QByteArray("\x03\xed", 2)), 1002); // 1005
    row("close with half a code", clientFrame(char(0x88), "\x03"), 1002);
    row("frame over the limit", clientFrame(char(0x81), QByteArray(256 * 1024 + 1, 'x')), 1009);
    row("claims 2 GiB", QByteArray("\x81\xff\0\0\0\0\x80\0\0\0\0\0\0\0", 14), 1009);
    row("fragments over the limit",
        clientFrame(0x01, QByteArray(100'000, 'x')) + clientFrame(0x00, QByteArray(100'000, 'x')).repeated(2),
        1009);
    row("normal close", clientFrame(char(0x88), QByteArray("\x03\xe8", 2)), 1000);
}

void TestHub::attack20_violationsCloseWithTheirCode()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    GatewayFixture server;
    RawClient client(server);
    client.send(handshake("ada"));
    QTRY_VERIFY(client.received().endsWith("{\"type\":\"hello\"}"));
    // What follows is not looked at any more.
    client.send(bytes + textFrameOf("{\"type\":\"ping\",\"id\":\"after\"}"));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(closeCodeIn(client.received()), code);
    QVERIFY(server.frames.handledIds.isEmpty());
    QTRY_COMPARE(server.frames.closedIds.size(), 1);
    QTRY_COMPARE(server.stats.openConnections, 0);
}

void TestHub::anOversizeFrameIsToldWhyWhileItIsStillSent()
{
    GatewayFixture server;
    for (int i = 0; i < 20; ++i) {
        RawClient client(server);
        client.send(handshake("ada"));
        QTRY_VERIFY(client.received().endsWith("{\"type\":\"hello\"}"));
        client.send(clientFrame(char(0x81), QByteArray(5'000'000, 'x')));
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(closeCodeIn(client.received()), 1009);
    }
}

void TestHub::attack21_silentClientsArePingedAndDropped()
{
    GatewayFixture server([](GatewayConfig &config) {
        config.heartbeat = 100ms;
        config.heartbeatGrace = 400ms;
    });
    RawClient silent(server);
    silent.send(handshake("ada"));
    WebSocketClient answering(server, u"grace"_s); // QWebSocket answers pings by itself
    QTRY_VERIFY(silent.isClosed());
    QCOMPARE(silent.received().count(QByteArray("\x89\0", 2)), 1);
    QCOMPARE(server.stats.heartbeatLosses, quint64(1));
    QCOMPARE(server.frames.closedIds.size(), 1);
    QVERIFY(!answering.isClosed());
    QCOMPARE(server.hub.sessionCount(), 1);
}

void TestHub::anyTrafficKeepsAConnection()
{
    GatewayFixture server([](GatewayConfig &config) {
        config.heartbeat = 400ms;
        config.heartbeatGrace = 200ms;
    });
    RawClient talking(server);
    talking.send(handshake("ada"));
    QTimer talk;
    connect(&talk, &QTimer::timeout, &talk, [&talking] { talking.send(textFrameOf("{\"type\":\"ping\"}")); });
    talk.start(5ms);
    QTRY_VERIFY(server.frames.handledIds.size() > 0);
    RawClient silent(server);
    silent.send(handshake("eve"));
    QTRY_VERIFY(silent.isClosed()); // and the talking one, who came before, outlives it
    QVERIFY(!talking.isClosed());
    QVERIFY(!talking.received().contains(QByteArray("\x89\0", 2))); // nobody had to ask it
}

void TestHub::expiredTokensAreClosedUnlessRenewed()
{
    GatewayFixture server([](GatewayConfig &config) { config.heartbeat = 160ms; });
    RawClient renewing(server);
    renewing.send(handshake("ada"));
    QTRY_COMPARE(server.hub.sessionCount(), 1);
    RawClient expiring(server);
    expiring.send(handshake("ada"));
    QTRY_COMPARE(server.hub.sessionCount(), 2);
    for (ConnectionId id : {1, 2})
        server.hub.setExpiry(id, now() + 50ms);
    server.hub.setExpiry(1, now() + 1h);
    server.hub.setExpiry(99'999, now());
    QTRY_VERIFY(expiring.isClosed());
    QCOMPARE(closeCodeIn(expiring.received()), 4005);
    QVERIFY(!renewing.isClosed());
    server.hub.setExpiry(1, now() - 1s);
    QTRY_VERIFY(renewing.isClosed());
    QCOMPARE(closeCodeIn(renewing.received()), 4005);
}

void TestHub::usersAndSessionsCanBeClosed()
{
    GatewayFixture server;
    RawClient phone(server);
    phone.send(handshake("ada"));
    RawClient laptop(server);
    laptop.send(handshake("ada"));
    RawClient grace(server);
    grace.send(handshake("grace"));
    RawClient eve(server);
    eve.send(handshake("eve"));
    QTRY_COMPARE(server.hub.sessionCount(), 4);
    server.hub.closeUser(u"ada"_s, 4501, u"Disabled."_s);
    server.hub.closeSession(u"session-grace"_s, 4501, u"Revoked."_s);
    for (RawClient *client : {&phone, &laptop, &grace}) {
        QTRY_VERIFY(client->isClosed());
        QCOMPARE(closeCodeIn(client->received()), 4501);
    }
    QVERIFY(grace.received().endsWith("Revoked."));
    QCOMPARE(server.hub.sessionCount(), 1);
    QVERIFY(!eve.isClosed());
}

void TestHub::closedIsToldOncePerOpened()
{
    GatewayFixture server([](GatewayConfig &config) { config.closeTimeout = 50ms; });
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 30; ++i) {
        clients.push_back(std::make_unique<RawClient>(server));
        clients.back()->send(handshake("ada"));
    }
    QTRY_COMPARE(server.hub.sessionCount(), 30);
    for (size_t i = 0; i < clients.size(); ++i) {
        switch (i % 5) {
        case 0: clients[i]->socket.abort(); break;
        case 1: clients[i]->socket.close(); break;
        case 2: clients[i]->send(clientFrame(char(0x88), QByteArray("\x03\xe8", 2))); break;
        case 3: server.hub.close(i + 1, 4501, u"Enough."_s); break;
        case 4:
            clients[i]->send(clientFrame(char(0x82), "binary"));
            server.hub.close(i + 1, 4501, u"Both at once."_s);
            break;
        }
    }
    QTRY_COMPARE(server.stats.openConnections, 0);
    QList<ConnectionId> opened;
    for (const Caller &caller : server.frames.openedCallers)
        opened += *caller.connection;
    QList<ConnectionId> closed = server.frames.closedIds;
    std::sort(closed.begin(), closed.end());
    QCOMPARE(closed, opened);
    QCOMPARE(server.stats.openSessions, 0);
}

void TestHub::theHandlerMayCloseWhileAFrameIsHandled()
{
    class Closing final : public FrameHandler
    {
    public:
        explicit Closing(Hub &hub)
            : m_hub(hub)
        { }
        void opened(const Caller &caller) override { m_hub.greet(*caller.connection, "{}"); }
        void handle(const Caller &caller, const ClientRequest &) override
        {
            ++handled;
            m_hub.closeUser(caller.userId, 4501, u"Enough."_s);
            m_hub.send(*caller.connection, "{}");
        }
        void closed(const Caller &caller) override { m_hub.publish({caller.userId}, message(1)); }
        int handled = 0;

    private:
        Hub &m_hub;
    };
    GatewayFixture server;
    Closing handler(server.hub);
    server.hub.setHandler(&handler);
    RawClient client(server);
    client.send(handshake("ada") + textFrameOf("{\"type\":\"ping\"}").repeated(10));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(closeCodeIn(client.received()), 4501);
    QCOMPARE(handler.handled, 1);
    server.hub.setHandler(&server.frames);
}

HEARTH_GATEWAY_TEST_MAIN(TestHub)
#include "tst_hub.moc"
