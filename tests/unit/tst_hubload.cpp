// SPDX-License-Identifier: Apache-2.0
// Clients that send more than others or read less, and many at once: what they cost, and that others do not
// notice.
#include "gateway/eventdispatcher.h"
#include "unit/gatewayfixture.h"

#include <QElapsedTimer>
#include <QFile>

#ifdef Q_OS_LINUX
#    include <sys/socket.h>
#    include <unistd.h>
#endif

using namespace Hearth;
using namespace Hearth::Testing;

namespace {

TypingIndicator typing()
{
    return {u"conversation"_s, u"grace"_s, true};
}

// A client that reads nothing until it is told to.
struct SlowReader {
    explicit SlowReader(const GatewayFixture &server, const QByteArray &token)
        : client(server)
    {
        client.socket.setReadBufferSize(1);
        client.send(handshake(token));
    }
    void readAll() { client.socket.setReadBufferSize(0); }

    RawClient client;
};

// People who are all connected, in the order of their connections.
struct Crowd {
    Crowd(int size, int atATime)
        : server([atATime](GatewayConfig &config) { config.fanoutAtATime = atATime; })
    {
        for (int i = 0; i < size; ++i) {
            users += u"user%1"_s.arg(i);
            clients.push_back(std::make_unique<WebSocketClient>(server, users.last()));
            if (!QTest::qWaitFor([this] { return clients.back()->isOpen(); }))
                qFatal("no connection");
        }
    }

    GatewayFixture server;
    QList<UserId> users;
    std::vector<std::unique_ptr<WebSocketClient>> clients;
};

} // namespace

class TestHubLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageElsewhereDoesNotWaitForAFrameForMany();
    void whatComesAfterAFrameForManyArrivesAfterIt();
    void nobodyWaitsBehindAllThatAnotherSends();
    void whoSendsAndHangsUpIsReadToTheEnd();
    void whoIsSlowedDownIsReadLaterAndOthersAreNot();
    void whoIsSlowedDownIsReadAgain();

    void attack24_aSlowReaderIsClosedWith4008AndCostsBoundedMemory();
    void aSlowReaderLosesTypingFirst();
    void attack21_aPingFloodOfAClientThatReadsNothingIsBounded();
    void aSlowReaderThatHalfLeavesIsDropped();
    void oneLargeFrameIsNotSlowness();

    void leavingManyAtOnceCostsTheSameForEach();
    void idleConnectionsAreSmall();
};

void TestHubLoad::aMessageElsewhereDoesNotWaitForAFrameForMany()
{
    Crowd crowd(30, 4);
    GatewayFixture &server = crowd.server;
    const quint64 before = server.stats.framesOut;
    server.hub.publish(crowd.users, message(1));
    QCOMPARE(server.stats.framesOut, before);
    server.hub.publish({crowd.users.last()}, message(2)); // who waits for the first one, too
    QCOMPARE(server.stats.framesOut, before + 2);
    for (const auto &client : crowd.clients)
        QTRY_COMPARE(numbersIn(client->texts).value(0), 1);
    QTRY_COMPARE(numbersIn(crowd.clients.back()->texts), QList<int>({1, 2}));
    QCOMPARE(server.stats.framesOut, before + 31);
}

