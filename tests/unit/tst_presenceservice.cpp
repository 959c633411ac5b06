// SPDX-License-Identifier: Apache-2.0
#include "support/servicefixture.h"

#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestPresenceService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        m_fixture = std::make_unique<ServiceFixture>(postgres);
        m_fixture->conversation({u"ana"_s, u"li"_s});
    }

    void cleanup() { m_fixture.reset(); }

    void whoConnectsIsToldToPeopleOfTheirConversations()
    {
        connectAs(u"ana"_s, 1);
        connectAs(u"eve"_s, 2);
        connectAs(u"li"_s, 3);
        const auto told = changesOf(u"li"_s);
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(told[0].second.presence.status, PresenceStatus::Online);
        QVERIFY(told[0].first.connections.contains(1));
        QVERIFY(!told[0].first.connections.contains(2));
    }

    void aSecondDeviceIsNoNews()
    {
        connectAs(u"ana"_s, 1);
        connectAs(u"li"_s, 2);
        connectAs(u"li"_s, 3);
        m_fixture->presence.disconnected(m_fixture->caller(u"li"_s, 2));
        QCOMPARE(changesOf(u"li"_s).size(), size_t(1));
        QCOMPARE(statusOf(u"li"_s), PresenceStatus::Online);
    }

    void whoComesBackWithinTheGraceWasNeverAway()
    {
        connectAs(u"ana"_s, 1);
        connectAs(u"li"_s, 2);
        m_fixture->presence.disconnected(m_fixture->caller(u"li"_s, 2));
        QCOMPARE(statusOf(u"li"_s), PresenceStatus::Online);
        connectAs(u"li"_s, 3);
        // Jo leaves afterwards: when that is told, Li's grace is over, too.
        m_fixture->conversation({u"ana"_s, u"jo"_s});
        connectAs(u"jo"_s, 4);
        m_fixture->presence.disconnected(m_fixture->caller(u"jo"_s, 4));
        QTRY_COMPARE(statusOf(u"jo"_s), PresenceStatus::Offline);
        QCOMPARE(statusOf(u"li"_s), PresenceStatus::Online);
    }

    void whoLeavesIsToldWithTheTime()
    {
        connectAs(u"ana"_s, 1);
        connectAs(u"li"_s, 2);
        m_fixture->presence.disconnected(m_fixture->caller(u"li"_s, 2));
        QTRY_COMPARE(changesOf(u"li"_s).size(), size_t(2));
        const Presence left = changesOf(u"li"_s)[1].second.presence;
        QCOMPARE(left.status, PresenceStatus::Offline);
        QVERIFY(left.lastSeen.has_value());
        QTRY_COMPARE(presenceOf(u"li"_s).lastSeen, left.lastSeen);
    }

    void whoChoosesOfflineLooksOfflineAndStaysSoOnTheNextDevice()
    {
        connectAs(u"ana"_s, 1);
        connectAs(u"li"_s, 2);
        QVERIFY(QCoro::waitFor(
            m_fixture->presence.choose(m_fixture->caller(u"li"_s, 2), PresenceStatus::Offline)));
        QCOMPARE(changesOf(u"li"_s).back().second.presence.status, PresenceStatus::Offline);
        m_fixture->presence.disconnected(m_fixture->caller(u"li"_s, 2));
        QTRY_COMPARE(m_fixture->presence.connectedUsers(), 1);
        m_fixture->publisher.entries.clear();
        connectAs(u"li"_s, 3);
        QVERIFY(changesOf(u"li"_s).empty());
        QVERIFY(QCoro::waitFor(
            m_fixture->presence.choose(m_fixture->caller(u"li"_s, 3), PresenceStatus::Online)));
        QCOMPARE(statusOf(u"li"_s), PresenceStatus::Online);
    }

    void aSubscriptionNarrowsWhatAConnectionHears()
    {
        connectAs(u"ana"_s, 1);
        QVERIFY(QCoro::waitFor(m_fixture->presence.subscribe(m_fixture->caller(u"ana"_s, 1), {u"jo"_s})));
        connectAs(u"li"_s, 2);
        QVERIFY(!changesOf(u"li"_s)[0].first.connections.contains(1));
    }

    void strangersLookOffline()
    {
        connectAs(u"li"_s, 2);
        const Caller eve = m_fixture->caller(u"eve"_s, 9);
        const auto seen = QCoro::waitFor(m_fixture->presence.presences(eve, {u"li"_s, u"nobody"_s})).value();
        QCOMPARE(seen, QList<Presence>({{u"li"_s}, {u"nobody"_s}}));
    }

    void aNewConversationMakesPeopleVisibleToEachOther()
    {
        connectAs(u"ana"_s, 1);
        connectAs(u"jo"_s, 5);
        QCOMPARE(statusOf(u"jo"_s), PresenceStatus::Offline);
        m_fixture->conversation({u"ana"_s, u"jo"_s});
        QCOMPARE(statusOf(u"jo"_s), PresenceStatus::Online);
    }

private:
    void connectAs(const UserId &user, ConnectionId connection)
    {
        QCoro::waitFor(m_fixture->presence.connected(m_fixture->caller(user, connection)));
    }

    // As Ana sees them.
    Presence presenceOf(const UserId &user)
    {
        return QCoro::waitFor(m_fixture->presence.presences(m_fixture->caller(u"ana"_s), {user}))
            .value()
            .first();
    }

    PresenceStatus statusOf(const UserId &user) { return presenceOf(user).status; }

    std::vector<std::pair<RecordingPublisher::Entry, PresenceChanged>> changesOf(const UserId &user) const
    {
        auto all = m_fixture->publisher.all<PresenceChanged>();
        std::erase_if(all, [&user](const auto &entry) { return entry.second.presence.userId != user; });
        return all;
    }

    std::unique_ptr<ServiceFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestPresenceService)
#include "tst_presenceservice.moc"
