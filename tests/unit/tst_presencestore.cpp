// SPDX-License-Identifier: Apache-2.0
#include "storage/presencestore.h"

#include "support/fixtures.h"
#include "wire/limits.h"

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestOfPresenceStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        Database &db = m_database->open();
        m_alice = addUser(db, u"alice"_s);
        m_bob = addUser(db, u"bob"_s);
        m_carol = addUser(db, u"carol"_s);
        m_dave = addUser(db, u"dave"_s);
    }

    void cleanup() { m_database.reset(); }

    void anAudienceIsThePeopleOfDirectAndSmallConversations()
    {
        Database &db = m_database->open();
        const ConversationId group = addGroup(db, {m_alice, m_bob, m_carol});
        addDirect(db, m_alice, m_dave);
        addDirect(db, m_alice, m_bob);
        const auto audiences = expect(store().audiences({m_alice, m_dave, u"nobody"_s}));
        QCOMPARE(audiences.value(m_alice), (QSet<UserId>{m_bob, m_carol, m_dave}));
        QCOMPARE(audiences.value(m_dave), QSet<UserId>{m_alice});
        QVERIFY(audiences.value(u"nobody"_s).isEmpty());
        QVERIFY(expect(store().audiences({})).isEmpty());

        m_database->execute(
            u"UPDATE conversations SET member_count = %1 WHERE id = '%2'"_s.arg(Limits::presenceMembers + 1)
                .arg(group));
        QCOMPARE(audienceOf(m_alice), (QSet<UserId>{m_bob, m_dave}));
    }

    void whoLeftAndWhatWasDeletedDoesNotCount()
    {
        Database &db = m_database->open();
        const ConversationId group = addGroup(db, {m_alice, m_bob, m_carol});
        m_database->execute(
            u"UPDATE conversation_members SET removed_at = 1 WHERE user_id = '%1'"_s.arg(m_bob));
        QCOMPARE(audienceOf(m_alice), QSet<UserId>{m_carol});
        QVERIFY(audienceOf(m_bob).isEmpty());
        m_database->execute(u"UPDATE conversations SET deleted_at = 1 WHERE id = '%1'"_s.arg(group));
        QVERIFY(audienceOf(m_alice).isEmpty());
    }

    void aChoiceIsKeptUntilItIsTakenBack()
    {
        expect(store().setChoice(m_alice, PresenceStatus::Busy, fromMs(5)));
        QCOMPARE(rowOf(m_alice).choice, PresenceStatus::Busy);
        QVERIFY(!rowOf(m_alice).lastSeen);
        QVERIFY(!rowOf(m_bob).choice);
        expect(store().setChoice(m_alice, {}, fromMs(6)));
        QVERIFY(!rowOf(m_alice).choice);
    }

    void lastSeenOnlyGoesForward()
    {
        expect(store().setLastSeen({{m_alice, fromMs(1'234)}, {m_bob, fromMs(5)}, {u"nobody"_s, fromMs(6)}}));
        QCOMPARE(rowOf(m_alice).lastSeen, fromMs(1'234));
        QCOMPARE(rowOf(m_bob).lastSeen, fromMs(5));
        expect(store().setLastSeen({{m_alice, fromMs(1'000)}, {m_bob, fromMs(7)}}));
        QCOMPARE(rowOf(m_alice).lastSeen, fromMs(1'234));
        QCOMPARE(rowOf(m_bob).lastSeen, fromMs(7));
        expect(store().setLastSeen({}));
        QVERIFY(!rowOf(m_carol).lastSeen);
    }

    void whoHidesWasLastSeenWhenTheyHid()
    {
        expect(store().setLastSeen({{m_alice, fromMs(10)}}));
        expect(store().setChoice(m_alice, PresenceStatus::Offline, fromMs(20)));
        expect(store().setLastSeen({{m_alice, fromMs(30)}}));
        expect(store().setChoice(m_alice, PresenceStatus::Offline, fromMs(40)));
        QCOMPARE(rowOf(m_alice).lastSeen, fromMs(20));
        expect(store().setChoice(m_alice, PresenceStatus::Away, fromMs(50)));
        expect(store().setLastSeen({{m_alice, fromMs(60)}}));
        QCOMPARE(rowOf(m_alice).lastSeen, fromMs(60));
    }

private:
    PresenceStore store() { return PresenceStore(m_database->open()); }

    PresenceRow rowOf(const UserId &user) { return expect(store().byIds({user, m_dave})).value(user); }

    QSet<UserId> audienceOf(const UserId &user) { return expect(store().audiences({user})).value(user); }

    std::unique_ptr<TestDatabase> m_database;
    UserId m_alice, m_bob, m_carol, m_dave;
};

QTEST_GUILESS_MAIN(TestOfPresenceStore)
#include "tst_presencestore.moc"
