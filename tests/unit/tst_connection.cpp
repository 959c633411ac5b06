// SPDX-License-Identifier: Apache-2.0
#include "core/connection.h"

#include "core/credentials.h"
#include "support/sessionfixture.h"

#include <QSignalSpy>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

// A connection and what it needs, to a server of its own.
struct Line {
    explicit Line(const AuthTokens &tokens = tokensOf(u"token-1"_s), const Timing &given = quick())
        : timing(given)
        , http(server.url())
        , credentials(http, timing, tokens)
        , connection(server.url(), credentials, timing)
    {
        QObject::connect(&connection, &Connection::ready, &connection, &Connection::setCaughtUp);
    }

    [[nodiscard]] bool reaches(ConnectionState state)
    {
        return QTest::qWaitFor([&] { return connection.state() == state; }, 20'000);
    }

    FakeServer server;
    Timing timing;
    Http http;
    Credentials credentials;
    Connection connection;
};

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnlineAndAnswersRequests()
    {
        Line line;
        line.connection.open();
        QVERIFY(line.reaches(ConnectionState::Online));
        QVERIFY(await(line.connection.request(StartTyping{u"room"_s})));
    }

    void sendsNothingBeforeHello()
    {
        Line line;
        line.server.mute = true;
        line.connection.open();
        QTRY_COMPARE(line.server.connections(), 1);
        line.connection.send(StartTyping{u"room"_s});
        QVERIFY(!await(line.connection.request(StartTyping{u"room"_s})));
        QVERIFY(line.server.seen<StartTyping>().isEmpty());
        QCOMPARE(line.connection.state(), ConnectionState::Connecting);
    }

    void comesBackWhenTheServerDoes()
    {
        Line line;
        line.server.stop();
        line.connection.open();
        QVERIFY(line.reaches(ConnectionState::Offline));
        QVERIFY(line.connection.nextAttemptAt());
        line.server.startAgain();
        QVERIFY(line.reaches(ConnectionState::Online));
        QVERIFY(!line.connection.nextAttemptAt());
    }

    void requestsFailWhenTheConnectionGoes()
    {
        Line line;
        line.connection.open();
        QVERIFY(line.reaches(ConnectionState::Online));
        line.server.mute = true;
        auto task = line.connection.request(StartTyping{u"room"_s});
        QTRY_COMPARE(line.server.seen<StartTyping>().size(), 1);
        line.server.abortAll();
        QCOMPARE(await(std::move(task)).error().code, ErrorCode::Unavailable);
    }

    void aRequestWithoutAnAnswerFailsInTheEnd()
    {
        Timing timing = quick();
        timing.requestTimeout = Timing::ms(30);
        Line line(tokensOf(u"token-1"_s), timing);
        line.connection.open();
        QVERIFY(line.reaches(ConnectionState::Online));
        line.server.mute = true;
        QCOMPARE(await(line.connection.request(StartTyping{u"room"_s})).error().code, ErrorCode::Unavailable);
        QCOMPARE(line.connection.state(), ConnectionState::Online);
    }

    void aRefusedTokenIsRenewedBeforeAnybodyIsAsked()
    {
        Line line(tokensOf(u"old"_s, u"refresh-1"_s));
        QSignalSpy changed(&line.credentials, &Credentials::changed);
        line.connection.open();
        QVERIFY(line.reaches(ConnectionState::Online));
        QCOMPARE(line.server.renewals, 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(line.credentials.tokens().accessToken, u"token-1"_s);
    }

    void aTokenThatCannotBeRenewedNeedsThePerson()
    {
        Line line(tokensOf(u"old"_s, u"spent"_s));
        line.connection.open();
        QVERIFY(line.reaches(ConnectionState::AuthNeeded));
        line.credentials.replace(tokensOf(u"token-1"_s));
        line.connection.reconnectNow();
        QVERIFY(line.reaches(ConnectionState::Online));
    }

    void withoutAnyTokenThePersonIsAskedAtOnce()
    {
        Line line{AuthTokens()};
        line.connection.open();
        QCOMPARE(line.connection.state(), ConnectionState::AuthNeeded);
    }

    void closeCodesSayWhatToDo_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<ConnectionState>("state");
        QTest::addColumn<int>("handshakes");
        QTest::newRow("slow reader") << 4008 << ConnectionState::Online << 2;
        QTest::newRow("draining") << 1012 << ConnectionState::Online << 2;
        QTest::newRow("token expired") << 4005 << ConnectionState::Online << 2;
        QTest::newRow("revoked") << 4501 << ConnectionState::AuthNeeded << 1;
        QTest::newRow("protocol error") << 4502 << ConnectionState::Offline << 1;
        QTest::newRow("banned") << 4503 << ConnectionState::AuthNeeded << 1;
    }

