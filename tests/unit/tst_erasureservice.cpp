// SPDX-License-Identifier: Apache-2.0
#include "services/erasureservice.h"

#include "services/accesscache.h"
#include "services/accountservice.h"
#include "services/loginthrottle.h"
#include "services/passwordhasher.h"
#include "services/privacy.h"
#include "storage/blockstore.h"
#include "support/fixtures.h"
#include "support/servicefixture.h"

#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

bool onPostgres()
{
    QFETCH_GLOBAL(bool, postgres);
    return postgres;
}

struct Fixture : ServiceFixture {
    Fixture()
        : ServiceFixture(onPostgres())
    {
        for (const QString &name : {u"ana"_s, u"bob"_s, u"carol"_s})
            caller(name);
        access.setObserver([this](const AccessEnd &end) { ended += end; });
    }

    void eraseAna(ErasedMessages messages = ErasedMessages::Keep)
    {
        publisher.entries.clear();
        DeleteAccount request;
        request.messages = messages;
        expect(erasure.eraseOwn(caller(u"ana"_s), request, u"192.0.2.1"_s));
        const bool done = QTest::qWaitFor(
            [this] { return !erasure.isBusy() && waitFor(accounts.pendingErasures())->isEmpty(); });
        if (!done)
            qFatal("not erased");
    }

    MemberRole roleOf(const UserId &user, const ConversationId &group)
    {
        const auto conversation = waitFor(conversationStore.get(group, user)).value();
        return conversation.my.role;
    }

    AccountStore accounts{db};
    AccessCache access;
    LoginThrottle throttle;
    PasswordHasher hasher{{1, 8}};
    Privacy privacy;
    AccountService accountService{users, accounts, access, throttle, hasher, privacy};
    ErasureService erasure{{accountService, accounts, messageStore, members, conversations, access, privacy,
                            userService, publisher},
                           std::chrono::hours(1)};
    QList<AccessEnd> ended;
};

} // namespace

class TestErasureService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void onlyTheIdIsLeft();
    void thePersonIsOutForGood();
    void nothingOfThemIsFoundInTheDatabase();
    void groupsAreLeftAndMembersTold();
    void theLongestAdminInheritsElseTheLongestMember();
    void whatNobodyElseIsInIsDeleted();
    void messagesStayUnlessTheyAreToGo();
    void erasedMessagesAreDeletedAndMembersTold();
    void messagesInConversationsThatWereLeftGoToo();
    void whatWasInterruptedGoesOn();
    void thePasswordIsNeeded();
    void attack35_theLastAdminStays();
};

void TestErasureService::onlyTheIdIsLeft()
{
    Fixture f;
    f.database.execute(u"UPDATE users SET email = 'ana@example.org', avatar_url = '/a.png', last_seen = 7,"
                       " shows_presence = FALSE WHERE id = 'ana'"_s);
    f.privacy.set(u"ana"_s, {true, false});
    f.eraseAna();
    const StoredUser tombstone = waitFor(f.users.byId(u"ana"_s)).value();
    QVERIFY(tombstone.deletedAt && tombstone.disabled && !tombstone.admin && !tombstone.passwordHash);
    const Account &account = tombstone.account;
    QCOMPARE(account.user.displayName, u"Deleted user"_s);
    QVERIFY(account.user.username.startsWith("deleted-"_L1));
    QVERIFY(!account.email && !account.user.avatarUrl && !account.user.lastSeen);
    QVERIFY(f.privacy.showsPresence(u"ana"_s));
    QVERIFY(waitFor(f.users.search(u"deleted"_s, 10))->isEmpty());
    QVERIFY(waitFor(f.users.insert({.id = u"new"_s, .username = u"ana"_s, .displayName = u"Ana"_s})));
}

void TestErasureService::thePersonIsOutForGood()
{
    Fixture f;
    f.eraseAna();
    QCOMPARE(f.ended.size(), 1);
    QCOMPARE(f.ended.first().user, u"ana"_s);
    QCOMPARE(f.access.person(u"ana"_s)->mayEnter, false);
    // Nor does a later sight of them bring anything back.
    QVERIFY(waitFor(f.users.upsertExternal({.id = u"ana"_s, .username = u"ana"_s, .displayName = u"Ana"_s})));
    QCOMPARE(waitFor(f.users.byId(u"ana"_s))->account.user.displayName, u"Deleted user"_s);
    QCOMPARE(waitFor(f.accounts.erase(u"ana"_s, ErasedMessages::Keep, now())).error().code,
             ErrorCode::NotFound);
    QCOMPARE(waitFor(f.accounts.setFlag(u"ana"_s, AccountFlag::Disabled, false, now())).error().code,
             ErrorCode::NotFound);
}

