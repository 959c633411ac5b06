// SPDX-License-Identifier: Apache-2.0
#include "services/retentionservice.h"

#include "support/await.h"
#include "support/fixtures.h"
#include "support/servicefixture.h"

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestOfRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void oldMessagesGoAndTheirMembersHearOfIt();
    void nothingOfARemovedMessageStays();
    void whatNobodyReadIsNotUnreadWhenItIsGone();
    void aConversationWhoseMessagesAreAllGoneGoesOn();
    void aSweepIsNoActivityButClientsThatWereAwayHearOfIt();
    void manyGoInSmallTransactions();
    void attack62_whatMeetsASweepKeepsNothingAndNobodyFromFollowing();
    void attack65_aMessageFromTheFutureKeepsThoseBehindIt();
    void withoutAnAgeEverythingStays();
    void spaceIsGivenBack();
};

namespace {

constexpr std::chrono::days age{30};

bool currentIsPostgres()
{
    return *static_cast<const bool *>(QTest::qGlobalData("postgres", qMetaTypeId<bool>()));
}

// A conversation of two, and a sweep.
struct Fixture : ServiceFixture {
    Fixture()
        : ServiceFixture(currentIsPostgres())
        , conversation(ServiceFixture::conversation({u"ana"_s, u"li"_s}))
    { }

    Message sayAt(Timestamp at, const QString &content = u"hello"_s, const QList<Mention> &mentions = {},
                  std::optional<MessageId> replyTo = {})
    {
        MessageInsert insert = textMessage(conversation, u"ana"_s, content);
        insert.createdAt = at;
        insert.draft.mentions = mentions;
        insert.draft.replyToId = std::move(replyTo);
        return send(messageStore, insert);
    }

    int sweep() { return expect(retention.sweep()); }
    qint64 count(const QString &table)
    {
        return database.execute(u"SELECT count(*) FROM "_s + table).toLongLong();
    }
    Conversation seenBy(const UserId &user) { return expect(conversationStore.get(conversation, user)); }

    const ConversationId conversation;
    RetentionStore store{db};
    RetentionService retention{store, publisher, age};
    const Timestamp old = now() - age - 1h;
};

using Change = QCoro::Task<Result<Message>> (*)(Fixture &, Caller, MessageId);

QCoro::Task<Result<Message>> reply(Fixture &f, Caller caller, MessageId to)
{
    MessageDraft draft;
    draft.content = u"reply"_s;
    draft.replyToId = to;
    const auto stored = co_await f.messages.send(caller, f.conversation, draft);
    co_return stored.map(&StoredMessage::message);
}

constexpr std::array<std::pair<const char *, Change>, 5> changes{{
    {"edit",
     [](Fixture &f, Caller caller, MessageId id) {
         return f.messages.edit(std::move(caller), std::move(id), {u"edited"_s, {}});
     }},
    {"delete",
     [](Fixture &f, Caller caller, MessageId id) {
         return f.messages.remove(std::move(caller), std::move(id));
     }},
    {"pin",
     [](Fixture &f, Caller caller, MessageId id) {
         return f.messages.setPinned(std::move(caller), std::move(id), true);
     }},
    {"react",
     [](Fixture &f, Caller caller, MessageId id) {
         return f.messages.addReaction(std::move(caller), std::move(id), u"🔥"_s);
     }},
    {"reply", reply},
}};

// The number of the change that a frame tells of; 0 for none.
qint64 changeOf(const ServerFrame &frame)
{
    return std::visit(
        [](const auto &frame) -> qint64 {
            if constexpr (requires { frame.change; })
                return frame.change;
            else if constexpr (requires { frame.data.change; })
                return frame.data.change;
            else
                return 0;
        },
        frame);
}

} // namespace

void TestOfRetention::oldMessagesGoAndTheirMembersHearOfIt()
{
    Fixture f;
    f.sayAt(f.old);
    const Message replied = f.sayAt(f.old);
    const Message kept = f.sayAt(now() - age + 1h, u"kept"_s, {}, replied.id);
    const qint64 change = f.seenBy(u"li"_s).lastChange;
    QCOMPARE(f.sweep(), 2);
    QCOMPARE(f.sweep(), 0);

    const Conversation after = f.seenBy(u"li"_s);
    QCOMPARE(after.firstSeq, 3);
    QCOMPARE(after.lastSeq, 3);
    QCOMPARE(after.lastChange, change + 1);
    QCOMPARE(after.lastMessage->id, kept.id);
    QCOMPARE(after.lastMessage->replyToId, replied.id); // it names what it answered
    const auto page = expect(f.messageStore.page({.conversationId = f.conversation}));
    QCOMPARE(page.items.size(), 1);
    QVERIFY(!page.hasMore);
    QCOMPARE(expectError(f.messageStore.byId(replied.id)).code, ErrorCode::NotFound);

    const auto told = f.publisher.all<ConversationUpdated>();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0].second.change, change + 1);
    QCOMPARE(told[0].second.data.firstSeq, 3);
    QCOMPARE(QSet<UserId>(told[0].first.users.begin(), told[0].first.users.end()),
             (QSet<UserId>{u"ana"_s, u"li"_s}));
    const Changes changes = expect(f.conversationStore.changes(f.conversation, u"li"_s, change, 100));
    QCOMPARE(changes.conversation->firstSeq, 3);
    QCOMPARE(changes.lastChange, change + 1);
}

