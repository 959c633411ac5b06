// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/gateway.h"

#include <QCoroTimer>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>

// A gateway on a loopback port with the parts behind it faked, and the clients that torment it.
namespace Hearth::Testing {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// Greets who opens unless told not to, and notes the rest.
class FakeFrames : public FrameHandler
{
public:
    explicit FakeFrames(Hub &hub)
        : m_hub(hub)
    { }

    void opened(const Caller &caller) override
    {
        openedCallers += caller;
        if (greets)
            m_hub.greet(*caller.connection, "{\"type\":\"hello\"}");
    }
    void handle(const Caller &caller, const ClientRequest &request) override
    {
        handledIds += request.id.value_or(QString());
        if (echoes && request.id)
            m_hub.send(*caller.connection, encode(Ack{*request.id, {}}));
    }
    void closed(const Caller &caller) override { closedIds += *caller.connection; }

    bool greets = true;
    bool echoes = true;
    QList<Caller> openedCallers;
    QStringList handledIds;
    QList<ConnectionId> closedIds;

private:
    Hub &m_hub;
};

// The token is the user's name; "expired" and what does not start with a letter is refused.
inline QCoro::Task<Result<Caller>> authenticateFake(HttpRequest request)
{
    const QByteArray header = request.header("authorization");
    if (!header.startsWith("Bearer "))
        co_return fail(ErrorCode::Unauthorized, u"A token is needed."_s);
    const QString name = QString::fromUtf8(header.sliced(7));
    if (name.startsWith("slow"_L1))
        co_await QCoro::sleepFor(20ms);
    if (name == "bad"_L1)
        co_return fail(ErrorCode::Unauthorized, u"The token is not valid."_s);
    Caller caller;
    caller.userId = name;
    caller.sessionId = u"session-"_s + name;
    co_return caller;
}

struct GatewayFixture {
    explicit GatewayFixture(const std::function<void(GatewayConfig &)> &change = {})
        : config(makeConfig(change))
    {
        hub.setHandler(&frames);
        router.addPublic("GET", u"/hello"_s, [](HttpRequest request) -> QCoro::Task<Result<HttpResponse>> {
            co_return HttpResponse{200, "text/plain", "hello " + request.query.query().toUtf8()};
        });
        router.addPublic("POST", u"/echo"_s, [](HttpRequest request) -> QCoro::Task<Result<HttpResponse>> {
            co_return HttpResponse{200, "application/octet-stream", request.body};
        });
        router.addPublic("GET", u"/slow"_s, [this](HttpRequest request) -> QCoro::Task<Result<HttpResponse>> {
            ++slowStarted;
            do {
                co_await QCoro::sleepFor(5ms);
            } while (slowHeld);
            ++slowFinished;
            co_return HttpResponse{200, "text/plain", "slow " + request.query.query().toUtf8()};
        });
        router.addPublic("GET", u"/large"_s, [](HttpRequest) -> QCoro::Task<Result<HttpResponse>> {
            co_return HttpResponse{200, "text/plain", QByteArray(200'000, 'x')};
        });
        router.add("GET", u"/api/v1/me"_s,
                   [](HttpRequest, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
                       co_return HttpResponse{200, "text/plain", caller.userId.toUtf8()};
                   });
        port = gateway.listen().value_or(0);
    }

    static GatewayConfig makeConfig(const std::function<void(GatewayConfig &)> &change)
    {
        GatewayConfig config;
        config.port = 0;
        config.drainGrace = 20ms;
        if (change)
            change(config);
        return config;
    }

    [[nodiscard]] QUrl url(const QString &token) const
    {
        return QUrl(u"ws://127.0.0.1:%1/ws?token=%2"_s.arg(port).arg(token));
    }

    bool slowHeld = false; // while it is, /slow is not answered
    int slowStarted = 0;
    int slowFinished = 0;
    const GatewayConfig config;
    GatewayStats stats;
    Hub hub{config, stats};
    FakeFrames frames{hub};
    Router router{authenticateFake};
    Gateway gateway{config, stats, hub, router, authenticateFake};
    quint16 port = 0;
};

// A client that sends exactly the bytes it is told to.
class RawClient
{
public:
    explicit RawClient(const GatewayFixture &server) { connectTo(server.port); }
    explicit RawClient(quint16 port) { connectTo(port); }

    void send(const QByteArray &bytes)
    {
        socket.write(bytes);
        socket.flush();
    }
    const QByteArray &received()
    {
        m_received += socket.readAll();
        return m_received;
    }
    [[nodiscard]] bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }
    void forget() { m_received.clear(); }

    QTcpSocket socket;

private:
    void connectTo(quint16 port)
    {
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        socket.waitForConnected();
    }
    QByteArray m_received;
};

inline QByteArray handshake(const QByteArray &token, const QByteArray &extraHeaders = {})
{
    return "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
           "Authorization: Bearer "
        + token + "\r\n" + extraHeaders + "\r\n";
}

// A client frame; the mask is zero, which leaves the payload as it is.
inline QByteArray clientFrame(char firstByte, const QByteArray &payload)
{
    QByteArray frame(1, firstByte);
    const qsizetype size = payload.size();
    if (size < 126) {
        frame += char(0x80 | size);
    } else if (size <= 0xffff) {
        frame += char(0x80 | 126);
        frame += char(size >> 8);
        frame += char(size);
    } else {
        frame += char(0x80 | 127);
        for (int shift = 56; shift >= 0; shift -= 8)
            frame += char(quint64(size) >> shift);
    }
    return frame + QByteArray(4, '\0') + payload;
}

inline QByteArray textFrameOf(const QByteArray &json)
{
    return clientFrame(char(0x81), json);
}

// The code of the close frame at the end of what was received; 0 when there is none.
inline int closeCodeIn(const QByteArray &received)
{
    const qsizetype at = received.lastIndexOf(char(0x88));
    if (at < 0 || at + 4 > received.size())
        return 0;
    return (uchar(received[at + 2]) << 8) | uchar(received[at + 3]);
}

inline NewMessage message(int number, qsizetype size = 1)
{
    NewMessage frame;
    frame.data.id = QString::number(number);
    frame.data.content = QString(size, u'c');
    return frame;
}

// The numbers of the messages that a client was sent, in their order.
inline QList<int> numbersIn(const QStringList &texts)
{
    QList<int> numbers;
    for (const QString &text : texts) {
        const auto frame = decodeServerFrame(text.toUtf8());
        if (frame && *frame && std::holds_alternative<NewMessage>(**frame))
            numbers += std::get<NewMessage>(**frame).data.id.toInt();
    }
    return numbers;
}

// A well-behaved client that keeps the text frames it got.
class WebSocketClient
{
public:
    WebSocketClient(const GatewayFixture &server, const QString &token)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [this](const QString &text) { texts += text; });
        socket.open(server.url(token));
    }
    [[nodiscard]] bool isOpen() const { return !texts.isEmpty(); } // hello came
    [[nodiscard]] bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    QWebSocket socket;
    QStringList texts;
};

} // namespace Hearth::Testing

// As the server runs: on its own event dispatcher.
#define HEARTH_GATEWAY_TEST_MAIN(Test) \
    int main(int argc, char **argv) \
    { \
        Hearth::installEventDispatcher(); \
        const QCoreApplication app(argc, argv); \
        Test test; \
        return QTest::qExec(&test, argc, argv); \
    }
