// SPDX-License-Identifier: Apache-2.0
#include "storage/conversationstore.h"

#include "support/fixtures.h"
#include "util/uuid.h"
#include "wire/limits.h"

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestOfConversationStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }
    void init();
    void cleanup();

    void aGroupCountsAChangeForEachMemberAndItself();
    void uglyNamesComeBackAsTheyWere();
    void unknownMembersAreNamedByTheirPlace();
    void thereIsOneDirectConversationOfAPair();
    void twoInstancesMakeOneDirectConversation();
    void whoIsNoMemberFindsNothing();
    void membersAreLeftOutOfLargeGroups();
    void conversationsAreListedByActivity();
    void theRecordHoldsEveryMember();
    void whoJoinedLaterSeesWhatCameAfter();
    void headsAreThoseWithActivity();
    void changesAreStatesOldestFirst();
    void changesComeInPages();
    void removedMembersAreTold();
    void changesOfLongMessagesComeInPagesThatAConnectionCarries();
    void tooFarGivesASnapshot();
    void changesHideWhatTheViewerMayNotSee();
    void pagedChangesEqualASnapshot();

private:
    ConversationStore store() { return ConversationStore(m_database->open()); }
    Message say(const ConversationId &id, const UserId &sender, const QString &text = u"hello"_s)
    {
        return send(*m_messages, textMessage(id, sender, text));
    }
    Changes changes(const UserId &viewer, qint64 since, int limit = 200)
    {
        return expect(store().changes(m_group, viewer, since, limit));
    }
    void remove(const UserId &user, qint64 change)
    {
        m_database->execute(
            u"UPDATE conversation_members SET removed_at = 1, change = %1 WHERE user_id = '%2'"_s.arg(change)
                .arg(user));
        m_database->execute(
            u"UPDATE conversations SET last_change = %1 WHERE id = '%2'"_s.arg(change).arg(m_group));
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<MessageStore> m_messages;
    UserId m_alice, m_bob, m_carol, m_dave;
    ConversationId m_group; // of alice, bob and carol: changes 1 to 4
};

void TestOfConversationStore::init()
{
    m_database = std::make_unique<TestDatabase>();
    Database &db = m_database->open();
    m_messages = std::make_unique<MessageStore>(db);
    m_alice = addUser(db, u"alice"_s);
    m_bob = addUser(db, u"bob"_s);
    m_carol = addUser(db, u"carol"_s);
    m_dave = addUser(db, u"dave"_s);
    m_group = addGroup(db, {m_alice, m_bob, m_carol});
}

void TestOfConversationStore::cleanup()
{
    m_messages.reset();
    m_database.reset();
}