void TestHubLoad::whatComesAfterAFrameForManyArrivesAfterIt()
{
    Crowd crowd(30, 4);
    GatewayFixture &server = crowd.server;
    for (int i = 0; i < 5; ++i) // for all, for one, for all by their connections
        server.hub.publish(i % 2 ? QList<UserId>{crowd.users.last()} : crowd.users, message(i));
    QList<ConnectionId> connections;
    for (const Caller &caller : server.frames.openedCallers)
        connections += *caller.connection;
    server.hub.publishTo(connections, message(5));
    server.hub.closeUser(crowd.users.last(), 4'000, u"enough"_s);
    for (const auto &client : crowd.clients) {
        const bool last = client == crowd.clients.back();
        const QList<int> expected = last ? QList<int>({0, 1, 2, 3, 4, 5}) : QList<int>({0, 2, 4, 5});
        QTRY_COMPARE(numbersIn(client->texts), expected);
    }
}

void TestHubLoad::nobodyWaitsBehindAllThatAnotherSends()
{
    GatewayFixture server;
    server.frames.echoes = false;
    RawClient flooding(server);
    flooding.send(handshake("ada"));
    RawClient modest(server);
    modest.send(handshake("grace"));
    QTRY_COMPARE(server.frames.openedCallers.size(), 2);
    constexpr int many = 1'000;
    QByteArray frames;
    for (int i = 0; i < many; ++i)
        frames += textFrameOf("{\"type\":\"ping\",\"id\":\"" + QByteArray::number(i) + "\"}");
    flooding.send(frames);
    modest.send(textFrameOf(R"({"type":"ping","id":"modest"})"));
    QTRY_COMPARE(server.frames.handledIds.size(), many + 1);
    const qsizetype place = server.frames.handledIds.indexOf(u"modest"_s);
    QVERIFY2(place <= 3 * server.config.framesAtATime, qPrintable(QString::number(place)));
    server.frames.handledIds.removeAt(place);
    for (int i = 0; i < many; ++i)
        QCOMPARE(server.frames.handledIds[i], QString::number(i));
}

void TestHubLoad::whoSendsAndHangsUpIsReadToTheEnd()
{
    GatewayFixture server;
    server.frames.echoes = false;
    RawClient client(server);
    client.send(handshake("ada"));
    QTRY_COMPARE(server.frames.openedCallers.size(), 1);
    QByteArray frames;
    for (int i = 0; i < 200; ++i)
        frames += textFrameOf(R"({"type":"ping","id":"x"})");
    client.send(frames);
    client.socket.disconnectFromHost();
    QTRY_COMPARE(server.frames.closedIds.size(), 1);
    QCOMPARE(server.frames.handledIds.size(), 200);
}

void TestHubLoad::whoIsSlowedDownIsReadLaterAndOthersAreNot()
{
    GatewayFixture server([](GatewayConfig &config) { config.refusalPause = 1h; });
    RawClient refused(server);
    refused.send(handshake("ada"));
    QTRY_COMPARE(server.frames.openedCallers.size(), 1);
    RawClient other(server);
    other.send(handshake("grace"));
    QTRY_COMPARE(server.frames.openedCallers.size(), 2);
    server.hub.slowDown(*server.frames.openedCallers.first().connection);
    refused.send(textFrameOf(R"({"type":"ping","id":"1"})") + textFrameOf(R"({"type":"ping","id":"2"})"));
    other.send(textFrameOf(R"({"type":"ping","id":"a"})"));
    QTRY_COMPARE(server.frames.handledIds, QStringList({u"a"_s}));
    other.send(textFrameOf(R"({"type":"ping","id":"b"})"));
    QTRY_COMPARE(server.frames.handledIds, QStringList({u"a"_s, u"b"_s}));
    refused.socket.disconnectFromHost(); // ends every pause
    QTRY_COMPARE(server.frames.handledIds, QStringList({u"a"_s, u"b"_s, u"1"_s, u"2"_s}));
}

void TestHubLoad::whoIsSlowedDownIsReadAgain()
{
    GatewayFixture server([](GatewayConfig &config) { config.refusalPause = 1ms; });
    RawClient refused(server);
    refused.send(handshake("ada"));
    QTRY_COMPARE(server.frames.openedCallers.size(), 1);
    server.hub.slowDown(*server.frames.openedCallers.first().connection);
    refused.send(textFrameOf(R"({"type":"ping","id":"1"})"));
    QTRY_COMPARE(server.frames.handledIds, QStringList({u"1"_s}));
}

void TestHubLoad::attack24_aSlowReaderIsClosedWith4008AndCostsBoundedMemory()
{
    GatewayFixture server([](GatewayConfig &config) { config.queueBytes = 100'000; });
    SlowReader slow(server, "ada");
    WebSocketClient fast(server, u"grace"_s);
    QTRY_VERIFY(fast.isOpen());
    QTRY_COMPARE(server.hub.sessionCount(), 2);

    QList<int> published;
    while (server.stats.slowCloses == 0 && published.size() < 20'000) {
        published += int(published.size());
        server.hub.publish({u"ada"_s, u"grace"_s}, message(published.last(), 20'000));
        QCoreApplication::processEvents();
        const auto sockets = server.gateway.findChildren<QTcpSocket *>();
        QCOMPARE(sockets.size(), 2);
        for (const QTcpSocket *socket : sockets)
            QVERIFY(socket->bytesToWrite() < 150'000);
    }
    QCOMPARE(server.stats.slowCloses, quint64(1));
    QCOMPARE(server.hub.sessionCount(), 1);
    QTRY_COMPARE(numbersIn(fast.texts), published); // the other does not suffer

    slow.readAll();
    QTRY_VERIFY(slow.client.isClosed());
    QCOMPARE(closeCodeIn(slow.client.received()), 4008);
}

void TestHubLoad::aSlowReaderLosesTypingFirst()
{
    GatewayFixture server([](GatewayConfig &config) { config.sheddingBytes = 50'000; });
    SlowReader slow(server, "ada");
    QTRY_COMPARE(server.hub.sessionCount(), 1);
    int sent = 0;
    server.hub.publish({u"ada"_s}, typing());
    QCOMPARE(server.stats.framesShed, quint64(0));
    while (server.stats.framesShed == 0 && sent < 20'000) {
        server.hub.publish({u"ada"_s}, message(++sent, 10'000));
        server.hub.publish({u"ada"_s}, typing());
        QCoreApplication::processEvents();
    }
    QCOMPARE(server.stats.framesShed, quint64(1));
    QCOMPARE(server.stats.slowCloses, quint64(0));
    slow.readAll();
    QTRY_COMPARE(slow.client.received().count("message.new"), sent);
    QCOMPARE(slow.client.received().count("typing.indicator"), sent); // one before the loop, one less in it
}

void TestHubLoad::attack21_aPingFloodOfAClientThatReadsNothingIsBounded()
{
    GatewayFixture server([](GatewayConfig &config) { config.queueBytes = 100'000; });
    SlowReader slow(server, "ada");
    QTRY_COMPARE(server.hub.sessionCount(), 1);
    const QByteArray pings = clientFrame(char(0x89), QByteArray(125, 'p')).repeated(1'000);
    for (int i = 0; i < 500 && server.stats.slowCloses == 0; ++i) {
        slow.client.socket.write(pings);
        QTRY_VERIFY(slow.client.socket.bytesToWrite() < 10'000'000 || server.stats.slowCloses > 0);
    }
    QTRY_COMPARE(server.stats.slowCloses, quint64(1));
}

// It ends its direction, so the server closes, too; but it never takes what is queued for it.
void TestHubLoad::aSlowReaderThatHalfLeavesIsDropped()
{
#ifdef Q_OS_LINUX
    GatewayFixture server([](GatewayConfig &config) { config.closeTimeout = 50ms; });
    SlowReader slow(server, "ada");
    QTRY_COMPARE(server.hub.sessionCount(), 1);
    const auto sockets = server.gateway.findChildren<QTcpSocket *>();
    QCOMPARE(sockets.size(), 1);
    for (int i = 0; i < 20'000 && sockets.first()->bytesToWrite() < 500'000; ++i) {
        server.hub.publish({u"ada"_s}, message(i, 20'000));
        QCoreApplication::processEvents();
    }
    QCOMPARE(server.stats.slowCloses, quint64(0));
    ::shutdown(int(slow.client.socket.socketDescriptor()), SHUT_WR);
    QTRY_COMPARE(server.frames.closedIds.size(), 1);
    QTRY_COMPARE(server.stats.openConnections, 0);
#endif
}

void TestHubLoad::oneLargeFrameIsNotSlowness()
{
    GatewayFixture server;
    WebSocketClient client(server, u"ada"_s);
    QTRY_VERIFY(client.isOpen());
    server.hub.send(1, encode(ServerFrame(message(1, 8'000'000))));
    QTRY_COMPARE(numbersIn(client.texts), QList<int>({1}));
    QCOMPARE(server.stats.slowCloses, quint64(0));
}

// Through QWebSocketServer each disconnect searches all connections.
void TestHubLoad::leavingManyAtOnceCostsTheSameForEach()
{
    GatewayFixture server([](GatewayConfig &config) { config.backlog = 4'096; });
    auto *const webSocketServer = server.gateway.findChild<QWebSocketServer *>();
    QVERIFY(webSocketServer);
    int stillSearched = 0;
    const auto nsPerLeaving = [&](int count) {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < count; ++i) {
            clients.push_back(std::make_unique<RawClient>(server));
            clients.back()->send(handshake("ada" + QByteArray::number(i)));
        }
        while (server.hub.sessionCount() < count)
            QCoreApplication::processEvents();
        for (QTcpSocket *socket : server.gateway.findChildren<QTcpSocket *>())
            stillSearched += QObject::disconnect(socket, nullptr, webSocketServer, nullptr) ? 1 : 0;
        for (const auto &client : clients)
            client->socket.abort();
        QElapsedTimer clock;
        clock.start();
        while (server.stats.openConnections > 0)
            QCoreApplication::processEvents();
        return double(clock.nsecsElapsed()) / count;
    };
    nsPerLeaving(100);
    const double few = nsPerLeaving(200);
    const double many = nsPerLeaving(2'000);
    QVERIFY2(many < 10 * few, qPrintable(u"%1 ns, %2 ns"_s.arg(few).arg(many)));
    QCOMPARE(server.frames.closedIds.size(), 2'300);
    QCOMPARE(stillSearched, 0);
}

void TestHubLoad::idleConnectionsAreSmall()
{
#ifndef Q_OS_LINUX
    QSKIP("Reads /proc.");
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("A sanitizer's memory is not ours.");
#else
    const auto residentKb = [] {
        QFile file(u"/proc/self/statm"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4 : 0;
    };
    GatewayFixture server;
    std::vector<int> clients; // plain descriptors, so that what grows is the server's
    const auto connectMany = [&](int count) {
        for (int i = 0; i < count; ++i) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port);
            socket.waitForConnected();
            clients.push_back(::dup(int(socket.socketDescriptor())));
            const QByteArray head = handshake("ada", "Cookie: " + QByteArray(500, 'c') + "\r\n");
            QCOMPARE(::write(clients.back(), head.constData(), size_t(head.size())), head.size());
            while (server.hub.sessionCount() < qsizetype(clients.size()))
                QCoreApplication::processEvents();
        }
    };
    connectMany(500);
    const qint64 before = residentKb();
    connectMany(2'000);
    const double each = double(residentKb() - before) / 2'000;
    qInfo("%.1f KB of resident memory for each idle connection", each);
    QVERIFY(each < 32);
    for (int fd : clients)
        ::close(fd);
    QTRY_COMPARE(server.stats.openConnections, 0);
#endif
}

HEARTH_GATEWAY_TEST_MAIN(TestHubLoad)
#include "tst_hubload.moc"
