// SPDX-License-Identifier: Apache-2.0
#include "gateway/eventdispatcher.h"
#include "unit/gatewayfixture.h"

#include <thread>

using namespace Hearth;
using namespace Hearth::Testing;

class TestHttpConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsAnswered();
    void theConnectionIsKeptUnlessTheClientSaysOtherwise();
    void theAbsoluteFormAsksForItsPath();
    void pipelinedRequestsAreAnsweredInOrder();
    void requestsArriveInPieces();
    void bodiesOfBothKindsAreRead();
    void aClientThatExpects100IsToldToContinue();
    void headAnswersAsGetWithoutTheBody();
    void requestIdsAreTakenOverOnlyWhenTheyAreSafe();
    void attack58_privateAnswersAreNotCached();
    void attack57_corsAllowsExactlyTheListedOrigins();
    void attack56_malformedRequestsAreRefused_data();
    void attack56_malformedRequestsAreRefused();
    void attack56_aHeadThatIsTooLargeIsRefused();
    void aBodyThatIsTooLargeIsRefusedAsSoonAsItIsKnown();
    void aClientThatSendsOnAfterARefusalStillReadsIt();
    void attack23_slowRequestsTimeOut();
    void whoWasNotHeardInTimeIsNotBlamed();
    void idleConnectionsAreClosed();
    void aClientMayLeaveBeforeItsAnswer();
    void aClientThatTakesNoAnswersIsGivenNoMore();
};