    void closeCodesSayWhatToDo()
    {
        QFETCH(int, code);
        QFETCH(ConnectionState, state);
        QFETCH(int, handshakes);
        Line line(tokensOf(u"token-1"_s, u"refresh-1"_s));
        line.connection.open();
        QVERIFY(line.reaches(ConnectionState::Online));
        if (code == 4005)
            line.server.validToken = u"token-2"_s;
        QSignalSpy lost(&line.connection, &Connection::lost);
        line.server.closeAll(code);
        QVERIFY(lost.wait());
        QVERIFY(line.reaches(state));
        QCOMPARE(line.server.handshakes, handshakes);
        QVERIFY(state == ConnectionState::Online || !line.connection.nextAttemptAt());
    }

    void aSilentConnectionIsFoundDead()
    {
        Line line;
        line.server.heartbeatMs = 20;
        line.connection.open();
        QVERIFY(line.reaches(ConnectionState::Online));
        QTRY_VERIFY(line.server.seen<Ping>().size() > 0);
        QSignalSpy lost(&line.connection, &Connection::lost);
        line.server.mute = true;
        QVERIFY(lost.wait());
        line.server.mute = false;
        QVERIFY(line.reaches(ConnectionState::Online));
    }

    void complaint9_aMachineThatWakesUpConnectsAnew()
    {
        auto slept = std::make_shared<Timing::ms>(0);
        Timing timing = quick();
        timing.wallClock = [slept] { return now() + *slept; };
        Line line(tokensOf(u"token-1"_s), timing);
        line.connection.open();
        QVERIFY(line.reaches(ConnectionState::Online));
        QSignalSpy lost(&line.connection, &Connection::lost);
        *slept = timing.wakeJump + Timing::ms(1'000);
        QVERIFY(lost.wait());
        QVERIFY(line.reaches(ConnectionState::Online));
        QCOMPARE(line.server.handshakes, 2);
    }

    void waitsAtRandomUpToADoublingCeiling()
    {
        Timing timing;
        Backoff backoff(timing);
        for (const int ceiling : {1'000, 2'000, 4'000, 8'000, 16'000, 30'000, 30'000, 30'000})
            QVERIFY(backoff.next() <= Timing::ms(ceiling));
    }

    void aTokenIsRenewedOverTheOpenConnection()
    {
        Line line(tokensOf({}, u"refresh-1"_s));
        line.server.expiresIn = 1;
        line.connection.open();
        QTRY_VERIFY(!line.server.seen<RefreshAuth>().isEmpty());
        QCOMPARE(line.server.handshakes, 1);
    }

    void aFrameThatIsNotUnderstoodIsIgnored()
    {
        Line line;
        line.connection.open();
        QVERIFY(line.reaches(ConnectionState::Online));
        QSignalSpy received(&line.connection, &Connection::received);
        line.server.publishText(uR"({"type":"telepathy.new","data":{}})"_s);
        line.server.publishText(u"not even JSON"_s);
        line.server.publish(TypingIndicator{u"room"_s, u"ana"_s, true});
        QTRY_COMPARE(received.size(), 1);
        QCOMPARE(line.connection.state(), ConnectionState::Online);
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
