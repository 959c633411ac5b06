// SPDX-License-Identifier: Apache-2.0
#include "support/serverprocess.h"
#include "support/testclient.h"

#include <QJsonDocument>
#include <QTcpSocket>
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

} // namespace

// How the running server keeps off those who ask too much, and what it tells its operator.
class TestSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoSendsTooFastIsToldAndLosesNothing();
    void attack14_strangersMayTryOnlySoOften();
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

QTEST_GUILESS_MAIN(TestSafety)
#include "tst_safety.moc"
