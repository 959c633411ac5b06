// SPDX-License-Identifier: Apache-2.0
#include "core/localstore.h"

#include "support/sessionfixture.h"
#include "util/uuid.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto room = u"room"_s;

Message message(qint64 seq, qint64 change, const QString &content = u"text"_s)
{
    Message m;
    m.id = u"m%1"_s.arg(seq);
    m.conversationId = room;
    m.seq = seq;
    m.change = change;
    m.senderId = u"ana"_s;
    m.content = content;
    m.createdAt = fromMs(1'000 + seq);
    return m;
}

QList<Message> messages(qint64 from, qint64 to)
{
    QList<Message> list;
    for (qint64 seq = from; seq <= to; ++seq)
        list.append(message(seq, seq));
    return list;
}

Conversation conversationAt(qint64 change)
{
    Conversation c;
    c.id = room;
    c.lastChange = change;
    return c;
}

QList<qint64> seqs(const StoredRun &run)
{
    QList<qint64> list;
    for (const Message &m : run.messages)
        list.append(m.seq);
    return list;
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

OutgoingMessage outgoing(const QString &id)
{
    OutgoingMessage m;
    m.clientMsgId = id;
    m.conversationId = room;
    m.draft.clientMsgId = id;
    m.draft.content = u"hello"_s;
    m.writtenAt = fromMs(5);
    return m;
}

} // namespace

class TestLocalStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aMessageComesBackAsItWasStored()
    {
        LocalStore store(m_dir->path());
        QVERIFY(await(store.open()));
        Message rich = message(1, 3, u"Grüße 👋 שלום"_s);
        rich.clientMsgId = uuidV7();
        rich.mentions = {{u"me"_s, 0, 5}};
        rich.reactions = {{u"👍"_s, 1, {u"me"_s}}};
        rich.replyToId = u"m0"_s;
        rich.isEdited = true;
        rich.editedAt = fromMs(77);
        rich.metadata = {{u"k"_s, 1}};
        const Message plain = message(2, 4);
        QVERIFY(await(store.apply({0, conversationAt(4), {rich, plain}})));
        const auto run = await(store.before(room, 3, 50));
        QVERIFY(run);
        QCOMPARE(run->messages, (QList<Message>{rich, plain}));
        QVERIFY(!run->gap);
    }

    void aStepIsRefusedWhenItBuildsOnAnotherState()
    {
        LocalStore store(m_dir->path());
        QVERIFY(await(store.open()));
        QVERIFY(await(store.apply({0, conversationAt(4), messages(1, 4)})));
        const auto refused = await(store.apply({5, conversationAt(6), {message(6, 6)}}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(seqs(*await(store.before(room, 10, 50))), QList<qint64>());
        QCOMPARE(seqs(*await(store.before(room, 5, 50))), (QList<qint64>{1, 2, 3, 4}));
    }

    void anOlderStateOfAMessageDoesNotReplaceANewerOne()
    {
        LocalStore store(m_dir->path());
        QVERIFY(await(store.open()));
        QVERIFY(await(store.apply({0, conversationAt(9), {message(1, 9, u"edited"_s)}})));
        QVERIFY(await(store.keepHistory({room, {message(1, 1, u"first"_s)}, {1, 1}})));
        QCOMPARE(await(store.before(room, 2, 50))->messages.first().content, u"edited"_s);
    }

    void aRunEndsAtAGapAndSaysSo()
    {
        LocalStore store(m_dir->path());
        QVERIFY(await(store.open()));
        QVERIFY(await(store.keepHistory({room, messages(1, 10), {1, 10}})));
        QVERIFY(await(store.keepHistory({room, messages(21, 30), {21, 30}})));

        auto run = *await(store.before(room, 31, 50));
        QCOMPARE(run.messages.size(), 10);
        QVERIFY(run.gap);
        run = *await(store.before(room, 21, 50));
        QVERIFY(run.messages.isEmpty());
        QVERIFY(run.gap);
        run = *await(store.after(room, 5, 50));
        QCOMPARE(seqs(run), (QList<qint64>{6, 7, 8, 9, 10}));
        QVERIFY(run.gap);
        run = *await(store.around(room, 25, 5));
        QCOMPARE(seqs(run), (QList<qint64>{23, 24, 25, 26, 27}));

        QVERIFY(await(store.keepHistory({room, messages(11, 20), {11, 20}})));
        run = *await(store.before(room, 31, 50));
        QCOMPARE(run.messages.size(), 30);
        QVERIFY(!run.gap);
    }

    void knownRangesEqualASetOfPlacesWhateverTheOrder()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo() << "seed" << seed;
        QRandomGenerator random(seed);
        LocalStore store(m_dir->path());
        QVERIFY(await(store.open()));
        QSet<qint64> known;
        for (int i = 0; i < 60; ++i) {
            const qint64 from = random.bounded(1, 80);
            const qint64 to = from + random.bounded(0, 6);
            for (qint64 seq = from; seq <= to; ++seq)
                known.insert(seq);
            QVERIFY(await(store.keepHistory({room, messages(from, to), {from, to}})));
            const qint64 place = random.bounded(1, 90);
            QList<qint64> expected;
            for (qint64 seq = place - 1; known.contains(seq); --seq)
                expected.prepend(seq);
            QCOMPARE(seqs(*await(store.before(room, place, 1'000))), expected);
        }
    }

    void aSnapshotReplacesWhatWasKnown()
    {
        LocalStore store(m_dir->path());
        QVERIFY(await(store.open()));
        QVERIFY(await(store.apply({0, conversationAt(10), messages(1, 10)})));
        Batch snapshot{0, conversationAt(5'000), {message(3'000, 5'000)}};
        snapshot.snapshot = true;
        QVERIFY(await(store.apply(snapshot)));
        QVERIFY(await(store.before(room, 11, 50))->messages.isEmpty());
        QCOMPARE(seqs(*await(store.before(room, 3'001, 50))), QList<qint64>{3'000});
    }

    void whatWasStoredIsThereAfterARestart()
    {
        {
            LocalStore store(m_dir->path());
            QVERIFY(await(store.open()));
            Batch batch{0, conversationAt(2), messages(1, 2)};
            batch.members = {Member{u"ana"_s, MemberRole::Admin, false, fromMs(9), 2, 1}};
            QVERIFY(await(store.apply(batch)));
            QVERIFY(await(store.saveUsers({User{u"ana"_s, u"ana"_s, u"Ana"_s}})));
            QVERIFY(await(store.saveCursor(u"epoch"_s, fromMs(123))));
            QVERIFY(await(store.enqueue(outgoing(u"one"_s))));
            QVERIFY(await(store.enqueue(outgoing(u"two"_s))));
            QVERIFY(
                await(store.setOutgoingError(u"one"_s, Error{ErrorCode::Blocked, u"Blocked."_s, {}, {}})));
            QVERIFY(await(store.saveDraft(room, u"half a"_s)));
            QVERIFY(await(store.saveUnsentRead(room, 2)));
        }
        LocalStore store(m_dir->path());
        const auto state = await(store.open());
        QVERIFY(state);
        QVERIFY(!state->mended);
        QCOMPARE(state->conversations.size(), 1);
        QCOMPARE(state->conversations[0].lastChange, 2);
        QCOMPARE(state->conversations[0].members->first(),
                 (Member{u"ana"_s, MemberRole::Admin, false, fromMs(9), 2, 1}));
        QCOMPARE(state->users, (QList<User>{User{u"ana"_s, u"ana"_s, u"Ana"_s}}));
        QCOMPARE(state->epoch, u"epoch"_s);
        QCOMPARE(state->since, std::optional(fromMs(123)));
        QCOMPARE(state->outbox.size(), 2);
        QCOMPARE(state->outbox[0].state, OutgoingState::Failed);
        QCOMPARE(state->outbox[0].error->code, ErrorCode::Blocked);
        QCOMPARE(state->outbox[1], outgoing(u"two"_s));
        QCOMPARE(state->drafts.value(room), u"half a"_s);
        QCOMPARE(state->unsentReads.value(room), 2);
    }

    void aDamagedCacheIsSetAsideAndTheOutboxIsKept_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not a database") << QByteArray(10'000, 'x');
        QTest::newRow("header, then noise")
            << QByteArray("SQLite format 3\0", 16) + QByteArray(8'000, '\x7f');
    }

    void aDamagedCacheIsSetAsideAndTheOutboxIsKept()
    {
        QFETCH(QByteArray, bytes);
        {
            LocalStore store(m_dir->path());
            QVERIFY(await(store.open()));
            QVERIFY(await(store.apply({0, conversationAt(2), messages(1, 2)})));
            QVERIFY(await(store.enqueue(outgoing(u"one"_s))));
        }
        overwrite(m_dir->filePath(u"cache.sqlite"_s), bytes);
        LocalStore store(m_dir->path());
        const auto state = await(store.open());
        QVERIFY(state);
        QVERIFY(state->mended);
        QVERIFY(state->mended->detail.contains(u"damaged"_s));
        QVERIFY(state->conversations.isEmpty());
        QCOMPARE(state->outbox.size(), 1);
        QCOMPARE(QDir(m_dir->path()).entryList({u"cache.sqlite.*.old"_s}).size(), 1);
        QVERIFY(await(store.apply({0, conversationAt(2), messages(1, 2)})));
    }

    void aCacheOfANewerVersionIsSetAside()
    {
        setVersion(u"cache.sqlite"_s, 999);
        LocalStore store(m_dir->path());
        const auto state = await(store.open());
        QVERIFY(state);
        QVERIFY(state->mended);
        QVERIFY(state->mended->detail.contains(u"newer"_s));
    }

    void theMessagesOfANewerOutboxAreKept()
    {
        {
            LocalStore store(m_dir->path());
            QVERIFY(await(store.open()));
            QVERIFY(await(store.enqueue(outgoing(u"one"_s))));
            QVERIFY(await(store.saveDraft(room, u"half a"_s)));
        }
        setVersion(u"outbox.sqlite"_s, 999);
        LocalStore store(m_dir->path());
        const auto state = await(store.open());
        QVERIFY(state);
        QVERIFY(state->mended);
        QCOMPARE(state->outbox, QList<OutgoingMessage>{outgoing(u"one"_s)});
        QCOMPARE(state->drafts.value(room), u"half a"_s);
    }

    void searchFindsWordsAndBeginningsAndTakesNothingForSyntax()
    {
        LocalStore store(m_dir->path());
        QVERIFY(await(store.open()));
        QVERIFY(
            await(store.apply({0,
                               conversationAt(3),
                               {message(1, 1, u"The café opens"_s), message(2, 2, u"closed \"today\""_s)}})));
        QCOMPARE(await(store.search(u"cafe op"_s, 10))->size(), 1);
        QCOMPARE(await(store.search(u"\"today"_s, 10))->size(), 1);
        QVERIFY(await(store.search(u"NEAR( OR *"_s, 10)));
        QVERIFY(await(store.apply({3, conversationAt(4), {message(1, 4, u"changed"_s)}})));
        QVERIFY(await(store.search(u"cafe"_s, 10))->isEmpty());
        QCOMPARE(await(store.search(u"changed"_s, 10))->size(), 1);
    }

    void closingAnswersWhatWasQueued()
    {
        LocalStore store(m_dir->path());
        QVERIFY(await(store.open()));
        QStringList order;
        for (int i = 0; i < 20; ++i)
            store.saveDraft(room, QString::number(i)).then([&order, i](const Result<void> &saved) {
                order += saved ? QString::number(i) : u"lost"_s;
            });
        store.close();
        QCOMPARE(order.size(), 20);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(order[i], QString::number(i));
    }

    void closingWhileOpeningAnswersBoth()
    {
        int answered = 0;
        {
            LocalStore store(m_dir->path());
            store.open().then([&answered](const Result<StoredState> &) { ++answered; });
            store.saveDraft(room, u"x"_s).then([&answered](const Result<void> &) { ++answered; });
        }
        QTRY_COMPARE(answered, 2);
    }

    void workAfterCloseIsRefused()
    {
        LocalStore store(m_dir->path());
        QVERIFY(await(store.open()));
        store.close();
        QCOMPARE(await(store.saveDraft(room, u"x"_s)).error().code, ErrorCode::Unavailable);
    }

private:
    void setVersion(const QString &file, int version)
    {
        const QString name = uuidV7();
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            db.setDatabaseName(m_dir->filePath(file));
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(u"PRAGMA user_version = %1"_s.arg(version)));
        }
        QSqlDatabase::removeDatabase(name);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestLocalStore)
#include "tst_localstore.moc"