void TestOfConversationStore::aGroupCountsAChangeForEachMemberAndItself()
{
    const NewConversation group{.id = uuidV7(),
                                .type = ConversationType::Group,
                                .name = u"Group"_s,
                                .history = History::SinceJoin,
                                .creator = m_bob,
                                .memberIds = {m_alice, m_bob},
                                .createdAt = fromMs(1'000)};
    QVERIFY(expect(store().insert(group)).created);
    const Conversation made = expect(store().get(group.id, m_alice));
    QCOMPARE(made.type, ConversationType::Group);
    QCOMPARE(made.name, group.name);
    QVERIFY(!made.description);
    QCOMPARE(made.history, History::SinceJoin);
    QCOMPARE(made.memberCount, 2);
    QCOMPARE(made.lastChange, 3);
    QCOMPARE(made.lastSeq, 0);
    QCOMPARE(made.createdAt, group.createdAt);
    QVERIFY(!made.lastMessage);
    QCOMPARE(made.my, OwnMembership());
    QCOMPARE(made.members,
             (QList<Member>{{m_bob, MemberRole::Owner, true, fromMs(1'000)},
                            {m_alice, MemberRole::Member, true, fromMs(1'000)}}));
}

void TestOfConversationStore::uglyNamesComeBackAsTheyWere()
{
    for (const QString &text : uglyTexts()) {
        const ConversationId id = uuidV7();
        expect(store().insert({.id = id,
                               .type = ConversationType::Group,
                               .name = text,
                               .description = text,
                               .creator = m_alice,
                               .memberIds = {m_alice},
                               .createdAt = now()}));
        const Conversation made = expect(store().get(id, m_alice));
        QCOMPARE(made.name, text);
        QCOMPARE(made.description, text);
    }
}

void TestOfConversationStore::unknownMembersAreNamedByTheirPlace()
{
    const Error error = expectError(store().insert({.id = uuidV7(),
                                                    .type = ConversationType::Group,
                                                    .creator = m_alice,
                                                    .memberIds = {m_alice, m_bob, u"no'body"_s, u"none"_s},
                                                    .createdAt = now()}));
    QCOMPARE(error.code, ErrorCode::InvalidField);
    QCOMPARE(error.pointer, u"/member_ids/2"_s);
    QCOMPARE(expect(store().list(m_alice, 10, {})).items.size(), 1);
}

void TestOfConversationStore::thereIsOneDirectConversationOfAPair()
{
    const ConversationId id = addDirect(m_database->open(), m_alice, m_bob);
    QCOMPARE(addDirect(m_database->open(), m_bob, m_alice), id);
    const auto again = expect(store().insert(
        {.id = uuidV7(), .creator = m_alice, .memberIds = {m_alice, m_bob}, .createdAt = now()}));
    QVERIFY(!again.created);
    QCOMPARE(again.id, id);
    QVERIFY(addDirect(m_database->open(), m_alice, m_carol) != id);
    const Conversation direct = expect(store().get(id, m_bob));
    QCOMPARE(direct.lastChange, 3);
    for (const Member &member : *direct.members)
        QCOMPARE(member.role, MemberRole::Member);
}

void TestOfConversationStore::twoInstancesMakeOneDirectConversation()
{
    Database other(m_database->config());
    expect(other.open());
    QSet<ConversationId> ids;
    int answered = 0, created = 0;
    const auto note = [&](const Result<CreatedConversation> &made) {
        ++answered;
        created += made->created;
        ids.insert(made->id);
    };
    for (int i = 0; i < 10; ++i) {
        ConversationStore(i % 2 ? m_database->open() : other)
            .insert({.id = uuidV7(), .creator = m_alice, .memberIds = {m_alice, m_bob}, .createdAt = now()})
            .then(note);
    }
    QTRY_COMPARE(answered, 10);
    QCOMPARE(created, 1);
    QCOMPARE(ids.size(), 1);
}

void TestOfConversationStore::whoIsNoMemberFindsNothing()
{
    remove(m_carol, 5);
    for (const UserId &stranger : {m_dave, m_carol, u"nobody"_s}) {
        QCOMPARE(expectError(store().get(m_group, stranger)).code, ErrorCode::NotFound);
        QCOMPARE(expectError(store().changes(m_group, stranger, 0, 10)).code, ErrorCode::NotFound);
        QVERIFY(expect(store().list(stranger, 10, {})).items.isEmpty());
        QVERIFY(expect(store().heads(stranger, {})).heads.isEmpty());
    }
    QCOMPARE(expectError(store().get(uuidV7(), m_alice)).code, ErrorCode::NotFound);
    QCOMPARE(expectError(store().record(uuidV7())).code, ErrorCode::NotFound);
}

void TestOfConversationStore::membersAreLeftOutOfLargeGroups()
{
    Database &db = m_database->open();
    QList<UserId> members{m_alice};
    for (int i = 0; i < Limits::membersInConversation; ++i)
        members += addUser(db, u"user%1"_s.arg(i));
    const Conversation large = expect(store().get(addGroup(db, members), m_alice));
    QCOMPARE(large.memberCount, 101);
    QVERIFY(!large.members);
    members.removeLast();
    QCOMPARE(expect(store().get(addGroup(db, members), m_alice)).members->size(), 100);
}

void TestOfConversationStore::conversationsAreListedByActivity()
{
    Database &db = m_database->open();
    QList<ConversationId> ids{m_group};
    for (int i = 0; i < 4; ++i)
        ids += addGroup(db, {m_alice, m_bob});
    m_database->execute(u"UPDATE conversations SET last_activity_at = 1"_s); // all alike: then by id
    const Message last = say(ids[2], m_bob, u"newest"_s);
    std::sort(ids.begin(), ids.end(), std::greater<>());
    ids.move(ids.indexOf(last.conversationId), 0);

    QList<ConversationId> listed;
    std::optional<ConversationCursor> after;
    do {
        const ConversationPage page = expect(store().list(m_alice, 2, after));
        QVERIFY(page.items.size() <= 2);
        for (const Conversation &conversation : page.items)
            listed.append(conversation.id);
        after = page.next;
    } while (after);
    QCOMPARE(listed, ids);
    const Conversation first = expect(store().list(m_alice, 1, {})).items.first();
    QCOMPARE(first.lastMessage, last);
    QCOMPARE(first, expect(store().get(first.id, m_alice)));
}

void TestOfConversationStore::theRecordHoldsEveryMember()
{
    say(m_group, m_bob);
    const ConversationRecord record = expect(store().record(m_group));
    QCOMPARE(record.id, m_group);
    QCOMPARE(record.lastSeq, 1);
    QCOMPARE(record.lastChange, 5);
    QCOMPARE(record.members.size(), 3);
    for (const MembershipRow &member : record.members) {
        QCOMPARE(member.role, member.userId == m_alice ? MemberRole::Owner : MemberRole::Member);
        QCOMPARE(member.readSeq, member.userId == m_bob ? 1 : 0);
        QCOMPARE(member.deliveredSeq, member.readSeq);
        QCOMPARE(member.firstVisibleSeq, 1);
    }
    remove(m_carol, 6);
    QCOMPARE(expect(store().record(m_group)).members.size(), 2);
}

void TestOfConversationStore::whoJoinedLaterSeesWhatCameAfter()
{
    const ConversationId id = addGroup(m_database->open(), {m_alice, m_dave}, History::SinceJoin);
    say(id, m_alice);
    say(id, m_alice);
    m_database->execute(u"UPDATE conversation_members SET joined_seq = 2 WHERE user_id = '%1'"_s.arg(m_dave));
    QVERIFY(!expect(store().get(id, m_dave)).lastMessage);
    QCOMPARE(expect(store().get(id, m_dave)).firstSeq, 3);
    QCOMPARE(expect(store().get(id, m_alice)).firstSeq, 1);
    for (const MembershipRow &member : expect(store().record(id)).members)
        QCOMPARE(member.firstVisibleSeq, member.userId == m_dave ? 3 : 1);
    const Message third = say(id, m_alice);
    QCOMPARE(expect(store().get(id, m_dave)).lastMessage, third);
}

void TestOfConversationStore::headsAreThoseWithActivity()
{
    Database &db = m_database->open();
    const ConversationId quiet = addGroup(db, {m_alice, m_bob});
    const ConversationId left = addGroup(db, {m_alice, m_bob});
    say(m_group, m_bob);
    m_database->execute(u"UPDATE conversations SET last_activity_at = 1 WHERE id <> '%1'"_s.arg(m_group));
    m_database->execute(u"UPDATE conversation_members SET touched_at = 1"_s);
    m_database->execute(
        u"UPDATE conversation_members SET removed_at = %1 WHERE user_id = '%2' AND conversation_id = '%3'"_s
            .arg(toMs(now()))
            .arg(m_alice, left));

    const Heads all = expect(store().heads(m_alice, {}));
    QCOMPARE(all.heads.size(), 2);
    QVERIFY(all.left.isEmpty());
    QVERIFY(now() - all.serverTime < std::chrono::minutes(1));
    const Heads some = expect(store().heads(m_alice, now()));
    QCOMPARE(some.heads.size(), 1);
    QCOMPARE(some.left, QList{left});
    const Head head = some.heads.first();
    QCOMPARE(head.conversationId, m_group);
    QCOMPARE(head.lastChange, 5);
    QCOMPARE(head.lastSeq, 1);
    QCOMPARE(head.my, expect(store().get(m_group, m_alice)).my);
    QCOMPARE(head.my.unreadCount, 1);
    m_database->execute(
        u"UPDATE conversation_members SET touched_at = %1 WHERE conversation_id = '%2'"_s.arg(toMs(now()))
            .arg(quiet)); // an own receipt or setting
    QCOMPARE(expect(store().heads(m_alice, now())).heads.size(), 2);
    QVERIFY(expect(store().heads(m_alice, now() + std::chrono::hours(1))).heads.isEmpty());
}

void TestOfConversationStore::changesAreStatesOldestFirst()
{
    const Message first = say(m_group, m_alice);
    const Message second = say(m_group, m_bob);
    const Changes all = changes(m_alice, 1);
    QCOMPARE(all.members.size(), 2); // changes 2 and 3
    QVERIFY(all.conversation.has_value()); // change 4
    QCOMPARE(all.messages, (QList<Message>{first, second}));
    QCOMPARE(all.lastChange, 6);
    QVERIFY(!all.hasMore && !all.tooFar && all.removed.isEmpty());

    const Changes some = changes(m_alice, 5);
    QVERIFY(!some.conversation && some.members.isEmpty());
    QCOMPARE(some.messages, QList{second});
    Changes none;
    none.lastChange = 6;
    QCOMPARE(changes(m_alice, 6), none);
}

void TestOfConversationStore::changesComeInPages()
{
    for (int i = 0; i < 5; ++i)
        say(m_group, m_alice);
    qint64 since = 1;
    QList<qint64> pages;
    Changes page;
    do {
        page = changes(m_bob, since, 2);
        QVERIFY(page.messages.size() + page.members.size() + page.conversation.has_value() <= 2);
        QVERIFY(page.lastChange > since);
        since = page.lastChange;
        pages.append(since);
    } while (page.hasMore);
    QCOMPARE(pages, (QList<qint64>{3, 5, 7, 9}));
}

void TestOfConversationStore::changesOfLongMessagesComeInPagesThatAConnectionCarries()
{
    constexpr int count = 40;
    QList<Message> said;
    for (int i = 0; i < count; ++i)
        said += say(m_group, m_alice, u"\U0001F525"_s.repeated(Limits::contentCodePoints));
    QList<Message> seen;
    qint64 since = 4;
    Changes page;
    do {
        page = changes(m_bob, since, Limits::changesMax);
        QVERIFY(toJson(page).size() < Limits::sendQueueBytes);
        QVERIFY(!page.messages.isEmpty());
        seen += page.messages;
        since = page.lastChange;
    } while (page.hasMore);
    QCOMPARE(seen, said);
}

void TestOfConversationStore::removedMembersAreTold()
{
    remove(m_carol, 5);
    const Changes some = changes(m_alice, 4);
    QCOMPARE(some.removed, QList{m_carol});
    QVERIFY(some.members.isEmpty());
    QCOMPARE(some.lastChange, 5);
}

void TestOfConversationStore::tooFarGivesASnapshot()
{
    for (int i = 0; i < 60; ++i)
        say(m_group, m_alice, QString::number(i));
    for (const qint64 since : {0, -1, 65}) { // the last change is 64
        const Changes snapshot = changes(m_bob, since);
        QVERIFY(snapshot.tooFar && !snapshot.hasMore);
        QCOMPARE(snapshot.conversation, expect(store().get(m_group, m_bob)));
        QCOMPARE(snapshot.members.size(), 3);
        QCOMPARE(snapshot.lastChange, 64);
        QCOMPARE(snapshot.messages.size(), 50);
        QCOMPARE(snapshot.messages.first().seq, 11);
        QCOMPARE(snapshot.messages.last().seq, 60);
    }
    m_database->execute(u"UPDATE conversations SET last_change = 1100 WHERE id = '%1'"_s.arg(m_group));
    QVERIFY(changes(m_bob, 99).tooFar);
    QVERIFY(!changes(m_bob, 100).tooFar);
}

void TestOfConversationStore::changesHideWhatTheViewerMayNotSee()
{
    m_group = addGroup(m_database->open(), {m_alice, m_dave}, History::SinceJoin); // changes 1 to 3
    say(m_group, m_alice);
    say(m_group, m_alice);
    m_database->execute(u"UPDATE conversation_members SET joined_seq = 1 WHERE user_id = '%1'"_s.arg(m_dave));
    QCOMPARE(changes(m_dave, 3).messages.size(), 1);
    QCOMPARE(changes(m_dave, 3).lastChange, 5);
    QCOMPARE(changes(m_dave, 0).messages.size(), 1);
    QCOMPARE(changes(m_alice, 3).messages.size(), 2);
    QCOMPARE(changes(m_dave, 3, 1).messages.size(), 1);
}

// What a client gathers page by page is what somebody sees who starts anew.
void TestOfConversationStore::pagedChangesEqualASnapshot()
{
    for (int i = 0; i < 30; ++i)
        say(m_group, i % 2 ? m_alice : m_bob, QString::number(i));
    for (int limit : {1, 2, 3, 7, 200}) {
        QMap<qint64, Message> gathered;
        qint64 since = 1;
        Changes page;
        do {
            page = changes(m_carol, since, limit);
            for (const Message &message : page.messages)
                gathered.insert(message.seq, message);
            since = page.lastChange;
        } while (page.hasMore);
        QCOMPARE(gathered.values(), changes(m_carol, 0).messages);
        QCOMPARE(since, changes(m_carol, 0).lastChange);
    }
}

QTEST_GUILESS_MAIN(TestOfConversationStore)
#include "tst_conversationstore.moc"
