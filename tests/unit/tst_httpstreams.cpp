// SPDX-License-Identifier: Apache-2.0
#include "gateway/eventdispatcher.h"
#include "unit/gatewayfixture.h"

using namespace Hearth;
using namespace Hearth::Testing;

namespace {

constexpr qint64 uploadLimit = 100'000'000;

// A route that takes bodies as they come, and what it was given.
struct Sink {
    explicit Sink(GatewayFixture &server)
    {
        server.router.addUpload("POST", u"/api/v1/files"_s, uploadLimit,
                                [this](HttpRequest request, Caller caller, PathArguments) {
                                    return take(std::move(request), std::move(caller));
                                });
        server.router.addUpload("POST", u"/api/v1/unread"_s, uploadLimit,
                                [](HttpRequest, Caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
                                    co_return fail(ErrorCode::Conflict, u"Not now."_s);
                                });
    }

    QCoro::Task<Result<HttpResponse>> take(HttpRequest request, Caller caller)
    {
        ++begun;
        while (true) {
            while (held)
                co_await QCoro::sleepFor(5ms);
            const auto piece = co_await request.stream();
            if (!piece) {
                failed += piece.error().code;
                co_return fail(piece.error());
            }
            if (piece->isEmpty())
                break;
            largest = std::max(largest, piece->size());
            bytes += piece->size();
            body += piece->left(keeps);
        }
        co_return HttpResponse{201, "text/plain", caller.userId.toUtf8() + ' ' + QByteArray::number(bytes)};
    }

    bool held = false;
    qsizetype keeps = 1'000; // of each piece
    int begun = 0;
    qint64 bytes = 0;
    qsizetype largest = 0;
    QByteArray body;
    QList<ErrorCode> failed;
};

QByteArray post(const QByteArray &headers, const QByteArray &path = "/api/v1/files")
{
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ada\r\n" + headers + "\r\n";
}

// A route that streams 'a's, as many as the query says; `pieces` counts what was asked for.
struct Source {
    explicit Source(GatewayFixture &server)
    {
        server.router.addPublic("GET", u"/stream"_s,
                                [this](HttpRequest request) { return give(std::move(request)); });
    }

    QCoro::Task<Result<HttpResponse>> give(HttpRequest request)
    {
        const auto left = std::make_shared<qint64>(request.query.query().toLongLong());
        HttpResponse response{200, "application/octet-stream"};
        response.streamBytes = *left;
        response.stream = [this, left]() -> QCoro::Task<Result<QByteArray>> {
            Source &self = *this;
            const auto remaining = left;
            co_await QCoro::sleepFor(0ms);
            ++self.pieces;
            if (self.pieces == self.failsAt)
                co_return fail(ErrorCode::Unavailable, u"The disk is gone."_s);
            const qint64 bytes = std::min(*remaining, qint64(100'000));
            *remaining -= bytes;
            co_return QByteArray(bytes, 'a');
        };
        co_return response;
    }

    int pieces = 0;
    int failsAt = -1;
};

} // namespace

class TestHttpStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUploadArrivesHoweverItIsCut_data();
    void anUploadArrivesHoweverItIsCut();
    void aLargeUploadIsGivenInPieces();
    void theClientWaitsWhileTheSinkIsBusy();
    void theTokenIsCheckedBeforeTheBodyIsAskedFor();
    void continueIsSaidWhenTheBodyIsWanted();
    void attack50_aBodyThatSaysItIsTooLargeIsNotRead();
    void attack50_chunksBeyondTheLimitAreRefused();
    void attack50_aShortBodyIsNoUpload();
    void attack56_malformedChunksAreRefused();
    void anUploadThatStopsTimesOut();
    void aSlowUploadIsNotCutOff();
    void requestsBehindAnUploadAreAnswered();
    void anAnswerBeforeTheBodyEndsTheConnection();
    void otherBodiesKeepTheirLimit();
    void aStreamedAnswerArrivesWhole();
    void aSlowReaderHoldsTheSourceBack();
    void anAnswerThatBreaksOffEndsTheConnection();
    void headHasTheLengthAndNoBody();
    void aReaderThatLeavesStopsTheSource();
    void aReaderThatTakesNothingIsDropped();
};

void TestHttpStreams::anUploadArrivesHoweverItIsCut_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("length") << post("Content-Length: 9\r\n") + "wikipedia";
    QTest::newRow("chunks") << post("Transfer-Encoding: chunked\r\n")
            + "4;name=value\r\nwiki\r\n5\r\npedia\r\n0\r\nTrailer: x\r\n\r\n";
}

