// SPDX-License-Identifier: Apache-2.0
#include "services/blockservice.h"

#include "services/accesscache.h"
#include "services/accountwatch.h"
#include "services/privacy.h"
#include "support/fixtures.h"
#include "support/servicefixture.h"

#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Fixture : ServiceFixture {
    explicit Fixture(bool postgres)
        : ServiceFixture(postgres)
    {
        ana = caller(u"ana"_s, 1);
        bob = caller(u"bob"_s, 2);
        direct = conversation({u"ana"_s, u"bob"_s});
    }

    void block() { expect(blocking.block(ana, u"bob"_s)); }

    Result<StoredMessage> trySend(const Caller &sender, const ConversationId &conversation)
    {
        MessageDraft draft;
        draft.content = u"hello"_s;
        return waitFor(messages.send(sender, conversation, draft));
    }

    Result<ConversationService::Created> tryCreate(const Caller &creator, const QList<UserId> &members)
    {
        CreateConversation request;
        request.type = members.size() == 1 ? ConversationType::Direct : ConversationType::Group;
        request.name = u"Group"_s;
        request.memberIds = members;
        return waitFor(conversations.create(creator, request));
    }

    Presence presenceOf(const UserId &user, const Caller &reader)
    {
        const QList<UserId> asked{user};
        return waitFor(presence.presences(reader, asked)).value().first();
    }

    Caller ana;
    Caller bob;
    ConversationId direct;
    BlockStore store{db};
    BlockService blocking{store, blocks, presence};
};

bool onPostgres()
{
    QFETCH_GLOBAL(bool, postgres);
    return postgres;
}

} // namespace

class TestBlockService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void attack36_whoIsBlockedCannotWriteToWhoeverBlockedThem();
    void attack36_whoIsBlockedStartsNoConversationWithWhoeverBlockedThem();
    void whoIsBlockedGoesOnReading();
    void groupsGoOn();
    void whoBlocksMayStillWrite();
    void presenceIsHiddenFromWhoIsBlocked();
    void typingIsHiddenFromWhoIsBlocked();
    void liftingABlockRestoresAll();
    void blocksAreListedByPage();
    void nobodyBlocksThemselvesOrNobody();
    void blocksMadeElsewhereAreKnownHereSoon();
};

void TestBlockService::attack36_whoIsBlockedCannotWriteToWhoeverBlockedThem()
{
    Fixture f(onPostgres());
    const Message own = f.say(u"bob"_s, f.direct);
    const Message theirs = f.say(u"ana"_s, f.direct);
    f.block();
    f.publisher.entries.clear();
    QCOMPARE(f.trySend(f.bob, f.direct).error().code, ErrorCode::Blocked);
    MessageEdit edit;
    edit.content = u"listen!"_s;
    QCOMPARE(waitFor(f.messages.edit(f.bob, own.id, edit, {})).error().code, ErrorCode::Blocked);
    QCOMPARE(waitFor(f.messages.addReaction(f.bob, theirs.id, u"👍"_s)).error().code, ErrorCode::Blocked);
    QCOMPARE(waitFor(f.messages.setPinned(f.bob, theirs.id, true)).error().code, ErrorCode::Blocked);
    QCOMPARE(waitFor(f.typing.setTyping(f.bob, f.direct, true)).error().code, ErrorCode::Blocked);
    QVERIFY(f.publisher.entries.empty());
    QCOMPARE(waitFor(f.messages.get(f.ana, own.id))->content, own.content);
    QVERIFY(waitFor(f.messages.remove(f.bob, own.id, {}))); // taking back what one said stays possible
}

void TestBlockService::attack36_whoIsBlockedStartsNoConversationWithWhoeverBlockedThem()
{
    Fixture f(onPostgres());
    f.caller(u"carol"_s);
    expect(f.blocking.block(f.caller(u"carol"_s), u"bob"_s));
    f.publisher.entries.clear();
    QCOMPARE(f.tryCreate(f.bob, {u"carol"_s}).error().code, ErrorCode::Blocked);
    QCOMPARE(f.tryCreate(f.bob, {u"ana"_s, u"carol"_s}).error().code, ErrorCode::Blocked);
    QVERIFY(f.publisher.entries.empty());
    QVERIFY(f.tryCreate(f.ana, {u"bob"_s, u"carol"_s})); // a third person may bring them together
}

void TestBlockService::whoIsBlockedGoesOnReading()
{
    Fixture f(onPostgres());
    const Message message = f.say(u"ana"_s, f.direct);
    f.block();
    QCOMPARE(waitFor(f.messages.history(f.bob, f.direct, {}))->items.first().id, message.id);
    QVERIFY(waitFor(f.conversations.get(f.bob, f.direct)));
}

void TestBlockService::groupsGoOn()
{
    Fixture f(onPostgres());
    f.caller(u"carol"_s);
    const ConversationId group = f.conversation({u"ana"_s, u"bob"_s, u"carol"_s});
    f.block();
    QVERIFY(f.trySend(f.bob, group));
    QCOMPARE(f.publisher.all<NewMessage>().back().first.users.size(), 3);
}

void TestBlockService::whoBlocksMayStillWrite()
{
    Fixture f(onPostgres());
    f.block();
    QVERIFY(f.trySend(f.ana, f.direct));
}

