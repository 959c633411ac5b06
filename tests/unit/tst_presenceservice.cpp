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

    void aNewNameIsToldToPeopleOfTheirConversationsAndOnOwnDevices()
    {
        for (const auto &[user, connection] :
             {std::pair(u"ana"_s, 1), {u"eve"_s, 2}, {u"li"_s, 3}, {u"li"_s, 4}, {u"ana"_s, 5}})
            connectAs(user, ConnectionId(connection));
        const QList<UserId> nobody;
        QVERIFY(QCoro::waitFor(m_fixture->presence.subscribe(m_fixture->caller(u"ana"_s, 5), nobody)));
        QCoro::waitFor(m_fixture->userService.tellChanged(u"li"_s));
        const auto told = m_fixture->publisher.all<UserUpdated>();
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(told[0].second.user, (User{u"li"_s, u"li"_s, u"li"_s}));
        QList<ConnectionId> readers = told[0].first.connections;
        std::ranges::sort(readers);
        QCOMPARE(readers, QList<ConnectionId>({1, 3, 4}));
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
        QCOMPARE(presenceOf(u"li"_s).lastSeen, left.lastSeen);
        QTRY_COMPARE(storedLastSeen(u"li"_s), left.lastSeen);
        QCOMPARE(presenceOf(u"li"_s).lastSeen, left.lastSeen);
    }

    void whoLeavesIsToldAlsoWhenTheirConversationsHaveChanged()
    {
        connectAs(u"ana"_s, 1);
        connectAs(u"li"_s, 2);
        m_fixture->presence.forgetAudiences({u"ana"_s, u"li"_s});
        disconnect(u"li"_s, 2);
        QTRY_COMPARE(changesOf(u"li"_s).size(), size_t(2));
        QVERIFY(changesOf(u"li"_s)[1].first.connections.contains(1));
    }

    void whoComesBackWhileTheirLeavingIsPreparedWasNeverAway()
    {
        connectAs(u"ana"_s, 1);
        connectAs(u"li"_s, 2);
        m_fixture->presence.forgetAudiences({u"li"_s}); // so that it has to be read
        disconnect(u"li"_s, 2);
        QTRY_VERIFY(m_fixture->presence.connectedUsers() == 2); // the grace runs
        QTest::qWait(50);
        connectAs(u"li"_s, 3);
        m_fixture->conversation({u"ana"_s, u"jo"_s});
        connectAs(u"jo"_s, 4);
        disconnect(u"jo"_s, 4);
        QTRY_COMPARE(statusOf(u"jo"_s), PresenceStatus::Offline);
        QCOMPARE(statusOf(u"li"_s), PresenceStatus::Online);
        QCOMPARE(changesOf(u"li"_s).size(), size_t(0)); // cleared by the conversation
    }

    void theEndOfOneDeviceThatIsNoneChangesNothing()
    {
        connectAs(u"ana"_s, 1);
        connectAs(u"li"_s, 2);
        disconnect(u"li"_s, 99);
        connectAs(u"jo"_s, 4);
        disconnect(u"jo"_s, 4);
        QTRY_COMPARE(m_fixture->presence.connectedUsers(), 2);
        QCOMPARE(statusOf(u"li"_s), PresenceStatus::Online);
    }

    void aChoiceHoldsOnAllDevicesAndIsToldToThem()
    {
        connectAs(u"ana"_s, 1);
        connectAs(u"li"_s, 2);
        connectAs(u"li"_s, 3);
        choose(u"li"_s, 2, PresenceStatus::Busy);
        const auto told = changesOf(u"li"_s).back();
        QCOMPARE(told.second.presence.status, PresenceStatus::Busy);
        QCOMPARE(QSet<ConnectionId>(told.first.connections.begin(), told.first.connections.end()),
                 (QSet<ConnectionId>{1, 2, 3}));
        disconnect(u"li"_s, 2);
        disconnect(u"li"_s, 3);
        QTRY_COMPARE(m_fixture->presence.connectedUsers(), 1);
        connectAs(u"li"_s, 4);
        QCOMPARE(statusOf(u"li"_s), PresenceStatus::Busy);
        QCOMPARE(meOf(u"li"_s).status, PresenceStatus::Busy);
    }

    void whatSomebodyChoseIsNotShownOtherwiseWhileItIsRead()
    {
        connectAs(u"ana"_s, 1);
        QVERIFY(QCoro::waitFor(m_fixture->presenceStore.setChoice(u"li"_s, PresenceStatus::Offline, now())));
        m_fixture->caller(u"li"_s);
        auto arriving = m_fixture->presence.connected(Caller{.userId = u"li"_s, .connection = 2});
        QCOMPARE(statusOf(u"li"_s), PresenceStatus::Offline);
        QCoro::waitFor(std::move(arriving));
        QVERIFY(changesOf(u"li"_s).empty());
    }

    void aChoiceThatIsMadeWhileAnOlderOneIsReadHolds()
    {
        connectAs(u"ana"_s, 1);
        const Caller li = m_fixture->caller(u"li"_s, 2);
        auto arriving = m_fixture->presence.connected(li);
        auto choosing = m_fixture->presence.choose(li, PresenceStatus::Away);
        QVERIFY(QCoro::waitFor(std::move(choosing)));
        QCoro::waitFor(std::move(arriving));
        QCOMPARE(statusOf(u"li"_s), PresenceStatus::Away);
        QCOMPARE(changesOf(u"li"_s).back().second.presence.status, PresenceStatus::Away);
    }

    void manyWhoArriveAtOnceShareALookUp()
    {
        QList<UserId> people{u"ana"_s};
        for (int i = 0; i < 60; ++i)
            people += u"member-%1"_s.arg(i);
        m_fixture->conversation(people);
        connectAs(u"ana"_s, 1);
        for (int i = 0; i < 60; ++i)
            m_fixture->caller(people[i + 1]);
        std::vector<QCoro::Task<void>> arriving;
        for (int i = 0; i < 60; ++i)
            arriving.push_back(m_fixture->presence.connected(
                Caller{.userId = people[i + 1], .connection = ConnectionId(10 + i)}));
        for (auto &task : arriving)
            QCoro::waitFor(std::move(task));
        const Caller ana = m_fixture->caller(u"ana"_s);
        QTRY_COMPARE(QCoro::waitFor(m_fixture->presence.onlineUsers(ana)).value().size(), 60);
        for (int i = 0; i < 60; ++i) {
            const auto told = changesOf(people[i + 1]);
            QCOMPARE(told.size(), size_t(1));
            QVERIFY(told[0].first.connections.contains(1));
        }
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

    void whoHidesKeepsTheTimeAtWhichTheyHid()
    {
        connectAs(u"ana"_s, 1);
        connectAs(u"li"_s, 2);
        choose(u"li"_s, 2, PresenceStatus::Offline);
        const auto hiddenAt = changesOf(u"li"_s).back().second.presence.lastSeen;
        QVERIFY(hiddenAt);
        QCOMPARE(presenceOf(u"li"_s).lastSeen, hiddenAt);
        QTest::qWait(2); // a later millisecond
        connectAs(u"li"_s, 3);
        disconnect(u"li"_s, 2);
        disconnect(u"li"_s, 3);
        QTRY_COMPARE(m_fixture->presence.connectedUsers(), 1);
        QCoro::waitFor(m_fixture->presence.stop()); // all that there is to write is written
        QCOMPARE(storedLastSeen(u"li"_s), hiddenAt);
        QCOMPARE(presenceOf(u"li"_s).lastSeen, hiddenAt);
        QVERIFY(!onlineAs(u"ana"_s).contains(u"li"_s));
        QCOMPARE(userAs(u"ana"_s, u"li"_s).status, PresenceStatus::Offline);
        QCOMPARE(userAs(u"ana"_s, u"li"_s).lastSeen, hiddenAt);
    }

    void whoDoesNotShowTheirPresenceNeitherShowsNorSeesIt()
    {
        connectAs(u"ana"_s, 1);
        connectAs(u"li"_s, 2);
        m_fixture->publisher.entries.clear();
        m_fixture->privacy.set(u"li"_s, {.presence = false});
        QCoro::waitFor(m_fixture->presence.tell(u"li"_s));
        QTRY_COMPARE(changesOf(u"li"_s).size(), size_t(1));
        QCOMPARE(changesOf(u"li"_s)[0].first.connections, QList<ConnectionId>{1});
        QCOMPARE(changesOf(u"li"_s)[0].second.presence, Presence{u"li"_s});
        QCOMPARE(presenceOf(u"li"_s), Presence{u"li"_s});
        QVERIFY(!onlineAs(u"ana"_s).contains(u"li"_s));
        QVERIFY(onlineAs(u"li"_s).isEmpty());
        const Caller li = m_fixture->caller(u"li"_s);
        const auto seen = QCoro::waitFor(m_fixture->presence.presences(li, {u"ana"_s, u"li"_s})).value();
        QCOMPARE(seen[0], Presence{u"ana"_s});
        QCOMPARE(seen[1].status, PresenceStatus::Online); // oneself

        choose(u"ana"_s, 1, PresenceStatus::Busy);
        QVERIFY(!changesOf(u"ana"_s).back().first.connections.contains(2));
        choose(u"li"_s, 2, PresenceStatus::Away);
        QCOMPARE(changesOf(u"li"_s).back().first.connections, QList<ConnectionId>{2}); // their own device

        m_fixture->privacy.set(u"li"_s, {});
        QCoro::waitFor(m_fixture->presence.tell(u"li"_s));
        QTRY_COMPARE(changesOf(u"li"_s).back().first.connections, QList<ConnectionId>{1});
        QCOMPARE(statusOf(u"li"_s), PresenceStatus::Away);
    }

    void whoIsBlockedSeesNobody()
    {
        m_fixture->conversation({u"jo"_s, u"li"_s});
        connectAs(u"ana"_s, 1);
        connectAs(u"jo"_s, 2);
        connectAs(u"li"_s, 3);
        m_fixture->publisher.entries.clear();
        m_fixture->blocks.set(u"li"_s, u"ana"_s, true);
        QCoro::waitFor(m_fixture->presence.tellOne(u"ana"_s, u"li"_s));
        QTRY_COMPARE(changesOf(u"li"_s).size(), size_t(1));
        QCOMPARE(changesOf(u"li"_s)[0].first.connections, QList<ConnectionId>{1});
        QCOMPARE(changesOf(u"li"_s)[0].second.presence, Presence{u"li"_s});
        QCOMPARE(presenceOf(u"li"_s), Presence{u"li"_s});
        QVERIFY(!onlineAs(u"ana"_s).contains(u"li"_s));
        QVERIFY(!userAs(u"ana"_s, u"li"_s).lastSeen);
        QVERIFY(onlineAs(u"li"_s).contains(u"ana"_s));
        choose(u"li"_s, 3, PresenceStatus::Busy);
        const auto told = changesOf(u"li"_s).back();
        QVERIFY(told.first.connections.contains(2) && !told.first.connections.contains(1));
        m_fixture->blocks.set(u"li"_s, u"ana"_s, false);
        QCoro::waitFor(m_fixture->presence.tellOne(u"ana"_s, u"li"_s));
        QTRY_COMPARE(changesOf(u"li"_s).size(), size_t(3));
        QCOMPARE(changesOf(u"li"_s).back().first.connections, QList<ConnectionId>{1});
        QCOMPARE(changesOf(u"li"_s).back().second.presence.status, PresenceStatus::Busy);
    }

    void aUserIsShownWithTheirPresenceToThoseWhoMayKnowIt()
    {
        connectAs(u"li"_s, 2);
        QCOMPARE(userAs(u"ana"_s, u"li"_s).status, PresenceStatus::Online);
        QVERIFY(!userAs(u"eve"_s, u"li"_s).status);
        disconnect(u"li"_s, 2);
        QTRY_COMPARE(m_fixture->presence.connectedUsers(), 0);
        QCOMPARE(userAs(u"ana"_s, u"li"_s).status, PresenceStatus::Offline);
        QVERIFY(userAs(u"ana"_s, u"li"_s).lastSeen);
        QTRY_VERIFY(storedLastSeen(u"li"_s));
        QVERIFY(!userAs(u"eve"_s, u"li"_s).status);
        QVERIFY(!userAs(u"eve"_s, u"li"_s).lastSeen);
        const auto found =
            QCoro::waitFor(m_fixture->userService.search(m_fixture->caller(u"ana"_s), u"li"_s, 9));
        QCOMPARE(found.value().first().status, PresenceStatus::Offline);
    }

    void whatIsReadWhileConversationsChangeIsNotKept()
    {
        connectAs(u"ana"_s, 1);
        connectAs(u"jo"_s, 5);
        m_fixture->presence.forgetAudiences({u"ana"_s});
        const Caller ana = m_fixture->caller(u"ana"_s);
        auto asking = m_fixture->presence.onlineUsers(ana); // its look-up is under way
        m_fixture->conversation({u"ana"_s, u"jo"_s});
        QCoro::waitFor(std::move(asking));
        QCOMPARE(statusOf(u"jo"_s), PresenceStatus::Online);
    }

    void whoIsConnectedWhenTheServerStopsWasSeenThen()
    {
        connectAs(u"li"_s, 2);
        QTRY_VERIFY(storedLastSeen(u"li"_s));
        const auto arrived = storedLastSeen(u"li"_s);
        QTest::qWait(2);
        QCoro::waitFor(m_fixture->presence.stop());
        QVERIFY(storedLastSeen(u"li"_s) > arrived);
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

    void disconnect(const UserId &user, ConnectionId connection)
    {
        m_fixture->presence.disconnected(m_fixture->caller(user, connection));
    }

    void choose(const UserId &user, ConnectionId connection, PresenceStatus status)
    {
        QVERIFY(QCoro::waitFor(m_fixture->presence.choose(m_fixture->caller(user, connection), status)));
    }

    std::optional<Timestamp> storedLastSeen(const UserId &user)
    {
        return QCoro::waitFor(m_fixture->presenceStore.byIds({user})).value().value(user).lastSeen;
    }

    QList<UserId> onlineAs(const UserId &viewer)
    {
        return QCoro::waitFor(m_fixture->presence.onlineUsers(m_fixture->caller(viewer))).value();
    }

    User userAs(const UserId &viewer, const UserId &user)
    {
        return QCoro::waitFor(m_fixture->userService.byId(m_fixture->caller(viewer), user)).value();
    }

    User meOf(const UserId &user)
    {
        return QCoro::waitFor(m_fixture->userService.me(m_fixture->caller(user))).value().user;
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
