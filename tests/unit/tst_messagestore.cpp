// SPDX-License-Identifier: Apache-2.0
#include "storage/messagestore.h"

#include "storage/messagebatch.h"
#include "support/cuttingproxy.h"
#include "support/fixtures.h"
#include "util/uuid.h"

#include <numeric>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestOfMessageStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }
    void init();
    void cleanup();

    void everyFieldComesBack();
    void attack65_aClockThatJumpsBackMovesNoOrderAndNoActivity();
    void uglyContentComesBackAsItWas();
    void concurrentAppendsGetGaplessNumbersInOrder();
    void moreThanCanBeStoredIsRefusedAtOnceAndNothingElseSuffers();
    void systemMessagesDoNotCountAsUnread();
    void aRepeatGivesTheStoredMessage();
    void aRepeatWithinABatchGivesTheStoredMessage();
    void longMessagesAreStoredInSeveralBatches();
    void aRepeatAfterReopeningGivesTheStoredMessage();
    void theSameKeyForSomethingElseIsAMismatch();
    void theSameKeyOfAnotherSenderIsAnotherMessage();
    void whoIsNoMemberFindsNothing();
    void whoMayNotWriteIsForbidden();
    void repliesFindTheirThread();
    void repliesToWhatCannotBeSeenAreRefused();
    void oneBadMessageFailsAlone();
    void nothingAcknowledgedIsLostWhenConnectionsAreCut();
    void aMessageWhoseCommitWasCutIsRefusedAndCanBeSentAgain();
    void aCommitWhoseAnswerIsLostIsAnsweredAsStored();
    void readingBackTellsWhatWasStored();
    void pagesAreNewestFirst();
    void pagesAroundAPlaceFillUpAtTheEnds();
    void pagesBeginAtTheFirstVisibleMessage();
    void aMessageIsFoundByPlace();
    void closingAnswersWhatWaits();