void TestOfRetention::nothingOfARemovedMessageStays()
{
    Fixture f;
    const Message gone = f.sayAt(f.old, u"@li look"_s, {{u"li"_s, 0, 3}});
    f.sayAt(now(), u"@li again"_s, {{u"li"_s, 0, 3}});
    expect(f.receiptStore.advance({{f.conversation, u"li"_s, 1, 1, f.old}}));
    expect(f.receiptStore.advance({{f.conversation, u"li"_s, 2, 2, now()}}));
    f.database.execute(u"INSERT INTO message_edits (message_id, change, content, mentions, written_at)"
                       " VALUES ('%1', 9, 'earlier', '[]', 0)"_s.arg(gone.id));
    f.database.execute(u"INSERT INTO message_reactions (message_id, emoji, user_id, at)"
                       " VALUES ('%1', 'x', 'li', 0)"_s.arg(gone.id));
    QCOMPARE(f.count(u"receipts"_s), 4);
    QCOMPARE(f.sweep(), 1);
    QCOMPARE(f.count(u"messages"_s), 1);
    QCOMPARE(f.count(u"message_edits"_s), 0);
    QCOMPARE(f.count(u"message_reactions"_s), 0);
    QCOMPARE(f.count(u"message_mentions"_s), 1);
    QCOMPARE(f.count(u"receipts"_s), 2); // those that speak of the second message
}

void TestOfRetention::whatNobodyReadIsNotUnreadWhenItIsGone()
{
    Fixture f;
    for (int i = 0; i < 3; ++i)
        f.sayAt(f.old, u"@li"_s, {{u"li"_s, 0, 3}});
    for (int i = 0; i < 2; ++i)
        f.sayAt(now(), u"@li"_s, {{u"li"_s, 0, 3}});
    QCOMPARE(f.seenBy(u"li"_s).my.unreadCount, 5);
    QCOMPARE(f.sweep(), 3);
    QCOMPARE(f.seenBy(u"li"_s).my.unreadCount, 2);
    QCOMPARE(f.seenBy(u"li"_s).my.mentionCount, 2);
    QCOMPARE(f.seenBy(u"ana"_s).my.unreadCount, 0);
    // A place that is gone may still be named as read.
    expect(f.receiptStore.advance({{f.conversation, u"li"_s, 2, 2, now()}}));
    QCOMPARE(f.seenBy(u"li"_s).my.unreadCount, 2);
    expect(f.receiptStore.advance({{f.conversation, u"li"_s, 4, 4, now()}}));
    QCOMPARE(f.seenBy(u"li"_s).my.unreadCount, 1);
}

void TestOfRetention::aConversationWhoseMessagesAreAllGoneGoesOn()
{
    Fixture f;
    f.sayAt(f.old);
    f.sayAt(f.old);
    QCOMPARE(f.sweep(), 2);
    const Conversation empty = f.seenBy(u"li"_s);
    QCOMPARE(empty.firstSeq, 3);
    QCOMPARE(empty.lastSeq, 2);
    QVERIFY(!empty.lastMessage);
    QCOMPARE(empty.my.unreadCount, 0);
    QCOMPARE(f.sayAt(now()).seq, 3);
    QCOMPARE(f.seenBy(u"li"_s).my.unreadCount, 1);
    QCOMPARE(f.sweep(), 0);
}

void TestOfRetention::aSweepIsNoActivityButClientsThatWereAwayHearOfIt()
{
    Fixture f;
    f.sayAt(f.old);
    f.database.execute(u"UPDATE conversations SET last_activity_at = %1"_s.arg(toMs(f.old)));
    f.database.execute(u"UPDATE conversation_members SET touched_at = %1"_s.arg(toMs(f.old)));
    QVERIFY(expect(f.conversationStore.heads(u"li"_s, now())).heads.isEmpty());
    QCOMPARE(f.sweep(), 1);
    QCOMPARE(f.database.execute(u"SELECT last_activity_at FROM conversations"_s).toLongLong(), toMs(f.old));
    const auto heads = expect(f.conversationStore.heads(u"li"_s, now())).heads;
    QCOMPARE(heads.size(), 1);
    QCOMPARE(heads[0].lastChange, f.seenBy(u"li"_s).lastChange);
}

