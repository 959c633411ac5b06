// SPDX-License-Identifier: Apache-2.0
#include "support/servicefixture.h"

#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestReceiptService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        m_fixture = std::make_unique<ServiceFixture>(postgres);
    }

    void cleanup() { m_fixture.reset(); }

    void readingMeansHavingReceived()
    {
        const ConversationId id = talk(5);
        QVERIFY(read(u"li"_s, id, 4));
        const Member li = memberOf(id, u"li"_s);
        QCOMPARE(li.readSeq, 4);
        QCOMPARE(li.deliveredSeq, 4);
    }

    void aWatermarkNeverGoesBack()
    {
        const ConversationId id = talk(5);
        QVERIFY(read(u"li"_s, id, 4));
        m_fixture->publisher.entries.clear();
        QVERIFY(read(u"li"_s, id, 2));
        QVERIFY(m_fixture->publisher.entries.empty());
        QCOMPARE(memberOf(id, u"li"_s).readSeq, 4);
    }

    void aPlaceThatIsNotThereIsRefused()
    {
        const ConversationId id = talk(5);
        QCOMPARE(read(u"li"_s, id, 6).error().pointer, u"/seq"_s);
        QCOMPARE(read(u"li"_s, id, 0).error().pointer, u"/seq"_s);
        QCOMPARE(memberOf(id, u"li"_s).readSeq, 0);
    }

    void unreadIsWhatOthersWroteAfterTheWatermark()
    {
        const ConversationId id = talk(5);
        QVERIFY(read(u"li"_s, id, 3));
        QCOMPARE(conversationOf(id, u"li"_s).my.unreadCount, 2);
        m_fixture->say(u"li"_s, id);
        m_fixture->say(u"ana"_s, id);
        QCOMPARE(conversationOf(id, u"li"_s).my.unreadCount, 1);
    }

    void everybodyInASmallConversationIsToldAndTheReadersOtherDevices()
    {
        const ConversationId id = talk(3);
        Caller li = m_fixture->caller(u"li"_s, 7);
        QVERIFY(QCoro::waitFor(m_fixture->receipts.markRead(li, id, 3)));
        const auto told = m_fixture->publisher.all<MessageRead>();
        QCOMPARE(told.size(), size_t(1));
        QVERIFY(told[0].first.users.contains(u"ana"_s) && told[0].first.users.contains(u"li"_s));
        QCOMPARE(told[0].first.except, std::optional<ConnectionId>(7));
        QCOMPARE(told[0].second.seq, 3);
        QVERIFY(told[0].second.messageId.has_value());
    }

    void largeGroupsAreNotToldButOnesOwnDevicesAre()
    {
        QList<UserId> people{u"ana"_s, u"li"_s};
        for (int i = 0; i < 50; ++i)
            people += u"member-%1"_s.arg(i);
        const ConversationId id = m_fixture->conversation(people);
        m_fixture->say(u"ana"_s, id);
        m_fixture->publisher.entries.clear();
        QVERIFY(read(u"li"_s, id, 1));
        const auto told = m_fixture->publisher.all<MessageRead>();
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(told[0].first.users, QList<UserId>({u"li"_s}));
        QVERIFY(m_fixture->publisher.all<MessageDelivered>().empty());
    }

    void fetchingIsReceiving()
    {
        const ConversationId id = talk(5);
        const Caller li = m_fixture->caller(u"li"_s);
        QVERIFY(QCoro::waitFor(m_fixture->messages.history(li, id, {})));
        QCOMPARE(memberOf(id, u"li"_s).deliveredSeq, 5);
        QCOMPARE(memberOf(id, u"li"_s).readSeq, 0);
    }

private:
    ConversationId talk(int messages)
    {
        const ConversationId id = m_fixture->conversation({u"ana"_s, u"li"_s});
        for (int i = 0; i < messages; ++i)
            m_fixture->say(u"ana"_s, id);
        m_fixture->publisher.entries.clear();
        return id;
    }

    Result<void> read(const UserId &user, const ConversationId &id, qint64 seq)
    {
        return QCoro::waitFor(m_fixture->receipts.markRead(m_fixture->caller(user), id, seq));
    }

    Conversation conversationOf(const ConversationId &id, const UserId &user)
    {
        return QCoro::waitFor(m_fixture->conversations.get(m_fixture->caller(user), id)).value();
    }

    Member memberOf(const ConversationId &id, const UserId &user)
    {
        const Conversation conversation = conversationOf(id, user);
        for (const Member &member : conversation.members.value()) {
            if (member.userId == user)
                return member;
        }
        return {};
    }

    std::unique_ptr<ServiceFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestReceiptService)
#include "tst_receiptservice.moc"