void TestErasureService::nothingOfThemIsFoundInTheDatabase()
{
    Fixture f;
    BlockStore blocks(f.db);
    expect(blocks.add(u"ana"_s, u"bob"_s, now()));
    expect(blocks.add(u"bob"_s, u"ana"_s, now()));
    expect(blocks.add(u"bob"_s, u"carol"_s, now()));
    f.database.execute(
        u"INSERT INTO sessions (id, user_id, refresh_hash, device_name, ip, created_at,"
        " last_used_at, expires_at) VALUES ('s', 'ana', 'h', 'phone', '192.0.2.1', 1, 1, 1)"_s);
    f.database.execute(u"INSERT INTO former_refresh_hashes (hash, session_id) VALUES ('f', 's')"_s);
    f.database.execute(u"INSERT INTO notifications (user_id, number, id, type, title, body, created_at)"
                       " VALUES ('ana', 1, 'n', 't', 't', 'b', 1)"_s);
    f.database.execute(u"INSERT INTO files (id, uploaded_by, audience, name, mime_type, size, sha256,"
                       " created_at) VALUES ('avatar', 'ana', 'everybody', 'n', 't', 1, 's', 1)"_s);
    f.eraseAna();
    for (const QString &table : {u"sessions"_s, u"former_refresh_hashes"_s, u"notifications"_s, u"files"_s})
        QCOMPARE(f.database.execute(u"SELECT count(*) FROM "_s + table).toInt(), 0);
    QCOMPARE(f.database.execute(u"SELECT count(*) FROM blocks"_s).toInt(), 1);
    QCOMPARE(f.database.execute(u"SELECT file_id FROM blob_removals"_s).toString(), u"avatar"_s);
}

void TestErasureService::groupsAreLeftAndMembersTold()
{
    Fixture f;
    const ConversationId group = f.conversation({u"bob"_s, u"ana"_s, u"carol"_s});
    const ConversationId direct = f.conversation({u"ana"_s, u"bob"_s});
    f.eraseAna();
    const auto removed = f.publisher.all<MemberRemoved>();
    QCOMPARE(removed.size(), 1U);
    QCOMPARE(removed.front().second.conversationId, group);
    QCOMPARE(removed.front().second.data.userId, u"ana"_s);
    QVERIFY(removed.front().first.users.contains(u"bob"_s));
    QCOMPARE(waitFor(f.conversationStore.get(group, u"bob"_s))->memberCount, 2);
    QCOMPARE(f.roleOf(u"bob"_s, group), MemberRole::Owner);
    // The other one of two keeps what was said, with the tombstone.
    QCOMPARE(waitFor(f.conversationStore.get(direct, u"bob"_s))->memberCount, 2);
}

void TestErasureService::theLongestAdminInheritsElseTheLongestMember()
{
    Fixture f;
    const ConversationId plain = f.conversation({u"ana"_s, u"carol"_s, u"bob"_s});
    const ConversationId withAdmin = f.conversation({u"ana"_s, u"carol"_s, u"bob"_s});
    MemberPatch admin;
    admin.role = MemberRole::Admin;
    expect(f.members.update(f.caller(u"ana"_s), withAdmin, u"bob"_s, admin));
    f.eraseAna();
    QCOMPARE(f.roleOf(u"carol"_s, plain), MemberRole::Owner);
    QCOMPARE(f.roleOf(u"bob"_s, plain), MemberRole::Member);
    QCOMPARE(f.roleOf(u"bob"_s, withAdmin), MemberRole::Owner);
    QCOMPARE(f.roleOf(u"carol"_s, withAdmin), MemberRole::Member);
}

void TestErasureService::whatNobodyElseIsInIsDeleted()
{
    Fixture f;
    const ConversationId group = f.conversation({u"ana"_s, u"bob"_s, u"carol"_s});
    expect(f.members.remove(f.caller(u"ana"_s), group, u"bob"_s));
    expect(f.members.remove(f.caller(u"ana"_s), group, u"carol"_s));
    f.eraseAna();
    QCOMPARE(expectError(f.conversationStore.record(group)).code, ErrorCode::NotFound);
}

void TestErasureService::messagesStayUnlessTheyAreToGo()
{
    Fixture f;
    const ConversationId direct = f.conversation({u"ana"_s, u"bob"_s});
    const Message message = f.say(u"ana"_s, direct, u"remember me"_s);
    f.eraseAna(ErasedMessages::Keep);
    QCOMPARE(waitFor(f.messages.get(f.caller(u"bob"_s), message.id))->content, u"remember me"_s);
}