void TestOfRetention::manyGoInSmallTransactions()
{
    Fixture f;
    const int count = 2 * RetentionStore::messagesAtOnce + 7;
    for (int i = 0; i < 3; ++i) { // the rest by hand: appending takes its time
        f.sayAt(f.old);
    }
    f.database.execute(
        u"WITH RECURSIVE n(i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
        " INSERT INTO messages (id, conversation_id, seq, change, ordinal, sender_id, request_hash, type,"
        " content, created_at) SELECT CAST(i AS TEXT), '%2', i, i + 100, i, 'ana', '', 'text', 'x', %3 FROM n"_s
            .arg(count)
            .arg(f.conversation)
            .arg(toMs(f.old)));
    f.database.execute(
        u"UPDATE conversations SET last_seq = %1, last_ordinal = %1, last_change = 5000"_s.arg(count));
    QCOMPARE(f.sweep(), count);
    const auto told = f.publisher.all<ConversationUpdated>();
    QCOMPARE(told.size(), 3);
    for (size_t i = 0; i < told.size(); ++i)
        QCOMPARE(told[i].second.change, 5001 + qint64(i));
    QCOMPARE(told[0].second.data.firstSeq, 1 + RetentionStore::messagesAtOnce);
    QCOMPARE(f.count(u"messages"_s), 0);
}

void TestOfRetention::attack62_whatMeetsASweepKeepsNothingAndNobodyFromFollowing()
{
    for (const auto &[name, change] : changes) {
        for (const bool sweepFirst : {true, false}) {
            Fixture f;
            const Caller ana = f.caller(u"ana"_s);
            const Message gone = f.sayAt(f.old, u"@li look"_s, {{u"li"_s, 0, 3}});
            const qint64 before = f.seenBy(u"li"_s).lastChange;
            f.publisher.entries.clear();
            std::optional<QCoro::Task<Result<int>>> sweeping;
            if (sweepFirst)
                sweeping.emplace(f.retention.sweep());
            auto changing = change(f, ana, gone.id);
            if (!sweepFirst)
                sweeping.emplace(f.retention.sweep());
            const auto changed = await(std::move(changing));
            QCOMPARE(expect(std::move(*sweeping)), 1);

            const bool refused = !changed
                && (changed.error().code == ErrorCode::NotFound
                    || changed.error().code == ErrorCode::InvalidField);
            QVERIFY2(changed || refused, name);
            QCOMPARE(f.count(u"messages"_s), changed && change == reply ? 1 : 0);
            for (const QString &table : {u"message_edits"_s, u"message_reactions"_s, u"message_mentions"_s})
                QVERIFY2(f.count(table) == 0, name);

            QList<qint64> told;
            for (const auto &entry : f.publisher.entries) {
                if (const qint64 number = changeOf(entry.frame); number > 0)
                    told += number;
            }
            QCOMPARE(told, changed ? QList<qint64>({before + 1, before + 2}) : QList<qint64>{before + 1});
            QCOMPARE(f.seenBy(u"li"_s).lastChange, told.last());
        }
    }
}

void TestOfRetention::attack65_aMessageFromTheFutureKeepsThoseBehindIt()
{
    Fixture f;
    f.sayAt(f.old);
    f.sayAt(now() + std::chrono::years(20)); // a clock that was set wrong, and back
    f.sayAt(f.old);
    QCOMPARE(f.sweep(), 1);
    QCOMPARE(f.seenBy(u"li"_s).firstSeq, 2);
    QCOMPARE(f.count(u"messages"_s), 2);
}

void TestOfRetention::withoutAnAgeEverythingStays()
{
    Fixture f;
    f.sayAt(f.old);
    RetentionService off(f.store, f.publisher, {});
    QCOMPARE(expect(off.sweep()), 0);
    QCOMPARE(f.count(u"messages"_s), 1);
    QVERIFY(f.publisher.entries.empty());
}

void TestOfRetention::spaceIsGivenBack()
{
    Fixture f;
    for (int i = 0; i < 300; ++i)
        f.sayAt(f.old, QString(9'000, u'x'));
    f.sayAt(now());
    const auto pages = [&f] { return f.database.execute(u"PRAGMA page_count"_s).toLongLong(); };
    const qint64 before = f.database.isPostgres() ? 0 : pages();
    QCOMPARE(f.sweep(), 300);
    if (f.database.isPostgres())
        return; // autovacuum's
    QVERIFY2(pages() < before / 4, qPrintable(u"%1 of %2 pages"_s.arg(pages()).arg(before)));
    QCOMPARE(f.database.execute(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
}

QTEST_GUILESS_MAIN(TestOfRetention)
#include "tst_retention.moc"
