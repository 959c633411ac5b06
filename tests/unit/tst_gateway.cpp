// SPDX-License-Identifier: Apache-2.0
#include "gateway/eventdispatcher.h"
#include "unit/gatewayfixture.h"

#ifdef Q_OS_LINUX
#    include <arpa/inet.h>
#    include <sys/resource.h>
#    include <unistd.h>
#endif

using namespace Hearth;
using namespace Hearth::Testing;

class TestGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhenItCannotListen();
    void itCountsWhatItDoes();
    void drainingTellsEverybodyAndFinishesWhatHasBegun();
    void drainingFinishesTheRequestsOfClientsThatLeft();
    void drainingWithoutConnectionsIsDoneAtOnce();
    void drainingEndsThoughSomebodyDoesNotLeave();
    void requestsOutliveTheGateway();
    void nothingIsLoggedThatAClientSent();
#ifdef Q_OS_LINUX
    void itAcceptsAgainAfterDescriptorsRanOut();
    void thoseWhoAreInAreServedWhileOthersCome();
#endif
};

void TestGateway::itSaysWhenItCannotListen()
{
    GatewayFixture server;
    GatewayFixture second([&server](GatewayConfig &config) { config.port = server.port; });
    QCOMPARE(second.port, quint16(0));
    const auto again = second.gateway.listen();
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Unavailable);
    QVERIFY(again.error().detail.contains(QString::number(server.port)));
}

void TestGateway::itCountsWhatItDoes()
{
    GatewayFixture server;
    WebSocketClient client(server, u"ada"_s);
    QTRY_VERIFY(client.isOpen());
    client.socket.sendTextMessage(u"{\"type\":\"ping\",\"id\":\"1\"}"_s);
    QTRY_COMPARE(client.texts.size(), 2);
    RawClient refused(server);
    refused.send(handshake("bad"));
    QTRY_VERIFY(refused.isClosed());
    QTRY_COMPARE(server.stats.openConnections, 1);
    QCOMPARE(server.stats.openSessions, 1);
    QCOMPARE(server.stats.accepted, quint64(2));
    QCOMPARE(server.stats.upgrades, quint64(1));
    QCOMPARE(server.stats.upgradesRefused, quint64(1));
    QCOMPARE(server.stats.framesIn, quint64(1));
    QCOMPARE(server.stats.framesOut, quint64(2));
    QCOMPARE(server.stats.bytesIn, quint64(24));
    QVERIFY(server.stats.bytesOut > 0);
}