private:
    MessageInsert keyed(const QString &content, const QString &key) const
    {
        MessageInsert message = textMessage(m_group, m_alice, content);
        message.draft.clientMsgId = key;
        return message;
    }
    qint64 unread(const UserId &user)
    {
        return expect(ConversationStore(m_database->open()).get(m_group, user)).my.unreadCount;
    }
    QList<Message> all() { return expect(m_store->page({.conversationId = m_group, .limit = 10'000})).items; }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<MessageStore> m_store;
    UserId m_alice, m_bob, m_carol;
    ConversationId m_group;
};

void TestOfMessageStore::init()
{
    m_database = std::make_unique<TestDatabase>();
    Database &db = m_database->open();
    m_store = std::make_unique<MessageStore>(db);
    m_alice = addUser(db, u"alice"_s);
    m_bob = addUser(db, u"bob"_s);
    m_carol = addUser(db, u"carol"_s);
    m_group = addGroup(db, {m_alice, m_bob});
}

void TestOfMessageStore::cleanup()
{
    m_store.reset();
    m_database.reset();
}

void TestOfMessageStore::everyFieldComesBack()
{
    MessageInsert insert = textMessage(m_group, m_alice, u"hi @bob and @bob"_s);
    insert.draft.type = MessageType::Location;
    insert.draft.clientMsgId = uuidV7();
    insert.draft.mentions = {{m_bob, 3, 4}, {m_bob, 12, 4}};
    insert.draft.metadata = QJsonObject{{u"'q\\\"}{"_s, QJsonObject{{u"n"_s, 1.5}}}};
    const Message stored = send(*m_store, insert);
    QCOMPARE(stored.id, insert.id);
    QCOMPARE(stored.seq, 1);
    QCOMPARE(stored.mentions, insert.draft.mentions);
    QCOMPARE(stored.metadata, insert.draft.metadata);
    QCOMPARE(stored.createdAt, insert.createdAt);
    QCOMPARE(expect(m_store->byId(insert.id)), stored);
    QCOMPARE(expectError(m_store->byId(uuidV7())).code, ErrorCode::NotFound);

    const Conversation conversation = expect(ConversationStore(m_database->open()).get(m_group, m_bob));
    QCOMPARE(conversation.my.mentionCount, 1);
    QCOMPARE(conversation.my.unreadCount, 1);
    QCOMPARE(conversation.lastMessage, stored);
}

void TestOfMessageStore::attack65_aClockThatJumpsBackMovesNoOrderAndNoActivity()
{
    const auto activity = [this] {
        return m_database
            ->execute(u"SELECT last_activity_at FROM conversations WHERE id = '%1'"_s.arg(m_group))
            .toLongLong();
    };
    const Timestamp after2038 = fromMs((qint64(1) << 31) * 1000 + 42);
    MessageInsert first = textMessage(m_group, m_alice);
    first.createdAt = after2038;
    QCOMPARE(send(*m_store, first).createdAt, after2038);
    QCOMPARE(activity(), toMs(after2038));
    MessageInsert second = textMessage(m_group, m_bob);
    second.createdAt = after2038 - std::chrono::hours(1);
    QCOMPARE(send(*m_store, second).seq, 2);
    QCOMPARE(activity(), toMs(after2038));
    const auto page = expect(m_store->page({.conversationId = m_group}));
    QCOMPARE(page.items.first().id, second.id); // seq is the order
    QCOMPARE(page.items.last().createdAt, after2038);
}

void TestOfMessageStore::uglyContentComesBackAsItWas()
{
    for (const QString &text : uglyTexts()) {
        const Message stored = send(*m_store, keyed(text, uuidV7()));
        QCOMPARE(stored.content, text);
        QCOMPARE(expect(m_store->byId(stored.id)), stored);
    }
    send(*m_store, textMessage(m_group, m_alice, QString())); // an attachment alone has no text
    QCOMPARE(all().first().content, u""_s);
}

void TestOfMessageStore::concurrentAppendsGetGaplessNumbersInOrder()
{
    Database &db = m_database->open();
    QList<ConversationId> conversations{m_group};
    for (int i = 0; i < 4; ++i)
        conversations += addGroup(db, {m_alice, m_bob, m_carol});
    QHash<ConversationId, QList<qint64>> answered;
    int count = 0;
    for (int i = 0; i < 1'000; ++i) {
        const ConversationId id = conversations[i % conversations.size()];
        m_store->append(textMessage(id, i % 3 ? m_alice : m_bob, QString::number(i)))
            .then([&answered, &count, id](const Result<StoredMessage> &stored) {
                QVERIFY(stored);
                answered[id].append(stored->message.seq);
                ++count;
            });
    }
    QTRY_COMPARE(count, 1'000);
    for (const ConversationId &id : conversations) {
        QList<qint64> expected(200);
        std::iota(expected.begin(), expected.end(), 1);
        QCOMPARE(answered[id], expected);
        const QList<Message> stored = expect(m_store->page({.conversationId = id, .limit = 1'000})).items;
        QCOMPARE(stored.size(), 200);
        QCOMPARE(stored.first().seq, 200);
        QCOMPARE(stored.first().change - stored.last().change, 199);
        const auto record = expect(ConversationStore(db).record(id));
        QCOMPARE(record.lastSeq, 200);
        QCOMPARE(record.lastChange, stored.first().change);
    }
}

void TestOfMessageStore::systemMessagesDoNotCountAsUnread()
{
    send(*m_store, textMessage(m_group, m_alice));
    MessageInsert system = textMessage(m_group, m_alice);
    system.draft.type = MessageType::System;
    send(*m_store, system);
    send(*m_store, textMessage(m_group, m_alice));
    QCOMPARE(unread(m_bob), 2);
    QCOMPARE(unread(m_alice), 0);
    send(*m_store, textMessage(m_group, m_bob));
    QCOMPARE(unread(m_bob), 0);
    QCOMPARE(unread(m_alice), 1);
}

void TestOfMessageStore::aRepeatGivesTheStoredMessage()
{
    const MessageInsert first = keyed(u"once"_s, uuidV7());
    const Message stored = send(*m_store, first);
    MessageInsert again = first;
    again.id = uuidV7();
    again.createdAt = first.createdAt + std::chrono::hours(1);
    const StoredMessage repeated = expect(m_store->append(again));
    QVERIFY(repeated.repeated);
    QCOMPARE(repeated.message, stored);
    QCOMPARE(all().size(), 1);
}

void TestOfMessageStore::aRepeatWithinABatchGivesTheStoredMessage()
{
    const QString key = uuidV7();
    QList<Result<StoredMessage>> answers;
    for (int i = 0; i < 10; ++i) // the first opens a batch; the others wait for the next together
        m_store->append(keyed(i == 9 ? u"other"_s : u"same"_s, i == 0 ? uuidV7() : key))
            .then([&](const Result<StoredMessage> &answer) { answers.append(answer); });
    QTRY_COMPARE(answers.size(), 10);
    QVERIFY(!answers[1]->repeated);
    for (int i = 2; i < 9; ++i) {
        QVERIFY(answers[i]->repeated);
        QCOMPARE(answers[i]->message, answers[1]->message);
    }
    QCOMPARE(answers[9].error().code, ErrorCode::IdempotencyMismatch);
    QCOMPARE(all().size(), 2);
}

// A statement has its text in memory several times.
void TestOfMessageStore::longMessagesAreStoredInSeveralBatches()
{
    const QString text(200'000, u'x'); // 400 kB
    QList<int> waiting; // at each answer
    for (int i = 0; i < 31; ++i)
        m_store->append(keyed(text, uuidV7())).then([&](const Result<StoredMessage> &answer) {
            waiting.append(answer ? m_store->queued() : -1);
        });
    QTRY_COMPARE_WITH_TIMEOUT(waiting.size(), 31, 30'000);
    QVERIFY(!waiting.contains(-1));
    // The first opened a batch; while it is answered, the database has some of the others already.
    QVERIFY2(waiting.first() > 10 && waiting.first() < 25, qPrintable(QString::number(waiting.first())));
    QCOMPARE(waiting.last(), 0);
}

void TestOfMessageStore::aRepeatAfterReopeningGivesTheStoredMessage()
{
    const MessageInsert insert = keyed(u"once"_s, uuidV7());
    const Message stored = send(*m_store, insert);
    m_store.reset();
    m_database->close();
    m_store = std::make_unique<MessageStore>(m_database->open());
    const StoredMessage repeated = expect(m_store->append(insert));
    QVERIFY(repeated.repeated);
    QCOMPARE(repeated.message, stored);
}

void TestOfMessageStore::theSameKeyForSomethingElseIsAMismatch()
{
    const QString key = uuidV7();
    send(*m_store, keyed(u"one"_s, key));
    QCOMPARE(expectError(m_store->append(keyed(u"two"_s, key))).code, ErrorCode::IdempotencyMismatch);
    MessageInsert elsewhere = keyed(u"one"_s, key);
    elsewhere.conversationId = addGroup(m_database->open(), {m_alice, m_carol});
    QCOMPARE(expectError(m_store->append(elsewhere)).code, ErrorCode::IdempotencyMismatch);
    QCOMPARE(all().size(), 1);
}

void TestOfMessageStore::theSameKeyOfAnotherSenderIsAnotherMessage()
{
    const QString key = uuidV7();
    send(*m_store, keyed(u"one"_s, key));
    MessageInsert other = keyed(u"one"_s, key);
    other.id = uuidV7();
    other.senderId = m_bob;
    QCOMPARE(send(*m_store, other).seq, 2);
}

void TestOfMessageStore::whoIsNoMemberFindsNothing()
{
    QCOMPARE(expectError(m_store->append(textMessage(m_group, m_carol))).code, ErrorCode::NotFound);
    QCOMPARE(expectError(m_store->append(textMessage(uuidV7(), m_alice))).code, ErrorCode::NotFound);

    const MessageInsert before = keyed(u"while a member"_s, uuidV7());
    send(*m_store, before);
    m_database->execute(
        u"UPDATE conversation_members SET removed_at = 1 WHERE user_id = '%1'"_s.arg(m_alice));
    QCOMPARE(expectError(m_store->append(textMessage(m_group, m_alice))).code, ErrorCode::NotFound);
    QCOMPARE(expectError(m_store->append(before)).code, ErrorCode::NotFound);
}

void TestOfMessageStore::whoMayNotWriteIsForbidden()
{
    const MessageInsert before = keyed(u"while allowed"_s, uuidV7());
    send(*m_store, before);
    m_database->execute(
        u"UPDATE conversation_members SET can_send_messages = FALSE WHERE user_id = '%1'"_s.arg(m_alice));
    QCOMPARE(expectError(m_store->append(textMessage(m_group, m_alice))).code, ErrorCode::Forbidden);
    QVERIFY(expect(m_store->append(before)).repeated);
    QCOMPARE(send(*m_store, textMessage(m_group, m_bob)).seq, 2);
}

void TestOfMessageStore::repliesFindTheirThread()
{
    const Message root = send(*m_store, textMessage(m_group, m_alice));
    MessageInsert reply = textMessage(m_group, m_bob);
    reply.draft.replyToId = root.id;
    const Message first = send(*m_store, reply);
    QCOMPARE(first.threadRootId, root.id);
    MessageInsert nested = textMessage(m_group, m_alice);
    nested.draft.replyToId = first.id;
    const Message second = send(*m_store, nested);
    QCOMPARE(second.replyToId, first.id);
    QCOMPARE(second.threadRootId, root.id);

    const Message counted = expect(m_store->byId(root.id));
    QCOMPARE(counted.replyCount, 2);
    QCOMPARE(counted.change, second.change); // so that who catches up gets the new count
    QCOMPARE(second.change, root.change + 2);
    QVERIFY(!first.replyCount);
}

void TestOfMessageStore::repliesToWhatCannotBeSeenAreRefused()
{
    Database &db = m_database->open();
    const ConversationId other = addGroup(db, {m_alice, m_carol}, History::SinceJoin);
    const Message elsewhere = send(*m_store, textMessage(m_group, m_alice));
    const Message early = send(*m_store, textMessage(other, m_alice));
    m_database->execute(
        u"UPDATE conversation_members SET joined_seq = 1 WHERE user_id = '%1'"_s.arg(m_carol));
    for (const MessageId &id : {elsewhere.id, early.id, uuidV7(), u"'"_s}) {
        MessageInsert reply = textMessage(other, m_carol);
        reply.draft.replyToId = id;
        const Error error = expectError(m_store->append(reply));
        QCOMPARE(error.code, ErrorCode::InvalidField);
        QCOMPARE(error.pointer, u"/reply_to_id"_s);
    }
    MessageInsert reply = textMessage(other, m_alice); // who was there from the start
    reply.draft.replyToId = early.id;
    QCOMPARE(send(*m_store, reply).seq, 2);
}

void TestOfMessageStore::oneBadMessageFailsAlone()
{
    const MessageId taken = send(*m_store, textMessage(m_group, m_alice)).id;
    constexpr int count = 40, bad = 23;
    QList<Result<StoredMessage>> answers;
    for (int i = 0; i < count; ++i) {
        MessageInsert message = textMessage(m_group, m_alice, QString::number(i));
        if (i == bad)
            message.id = taken;
        m_store->append(message).then([&](const Result<StoredMessage> &answer) { answers.append(answer); });
    }
    QTRY_COMPARE(answers.size(), count);
    qint64 seq = 1;
    for (int i = 0; i < count; ++i) {
        QCOMPARE(answers[i].has_value(), i != bad);
        if (i != bad)
            QCOMPARE(answers[i]->message.seq, ++seq);
    }
    QCOMPARE(all().size(), count);
}

void TestOfMessageStore::nothingAcknowledgedIsLostWhenConnectionsAreCut()
{
    if (!m_database->isPostgres())
        return; // a file has no connection to lose
    QHash<QString, Message> acknowledged;
    int sent = 0, answered = 0;
    for (int round = 0; round < 20; ++round) {
        for (int i = 0; i < 200; ++i) {
            const QString key = uuidV7();
            ++sent;
            m_store->append(keyed(QString::number(i), key))
                .then([&, key](const Result<StoredMessage> &answer) {
                    ++answered;
                    if (answer)
                        acknowledged.insert(key, answer->message);
                });
            if (i == 10 * round)
                m_database->cutConnections();
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(answered, sent);
    }
    QVERIFY(!acknowledged.isEmpty());
    QTRY_VERIFY(m_database->open().isAvailable());
    const QList<Message> stored = all();
    QHash<QString, Message> byKey;
    for (const Message &message : stored)
        byKey.insert(*message.clientMsgId, message);
    for (auto it = acknowledged.cbegin(); it != acknowledged.cend(); ++it)
        QCOMPARE(byKey.value(it.key()), *it);
    QCOMPARE(stored.size(), acknowledged.size()); // and nothing was stored that was refused
    QCOMPARE(stored.first().seq, stored.size());
    QCOMPARE(send(*m_store, textMessage(m_group, m_alice)).seq, stored.size() + 1);
}

// A deferred trigger ends the connection inside COMMIT, before anything is stored.
void TestOfMessageStore::aMessageWhoseCommitWasCutIsRefusedAndCanBeSentAgain()
{
    if (!m_database->isPostgres())
        return; // a file has no connection to lose
    m_database->execute(u"CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        " PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$"_s);
    m_database->execute(
        u"CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON messages DEFERRABLE INITIALLY DEFERRED"
        " FOR EACH ROW EXECUTE FUNCTION cut()"_s);
    const MessageInsert insert = keyed(u"cut"_s, uuidV7());
    QCOMPARE(expectError(m_store->append(insert)).code, ErrorCode::Unavailable);
    QTRY_VERIFY(m_database->open().isAvailable());
    QCOMPARE(all().size(), 0);
    m_database->execute(u"DROP TRIGGER cut ON messages"_s);
    QVERIFY(!expect(m_store->append(insert)).repeated);
    QVERIFY(expect(m_store->append(insert)).repeated);
}

void TestOfMessageStore::aCommitWhoseAnswerIsLostIsAnsweredAsStored()
{
    if (!m_database->isPostgres())
        return; // a file has no connection to lose
    DatabaseConfig config = m_database->config();
    CuttingProxy proxy(config.host, config.port);
    config.port = proxy.serverPort();
    Database db(config);
    expect(db.open());
    MessageStore store(db);
    for (int i = 1; i <= 5; ++i) {
        proxy.arm();
        MessageInsert insert = textMessage(m_group, m_alice); // and without a key to find it by
        const StoredMessage stored = expect(store.append(insert));
        QCOMPARE(proxy.cuts(), i);
        QCOMPARE(stored.message.seq, i);
        QVERIFY(!stored.repeated);
        QCOMPARE(expect(m_store->byId(insert.id)), stored.message);
    }
    QCOMPARE(all().size(), 5);
}

// What is done when nobody knows whether a commit happened.
void TestOfMessageStore::readingBackTellsWhatWasStored()
{
    const MessageInsert plain = textMessage(m_group, m_alice);
    const MessageInsert first = keyed(u"key"_s, uuidV7());
    MessageInsert again = first;
    again.id = uuidV7();
    const Message storedPlain = send(*m_store, plain);
    const Message storedFirst = send(*m_store, first);
    const QList<MessageInsert> batch{plain, again, keyed(u"another"_s, *first.draft.clientMsgId),
                                     textMessage(m_group, m_alice)};
    const AppendAnswers answers = expect(m_database->open().write(
        [batch](Sql &sql) -> Result<AppendAnswers> { return MessageBatch(sql, batch).readBack(); }));
    QCOMPARE(answers[0]->message, storedPlain);
    QVERIFY(!answers[0]->repeated);
    QCOMPARE(answers[1]->message, storedFirst);
    QVERIFY(answers[1]->repeated);
    QCOMPARE(answers[2].error().code, ErrorCode::Unavailable);
    QCOMPARE(answers[3].error().code, ErrorCode::Unavailable);
}

void TestOfMessageStore::pagesAreNewestFirst()
{
    for (int i = 0; i < 10; ++i)
        send(*m_store, textMessage(m_group, m_alice, QString::number(i + 1)));
    const auto seqs = [this](MessageQuery query) {
        query.conversationId = m_group;
        query.limit = 3;
        const MessagePage page = expect(m_store->page(query));
        QString text = page.hasMore ? u"more:"_s : u"all:"_s;
        for (const Message &message : page.items)
            text += u' ' + QString::number(message.seq);
        return text;
    };
    QCOMPARE(seqs({}), u"more: 10 9 8"_s);
    QCOMPARE(seqs({.beforeSeq = 8}), u"more: 7 6 5"_s);
    QCOMPARE(seqs({.beforeSeq = 4}), u"all: 3 2 1"_s);
    QCOMPARE(seqs({.beforeSeq = 1}), u"all:"_s);
    QCOMPARE(seqs({.afterSeq = 2}), u"more: 5 4 3"_s);
    QCOMPARE(seqs({.afterSeq = 7}), u"all: 10 9 8"_s);
    QCOMPARE(seqs({.afterSeq = 10}), u"all:"_s);
    QCOMPARE(seqs({.aroundSeq = 5}), u"more: 6 5 4"_s);
    QCOMPARE(seqs({.offset = 0}), u"more: 10 9 8"_s);
    QCOMPARE(seqs({.offset = 8}), u"all: 2 1"_s);
    QCOMPARE(seqs({.offset = 80}), u"all:"_s);
}

void TestOfMessageStore::pagesAroundAPlaceFillUpAtTheEnds()
{
    for (int i = 0; i < 6; ++i)
        send(*m_store, textMessage(m_group, m_alice));
    const auto around = [this](qint64 seq) {
        const MessagePage page =
            expect(m_store->page({.conversationId = m_group, .limit = 4, .aroundSeq = seq}));
        return std::pair(page.items.first().seq, page.items.last().seq);
    };
    QCOMPARE(around(6), std::pair(qint64(6), qint64(3)));
    QCOMPARE(around(3), std::pair(qint64(4), qint64(1)));
    QCOMPARE(around(1), std::pair(qint64(4), qint64(1)));
}

void TestOfMessageStore::pagesBeginAtTheFirstVisibleMessage()
{
    for (int i = 0; i < 6; ++i)
        send(*m_store, textMessage(m_group, m_alice));
    const auto last = [this](MessageQuery query) {
        query.conversationId = m_group;
        query.firstVisibleSeq = 4;
        return expect(m_store->page(query)).items.last().seq;
    };
    QCOMPARE(last({}), 4);
    QCOMPARE(last({.afterSeq = 1}), 4);
    QCOMPARE(last({.aroundSeq = 2}), 4);
    QCOMPARE(last({.offset = 1}), 4);
}

void TestOfMessageStore::aMessageIsFoundByPlace()
{
    const Message message = send(*m_store, textMessage(m_group, m_alice));
    QCOMPARE(expect(m_store->idAt(m_group, 1)), message.id);
    QCOMPARE(expectError(m_store->idAt(m_group, 2)).code, ErrorCode::NotFound);
}

void TestOfMessageStore::moreThanCanBeStoredIsRefusedAtOnceAndNothingElseSuffers()
{
    constexpr int count = 10'000;
    int stored = 0, refused = 0;
    for (int i = 0; i < count; ++i) {
        m_store->append(textMessage(m_group, m_alice)).then([&](const Result<StoredMessage> &answer) {
            if (answer) {
                ++stored;
                return;
            }
            QCOMPARE(answer.error().code, ErrorCode::Unavailable);
            QVERIFY(answer.error().retryAfterMs.value_or(0) > 0);
            ++refused;
        });
    }
    QVERIFY(refused > 0); // before anything was stored
    QCOMPARE(stored, 0);
    QVERIFY(m_store->queued() < 5'000);
    QTRY_COMPARE_WITH_TIMEOUT(stored, count - refused, 60'000);
    QCOMPARE(expect(m_store->append(textMessage(m_group, m_alice))).message.seq, stored + 1);

    // Long ones fill it, too.
    stored = refused = 0;
    for (int i = 0; i < 2'500; ++i) {
        m_store->append(textMessage(m_group, m_alice, QString(10'000, u'x')))
            .then([&](const Result<StoredMessage> &answer) { ++(answer ? stored : refused); });
    }
    QVERIFY(refused > 500);
    QTRY_COMPARE_WITH_TIMEOUT(stored, 2'500 - refused, 60'000);
}

void TestOfMessageStore::closingAnswersWhatWaits()
{
    int stored = 0, refused = 0;
    for (int i = 0; i < 20; ++i)
        m_store->append(textMessage(m_group, m_alice)).then([&](const Result<StoredMessage> &answer) {
            ++(answer ? stored : refused);
        });
    QCOMPARE(m_store->queued(), 19);
    m_store.reset();
    QCOMPARE(refused, 19);
    QTRY_COMPARE(stored, 1);
}

QTEST_GUILESS_MAIN(TestOfMessageStore)
#include "tst_messagestore.moc"