void TestHttpStreams::anUploadArrivesHoweverItIsCut()
{
    QFETCH(QByteArray, request);
    for (qsizetype cut = 1; cut < request.size(); ++cut) {
        GatewayFixture server;
        Sink sink(server);
        RawClient client(server);
        client.send(request.first(cut));
        QCoreApplication::processEvents();
        client.send(request.sliced(cut));
        QTRY_VERIFY(client.received().endsWith("ada 9"));
        QCOMPARE(sink.body, QByteArray("wikipedia"));
    }
    GatewayFixture server;
    Sink sink(server);
    RawClient client(server);
    for (char byte : request) {
        client.send(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(client.received().endsWith("ada 9"));
    QCOMPARE(sink.body, QByteArray("wikipedia"));
}

void TestHttpStreams::aLargeUploadIsGivenInPieces()
{
    GatewayFixture server;
    Sink sink(server);
    RawClient client(server);
    client.send(post("Content-Length: 50000000\r\n") + QByteArray(50'000'000, 'x'));
    QTRY_VERIFY_WITH_TIMEOUT(client.received().endsWith("ada 50000000"), 20'000);
    QVERIFY(sink.largest <= 256 * 1024);
}

void TestHttpStreams::theClientWaitsWhileTheSinkIsBusy()
{
    GatewayFixture server;
    Sink sink(server);
    sink.held = true;
    RawClient client(server);
    client.send(post("Content-Length: 50000000\r\n") + QByteArray(50'000'000, 'x'));
    QTRY_COMPARE(sink.begun, 1);
    // What both kernels and the server's buffer hold, and not a byte more.
    qint64 before = -1;
    QTRY_VERIFY((std::exchange(before, client.socket.bytesToWrite()) == client.socket.bytesToWrite()
                 && client.socket.bytesToWrite() < 50'000'000));
    QVERIFY(client.socket.bytesToWrite() > 30'000'000);
    QCOMPARE(sink.bytes, 0);
    sink.held = false;
    QTRY_VERIFY_WITH_TIMEOUT(client.received().endsWith("ada 50000000"), 20'000);
}

void TestHttpStreams::theTokenIsCheckedBeforeTheBodyIsAskedFor()
{
    for (const char *token : {"bad", "slow bad"}) {
        GatewayFixture server;
        Sink sink(server);
        RawClient client(server);
        client.send("POST /api/v1/files HTTP/1.1\r\nHost: x\r\nAuthorization: Basic " + QByteArray(token)
                    + "\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n");
        QTRY_VERIFY(client.isClosed());
        QVERIFY(client.received().startsWith("HTTP/1.1 401 "));
        QCOMPARE(sink.begun, 0);
    }
}

void TestHttpStreams::continueIsSaidWhenTheBodyIsWanted()
{
    GatewayFixture server;
    Sink sink(server);
    sink.held = true;
    RawClient client(server);
    client.send(post("Content-Length: 2\r\nExpect: 100-continue\r\n"));
    QTRY_COMPARE(sink.begun, 1);
    QVERIFY(client.received().isEmpty());
    sink.held = false;
    QTRY_COMPARE(client.received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("ok");
    QTRY_VERIFY(client.received().endsWith("ada 2"));
    QCOMPARE(client.received().count("100 Continue"), 1);
}

void TestHttpStreams::attack50_aBodyThatSaysItIsTooLargeIsNotRead()
{
    GatewayFixture server;
    Sink sink(server);
    RawClient client(server);
    client.send(post("Content-Length: 100000001\r\nExpect: 100-continue\r\n"));
    QTRY_VERIFY(client.received().startsWith("HTTP/1.1 413 "));
    QVERIFY(client.received().contains("\"too_large\""));
    QTRY_VERIFY(client.isClosed());
    // Whoever sends on anyway still reads why.
    RawClient stubborn(server);
    stubborn.send(post("Content-Length: 200000000\r\n") + QByteArray(8'000'000, 'a'));
    QTRY_VERIFY(stubborn.isClosed());
    QVERIFY(stubborn.received().startsWith("HTTP/1.1 413 "));
    QCOMPARE(sink.bytes, 0);
    QCOMPARE(sink.failed, QList<ErrorCode>(2, ErrorCode::TooLarge));
}

void TestHttpStreams::attack50_chunksBeyondTheLimitAreRefused()
{
    GatewayFixture server;
    Sink sink(server);
    server.router.addUpload("POST", u"/api/v1/small"_s, 1'000,
                            [&sink](HttpRequest request, Caller caller, PathArguments) {
                                return sink.take(std::move(request), std::move(caller));
                            });
    RawClient client(server);
    client.send(post("Transfer-Encoding: chunked\r\n", "/api/v1/small") + "3e8\r\n" + QByteArray(1'000, 'a')
                + "\r\n");
    QTRY_COMPARE(sink.bytes, 1'000);
    QVERIFY(client.received().isEmpty());
    client.send("1\r\na\r\n");
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().startsWith("HTTP/1.1 413 "));
    QCOMPARE(sink.failed, QList<ErrorCode>{ErrorCode::TooLarge});
}

void TestHttpStreams::attack50_aShortBodyIsNoUpload()
{
    GatewayFixture server;
    Sink sink(server);
    {
        RawClient waiting(server); // leaves while more is wanted
        waiting.send(post("Content-Length: 100\r\n") + "only this");
        QTRY_COMPARE(sink.bytes, 9);
        waiting.socket.abort();
        QTRY_COMPARE(sink.failed.size(), 1);
    }
    sink.held = true;
    RawClient held(server); // leaves while the sink is busy, with all of the body on its way
    held.send(post("Transfer-Encoding: chunked\r\n") + "5\r\nhello\r\n");
    QTRY_COMPARE(sink.begun, 2);
    held.socket.abort();
    QTRY_COMPARE(server.stats.openConnections, 0);
    sink.held = false;
    QTRY_COMPARE(sink.failed.size(), 2);
    QCOMPARE(sink.bytes, 9);
}

void TestHttpStreams::attack56_malformedChunksAreRefused()
{
    for (const QByteArray &chunks :
         {QByteArray("xyz\r\n\r\n"), QByteArray("5\r\nhelloworld"), "1;" + QByteArray(300'000, 'a')}) {
        GatewayFixture server;
        Sink sink(server);
        RawClient client(server);
        client.send(post("Transfer-Encoding: chunked\r\n") + chunks);
        QTRY_VERIFY(client.isClosed());
        QVERIFY2(client.received().startsWith("HTTP/1.1 400 "), client.received().constData());
        QCOMPARE(sink.failed.size(), 1);
    }
}

void TestHttpStreams::anUploadThatStopsTimesOut()
{
    GatewayFixture server([](GatewayConfig &config) { config.uploadIdleTimeout = 50ms; });
    Sink sink(server);
    RawClient client(server);
    client.send(post("Content-Length: 100\r\n") + "then silence");
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().startsWith("HTTP/1.1 408 "));
    QCOMPARE(sink.failed, QList<ErrorCode>{ErrorCode::Unavailable});
}

void TestHttpStreams::aSlowUploadIsNotCutOff()
{
    GatewayFixture server([](GatewayConfig &config) { config.handshakeTimeout = 50ms; });
    Sink sink(server);
    RawClient client(server);
    client.send(post("Content-Length: 20\r\n"));
    QTimer drip;
    int sent = 0;
    connect(&drip, &QTimer::timeout, &drip, [&] {
        client.send("a");
        if (++sent == 20)
            drip.stop();
    });
    drip.start(10ms); // 200 ms in all
    QTRY_VERIFY(client.received().endsWith("ada 20"));
}

void TestHttpStreams::requestsBehindAnUploadAreAnswered()
{
    GatewayFixture server;
    Sink sink(server);
    RawClient client(server);
    const QByteArray length = post("Content-Length: 5\r\n") + "hello";
    const QByteArray chunks = post("Transfer-Encoding: chunked\r\n") + "5\r\nhello\r\n0\r\n\r\n";
    const QByteArray get = "GET /hello?1 HTTP/1.1\r\nHost: x\r\n\r\n";
    client.send(length + get + chunks + chunks + post("Content-Length: 0\r\n") + length + get);
    QTRY_COMPARE(client.received().count("HTTP/1.1 201 "), 5);
    QTRY_COMPARE(client.received().count("hello 1"), 2);
    QCOMPARE(sink.body, QByteArray("hello").repeated(4));
    QVERIFY(client.received().endsWith("hello 1"));
    client.send(get);
    QTRY_COMPARE(client.received().count("hello 1"), 3);
    QCOMPARE(server.stats.accepted, quint64(1));
}

void TestHttpStreams::anAnswerBeforeTheBodyEndsTheConnection()
{
    GatewayFixture server;
    Sink sink(server);
    RawClient client(server);
    client.send(post("Content-Length: 100\r\n", "/api/v1/unread") + "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().startsWith("HTTP/1.1 409 "));
    QVERIFY(client.received().contains("Connection: close\r\n"));
    QCOMPARE(client.received().count("HTTP/1.1 "), 1); // what is inside a body is no request
}

void TestHttpStreams::otherBodiesKeepTheirLimit()
{
    GatewayFixture server;
    Sink sink(server);
    RawClient client(server);
    client.send(post("Content-Length: 5\r\n") + "hello");
    QTRY_VERIFY(client.received().endsWith("ada 5"));
    client.forget();
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n");
    QTRY_VERIFY(client.received().startsWith("HTTP/1.1 413 "));
}

void TestHttpStreams::aStreamedAnswerArrivesWhole()
{
    GatewayFixture server;
    Source source(server);
    RawClient client(server);
    client.send(
        "GET /stream?20000000 HTTP/1.1\r\nHost: x\r\n\r\nGET /hello?next HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY_WITH_TIMEOUT(client.received().endsWith("hello next"), 20'000);
    QVERIFY(client.received().contains("\r\nContent-Length: 20000000\r\n"));
    QVERIFY(client.received().contains("\r\n\r\n" + QByteArray(20'000'000, 'a') + "HTTP/1.1 200 "));
}

void TestHttpStreams::aSlowReaderHoldsTheSourceBack()
{
    GatewayFixture server;
    Source source(server);
    RawClient client(server);
    client.socket.setReadBufferSize(1);
    client.send("GET /stream?100000000 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    int before = 0;
    QTRY_VERIFY(source.pieces > 0 && std::exchange(before, source.pieces) == source.pieces);
    QVERIFY(source.pieces < 300); // of 1 000: the kernels' buffers take some megabytes
    client.socket.setReadBufferSize(0);
    QTRY_VERIFY_WITH_TIMEOUT(client.received().size() > 100'000'000, 30'000);
    QTRY_VERIFY(client.isClosed());
}

void TestHttpStreams::anAnswerThatBreaksOffEndsTheConnection()
{
    GatewayFixture server;
    Source source(server);
    source.failsAt = 3;
    RawClient client(server);
    client.send("GET /stream?1000000 HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().size() < 1'000'000);
    QCOMPARE(client.received().count("HTTP/1.1 "), 1);
    QTRY_COMPARE(server.stats.openConnections, 0);
}

void TestHttpStreams::headHasTheLengthAndNoBody()
{
    GatewayFixture server;
    Source source(server);
    RawClient client(server);
    client.send("HEAD /stream?5000 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().contains("\r\nContent-Length: 5000\r\n"));
    QVERIFY(client.received().endsWith("\r\n\r\n"));
    QCOMPARE(source.pieces, 0);
}

void TestHttpStreams::aReaderThatLeavesStopsTheSource()
{
    GatewayFixture server;
    Source source(server);
    RawClient client(server);
    client.send("GET /stream?100000000 HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(source.pieces > 3);
    client.socket.abort();
    QTRY_COMPARE(server.stats.openConnections, 0);
    QVERIFY(source.pieces < 900);
}

void TestHttpStreams::aReaderThatTakesNothingIsDropped()
{
    GatewayFixture server([](GatewayConfig &config) { config.idleTimeout = 100ms; });
    Source source(server);
    RawClient client(server);
    client.socket.setReadBufferSize(1);
    client.send("GET /stream?100000000 HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(source.pieces > 0);
    QTRY_COMPARE(server.stats.openConnections, 0);
}

HEARTH_GATEWAY_TEST_MAIN(TestHttpStreams)
#include "tst_httpstreams.moc"
