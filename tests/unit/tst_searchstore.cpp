// SPDX-License-Identifier: Apache-2.0
#include "storage/searchstore.h"

#include "services/searchquery.h"
#include "storage/deadline.h"
#include "storage/searchindexer.h"
#include "storage/searchrows.h"
#include "support/fixtures.h"
#include "util/uuid.h"

#include <QRandomGenerator>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

MessageSearch parsed(const QString &query)
{
    const auto search = parseSearch(query);
    if (!search)
        qFatal("%s: %s", qPrintable(query), qPrintable(search.error().detail));
    return *search;
}

} // namespace

// What search finds, on both databases, with the index written as the server does it.
class TestSearchStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        Database &db = m_database->open();
        m_messages = std::make_unique<MessageStore>(db);
        m_search = std::make_unique<SearchStore>(db);
        m_indexer = std::make_unique<SearchIndexer>(db);
        m_alice = addUser(db, u"alice"_s);
        m_bob = addUser(db, u"bob"_s);
        m_carol = addUser(db, u"carol"_s);
        m_group = addGroup(db, {m_alice, m_bob});
    }

    void cleanup()
    {
        m_indexer.reset();
        m_search.reset();
        m_messages.reset();
        m_database.reset();
    }

    void wordsBeginningsPhrasesAndLeavingOut()
    {
        say(u"The quick brown fox"_s);
        say(u"A quick answer about foxes"_s);
        say(u"brown bread"_s);
        QCOMPARE(found(u"quick"_s), QStringList({u"A quick answer about foxes"_s, u"The quick brown fox"_s}));
        QCOMPARE(found(u"QU\u00cdCK fox"_s).size(), 2);
        QCOMPARE(found(u"\"quick brown\""_s), QStringList(u"The quick brown fox"_s));
        QCOMPARE(found(u"\"brown quick\""_s), QStringList());
        QCOMPARE(found(u"brown -fox"_s), QStringList(u"brown bread"_s));
        QCOMPARE(found(u"-quick"_s), QStringList(u"brown bread"_s));
        QCOMPARE(found(u"\"fox\""_s), QStringList(u"The quick brown fox"_s));
        QCOMPARE(found(u"nothing"_s), QStringList());
    }

    void everyScriptIsFound()
    {
        for (const QString &text :
             {u"\u4f60\u597d\u4e16\u754c"_s, u"\u65e5\u672c\u8a9e\u306e\u30c6\u30b9\u30c8"_s,
              u"\ud55c\uad6d\uc5b4 \uac80\uc0c9"_s, u"\u0645\u064e\u0631\u0652\u062d\u064e\u0628\u0627"_s,
              u"\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"_s,
              u"\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35"_s, u"fire \U0001F525 \U0001F44D\U0001F3FD"_s})
            say(text);
        QCOMPARE(found(u"\u597d\u4e16"_s), QStringList(u"\u4f60\u597d\u4e16\u754c"_s));
        QCOMPARE(found(u"\u754c"_s), QStringList(u"\u4f60\u597d\u4e16\u754c"_s));
        QCOMPARE(found(u"\u4f60\u4e16"_s), QStringList());
        QCOMPARE(found(u"\u8a9e\u306e\u30c6"_s).size(), 1);
        QCOMPARE(found(u"\uad6d\uc5b4"_s).size(), 1);
        QCOMPARE(found(u"\u0645\u0631\u062d"_s).size(), 1);
        QCOMPARE(found(u"\u05e2\u05d5\u05dc\u05dd"_s).size(), 1);
        QCOMPARE(found(u"\u0e2a\u0e27\u0e31\u0e2a"_s).size(), 1);
        QCOMPARE(found(u"\U0001F525"_s).size(), 1);
        QCOMPARE(found(u"\U0001F44D"_s).size(), 1);
    }

    // attack_38: nothing in a text or a query means anything to the database.
    void attack38_uglyTextsAreOnlyText()
    {
        for (const QString &text : uglyTexts())
            say(text);
        for (const QString &text : uglyTexts()) {
            const auto search = parseSearch(text.left(200));
            if (!search)
                continue; // "{}" has no words
            const auto result = waitFor(m_search->messages(m_alice, *search, {}));
            QVERIFY2(result, qPrintable(text));
            const bool contained = std::ranges::any_of(
                result->items, [&](const FoundMessage &item) { return item.message.content == text; });
            QVERIFY2(contained, qPrintable(text));
        }
        for (const QString &query :
             {u"fox*"_s, u"a NEAR(b)"_s, u"tokens MATCH x"_s, u"x' OR 1=1 --"_s, u"% _ like"_s,
              u"!x & y | z"_s, u"x <-> y"_s, u"\"x:*\""_s, u"\\'x"_s, u"^x"_s, u"{x}"_s, u"x\" OR \"y"_s})
            found(query);
    }

    void filtersForPeoplePlacesAndTimes()
    {
        const ConversationId other = addGroup(m_database->open(), {m_alice, m_carol});
        say(u"one hello"_s, m_bob);
        say(u"two hello"_s, m_alice);
        say(u"three hello"_s, m_carol, other);
        QCOMPARE(found(u"hello from:bob"_s), QStringList(u"one hello"_s));
        QCOMPARE(found(u"hello from:@BOB from:me"_s), QStringList({u"two hello"_s, u"one hello"_s}));
        QCOMPARE(found(u"hello -from:me -from:"_s + m_carol), QStringList(u"one hello"_s));
        QCOMPARE(found(u"in:"_s + other), QStringList(u"three hello"_s));
        QCOMPARE(found(u"hello -in:"_s + other), QStringList({u"two hello"_s, u"one hello"_s}));
        m_database->execute(u"UPDATE conversations SET name = 'The Team' WHERE id = '%1'"_s.arg(other));
        QCOMPARE(found(u"hello in:\"the team\""_s), QStringList(u"three hello"_s));
        QCOMPARE(fault(u"from:nobody"_s).pointer, u"/q"_s);
        QVERIFY(fault(u"from:nobody"_s).detail.contains(u"nobody"_s));
        QCOMPARE(fault(u"in:nowhere"_s).pointer, u"/q"_s);

        say(u"long ago"_s, m_bob, m_group, *fromRfc3339(u"2020-02-29T12:00:00Z"));
        QCOMPARE(found(u"before:2021-01-01"_s), QStringList(u"long ago"_s));
        QCOMPARE(found(u"ago after:2020-02-29"_s), QStringList(u"long ago"_s));
        QCOMPARE(found(u"ago after:2020-02-29T12:00:00.001Z"_s), QStringList());
        QCOMPARE(found(u"ago before:2020-02-29T12:00:00Z"_s), QStringList());
        QCOMPARE(found(u"ago after:2020-02-29T12:00:00Z before:2020-02-29T12:00:00.001Z"_s).size(), 1);
        QCOMPARE(found(u"after:2030-01-01 before:2020-01-01"_s), QStringList());
    }

    void filtersForWhatMessagesHaveAndAre()
    {
        const Message plain = say(u"see https://example.org"_s);
        say(u"www. alone is no link, nor xhttp://y"_s);
        MessageInsert insert = textMessage(m_group, m_alice, u"here"_s);
        insert.draft.type = MessageType::Location;
        insert.draft.metadata = {{u"latitude"_s, 1.0}, {u"longitude"_s, 2.0}};
        store(insert);
        insert = textMessage(m_group, m_alice, u"an answer to @bob"_s);
        insert.draft.replyToId = plain.id;
        insert.draft.mentions = {{m_bob, 13, 4}};
        store(insert);
        QCOMPARE(found(u"has:link"_s), QStringList(plain.content));
        QCOMPARE(found(u"has:location"_s), QStringList(u"here"_s));
        QCOMPARE(found(u"is:reply"_s), QStringList(u"an answer to @bob"_s));
        QCOMPARE(found(u"has:thread"_s), QStringList(plain.content));
        QCOMPARE(found(u"is:mention"_s), QStringList());
        QCOMPARE(found(u"is:mention"_s, m_bob), QStringList(u"an answer to @bob"_s));
        QCOMPARE(found(u"is:unread"_s), QStringList());
        QCOMPARE(found(u"is:unread"_s, m_bob).size(), 4);
        QCOMPARE(found(u"-is:unread"_s).size(), 4);

        QCOMPARE(found(u"is:pinned"_s), QStringList());
        expect(m_messages->setPinned(by(plain.id), true));
        expect(m_messages->addReaction(by(plain.id), u"\U0001F44D"_s));
        index(m_group);
        QCOMPARE(found(u"is:pinned has:pin has:reaction"_s), QStringList(plain.content));
        expect(m_messages->setPinned(by(plain.id), false));
        expect(m_messages->removeReaction(by(plain.id), u"\U0001F44D"_s));
        index(m_group);
        QCOMPARE(found(u"is:pinned"_s), QStringList());
        QCOMPARE(found(u"has:reaction"_s), QStringList());
    }

    void attachmentsAreFoundByKind()
    {
        const Message message = say(u"look"_s);
        m_database->execute(
            u"UPDATE messages SET attachments = "
            u"'[{\"id\":\"1\",\"name\":\"a.png\",\"mime_type\":\"image/png\","
            "\"size\":1,\"sha256\":\"\",\"thumbnail\":false,\"uploaded_by\":\"x\",\"created_at\":"
            "\"2026-01-01T00:00:00Z\"}]' WHERE id = '%1'"_s.arg(message.id));
        expect(m_messages->setPinned(by(message.id), true)); // a change, so that it is read again
        index(m_group);
        QCOMPARE(found(u"has:file has:image"_s), QStringList(u"look"_s));
        QCOMPARE(found(u"has:video"_s), QStringList());
    }

    void anEditIsFoundByWhatItSaysNow()
    {
        const Message message = say(u"frist version"_s);
        expect(m_messages->edit(by(message.id), {u"first version"_s, {}}));
        index(m_group);
        QCOMPARE(found(u"frist"_s), QStringList());
        QCOMPARE(found(u"first is:edited"_s), QStringList(u"first version"_s));
    }

    void aDeletedMessageIsGoneWithItsCommit()
    {
        const Message message = say(u"secret word"_s);
        say(u"other word"_s);
        QCOMPARE(m_database->execute(u"SELECT count(*) FROM search_texts"_s).toInt(), 2);
        expect(m_messages->remove(by(message.id)));
        QCOMPARE(m_database->execute(u"SELECT count(*) FROM search_texts"_s).toInt(), 1);
        QCOMPARE(m_database->execute(u"SELECT count(*) FROM search_messages"_s).toInt(), 1);
        QCOMPARE(found(u"secret"_s), QStringList());
        index(m_group);
        QCOMPARE(found(u"word"_s), QStringList(u"other word"_s));
    }

    void aMessageThatIsDeletedWhileItIsIndexedIsNotFound()
    {
        say(u"so that the conversation is known"_s);
        const Message message = send(*m_messages, textMessage(m_group, m_alice, u"short-lived"_s));
        Database &db = m_database->open();
        const auto read = [id = m_group](Sql &sql) -> Result<SearchRows::Piece> {
            return SearchRows::read(sql, {id});
        };
        const SearchRows::Piece piece = expect(db.read(read));
        QCOMPARE(piece.entries.size(), 1);
        expect(m_messages->remove(by(message.id)));
        const auto write = [piece](Sql &sql) -> Result<void> {
            SearchRows::write(sql, piece);
            return {};
        };
        expect(db.write(write));
        QCOMPARE(m_database->execute(u"SELECT count(*) FROM search_texts"_s).toInt(), 1);
        index(m_group);
        QCOMPARE(found(u"short-lived"_s), QStringList());
    }

    void writingAPieceTwiceChangesNothing()
    {
        send(*m_messages, textMessage(m_group, m_alice, u"once"_s));
        Database &db = m_database->open();
        const auto enrol = [id = m_group](Sql &sql) -> Result<void> {
            SearchRows::enrol(sql, {id});
            SearchRows::enrol(sql, {id});
            return {};
        };
        expect(db.write(enrol));
        const auto read = [id = m_group](Sql &sql) -> Result<SearchRows::Piece> {
            return SearchRows::read(sql, {id});
        };
        const SearchRows::Piece piece = expect(db.read(read));
        const auto write = [piece](Sql &sql) -> Result<void> {
            SearchRows::write(sql, piece);
            return {};
        };
        expect(db.write(write));
        expect(db.write(write));
        QCOMPARE(found(u"once"_s), QStringList(u"once"_s));
        QVERIFY(expect(db.read(read)).progress.isEmpty());
    }

    // attack_33: neither strangers nor those who left find anything, and who joined late only what follows.
    void attack33_onlyMembersFind()
    {
        const ConversationId late = addGroup(m_database->open(), {m_alice, m_bob}, History::SinceJoin);
        say(u"before the join"_s, m_alice, late);
        addMember(late, m_carol, 1);
        say(u"after the join"_s, m_alice, late);
        say(u"in the other join"_s, m_alice, m_group);
        QCOMPARE(found(u"join"_s, m_carol), QStringList(u"after the join"_s));
        QCOMPARE(found(u"join"_s, addUser(m_database->open(), u"eve"_s)), QStringList());
        QCOMPARE(found(u"join"_s, m_bob).size(), 3);
        m_database->execute(u"UPDATE conversation_members SET removed_at = 1 WHERE user_id = '%1'"
                            " AND conversation_id = '%2'"_s.arg(m_bob, late));
        QCOMPARE(found(u"join"_s, m_bob), QStringList(u"in the other join"_s));

        QCOMPARE(fault(u"join in:"_s + late, m_bob).pointer, u"/q"_s);
        QCOMPARE(waitFor(m_search->messages(m_bob, parsed(u"join"_s), {50, {}, late})).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(waitFor(m_search->messages(m_bob, parsed(u"join"_s), {50, {}, uuidV7()})).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(found(u"join"_s, m_alice, {50, {}, late}).size(), 2);
    }

    void deletedConversationsAndWhatRetentionRemovedAreNotFound()
    {
        say(u"old word"_s);
        say(u"new word"_s);
        m_database->execute(u"UPDATE conversations SET first_seq = 2"_s);
        QCOMPARE(found(u"word"_s), QStringList(u"new word"_s));
        m_database->execute(u"UPDATE conversations SET deleted_at = 1"_s);
        QCOMPARE(found(u"word"_s), QStringList());
    }

    void systemMessagesAreNotFound()
    {
        MessageInsert insert = textMessage(m_group, m_alice, u"alice joined"_s);
        insert.draft.type = MessageType::System;
        store(insert);
        QCOMPARE(found(u"joined"_s), QStringList());
    }

    void pagesFollowEachOther()
    {
        QStringList all;
        for (int i = 0; i < 25; ++i)
            all.prepend(say(u"word %1"_s.arg(i)).content);
        QCOMPARE(paged(u"word"_s, 10), all);
        QCOMPARE(paged(u"word"_s, 25), all);
        QCOMPARE(paged(u"word -3"_s, 1).size(), 24);
    }

    // Years apart, thousands at once, and a lot behind a gap: PostgreSQL's walk over windows of time.
    void whateverTheirTimesTheNewestComeFirst()
    {
        const qint64 today = toMs(now());
        constexpr qint64 day = 24 * 3600 * 1000;
        say(u"word the oldest"_s, m_alice, m_group, fromMs(today - 9 * 365 * day));
        fill(m_group, 6'000, today - 3 * day, 1'000); // before the oldest in seq, later in time
        say(u"word the newest"_s, m_alice, m_group, fromMs(today));
        const QStringList list = paged(u"word"_s, 100);
        QCOMPARE(list.size(), 6'002);
        QCOMPARE(list.first(), u"word the newest"_s);
        QCOMPARE(list[1], u"word 6000"_s);
        QCOMPARE(list[6'000], u"word 1"_s);
        QCOMPARE(list.last(), u"word the oldest"_s);
        QCOMPARE(found(u"wor before:2019-01-01"_s).size(), 1);
    }

    void thousandsOfOneMillisecondAreAllFound()
    {
        fill(m_group, 9'000, 1'000'000, 0); // more than there are numbers for
        index(m_group);
        QCOMPARE(paged(u"word"_s, 100).size(), 9'000);
        QCOMPARE(found(u"word 8999"_s), QStringList(u"word 8999"_s));
    }

    void nobodyWaitsForThoseWhoAlwaysHaveNews()
    {
        Database &db = m_database->open();
        QList<ConversationId> busy, quiet;
        for (int i = 0; i < 1'000; ++i)
            busy.append(addGroup(db, {m_alice, m_bob}));
        for (int i = 0; i < 20; ++i) {
            quiet.append(addGroup(db, {m_alice, m_bob}));
            send(*m_messages, textMessage(quiet.last(), m_alice, u"hush %1"_s.arg(i)));
        }
        const auto note = [&] {
            for (const ConversationId &id : std::as_const(busy))
                m_indexer->note(id);
        };
        note();
        for (const ConversationId &id : std::as_const(quiet))
            m_indexer->note(id);
        QTimer news;
        connect(&news, &QTimer::timeout, this, note);
        news.start();
        QTRY_COMPARE_WITH_TIMEOUT(found(u"hush"_s).size(), 20, 30'000);
    }

    void littleIsIndexedBeforeMuch()
    {
        Database &db = m_database->open();
        const ConversationId small = addGroup(db, {m_alice, m_bob});
        index(small);
        index(m_group);
        fill(m_group, 3'000, 1'700'000'000'000, 1);
        send(*m_messages, textMessage(small, m_alice, u"only this"_s));
        const auto read = [&](Sql &sql) -> Result<SearchRows::Piece> {
            return SearchRows::read(sql, {m_group, small, m_group});
        };
        const SearchRows::Piece piece = expect(db.read(read));
        QCOMPARE(piece.behind, QList<ConversationId>{m_group});
        QCOMPARE(piece.progress.size(), 2);
        const auto isThere = [&](const SearchRows::Entry &entry) {
            return entry.document.contains(u"only"_s);
        };
        QCOMPARE(std::ranges::count_if(piece.entries, isThere), 1);
    }

    void whatWasThereBeforeTheIndexIsFoundAfterARestart()
    {
        fill(m_group, 2'500, 1'000'000, 1'000);
        m_indexer = std::make_unique<SearchIndexer>(m_database->open());
        m_indexer->start();
        QTRY_COMPARE_WITH_TIMEOUT(paged(u"word"_s, 100).size(), 2'500, 60'000);
        QTRY_VERIFY(m_indexer->isIdle());
        say(u"word of today"_s);
        QCOMPARE(found(u"today"_s), QStringList(u"word of today"_s));
    }

    void highlightsAreInTheContent()
    {
        say(u"\U0001F525 the Caf\u00e9, the cafeteria"_s);
        const FoundMessage item = expect(m_search->messages(m_alice, parsed(u"caf the"_s), {})).items.first();
        QStringList parts;
        for (const Search::Stretch &stretch : item.highlights)
            parts += item.message.content.mid(stretch.offset, stretch.length);
        QCOMPARE(parts, QStringList({u"the"_s, u"Caf\u00e9"_s, u"the"_s, u"cafeteria"_s}));
    }

    void conversationsAreFoundByNameDescriptionAndMembers()
    {
        Database &db = m_database->open();
        const ConversationId direct = addDirect(db, m_alice, m_carol);
        m_database->execute(u"UPDATE conversations SET name = 'Caf\u00e9 crew', description = 'On Mondays'"
                            " WHERE id = '%1'"_s.arg(m_group));
        const auto named = [&](const QString &query, const UserId &viewer) {
            QStringList ids;
            for (const Conversation &one : expect(m_search->conversations(viewer, *parseWords(query), 20)))
                ids += one.id;
            return ids;
        };
        QCOMPARE(named(u"caf"_s, m_alice), QStringList(m_group));
        QCOMPARE(named(u"mon crew"_s, m_alice), QStringList(m_group));
        QCOMPARE(named(u"bob"_s, m_alice), QStringList(m_group));
        QCOMPARE(named(u"car"_s, m_alice), QStringList(direct));
        QCOMPARE(named(u"cafe bob"_s, m_alice), QStringList(m_group));
        QCOMPARE(named(u"cafe carol"_s, m_alice), QStringList());
        QCOMPARE(named(u"alice"_s, m_alice), QStringList()); // the others are looked for
        QCOMPARE(named(u"cafe"_s, m_carol), QStringList());
        QCOMPARE(expect(m_search->conversations(m_alice, *parseWords(u"c"_s), 1)).size(), 1);
    }

    // attack_44: a search that does not end is ended, and meanwhile everybody else reads on.
    void aSearchThatTakesTooLongEndsAndKeepsNobodyFromReading()
    {
        Database &db = m_database->open();
        const bool postgres = m_database->isPostgres();
        const auto endless = [postgres](Sql &sql) -> Result<void> {
            const Deadline deadline(sql, 1s);
            Rows rows = sql.run(postgres ? u"SELECT pg_sleep(60)"_s
                                         : u"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
                                           " SELECT count(*) FROM c"_s);
            (void)rows.next();
            return {};
        };
        QList<Result<void>> ended;
        for (int i = 0; i < 3; ++i)
            db.search(endless).then([&ended](const Result<void> &result) { ended.append(result); });
        expect(m_messages->page({.conversationId = m_group}));
        QVERIFY(ended.size() < 3); // the third has to wait for another
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 3, 60'000);
        for (const Result<void> &result : ended)
            QCOMPARE(result.error().code, ErrorCode::Unavailable);
        say(u"still here"_s);
        QCOMPARE(found(u"still"_s), QStringList(u"still here"_s));
    }

    void tooManySearchesAtOnceAreRefused()
    {
        say(u"word"_s);
        int answered = 0, refused = 0;
        for (int i = 0; i < 80; ++i) {
            m_search->messages(m_alice, parsed(u"word"_s), {}).then([&](const Result<FoundMessages> &result) {
                ++answered;
                refused += !result && result.error().code == ErrorCode::Unavailable;
            });
        }
        QTRY_COMPARE(answered, 80);
        QVERIFY(refused >= 16);
        QCOMPARE(found(u"word"_s), QStringList(u"word"_s));
    }

    void searchFindsWhatAScanFinds() { compareWithScan(0, 120); }

    // So many that not all of them are read for the beginnings of words.
    void searchAmongManyFindsWhatAScanFinds() { compareWithScan(9'000, 40); }

private:
    void compareWithScan(int hidden, int rounds);

    static MessageAction actionBy(const UserId &user, const MessageId &id)
    {
        const auto anything = [](const MessageContext &) -> Result<void> { return {}; };
        return {id, user, now(), anything, {}};
    }
    MessageAction by(const MessageId &id) const { return actionBy(m_alice, id); }

    void index(const ConversationId &id)
    {
        m_indexer->note(id);
        QTRY_VERIFY_WITH_TIMEOUT(m_indexer->isIdle(), 60'000);
    }

    Message store(const MessageInsert &insert)
    {
        const Message message = send(*m_messages, insert);
        index(insert.conversationId);
        return message;
    }

    Message say(const QString &content, const UserId &sender = {}, const ConversationId &conversation = {},
                std::optional<Timestamp> time = {})
    {
        MessageInsert insert = textMessage(conversation.isEmpty() ? m_group : conversation,
                                           sender.isEmpty() ? m_alice : sender, content);
        insert.createdAt = time.value_or(insert.createdAt);
        return store(insert);
    }

    QStringList found(const QString &query, const UserId &viewer = {}, const SearchPage &page = {})
    {
        QStringList contents;
        const UserId who = viewer.isEmpty() ? m_alice : viewer;
        for (const FoundMessage &item : expect(m_search->messages(who, parsed(query), page)).items)
            contents += item.message.content;
        return contents;
    }

    Error fault(const QString &query, const UserId &viewer = {})
    {
        return expectError(m_search->messages(viewer.isEmpty() ? m_alice : viewer, parsed(query), {}));
    }

    // All pages of a search, put together.
    QStringList paged(const QString &query, int limit)
    {
        QStringList contents;
        SearchPage page{limit};
        do {
            const FoundMessages found = expect(m_search->messages(m_alice, parsed(query), page));
            for (const FoundMessage &item : found.items)
                contents += item.message.content;
            page.before = found.next;
        } while (page.before);
        return contents;
    }

    void addMember(const ConversationId &conversation, const UserId &user, int joinedSeq)
    {
        m_database->execute(
            u"INSERT INTO conversation_members (conversation_id, user_id, role, joined_at, joined_seq,"
            " delivered_seq, read_seq, read_ordinal, change, touched_at)"
            " VALUES ('%1', '%2', 'member', 0, %3, %3, %3, %3, 1, 0)"_s.arg(conversation, user)
                .arg(joinedSeq));
    }

    // Messages "word 1", "word 2" … behind the stores' back.
    void fill(const ConversationId &conversation, int count, qint64 firstMs, qint64 stepMs)
    {
        m_database->execute(
            u"INSERT INTO messages (id, conversation_id, seq, change, ordinal, sender_id, request_hash, type,"
            " content, created_at) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
            "%2)"
            " SELECT 'filled-' || n.i, c.id, c.last_seq + n.i, c.last_change + n.i, c.last_ordinal + n.i, "
            "'%3', '',"
            " 'text', 'word ' || n.i, %4 + n.i * CAST(%5 AS BIGINT) FROM n, conversations AS c WHERE c.id = '%1'"_s
                .arg(conversation)
                .arg(count)
                .arg(m_bob)
                .arg(firstMs)
                .arg(stepMs));
        m_database->execute(
            u"UPDATE conversations SET last_seq = last_seq + %2, last_change = last_change + %2,"
            " last_ordinal = last_ordinal + %2 WHERE id = '%1'"_s.arg(conversation)
                .arg(count));
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<MessageStore> m_messages;
    std::unique_ptr<SearchStore> m_search;
    std::unique_ptr<SearchIndexer> m_indexer;
    UserId m_alice, m_bob, m_carol;
    ConversationId m_group;
};

namespace {

// What a query means, said once more in the simplest way: texts here are lower-case words between spaces.
bool scanFinds(const QString &word, const QString &text)
{
    if (word.startsWith(u'"'))
        return (u' ' + text + u' ').contains(u' ' + word.mid(1, word.size() - 2) + u' ');
    if (word[0] >= u'\u4e00')
        return text.contains(word);
    for (const QString &other : text.split(u' ')) {
        if (other == word || (word.size() >= 3 && other.startsWith(word)))
            return true;
    }
    return false;
}

} // namespace

// Random messages, edited and deleted at random, among others that the viewer may not see, and random queries
// about them.
void TestSearchStore::compareWithScan(int hidden, int rounds)
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    qInfo("seed %u", seed);
    const QStringList vocabulary{u"a"_s,
                                 u"an"_s,
                                 u"ant"_s,
                                 u"anthem"_s,
                                 u"be"_s,
                                 u"bee"_s,
                                 u"beer"_s,
                                 u"7"_s,
                                 u"77"_s,
                                 u"777"_s,
                                 u"\u4f60\u597d"_s,
                                 u"\u597d\u4e16\u754c"_s,
                                 u"\u4f60"_s,
                                 u"\u754c\u4f60\u597d\u4f60"_s};
    const auto pick = [&](const QStringList &list) { return list[random.bounded(list.size())]; };
    const auto text = [&] {
        QStringList words;
        for (int i = random.bounded(1, 9); i > 0; --i)
            words += pick(vocabulary);
        return words.join(u' ');
    };
    Database &db = m_database->open();
    const ConversationId foreign = addGroup(db, {m_bob, m_carol}); // alice must not see it
    const QList<ConversationId> own{m_group, addGroup(db, {m_alice, m_bob})};
    const ConversationId joinedLate = addGroup(db, {m_bob, m_carol}, History::SinceJoin);
    fill(joinedLate, hidden, 1'700'000'000'000, 6'000'000);
    addMember(joinedLate, m_alice, hidden);
    index(joinedLate);
    QList<Message> messages;
    for (int i = 0; i < 250; ++i) {
        const ConversationId conversation = random.bounded(5) == 0 ? foreign : own[random.bounded(2)];
        MessageInsert insert = textMessage(conversation, m_bob, text());
        insert.createdAt = fromMs(1'700'000'000'000 + i * qint64(random.bounded(1, 3'000'000)) * 100);
        messages.append(send(*m_messages, insert));
        m_indexer->note(conversation);
        Message &changed = messages[random.bounded(messages.size())];
        if (random.bounded(4) == 0 && !changed.isDeleted)
            changed = expect(m_messages->edit(actionBy(m_bob, changed.id), {text(), {}})).message;
        else if (random.bounded(8) == 0)
            changed = expect(m_messages->remove(actionBy(m_bob, changed.id))).message;
        m_indexer->note(changed.conversationId);
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_indexer->isIdle(), 60'000);

    std::ranges::sort(messages, std::ranges::greater(), &Message::createdAt);
    for (int round = 0; round < rounds; ++round) {
        QStringList wanted, unwanted, parts;
        for (int i = random.bounded(1, 4); i > 0; --i) {
            const int kind = random.bounded(4);
            const QString word = kind == 0
                ? u"\"%1 %2\""_s.arg(pick(vocabulary.first(10)), pick(vocabulary.first(10)))
                : pick(vocabulary);
            const bool leaveOut = random.bounded(4) == 0;
            (leaveOut ? unwanted : wanted) += word;
            parts += (leaveOut ? u"-"_s : QString()) + word;
        }
        QList<MessageId> expected;
        for (const Message &message : std::as_const(messages)) {
            const auto says = [&](const QString &word) { return scanFinds(word, message.content); };
            if (own.contains(message.conversationId) && !message.isDeleted
                && std::ranges::all_of(wanted, says) && std::ranges::none_of(unwanted, says))
                expected.append(message.id);
        }
        QList<MessageId> found;
        SearchPage page{random.bounded(1, 60)};
        do {
            const FoundMessages part = expect(m_search->messages(m_alice, parsed(parts.join(u' ')), page));
            for (const FoundMessage &item : part.items)
                found.append(item.message.id);
            page.before = part.next;
        } while (page.before);
        // Messages of one millisecond may stand in any order.
        QCOMPARE(QSet<MessageId>(found.cbegin(), found.cend()),
                 QSet<MessageId>(expected.cbegin(), expected.cend()));
        QCOMPARE(found.size(), expected.size());
        QHash<MessageId, Timestamp> times;
        for (const Message &message : std::as_const(messages))
            times.insert(message.id, message.createdAt);
        for (qsizetype i = 1; i < found.size(); ++i)
            QVERIFY(times.value(found[i]) <= times.value(found[i - 1]));
    }
}

QTEST_GUILESS_MAIN(TestSearchStore)
#include "tst_searchstore.moc"