void TestGateway::drainingTellsEverybodyAndFinishesWhatHasBegun()
{
    GatewayFixture server([](GatewayConfig &config) { config.drainGrace = 500ms; });
    server.slowHeld = true;
    QSignalSpy drained(&server.gateway, &Gateway::drained);
    RawClient webSocket(server);
    webSocket.send(handshake("ada"));
    RawClient idle(server);
    idle.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    RawClient busy(server);
    busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    RawClient left(server);
    left.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    RawClient sending(server);
    sending.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
                 "Expect: 100-continue\r\n\r\n");
    QTRY_VERIFY(idle.received().endsWith("hello ") && server.hub.sessionCount() == 1
                && server.slowStarted == 2 && sending.received().contains("100 Continue"));
    left.socket.abort();

    server.gateway.drain();
    server.gateway.drain(); // twice is once
    // A frame that arrives in time is still handled and answered.
    webSocket.send(textFrameOf("{\"type\":\"ping\",\"id\":\"last\"}"));
    sending.send("half");
    QTRY_VERIFY(sending.received().endsWith("half") && webSocket.received().contains("\"ack\""));
    QCOMPARE(drained.count(), 0);
    server.slowHeld = false;
    QTRY_COMPARE(drained.count(), 1);
    QCOMPARE(server.slowFinished, 2);
    for (RawClient *client : {&webSocket, &idle, &busy, &sending})
        QTRY_VERIFY(client->isClosed());
    QVERIFY(busy.received().contains("\r\n\r\nslow "));
    QVERIFY(busy.received().contains("Connection: close\r\n"));
    const QByteArray frames = webSocket.received();
    QVERIFY(frames.contains("{\"type\":\"server.draining\",\"reconnect_after_ms\":1000}"));
    QVERIFY(frames.indexOf("\"ack\"") > frames.indexOf("server.draining"));
    QCOMPARE(closeCodeIn(frames), 1012);

    QTcpSocket late;
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port);
    QVERIFY(!late.waitForConnected(1'000));
}

void TestGateway::drainingFinishesTheRequestsOfClientsThatLeft()
{
    GatewayFixture server;
    server.slowHeld = true;
    int finishedWhenDrained = -1;
    connect(&server.gateway, &Gateway::drained, this, [&] { finishedWhenDrained = server.slowFinished; });
    RawClient left(server);
    left.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE(server.slowStarted, 1);
    left.socket.abort();
    QTRY_COMPARE(server.stats.openConnections, 0);
    server.gateway.drain();
    QTimer::singleShot(30, this, [&server] { server.slowHeld = false; });
    QTRY_COMPARE(finishedWhenDrained, 1);
}

void TestGateway::drainingWithoutConnectionsIsDoneAtOnce()
{
    GatewayFixture server([](GatewayConfig &config) { config.drainGrace = 1h; });
    QSignalSpy drained(&server.gateway, &Gateway::drained);
    server.gateway.drain();
    QTRY_COMPARE(drained.count(), 1);
}

void TestGateway::drainingEndsThoughSomebodyDoesNotLeave()
{
    GatewayFixture server([](GatewayConfig &config) { config.drainTimeout = 60ms; });
    QSignalSpy drained(&server.gateway, &Gateway::drained);
    RawClient unfinished(server);
    unfinished.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nha");
    QTRY_COMPARE(server.stats.openConnections, 1);
    server.gateway.drain();
    QTRY_COMPARE(drained.count(), 1);
    QTRY_VERIFY(unfinished.isClosed());
}

QCoro::Task<void> waitWhile(const bool *held)
{
    do
        co_await QCoro::sleepFor(1ms);
    while (*held);
}

// What a coroutine comes back to may be gone.
void TestGateway::requestsOutliveTheGateway()
{
    static bool held;
    held = true;
    GatewayStats stats;
    const GatewayConfig config = GatewayFixture::makeConfig({});
    Hub hub(config, stats);
    FakeFrames frames(hub);
    hub.setHandler(&frames);
    int finished = 0;
    Router router(authenticateFake);
    router.addPublic("GET", u"/slow"_s, [&finished](HttpRequest) -> QCoro::Task<Result<HttpResponse>> {
        int *const counter = &finished;
        co_await waitWhile(&held);
        ++*counter;
        co_return noContent();
    });
    const auto authenticate = [](HttpRequest request) -> QCoro::Task<Result<Caller>> {
        if (request.header("authorization").endsWith("slow-ada"))
            co_await waitWhile(&held);
        co_return co_await authenticateFake(std::move(request));
    };
    auto gateway = std::make_unique<Gateway>(config, stats, hub, router, authenticate);
    const quint16 port = *gateway->listen();
    RawClient asking(port);
    asking.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    RawClient connecting(port);
    connecting.send(handshake("slow-ada"));
    RawClient connected(port);
    connected.send(handshake("ada"));
    QTRY_COMPARE(hub.sessionCount(), 1);
    gateway.reset();
    QCOMPARE(hub.sessionCount(), 0);
    QCOMPARE(frames.closedIds.size(), 1);
    held = false;
    QTRY_COMPARE(finished, 1);
    QTRY_VERIFY(asking.isClosed() && connecting.isClosed() && connected.isClosed());
}

void TestGateway::nothingIsLoggedThatAClientSent()
{
    static QStringList lines;
    lines.clear();
    const auto previous = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &text) { lines += text; });
    {
        GatewayFixture server;
        RawClient query(server);
        query.send("GET /hello?secret HTTP/1.1\r\nHost: secret\r\nX-Request-ID: se cret\r\n"
                   "Authorization: Bearer secret\r\n\r\n");
        RawClient fault(server);
        fault.send("GET secret HTTP/1.1\r\nsecret: secret\r\n\r\n");
        WebSocketClient client(server, u"secret"_s);
        QTRY_VERIFY(client.isOpen());
        client.socket.sendTextMessage(u"secret"_s);
        QTRY_COMPARE(client.texts.size(), 2);
        QTRY_VERIFY(fault.isClosed() && !query.received().isEmpty());
        server.hub.closeAll(4501, u"Enough."_s);
        QTRY_VERIFY(client.isClosed());
    }
    qInstallMessageHandler(previous);
    QVERIFY(!lines.isEmpty());
    QVERIFY2(lines.filter(u"secret"_s).isEmpty(), qPrintable(lines.join(u'\n')));
}

#ifdef Q_OS_LINUX

// The kernel completes their connections; the server has not accepted them yet.
std::vector<int> waitingRequests(quint16 port, int count)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const QByteArray request = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
    std::vector<int> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(::socket(AF_INET, SOCK_STREAM, 0));
        if (::connect(clients.back(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
            || ::write(clients.back(), request.data(), size_t(request.size())) != request.size())
            qFatal("no connection");
    }
    return clients;
}

void TestGateway::itAcceptsAgainAfterDescriptorsRanOut()
{
    GatewayFixture server([](GatewayConfig &config) { config.acceptRetry = 5ms; });
    RawClient early(server.port); // afterwards it has seen a time when nobody waited
    QTRY_COMPARE(server.stats.accepted, quint64(1));
    const std::vector<int> clients = waitingRequests(server.port, 10);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    rlimit scarce = before;
    scarce.rlim_cur = rlim_t(clients.back()) + 4; // room for three
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &scarce), 0);
    QTRY_VERIFY(server.stats.acceptErrors > 2);
    const quint64 accepted = server.stats.accepted;
    QTRY_COMPARE(server.stats.requests, accepted - 1); // who is in is served
    ::close(clients.front()); // room for one more
    QTRY_VERIFY(server.stats.accepted > accepted);
    const bool someWait = server.stats.accepted < 11;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY(someWait);
    QTRY_COMPARE(server.stats.requests, quint64(10));
    for (size_t i = 1; i < clients.size(); ++i)
        ::close(clients[i]);
}

void TestGateway::thoseWhoAreInAreServedWhileOthersCome()
{
    GatewayFixture server;
    const std::vector<int> clients = waitingRequests(server.port, 400);
    quint64 mostUnheard = 0;
    while (server.stats.requests < clients.size()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        mostUnheard = std::max(mostUnheard, server.stats.accepted - server.stats.requests);
    }
    QVERIFY2(mostUnheard < 100, qPrintable(QString::number(mostUnheard)));
    for (const int client : clients)
        ::close(client);
}

#endif

HEARTH_GATEWAY_TEST_MAIN(TestGateway)
#include "tst_gateway.moc"
