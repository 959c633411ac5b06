// SPDX-License-Identifier: Apache-2.0
#include "storage/receiptstore.h"

#include "support/fixtures.h"

#include <QRandomGenerator>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestOfReceiptStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }
    void init();
    void cleanup();

    void watermarksOnlyGoForward();
    void readingIsAlsoDelivery();
    void nobodyGetsPastTheLastMessage();
    void movesOfOneMemberAreMerged();
    void manyMembersMoveAtOnce();
    void whoIsNoMemberDoesNotMove();
    void everyMoveIsNotedOnce();
    void whatRetentionRemovedStillCountsAsRead();
    void countsEqualARecountWhateverHappens();

private:
    void advance(const QList<WatermarkMove> &moves)
    {
        expect(ReceiptStore(m_database->open()).advance(moves));
    }
    WatermarkMove move(const UserId &user, qint64 delivered, qint64 read = 0) const
    {
        return {m_group, user, delivered, read, fromMs(1'000)};
    }
    std::pair<qint64, qint64> marks(const UserId &user) // delivered and read
    {
        for (const MembershipRow &member :
             expect(ConversationStore(m_database->open()).record(m_group)).members) {
            if (member.userId == user)
                return {member.deliveredSeq, member.readSeq};
        }
        return {-1, -1};
    }
    static auto pair(qint64 delivered, qint64 read) { return std::pair(delivered, read); }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<MessageStore> m_messages;
    UserId m_alice, m_bob;
    ConversationId m_group; // with five messages of alice
};

void TestOfReceiptStore::init()
{
    m_database = std::make_unique<TestDatabase>();
    Database &db = m_database->open();
    m_messages = std::make_unique<MessageStore>(db);
    m_alice = addUser(db, u"alice"_s);
    m_bob = addUser(db, u"bob"_s);
    m_group = addGroup(db, {m_alice, m_bob});
    for (int i = 0; i < 5; ++i)
        send(*m_messages, textMessage(m_group, m_alice));
}

void TestOfReceiptStore::cleanup()
{
    m_messages.reset();
    m_database.reset();
}

void TestOfReceiptStore::watermarksOnlyGoForward()
{
    advance({move(m_bob, 3, 2)});
    QCOMPARE(marks(m_bob), pair(3, 2));
    advance({move(m_bob, 1, 1)});
    advance({move(m_bob, 0, 0)});
    advance({move(m_bob, -5, -5)});
    QCOMPARE(marks(m_bob), pair(3, 2));
    advance({move(m_bob, 4, 0)});
    QCOMPARE(marks(m_bob), pair(4, 2));
    QCOMPARE(marks(m_alice), pair(5, 5)); // who wrote them
}

void TestOfReceiptStore::readingIsAlsoDelivery()
{
    advance({move(m_bob, 0, 4)});
    QCOMPARE(marks(m_bob), pair(4, 4));
}

void TestOfReceiptStore::nobodyGetsPastTheLastMessage()
{
    advance({move(m_bob, 1'000'000, 999'999)});
    QCOMPARE(marks(m_bob), pair(5, 5));
    QCOMPARE(expect(ConversationStore(m_database->open()).get(m_group, m_bob)).my.unreadCount, 0);
}

void TestOfReceiptStore::movesOfOneMemberAreMerged()
{
    advance({move(m_bob, 2, 1), move(m_bob, 5), move(m_bob, 1, 3), move(m_alice, 2)});
    QCOMPARE(marks(m_bob), pair(5, 3));
    advance({});
}

void TestOfReceiptStore::manyMembersMoveAtOnce()
{
    Database &db = m_database->open();
    QList<UserId> users{m_alice};
    for (int i = 0; i < 200; ++i)
        users += addUser(db, u"user%1"_s.arg(i));
    m_group = addGroup(db, users);
    for (int i = 0; i < 5; ++i)
        send(*m_messages, textMessage(m_group, m_alice));
    QList<WatermarkMove> moves;
    for (qsizetype i = 0; i < users.size(); ++i)
        moves += move(users[i], 5, i % 5 + 1);
    advance(moves);
    for (qsizetype i = 1; i < users.size(); i += 50)
        QCOMPARE(marks(users[i]), pair(5, i % 5 + 1));
}

void TestOfReceiptStore::whoIsNoMemberDoesNotMove()
{
    m_database->execute(u"UPDATE conversation_members SET removed_at = 1 WHERE user_id = '%1'"_s.arg(m_bob));
    advance({move(m_bob, 5, 5), move(u"stranger"_s, 5, 5), {u"no such"_s, m_alice, 1, 1, {}}});
    QCOMPARE(
        m_database->execute(u"SELECT read_seq FROM conversation_members WHERE user_id = '%1'"_s.arg(m_bob)),
        0);
    QCOMPARE(m_database->execute(u"SELECT count(*) FROM receipts"_s), 0);
}

void TestOfReceiptStore::everyMoveIsNotedOnce()
{
    for (int i = 0; i < 3; ++i)
        advance({move(m_bob, 3, 2)});
    QCOMPARE(m_database->execute(u"SELECT count(*) FROM receipts"_s), 2);
    advance({move(m_bob, 9, 9)});
    QCOMPARE(m_database->execute(u"SELECT count(*) FROM receipts"_s), 4);
    QCOMPARE(m_database->execute(u"SELECT max(up_to_seq) FROM receipts WHERE kind = 'read'"_s), 5);
    QCOMPARE(m_database->execute(u"SELECT min(at) FROM receipts"_s), 1'000);
}

void TestOfReceiptStore::whatRetentionRemovedStillCountsAsRead()
{
    const auto unread = [this] {
        return expect(ConversationStore(m_database->open()).get(m_group, m_bob)).my.unreadCount;
    };
    m_database->execute(u"DELETE FROM messages WHERE seq <= 2"_s);
    advance({move(m_bob, 2, 2)});
    QCOMPARE(unread(), 3);
    m_database->execute(u"DELETE FROM messages"_s);
    advance({move(m_bob, 5, 5)});
    QCOMPARE(unread(), 0);
}

void TestOfReceiptStore::countsEqualARecountWhateverHappens()
{
    const quint32 seed = qEnvironmentVariableIsSet("HEARTH_TEST_SEED")
        ? qEnvironmentVariableIntValue("HEARTH_TEST_SEED")
        : QRandomGenerator::global()->generate();
    qInfo("HEARTH_TEST_SEED=%u", seed);
    QRandomGenerator random(seed);
    Database &db = m_database->open();
    const QList<UserId> users{m_alice, m_bob, addUser(db, u"carol"_s), addUser(db, u"dave"_s)};
    m_group = addGroup(db, users);
    QList<Message> sent; // by seq
    QHash<UserId, std::pair<qint64, qint64>> expected; // delivered and read
    for (int step = 0; step < 300; ++step) {
        const UserId user = users[random.bounded(users.size())];
        auto &[delivered, read] = expected[user];
        if (random.bounded(2)) {
            MessageInsert message = textMessage(m_group, user);
            if (random.bounded(5) == 0)
                message.draft.type = MessageType::System;
            if (random.bounded(3) == 0)
                message.draft.mentions = {{users[random.bounded(users.size())], 0, 1}};
            sent += send(*m_messages, message);
            delivered = read = sent.last().seq;
        } else {
            const qint64 last = sent.size();
            const qint64 seq = random.bounded(int(last) + 3);
            const bool reads = random.bounded(2);
            advance({move(user, reads ? 0 : seq, reads ? seq : 0)});
            delivered = std::max(delivered, std::min(seq, last));
            if (reads)
                read = std::max(read, std::min(seq, last));
        }
    }
    for (const UserId &user : users) {
        const auto [delivered, read] = expected[user];
        QCOMPARE(marks(user), pair(delivered, read));
        int unread = 0, mentions = 0;
        for (const Message &message : sent) {
            unread += message.seq > read && message.type != MessageType::System;
            mentions +=
                message.seq > read && !message.mentions.isEmpty() && message.mentions[0].userId == user;
        }
        const OwnMembership my = expect(ConversationStore(db).get(m_group, user)).my;
        QCOMPARE(my.unreadCount, unread);
        QCOMPARE(my.mentionCount, mentions);
        QCOMPARE(my.readSeq, read);
    }
}

QTEST_GUILESS_MAIN(TestOfReceiptStore)
#include "tst_receiptstore.moc"
