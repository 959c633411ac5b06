// SPDX-License-Identifier: Apache-2.0
#include "gateway/eventdispatcher.h"
#include "gateway/tls.h"
#include "support/certificate.h"
#include "unit/gatewayfixture.h"

#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>

using namespace Hearth;
using namespace Hearth::Testing;

namespace {

// A client that sends exactly the bytes it is told to, over TLS, and takes any certificate.
class TlsClient
{
public:
    explicit TlsClient(quint16 port, QSsl::SslProtocol protocol = QSsl::SecureProtocols)
    {
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.setProtocol(protocol);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, port);
    }
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
    [[nodiscard]] QString issuer() const
    {
        return socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
    }

    QSslSocket socket;

private:
    QByteArray m_received;
};

} // namespace

// What the tests of HTTP and WebSockets show over TCP, where TLS makes it different.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void requestsAreAnswered();
    void oldProtocolsAreRefused();
    void anUpgradeAndItsFramesSurviveTheHandOver();
    void aRefusalIsReadThoughTheClientSendsOn();
    void closingSaysGoodbye();
    void answersWaitForASlowReader();
    void attack24_aSlowReaderIsClosedWith4008AndCostsBoundedMemory();
    void attack23_aHandshakeHasItsTime_data();
    void attack23_aHandshakeHasItsTime();
    void plainHttpIsNotAnswered();
    void drainingEndsTlsToo();
    void aNewCertificateIsForNewConnections();
    void browsersAreToldToComeBackOverTls();
    void filesThatCannotBeUsedAreNamed_data();
    void filesThatCannotBeUsedAreNamed();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QSslConfiguration tlsOf(const QString &name) const
    {
        return loadTls({path(name + ".pem"_L1), path(name + ".key"_L1)}).value();
    }

    QTemporaryDir m_dir;
};

void TestTls::initTestCase()
{
    const QDir dir(m_dir.path());
    QVERIFY(Test::makeCertificate(dir, u"one"_s));
    QVERIFY(Test::makeCertificate(dir, u"two"_s, u"rsa:2048"_s));
    QFile nothing(path(u"nothing"_s));
    QVERIFY(nothing.open(QIODevice::WriteOnly));
    nothing.write("no PEM\n");
}