void TestErasureService::erasedMessagesAreDeletedAndMembersTold()
{
    Fixture f;
    const ConversationId direct = f.conversation({u"ana"_s, u"bob"_s});
    const ConversationId group = f.conversation({u"bob"_s, u"ana"_s, u"carol"_s});
    QList<MessageId> own;
    for (int i = 0; i < 130; ++i)
        own += f.say(u"ana"_s, i % 3 == 0 ? group : direct, u"secret"_s).id;
    const Message theirs = f.say(u"bob"_s, direct, u"mine"_s);
    f.eraseAna(ErasedMessages::Erase);

    const auto deleted = f.publisher.all<MessageDeleted>();
    QCOMPARE(deleted.size(), size_t(own.size()));
    QHash<ConversationId, qint64> lastChange;
    for (const auto &[entry, frame] : deleted) {
        QVERIFY(entry.users.contains(u"bob"_s));
        QVERIFY(frame.data.isDeleted && frame.data.content.isEmpty());
        QVERIFY(frame.data.change > lastChange.value(frame.data.conversationId));
        lastChange.insert(frame.data.conversationId, frame.data.change);
        // State fetched equals what the frame said.
        QCOMPARE(waitFor(f.messages.get(f.caller(u"bob"_s), frame.data.id)).value(), frame.data);
    }
    QCOMPARE(f.database.execute(u"SELECT count(*) FROM messages WHERE content = 'secret'"_s).toInt(), 0);
    QCOMPARE(waitFor(f.messages.get(f.caller(u"bob"_s), theirs.id))->content, u"mine"_s);
    const auto record = waitFor(f.conversationStore.record(direct));
    QCOMPARE(record->lastChange, lastChange.value(direct));
}

void TestErasureService::messagesInConversationsThatWereLeftGoToo()
{
    Fixture f;
    const ConversationId group = f.conversation({u"bob"_s, u"ana"_s, u"carol"_s});
    const Message message = f.say(u"ana"_s, group, u"secret"_s);
    expect(f.members.remove(f.caller(u"ana"_s), group, u"ana"_s));
    f.eraseAna(ErasedMessages::Erase);
    QVERIFY(waitFor(f.messages.get(f.caller(u"bob"_s), message.id))->isDeleted);
}

void TestErasureService::whatWasInterruptedGoesOn()
{
    Fixture f;
    const ConversationId group = f.conversation({u"bob"_s, u"ana"_s, u"carol"_s});
    const Message message = f.say(u"ana"_s, group, u"secret"_s);
    // As the command line does it, or a server that was stopped right then.
    QVERIFY(waitFor(f.accounts.erase(u"ana"_s, ErasedMessages::Erase, now())));
    QCOMPARE(waitFor(f.accounts.pendingErasures())->size(), 1);
    waitFor(f.erasure.look());
    QVERIFY(waitFor(f.accounts.pendingErasures())->isEmpty());
    QVERIFY(waitFor(f.messages.get(f.caller(u"bob"_s), message.id))->isDeleted);
    QCOMPARE(waitFor(f.conversationStore.get(group, u"bob"_s))->memberCount, 2);
}

void TestErasureService::thePasswordIsNeeded()
{
    Fixture f;
    const QString hash = waitFor(f.hasher.hash(u"correct horse"_s)).value();
    NewUser user{.id = u"dora"_s, .username = u"dora"_s, .displayName = u"Dora"_s, .passwordHash = hash};
    QVERIFY(waitFor(f.users.insert(user)));
    const Caller dora{.userId = u"dora"_s, .sessionId = u"session"_s};
    DeleteAccount request;
    request.password = u"wrong horse"_s;
    const auto refused = waitFor(f.erasure.eraseOwn(dora, request, u"192.0.2.1"_s));
    QCOMPARE(refused.error().pointer, u"/password"_s);
    QVERIFY(!waitFor(f.users.byId(u"dora"_s))->deletedAt);
    request.password = u"correct horse"_s;
    QVERIFY(waitFor(f.erasure.eraseOwn(dora, request, u"192.0.2.1"_s)));
    QVERIFY(waitFor(f.users.byId(u"dora"_s))->deletedAt);
    QTRY_VERIFY(!f.erasure.isBusy());
}

void TestErasureService::attack35_theLastAdminStays()
{
    Fixture f;
    QVERIFY(waitFor(f.accounts.setFlag(u"ana"_s, AccountFlag::Admin, true, now())));
    const auto refused = waitFor(f.erasure.eraseOwn(f.caller(u"ana"_s), {}, u"192.0.2.1"_s));
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    const Caller admin{.userId = u"ana"_s, .admin = true};
    QCOMPARE(waitFor(f.erasure.erase(f.caller(u"bob"_s), u"carol"_s, ErasedMessages::Keep)).error().code,
             ErrorCode::Forbidden);
    QVERIFY(waitFor(f.erasure.erase(admin, u"carol"_s, ErasedMessages::Keep)));
    QVERIFY(waitFor(f.users.byId(u"carol"_s))->deletedAt);
    QTRY_VERIFY(!f.erasure.isBusy());
}

QTEST_GUILESS_MAIN(TestErasureService)
#include "tst_erasureservice.moc"
