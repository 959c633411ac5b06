// SPDX-License-Identifier: Apache-2.0
#include "gateway/forwarded.h"

#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

class TestForwarded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClientIsTheLastHopThatIsNotTrusted_data();
    void theClientIsTheLastHopThatIsNotTrusted();
    void attack59_onlyOneFieldIsBelieved();
    void aClaimIsSeenWhoeverMakesIt();
};

void TestForwarded::theClientIsTheLastHopThatIsNotTrusted_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("headers"); // "name: value" lines
    QTest::addColumn<QString>("client");
    QTest::addColumn<bool>("secure");
    const auto row = [](const char *name, const QString &peer, const QByteArray &headers,
                        const QString &client,
                        bool secure = false) { QTest::newRow(name) << peer << headers << client << secure; };
    const QString proxy = u"10.0.0.1"_s;
    const QString stranger = u"198.51.100.9"_s;
    row("no proxy", stranger, "", stranger);
    row("a stranger claims to be one", stranger, "x-forwarded-for: 127.0.0.1\nx-forwarded-proto: https",
        stranger);
    row("one proxy", proxy, "x-forwarded-for: 192.0.2.7", u"192.0.2.7"_s);
    row("one proxy over TLS", proxy, "x-forwarded-for: 192.0.2.7\nx-forwarded-proto: https", u"192.0.2.7"_s,
        true);
    row("over plain HTTP", proxy, "x-forwarded-for: 192.0.2.7\nx-forwarded-proto: https, http",
        u"192.0.2.7"_s);
    row("it says nothing", proxy, "", proxy);
    row("the client wrote before it", proxy, "x-forwarded-for: 127.0.0.1, 10.0.0.9, 192.0.2.7",
        u"192.0.2.7"_s);
    row("on two lines", proxy, "x-forwarded-for: 127.0.0.1\nx-forwarded-for: 192.0.2.7", u"192.0.2.7"_s);
    row("two proxies", proxy, "x-forwarded-for: 127.0.0.1, 192.0.2.7, 10.0.0.2", u"192.0.2.7"_s);
    row("proxies only", proxy, "x-forwarded-for: 10.0.0.3, 10.0.0.2", u"10.0.0.3"_s);
    row("unreadable", proxy, "x-forwarded-for: 192.0.2.7, unknown", proxy);
    row("unreadable before", proxy, "x-forwarded-for: unknown, 10.0.0.2", u"10.0.0.2"_s);
    row("empty", proxy, "x-forwarded-for: ,", proxy);
    row("with a port", proxy, "x-forwarded-for: 192.0.2.7:4711", u"192.0.2.7"_s);
    row("IPv6", proxy, "x-forwarded-for: 2001:db8::7", u"2001:db8::7"_s);
    row("IPv6 with a port", proxy, "x-forwarded-for: [2001:db8::7]:4711", u"2001:db8::7"_s);
    row("IPv6 proxy", u"fd00::1"_s, "x-forwarded-for: 192.0.2.7", u"192.0.2.7"_s);
    row("IPv4 in IPv6", u"::ffff:10.0.0.1"_s, "x-forwarded-for: ::ffff:192.0.2.7", u"192.0.2.7"_s);
    row("half a bracket", proxy, "x-forwarded-for: [2001:db8::7", proxy);
    row("very many", proxy, "x-forwarded-for: " + QByteArray("10.0.0.2,").repeated(1'500) + "192.0.2.7",
        u"192.0.2.7"_s);
}

void TestForwarded::theClientIsTheLastHopThatIsNotTrusted()
{
    QFETCH(QString, peer);
    QFETCH(QByteArray, headers);
    QFETCH(QString, client);
    QFETCH(bool, secure);
    const ProxyConfig proxies{{{QHostAddress(u"10.0.0.0"_s), 8}, {QHostAddress(u"fd00::"_s), 8}}};
    HttpRequest request;
    for (const QByteArray &line : headers.split('\n')) {
        if (!line.isEmpty())
            request.headers.emplaceBack(line.left(line.indexOf(':')), line.mid(line.indexOf(':') + 2));
    }
    const Client found = clientOf(request, {QHostAddress(peer), false}, proxies);
    QCOMPARE(found.address.toString(), client);
    QCOMPARE(found.secure, secure);
}

void TestForwarded::attack59_onlyOneFieldIsBelieved()
{
    const Networks trusted{{QHostAddress(u"10.0.0.1"_s), 32}};
    const Client proxy{QHostAddress(u"10.0.0.1"_s), false};
    HttpRequest request;
    request.headers = {{"x-forwarded-for", "192.0.2.7"}, {"forwarded", "for=127.0.0.1;proto=https"}};
    QCOMPARE(clientOf(request, proxy, {trusted, ForwardedField::XForwardedFor}).address.toString(),
             u"192.0.2.7"_s);
    QCOMPARE(clientOf(request, proxy, {trusted, ForwardedField::Forwarded}),
             (Client{QHostAddress(u"127.0.0.1"_s), true}));
    const std::pair<QByteArray, QString> elements[] = {
        {"for=192.0.2.60;proto=http;by=203.0.113.43", u"192.0.2.60"_s},
        {"for=127.0.0.1, For=\"[2001:db8:cafe::17]:4711\"", u"2001:db8:cafe::17"_s},
        {"for=\"a,for=127.0.0.1\", for=192.0.2.60;ext=\"; for=127.0.0.1\"", u"192.0.2.60"_s},
        {"for=\"\\\"192.0.2.60, for=127.0.0.1\"", u"10.0.0.1"_s},
        {"for=192.0.2.60, for=_hidden", u"10.0.0.1"_s},
        {"for=unknown", u"10.0.0.1"_s},
        {"proto=https", u"10.0.0.1"_s},
        {"\"", u"10.0.0.1"_s},
    };
    for (const auto &[value, address] : elements) {
        request.headers = {{"forwarded", value}};
        QCOMPARE(clientOf(request, proxy, {trusted, ForwardedField::Forwarded}).address.toString(), address);
    }
}

void TestForwarded::aClaimIsSeenWhoeverMakesIt()
{
    HttpRequest request;
    QVERIFY(!claimsForwarding(request));
    request.headers = {{"forwarded", "for=192.0.2.7"}};
    QVERIFY(claimsForwarding(request));
    request.headers = {{"x-forwarded-for", "192.0.2.7"}};
    QVERIFY(claimsForwarding(request));
}

QTEST_GUILESS_MAIN(TestForwarded)
#include "tst_forwarded.moc"