void TestTls::requestsAreAnswered()
{
    for (const QString &name : {u"one"_s, u"two"_s}) {
        GatewayFixture server;
        server.gateway.setTls(tlsOf(name));
        TlsClient client(server.port);
        client.send("GET /hello?1 HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(client.received().endsWith("hello 1"));
        const QByteArray body(1'000'000, 'b');
        client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" + body);
        QTRY_VERIFY(client.received().endsWith(body));
        QCOMPARE(client.issuer(), name);
    }
}

// Debian's OpenSSL refuses them by itself, so that a handshake would show nothing.
void TestTls::oldProtocolsAreRefused()
{
    QCOMPARE(tlsOf(u"one"_s).protocol(), QSsl::TlsV1_2OrLater);
    GatewayFixture server;
    server.gateway.setTls(tlsOf(u"one"_s));
    for (const QSsl::SslProtocol protocol : {QSsl::TlsV1_2, QSsl::TlsV1_3}) {
        TlsClient client(server.port, protocol);
        QTRY_VERIFY(client.socket.isEncrypted());
        QCOMPARE(client.socket.sessionProtocol(), protocol);
    }
}

void TestTls::anUpgradeAndItsFramesSurviveTheHandOver()
{
    GatewayFixture server;
    server.gateway.setTls(tlsOf(u"one"_s));
    const QByteArray second = textFrameOf("{\"type\":\"ping\",\"id\":\"2\"}");
    TlsClient client(server.port);
    client.send(handshake("slow-ada") + textFrameOf("{\"type\":\"ping\",\"id\":\"1\"}") + second.first(9));
    QTRY_COMPARE(server.frames.handledIds, QStringList({u"1"_s}));
    client.send(second.sliced(9));
    QTRY_COMPARE(server.frames.handledIds, QStringList({u"1"_s, u"2"_s}));
    QTRY_COMPARE(client.received().count("\"ack\""), 2);
    server.hub.send(1, QByteArray(900'000, 'x'));
    QTRY_VERIFY(client.received().endsWith(QByteArray(900'000, 'x')));

    client.send(clientFrame(char(0x81), QByteArray(250'000, 'y'))); // larger than what is read at once
    QTRY_VERIFY(client.received().contains("\"invalid_json\""));
    server.hub.close(1, 4501, u"Enough."_s);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().endsWith("Enough."));
}

void TestTls::aRefusalIsReadThoughTheClientSendsOn()
{
    GatewayFixture server;
    server.gateway.setTls(tlsOf(u"one"_s));
    TlsClient client(server.port);
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 50000000\r\n\r\n"
                + QByteArray(8'000'000, 'a'));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().startsWith("HTTP/1.1 413 "));
    QVERIFY(client.received().endsWith("}"));
    QTRY_COMPARE(server.stats.openConnections, 0);
}

// A client that is told nothing could not tell the end from a cut (RFC 8446 section 6.1).
void TestTls::closingSaysGoodbye()
{
    GatewayFixture server;
    server.gateway.setTls(tlsOf(u"one"_s));
    QProcess client;
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(u"openssl"_s,
                 {u"s_client"_s, u"-quiet"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(server.port)});
    client.write("GET /hello?bye HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(client.state(), QProcess::NotRunning);
    const QByteArray said = client.readAll();
    QVERIFY2(said.contains("hello bye"), said.constData());
    QVERIFY2(!said.contains("unexpected eof"), said.constData());
    QCOMPARE(client.exitCode(), 0);
}

void TestTls::answersWaitForASlowReader()
{
    GatewayFixture server([](GatewayConfig &config) { config.idleTimeout = 2s; });
    server.gateway.setTls(tlsOf(u"one"_s));
    TlsClient client(server.port);
    QTRY_VERIFY(client.socket.isEncrypted());
    client.socket.setReadBufferSize(1'000);
    const int asked = 300; // of 200 KB each
    client.send(QByteArray("GET /large HTTP/1.1\r\nHost: x\r\n\r\n").repeated(asked));
    QTRY_VERIFY(server.stats.requests > 0);
    QTRY_COMPARE(server.stats.openConnections, 0);
    QVERIFY(server.stats.requests < quint64(asked));
}

void TestTls::attack24_aSlowReaderIsClosedWith4008AndCostsBoundedMemory()
{
    GatewayFixture server([](GatewayConfig &config) {
        config.queueBytes = 100'000;
        config.closeTimeout = 100ms;
    });
    server.gateway.setTls(tlsOf(u"one"_s));
    TlsClient client(server.port);
    QTRY_VERIFY(client.socket.isEncrypted());
    client.send(handshake("ada"));
    QTRY_COMPARE(server.hub.sessionCount(), 1);
    client.socket.setReadBufferSize(1'000);
    NewMessage frame;
    frame.data.content = QString(20'000, u'c');
    for (int i = 0; i < 20'000 && server.stats.slowCloses == 0; ++i) {
        server.hub.publish({u"ada"_s}, frame);
        QCoreApplication::processEvents();
        for (const QSslSocket *socket : server.gateway.findChildren<QSslSocket *>())
            QVERIFY(socket->bytesToWrite() + socket->encryptedBytesToWrite() < 150'000);
    }
    QCOMPARE(server.stats.slowCloses, quint64(1));
    QTRY_COMPARE(server.stats.openConnections, 0);
}

void TestTls::attack23_aHandshakeHasItsTime_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("silence") << QByteArray();
    QTest::newRow("the beginning of a hello") << QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7);
}

void TestTls::attack23_aHandshakeHasItsTime()
{
    QFETCH(QByteArray, bytes);
    GatewayFixture server([](GatewayConfig &config) { config.handshakeTimeout = 50ms; });
    server.gateway.setTls(tlsOf(u"one"_s));
    RawClient client(server);
    client.send(bytes);
    QTRY_VERIFY(client.isClosed());
    QTRY_COMPARE(server.stats.openConnections, 0);
}

void TestTls::plainHttpIsNotAnswered()
{
    GatewayFixture server;
    server.gateway.setTls(tlsOf(u"one"_s));
    RawClient client(server);
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(client.isClosed());
    QVERIFY(!client.received().contains("HTTP/1.1"));
    QTRY_COMPARE(server.stats.openConnections, 0);
    TlsClient next(server.port);
    next.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(next.received().endsWith("hello "));
}

void TestTls::drainingEndsTlsToo()
{
    GatewayFixture server;
    server.gateway.setTls(tlsOf(u"one"_s));
    QSignalSpy drained(&server.gateway, &Gateway::drained);
    TlsClient webSocket(server.port);
    webSocket.send(handshake("ada"));
    TlsClient idle(server.port);
    idle.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    TlsClient inHandshake(server.port);
    QTRY_VERIFY(server.hub.sessionCount() == 1 && idle.received().endsWith("hello "));
    server.gateway.drain();
    QTRY_COMPARE(drained.count(), 1);
    QTRY_VERIFY(webSocket.isClosed() && idle.isClosed() && inHandshake.isClosed());
    QCOMPARE(closeCodeIn(webSocket.received()), 1012);
}

void TestTls::aNewCertificateIsForNewConnections()
{
    GatewayFixture server;
    server.gateway.setTls(tlsOf(u"one"_s));
    TlsClient before(server.port);
    before.send(handshake("ada"));
    QTRY_COMPARE(server.hub.sessionCount(), 1);
    server.gateway.setTls(tlsOf(u"two"_s));
    TlsClient after(server.port);
    after.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(after.received().endsWith("hello "));
    QCOMPARE(after.issuer(), u"two"_s);
    QCOMPARE(before.issuer(), u"one"_s);
    before.send(textFrameOf("{\"type\":\"ping\",\"id\":\"still here\"}"));
    QTRY_COMPARE(server.frames.handledIds, QStringList({u"still here"_s}));
}

void TestTls::browsersAreToldToComeBackOverTls()
{
    const QByteArray field = "Strict-Transport-Security: max-age=31536000\r\n";
    const QByteArray behindProxy = "GET /hello HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.7\r\n"
                                   "X-Forwarded-Proto: https\r\n\r\n";
    GatewayFixture server([](GatewayConfig &config) {
        config.proxies.trusted = {{QHostAddress(QHostAddress::LocalHost), 32}};
    });
    RawClient plain(server);
    plain.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(plain.received().endsWith("hello "));
    QVERIFY(!plain.received().contains("Strict-Transport-Security"));
    plain.send(behindProxy);
    QTRY_VERIFY(plain.received().contains(field));
    server.gateway.setTls(tlsOf(u"one"_s));
    TlsClient secure(server.port);
    secure.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(secure.received().contains(field));

    GatewayFixture untrusting;
    RawClient liar(untrusting);
    liar.send(behindProxy);
    QTRY_VERIFY(liar.received().endsWith("hello "));
    QVERIFY(!liar.received().contains("Strict-Transport-Security"));
    QCOMPARE(untrusting.stats.forwardingsIgnored, quint64(1));
}

void TestTls::filesThatCannotBeUsedAreNamed_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("culprit");
    QTest::newRow("no certificate file") << u"none"_s << u"one.key"_s << u"none"_s;
    QTest::newRow("no key file") << u"one.pem"_s << u"none"_s << u"none"_s;
    QTest::newRow("no certificate in it") << u"nothing"_s << u"one.key"_s << u"nothing"_s;
    QTest::newRow("no key in it") << u"one.pem"_s << u"nothing"_s << u"nothing"_s;
    QTest::newRow("key of another") << u"one.pem"_s << u"two.key"_s << u"two.key"_s;
    QTest::newRow("exchanged") << u"one.key"_s << u"one.pem"_s << u"one.key"_s;
}

void TestTls::filesThatCannotBeUsedAreNamed()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, culprit);
    const auto tls = loadTls({path(certificate), path(key)});
    QVERIFY(!tls);
    QVERIFY2(tls.error().detail.startsWith(path(culprit) + u": "_s), qPrintable(tls.error().detail));
}

HEARTH_GATEWAY_TEST_MAIN(TestTls)
#include "tst_tls.moc"