void TestBlockService::presenceIsHiddenFromWhoIsBlocked()
{
    Fixture f(onPostgres());
    waitFor(f.presence.connected(f.ana));
    waitFor(f.presence.connected(f.bob));
    QCOMPARE(f.presenceOf(u"ana"_s, f.bob).status, PresenceStatus::Online);
    f.publisher.entries.clear();
    f.block();
    const auto told = f.publisher.all<PresenceChanged>();
    QCOMPARE(told.size(), 1U);
    QCOMPARE(told.front().first.connections, QList<ConnectionId>{*f.bob.connection});
    QCOMPARE(told.front().second.presence, (Presence{u"ana"_s, PresenceStatus::Offline}));

    f.publisher.entries.clear();
    QVERIFY(waitFor(f.presence.choose(f.ana, PresenceStatus::Busy)));
    for (const auto &[entry, frame] : f.publisher.all<PresenceChanged>())
        QVERIFY(!entry.connections.contains(*f.bob.connection));
    QCOMPARE(f.presenceOf(u"ana"_s, f.bob), (Presence{u"ana"_s, PresenceStatus::Offline}));
    QVERIFY(!waitFor(f.presence.onlineUsers(f.bob))->contains(u"ana"_s));
    QCOMPARE(f.presenceOf(u"bob"_s, f.ana).status, PresenceStatus::Online);
}

void TestBlockService::typingIsHiddenFromWhoIsBlocked()
{
    Fixture f(onPostgres());
    f.caller(u"carol"_s);
    const ConversationId group = f.conversation({u"ana"_s, u"bob"_s, u"carol"_s});
    f.block();
    f.publisher.entries.clear();
    QVERIFY(waitFor(f.typing.setTyping(f.ana, group, true)));
    QCOMPARE(f.publisher.all<TypingIndicator>().front().first.users, QList<UserId>{u"carol"_s});
}

void TestBlockService::liftingABlockRestoresAll()
{
    Fixture f(onPostgres());
    waitFor(f.presence.connected(f.ana));
    f.block();
    f.block(); // twice is once
    f.publisher.entries.clear();
    QVERIFY(waitFor(f.blocking.unblock(f.ana, u"bob"_s)));
    QCOMPARE(f.publisher.all<PresenceChanged>().front().second.presence.status, PresenceStatus::Online);
    QVERIFY(waitFor(f.blocking.unblock(f.ana, u"bob"_s))); // harmless
    QVERIFY(f.trySend(f.bob, f.direct));
    QVERIFY(waitFor(f.blocking.list(f.ana, 10, {}))->isEmpty());
    f.block();
    QCOMPARE(f.trySend(f.bob, f.direct).error().code, ErrorCode::Blocked);
}

void TestBlockService::blocksAreListedByPage()
{
    Fixture f(onPostgres());
    for (const QString &name : {u"d"_s, u"c"_s, u"e"_s}) {
        f.caller(name);
        QVERIFY(waitFor(f.blocking.block(f.ana, name)));
    }
    QVERIFY(waitFor(f.blocking.block(f.bob, u"c"_s)));
    const auto first = waitFor(f.blocking.list(f.ana, 2, {}));
    QCOMPARE(first->size(), 2);
    QCOMPARE(first->first().id, u"c"_s);
    const auto rest = waitFor(f.blocking.list(f.ana, 2, first->last().id));
    QCOMPARE(rest->size(), 1);
    QCOMPARE(rest->first().id, u"e"_s);
}

void TestBlockService::nobodyBlocksThemselvesOrNobody()
{
    Fixture f(onPostgres());
    QCOMPARE(waitFor(f.blocking.block(f.ana, u"ana"_s)).error().code, ErrorCode::InvalidField);
    QCOMPARE(waitFor(f.blocking.block(f.ana, u"nobody"_s)).error().code, ErrorCode::NotFound);
    QVERIFY(waitFor(f.store.all())->isEmpty());
}

void TestBlockService::blocksMadeElsewhereAreKnownHereSoon()
{
    Fixture f(onPostgres());
    AccountStore accounts(f.db);
    AccessCache access;
    Privacy privacy;
    Blocks elsewhere;
    AccountWatch watch(accounts, f.store, access, privacy, elsewhere, std::chrono::hours(1));
    QVERIFY(waitFor(watch.start()));
    f.block();
    waitFor(watch.look());
    QVERIFY(elsewhere.hasBlocked(u"ana"_s, u"bob"_s) && !elsewhere.hasBlocked(u"bob"_s, u"ana"_s));
    Blocks restarted;
    AccountWatch again(accounts, f.store, access, privacy, restarted, std::chrono::hours(1));
    QVERIFY(waitFor(again.start()));
    QVERIFY(restarted.hasBlocked(u"ana"_s, u"bob"_s));
    QVERIFY(waitFor(f.blocking.unblock(f.ana, u"bob"_s)));
    waitFor(watch.look());
    QVERIFY(!elsewhere.hasBlocked(u"ana"_s, u"bob"_s));
}

QTEST_GUILESS_MAIN(TestBlockService)
#include "tst_blockservice.moc"