void TestHttpConnection::aRequestIsAnswered()
{
    GatewayFixture server;
    RawClient client(server);
    client.send("GET /hello?a=b+c HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(client.received().endsWith("hello a=b c"));
    QVERIFY(client.received().startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(client.received().contains("\r\nContent-Length: 11\r\n"));
    QVERIFY(client.received().contains("\r\nDate: "));
    QVERIFY(client.received().contains("\r\nX-Request-ID: "));
    QCOMPARE(server.stats.requests, quint64(1));
}

void TestHttpConnection::theConnectionIsKeptUnlessTheClientSaysOtherwise()
{
    GatewayFixture server;
    RawClient client(server);
    client.send("GET /hello?1 HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(client.received().endsWith("hello 1"));
    client.send("GET /hello?2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().endsWith("hello 2"));
    QVERIFY(client.received().contains("\r\nConnection: close\r\n"));
    QCOMPARE(server.stats.accepted, quint64(1));

    RawClient old(server);
    old.send("GET /hello?3 HTTP/1.0\r\n\r\n");
    QTRY_VERIFY(old.isClosed());
    QVERIFY(old.received().endsWith("hello 3"));
}

void TestHttpConnection::theAbsoluteFormAsksForItsPath()
{
    GatewayFixture server;
    RawClient client(server);
    client.send("GET http://x:9097/hello?1 HTTP/1.1\r\nHost: x:9097\r\n\r\n");
    QTRY_VERIFY(client.received().endsWith("hello 1"));
    client.send("GET https://x/hello?2 HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(client.received().endsWith("hello 2"));
}

void TestHttpConnection::pipelinedRequestsAreAnsweredInOrder()
{
    GatewayFixture server;
    RawClient client(server);
    client.send("GET /slow?1 HTTP/1.1\r\nHost: x\r\n\r\n"
                "GET /hello?2 HTTP/1.1\r\nHost: x\r\n\r\n"
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\nthree!"
                "GET /hello?4 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QTRY_VERIFY(client.isClosed());
    const QByteArray answers = client.received();
    const auto at = [&answers](const char *body) { return answers.indexOf(QByteArray("\r\n\r\n") + body); };
    QVERIFY(at("slow 1") > 0);
    QVERIFY(at("hello 2") > at("slow 1"));
    QVERIFY(at("three!") > at("hello 2"));
    QVERIFY(at("hello 4") > at("three!"));
}

void TestHttpConnection::requestsArriveInPieces()
{
    GatewayFixture server;
    RawClient client(server);
    const QByteArray request = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                               "4;name=value\r\nwiki\r\n5\r\npedia\r\n0\r\n\r\n";
    for (char byte : request) {
        client.send(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(client.received().endsWith("wikipedia"));
}

void TestHttpConnection::bodiesOfBothKindsAreRead()
{
    GatewayFixture server;
    RawClient client(server);
    const QByteArray body(1'000'000, 'b');
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" + body);
    QTRY_VERIFY(client.received().endsWith(body));
    client.forget();
    QByteArray chunks;
    for (int i = 0; i < 10; ++i)
        chunks += "186a0\r\n" + body.left(100'000) + "\r\n";
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks
                + "0\r\n\r\n");
    QTRY_VERIFY(client.received().endsWith(body));
}

void TestHttpConnection::aClientThatExpects100IsToldToContinue()
{
    GatewayFixture server;
    RawClient client(server);
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    QTRY_COMPARE(client.received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("ok");
    QTRY_VERIFY(client.received().endsWith("\r\n\r\nok"));
}

void TestHttpConnection::headAnswersAsGetWithoutTheBody()
{
    GatewayFixture server;
    RawClient client(server);
    client.send("HEAD /hello?1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().contains("\r\nContent-Length: 7\r\n"));
    QVERIFY(client.received().endsWith("\r\n\r\n"));
}

void TestHttpConnection::requestIdsAreTakenOverOnlyWhenTheyAreSafe()
{
    GatewayFixture server;
    RawClient client(server);
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\nX-Request-ID: trace-1.a_B\r\n\r\n");
    QTRY_VERIFY(client.received().contains("X-Request-ID: trace-1.a_B\r\n"));
    client.forget();
    client.send("GET /nowhere HTTP/1.1\r\nHost: x\r\nX-Request-ID: <script>\r\n\r\n");
    QTRY_VERIFY(client.received().contains("\"not_found\""));
    QVERIFY(!client.received().contains("script"));
    const QRegularExpression sameInBoth(u"X-Request-ID: ([0-9a-f-]{36})\r\n.*\"request_id\":\"\\1\""_s,
                                        QRegularExpression::DotMatchesEverythingOption);
    QVERIFY(sameInBoth.match(QString::fromUtf8(client.received())).hasMatch());
}

void TestHttpConnection::attack58_privateAnswersAreNotCached()
{
    GatewayFixture server;
    RawClient client(server);
    client.send("GET /api/v1/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ada\r\n\r\n");
    QTRY_VERIFY(client.received().endsWith("ada"));
    QVERIFY(client.received().contains("Cache-Control: private, no-store\r\n"));
    client.forget();
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(client.received().endsWith("hello "));
    QVERIFY(!client.received().contains("Cache-Control"));
}

void TestHttpConnection::attack57_corsAllowsExactlyTheListedOrigins()
{
    GatewayFixture server([](GatewayConfig &config) { config.corsOrigins = {u"https://app.example"_s}; });
    RawClient client(server);
    client.send("OPTIONS /api/v1/me HTTP/1.1\r\nHost: x\r\nOrigin: https://app.example\r\n"
                "Access-Control-Request-Method: PUT\r\n\r\n");
    QTRY_VERIFY(client.received().startsWith("HTTP/1.1 204 "));
    QVERIFY(client.received().contains("Access-Control-Allow-Origin: https://app.example\r\n"));
    QVERIFY(client.received().contains("Access-Control-Allow-Methods: "));
    for (const char *origin :
         {"https://app.example.evil.org", "https://sub.app.example", "null", "HTTPS://app.example"}) {
        client.forget();
        client.send("GET /hello HTTP/1.1\r\nHost: x\r\nOrigin: " + QByteArray(origin) + "\r\n\r\n");
        QTRY_VERIFY(client.received().endsWith("hello "));
        QVERIFY(!client.received().contains("Access-Control-Allow-Origin"));
        QVERIFY(client.received().contains("Vary: Origin\r\n"));
    }
}

void TestHttpConnection::attack56_malformedRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status = 400) {
        QTest::newRow(name) << request << status;
    };
    const QByteArray post = "POST /echo HTTP/1.1\r\nHost: x\r\n";
    row("length and chunks", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("chunks and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
    row("two lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello");
    row("two codings", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n");
    row("unknown coding", post + "Transfer-Encoding: gzip\r\n\r\nhello");
    row("coding before chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
    row("coding with a blank", post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n");
    row("chunks in HTTP/1.0", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("negative length", post + "Content-Length: -1\r\n\r\n");
    row("signed length", post + "Content-Length: +5\r\n\r\nhello");
    row("list of lengths", post + "Content-Length: 5, 5\r\n\r\nhello");
    row("the same length twice", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello");
    row("bad chunk size", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n");
    row("endless chunk line", post + "Transfer-Encoding: chunked\r\n\r\n1;" + QByteArray(70'000, 'a'));
    row("folded line", "GET /hello HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c\r\n\r\n");
    row("bare line feeds", "GET /hello HTTP/1.1\nHost: x\n\nGET /hello HTTP/1.1\r\n\r\n", 505);
    row("bare line feed in a field", "GET /hello HTTP/1.1\r\nHost: x\nX-A: b\r\n\r\n");
    row("NUL in a field", QByteArray("GET /hello HTTP/1.1\r\nHost: x\r\nX-A: b") + '\0' + "c\r\n\r\n");
    row("no host", "GET /hello HTTP/1.1\r\n\r\n");
    row("two hosts", "GET /hello HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n");
    row("absolute form of another host", "GET http://y/hello HTTP/1.1\r\nHost: x\r\n\r\n");
    row("absolute form of a longer name", "GET http://xy/hello HTTP/1.1\r\nHost: x\r\n\r\n");
    row("absolute form with a name", "GET http://y@x/hello HTTP/1.1\r\nHost: x\r\n\r\n");
    row("absolute form of another scheme", "GET ftp://x/hello HTTP/1.1\r\nHost: x\r\n\r\n");
    row("absolute form without a host", "GET http:///hello HTTP/1.0\r\n\r\n");
    row("authority form", "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n");
    row("asterisk form", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n");
    row("path with NUL", "GET /hello%00 HTTP/1.1\r\nHost: x\r\n\r\n");
    row("path not UTF-8", "GET /%ff HTTP/1.1\r\nHost: x\r\n\r\n");
    row("no HTTP", "\x16\x03\x01\x02 is this TLS?\r\n\r\n");
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("trace", "TRACE /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 405);
    row("lower-case method", "get /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 405);
}

void TestHttpConnection::attack56_malformedRequestsAreRefused()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    GatewayFixture server;
    RawClient client(server);
    client.send(request);
    QTRY_VERIFY(client.isClosed());
    const QByteArray answer = client.received();
    QVERIFY2(answer.startsWith("HTTP/1.1 " + QByteArray::number(status)), answer.constData());
    QVERIFY(answer.contains("Content-Type: application/problem+json\r\n"));
    QVERIFY(answer.contains("\"status\":" + QByteArray::number(status)));
    QVERIFY(answer.contains("Connection: close\r\n"));
    QCOMPARE(answer.count("X-Request-ID: "), 1);
    QVERIFY(server.stats.requests <= 1);
}

void TestHttpConnection::attack56_aHeadThatIsTooLargeIsRefused()
{
    GatewayFixture server;
    RawClient complete(server);
    complete.send("GET /hello HTTP/1.1\r\nHost: x\r\nX-A: " + QByteArray(17'000, 'a') + "\r\n\r\n");
    RawClient endless(server);
    endless.send("GET /" + QByteArray(40'000, 'a'));
    RawClient manyFields(server);
    manyFields.send("GET /hello HTTP/1.1\r\nHost: x\r\n" + QByteArray("a: b\r\n").repeated(10'000) + "\r\n");
    for (RawClient *client : {&complete, &endless, &manyFields}) {
        QTRY_VERIFY(client->isClosed());
        QVERIFY(client->received().startsWith("HTTP/1.1 431 "));
    }
}

void TestHttpConnection::aBodyThatIsTooLargeIsRefusedAsSoonAsItIsKnown()
{
    GatewayFixture server;
    RawClient announced(server);
    announced.send(
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\nExpect: 100-continue\r\n\r\n");
    QTRY_VERIFY(announced.received().startsWith("HTTP/1.1 413 "));
    RawClient chunked(server);
    chunked.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n200000\r\n");
    chunked.send(QByteArray(1'100'000, 'a'));
    QTRY_VERIFY(chunked.received().startsWith("HTTP/1.1 413 "));
}

void TestHttpConnection::aClientThatSendsOnAfterARefusalStillReadsIt()
{
    GatewayFixture server;
    RawClient client(server);
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 50000000\r\n\r\n"
                + QByteArray(8'000'000, 'a'));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().startsWith("HTTP/1.1 413 "));
    QVERIFY(client.received().contains("\"too_large\""));
    QVERIFY(client.received().endsWith("}"));
}

void TestHttpConnection::attack23_slowRequestsTimeOut()
{
    GatewayFixture server([](GatewayConfig &config) {
        config.handshakeTimeout = 50ms;
        config.refusalLinger = 50ms;
    });
    RawClient silent(server);
    RawClient head(server);
    head.send("GET /hello HTTP/1.1\r\nHost: x\r\nX-A: ");
    RawClient body(server);
    body.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nstill typ");
    // A byte now and then does not help.
    QTimer drip;
    QObject::connect(&drip, &QTimer::timeout, &drip, [&] {
        head.send("a");
        body.send("a");
    });
    drip.start(5ms);
    QTRY_VERIFY(silent.isClosed() && head.isClosed() && body.isClosed());
    QVERIFY(silent.received().isEmpty());
    QVERIFY(head.received().startsWith("HTTP/1.1 408 "));
    QVERIFY(body.received().startsWith("HTTP/1.1 408 "));
    QTRY_COMPARE(server.stats.openConnections, 0);
}

// The loop is busy with others for longer than a handshake may take, and comes to 32 of them first.
void TestHttpConnection::whoWasNotHeardInTimeIsNotBlamed()
{
    constexpr auto patience = 1'000ms;
    GatewayFixture server([&](GatewayConfig &config) { config.handshakeTimeout = patience; });
    std::vector<std::unique_ptr<RawClient>> clients(200);
    for (auto &client : clients)
        client = std::make_unique<RawClient>(server);
    QTRY_COMPARE(server.stats.openConnections, qint64(clients.size()));
    for (const auto &client : clients) {
        client->send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
        client->socket.flush();
    }
    std::this_thread::sleep_for(patience + 100ms);
    for (const auto &client : clients)
        QTRY_VERIFY(client->received().endsWith("hello "));
}

void TestHttpConnection::idleConnectionsAreClosed()
{
    GatewayFixture server([](GatewayConfig &config) { config.idleTimeout = 30ms; });
    RawClient client(server);
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(client.received().endsWith("hello "));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.received().count("HTTP/1.1 "), 1);
}

void TestHttpConnection::aClientMayLeaveBeforeItsAnswer()
{
    GatewayFixture server;
    server.slowHeld = true;
    {
        RawClient polite(server);
        RawClient rude(server);
        polite.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
        rude.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\nGET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(server.slowStarted, 2);
        polite.socket.close();
        rude.socket.abort();
        QTRY_COMPARE(server.stats.openConnections, 0);
        QCOMPARE(server.slowFinished, 0);
    }
    server.slowHeld = false;
    QTRY_COMPARE(server.slowFinished, 2);
    RawClient next(server);
    next.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(next.received().endsWith("hello "));
}

void TestHttpConnection::aClientThatTakesNoAnswersIsGivenNoMore()
{
    GatewayFixture server([](GatewayConfig &config) { config.idleTimeout = 200ms; });
    RawClient client(server);
    client.socket.setReadBufferSize(1);
    const int asked = 500; // of 200 KB each, far more than the kernel's buffers hold
    client.send(QByteArray("GET /large HTTP/1.1\r\nHost: x\r\n\r\n").repeated(asked));
    QTRY_VERIFY(server.stats.requests > 0);
    QTRY_COMPARE(server.stats.openConnections, 0);
    QVERIFY(server.stats.requests < quint64(asked));
}

HEARTH_GATEWAY_TEST_MAIN(TestHttpConnection)
#include "tst_httpconnection.moc"
