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

    // Watermarks that are not written yet outlive the state that is forgotten when a change fails.
    void aWatermarkDoesNotGoBackWhenTheDatabaseWasAway()
    {
        const ConversationId id = talk(5);
        QVERIFY(read(u"li"_s, id, 4));
        m_fixture->memberships.noteFailure(id, {ErrorCode::Unavailable, u"away"_s});
        m_fixture->publisher.entries.clear();
        QVERIFY(read(u"li"_s, id, 2));
        const Caller li = m_fixture->caller(u"li"_s);
        QVERIFY(QCoro::waitFor(m_fixture->receipts.markDelivered(li, id, 3)));
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

    void whoReadAMessageIsListedWithTheTimeTheyFirstDid()
    {
        const ConversationId id = m_fixture->conversation({u"ana"_s, u"li"_s, u"jo"_s});
        const Message first = m_fixture->say(u"ana"_s, id);
        const Message second = m_fixture->say(u"ana"_s, id);
        QVERIFY(read(u"li"_s, id, 1));
        QVERIFY(QCoro::waitFor(m_fixture->receipts.markDelivered(m_fixture->caller(u"jo"_s), id, 2)));
        const ReceiptPage before = receiptsOf(u"ana"_s, first.id);
        QCOMPARE(before.items.size(), 2); // not the sender
        QCOMPARE(before.items[0].userId, u"jo"_s);
        QVERIFY(before.items[0].deliveredAt && !before.items[0].readAt);
        QCOMPARE(before.items[1].userId, u"li"_s);
        QVERIFY(before.items[1].deliveredAt && before.items[1].readAt);
        QVERIFY(!receiptsOf(u"ana"_s, second.id).items[1].readAt);

        QTest::qWait(2); // a later millisecond
        QVERIFY(read(u"li"_s, id, 2));
        const ReceiptPage after = receiptsOf(u"ana"_s, first.id);
        QCOMPARE(after.items[1].readAt, before.items[1].readAt);
        QVERIFY(receiptsOf(u"ana"_s, second.id).items[1].readAt > before.items[1].readAt);
    }

    void whoWritesHasReadWhatStandsAboveAndThatIsNoted()
    {
        const ConversationId id = talk(3);
        const Message first = messageAt(id, 1);
        QTest::qWait(2);
        const Message answer = m_fixture->say(u"li"_s, id);
        const ReceiptPage page = receiptsOf(u"ana"_s, first.id);
        QCOMPARE(page.items.size(), 1);
        QCOMPARE(page.items[0].readAt, answer.createdAt);
        QCOMPARE(page.items[0].deliveredAt, answer.createdAt);
        // Whoever had read everything has nothing to note.
        const auto receipts = [&] { return m_fixture->database.execute(u"SELECT count(*) FROM receipts"_s); };
        const QVariant noted = receipts();
        m_fixture->say(u"li"_s, id);
        QVERIFY(QCoro::waitFor(m_fixture->receipts.flush()));
        QCOMPARE(receipts(), noted);
    }

    void aWatermarkWhoseNoteWasLostIsListedAllTheSame()
    {
        const ConversationId id = talk(1);
        m_fixture->database.execute(u"UPDATE conversation_members SET delivered_seq = 1, read_seq = 1,"
                                    " touched_at = 1234 WHERE user_id = 'li'"_s);
        const ReceiptPage page = receiptsOf(u"ana"_s, messageAt(id, 1).id);
        QCOMPARE(page.items[0].readAt, fromMs(1'234));
        QCOMPARE(page.items[0].deliveredAt, fromMs(1'234));
    }

    void whoJoinedLaterIsNotListed()
    {
        const ConversationId id = talk(2);
        m_fixture->database.execute(u"UPDATE conversation_members SET joined_seq = 1, delivered_seq = 2,"
                                    " read_seq = 2 WHERE user_id = 'li'"_s);
        QVERIFY(receiptsOf(u"ana"_s, messageAt(id, 1).id).items.isEmpty());
        QCOMPARE(receiptsOf(u"ana"_s, messageAt(id, 2).id).items.size(), 1);
    }

    void receiptsComeByThePage()
    {
        QList<UserId> people{u"ana"_s};
        for (int i = 0; i < 5; ++i)
            people += u"member-%1"_s.arg(i);
        const ConversationId id = m_fixture->conversation(people);
        const Message message = m_fixture->say(u"ana"_s, id);
        for (const UserId &user : people)
            QVERIFY(read(user, id, 1));
        const ReceiptPage first = receiptsOf(u"ana"_s, message.id, 3);
        QCOMPARE(first.items.size(), 3);
        QVERIFY(first.hasMore);
        const ReceiptPage rest = receiptsOf(u"ana"_s, message.id, 3, first.items.last().userId);
        QCOMPARE(rest.items.size(), 2);
        QVERIFY(!rest.hasMore);
        QVERIFY(rest.items.last().readAt);
    }

    void attack29_aStrangerGetsNoReceiptsAndCannotMark()
    {
        const ConversationId id = talk(1);
        const Caller eve = m_fixture->caller(u"eve"_s);
        const MessageId secret = messageAt(id, 1).id;
        const Error nothing =
            QCoro::waitFor(m_fixture->receipts.receiptsOf(eve, u"no such"_s, 10, {})).error();
        QCOMPARE(nothing.code, ErrorCode::NotFound);
        QCOMPARE(QCoro::waitFor(m_fixture->receipts.receiptsOf(eve, secret, 10, {})).error(), nothing);
        QCOMPARE(QCoro::waitFor(m_fixture->receipts.markMessageRead(eve, secret)).error(), nothing);
    }

    void whoHidesWhatTheyReadNeitherShowsNorSeesIt_data()
    {
        QTest::addColumn<UserId>("hiding");
        QTest::newRow("the reader") << u"li"_s;
        QTest::newRow("the one who looks") << u"ana"_s;
    }

    void whoHidesWhatTheyReadNeitherShowsNorSeesIt()
    {
        QFETCH(UserId, hiding);
        const ConversationId id = talk(2);
        m_fixture->privacy.set(hiding, {.readReceipts = false});
        QVERIFY(QCoro::waitFor(m_fixture->receipts.markRead(m_fixture->caller(u"li"_s, 7), id, 2)));
        const auto told = m_fixture->publisher.all<MessageRead>();
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(told[0].first.users, QList<UserId>{u"li"_s}); // their own other devices

        const ReceiptPage seen = receiptsOf(u"ana"_s, messageAt(id, 1).id);
        QVERIFY(seen.items[0].deliveredAt);
        QVERIFY(!seen.items[0].readAt);
        QCOMPARE(memberOf(id, u"li"_s, u"ana"_s).readSeq, 0);
        QCOMPARE(memberOf(id, u"li"_s, u"ana"_s).deliveredSeq, 2);
        QCOMPARE(memberOf(id, u"li"_s, u"li"_s).readSeq, 2); // one's own
        QCOMPARE(conversationOf(id, u"li"_s).my.readSeq, 2);
        const auto changes =
            QCoro::waitFor(m_fixture->sync.changes(m_fixture->caller(u"ana"_s), id, 0, 200)).value();
        for (const Member &member : changes.members + *changes.conversation->members)
            QVERIFY(member.userId == u"ana"_s || member.readSeq == 0);

        m_fixture->privacy.set(hiding, {});
        QVERIFY(receiptsOf(u"ana"_s, messageAt(id, 1).id).items[0].readAt);
        QCOMPARE(memberOf(id, u"li"_s, u"ana"_s).readSeq, 2);
    }

    void marksThatMeetAreAllWrittenWhenAFlushReturns()
    {
        const ConversationId id = talk(3);
        QVERIFY(read(u"li"_s, id, 1));
        auto first = m_fixture->receipts.flush(); // under way
        QVERIFY(QCoro::waitFor(m_fixture->receipts.flush()));
        QCOMPARE(
            m_fixture->database.execute(u"SELECT read_seq FROM conversation_members WHERE user_id = 'li'"_s),
            1);
        QVERIFY(QCoro::waitFor(std::move(first)));
    }

    void moreMarksThanOneTransactionTakesAreAllWritten()
    {
        QList<UserId> people{u"ana"_s};
        for (int i = 0; i < 230; ++i)
            people += u"reader%1"_s.arg(i);
        for (const UserId &person : std::as_const(people))
            (void)m_fixture->caller(person);
        const ConversationId id = m_fixture->conversation(people);
        const qint64 seq = m_fixture->say(u"ana"_s, id).seq;
        for (const UserId &reader : std::as_const(people))
            QVERIFY(read(reader, id, seq));
        QVERIFY(QCoro::waitFor(m_fixture->receipts.flush()));
        QCOMPARE(m_fixture->database.execute(
                     u"SELECT count(*) FROM conversation_members WHERE read_seq = %1"_s.arg(seq)),
                 people.size());
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

    Message messageAt(const ConversationId &id, qint64 seq)
    {
        const MessageId message = QCoro::waitFor(m_fixture->messageStore.idAt(id, seq)).value();
        return QCoro::waitFor(m_fixture->messageStore.byId(message)).value();
    }

    ReceiptPage receiptsOf(const UserId &viewer, const MessageId &id, int limit = 100,
                           const UserId &after = {})
    {
        return QCoro::waitFor(m_fixture->receipts.receiptsOf(m_fixture->caller(viewer), id, limit, after))
            .value();
    }

    Member memberOf(const ConversationId &id, const UserId &user, const UserId &viewer = {})
    {
        const Conversation conversation = conversationOf(id, viewer.isEmpty() ? user : viewer);
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
