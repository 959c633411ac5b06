// SPDX-License-Identifier: Apache-2.0
#include "storage/memberstore.h"

#include "storage/receiptstore.h"
#include "support/fixtures.h"
#include "util/uuid.h"
#include "wire/limits.h"

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> anything(const MemberScene &)
{
    return {};
}

Result<void> anyPatch(const MemberScene &, const MemberPatch &)
{
    return {};
}

Result<void> unlessLastOwner(const MemberScene &scene)
{
    if (scene.lastOwner)
        return fail(ErrorCode::Conflict, u"last owner"_s);
    return {};
}

Result<void> nothing(const MemberScene &)
{
    return fail(ErrorCode::Forbidden, u"no"_s);
}

Result<void> anyField(ConversationType, MemberRole)
{
    return {};
}

} // namespace

class TestOfMemberStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }
    void init();
    void cleanup();

    void addingTakesOneChangeAndTellsOfItInTheNext();
    void whoIsAddedHasNothingToCatchUpWith();
    void whoIsThereAlreadyStaysAsTheyAre();
    void whoLeftComesBackWithAFreshMembership();
    void whoIsAddedLaterSeesTheHistoryThatIsTheirs();
    void unknownAndDeletedUsersAreRefused();
    void removingKeepsTheRowForThoseWhoCatchUp();
    void changingARoleIsTold();
    void silencingIsNotAnnounced();
    void ownersAndAdminsAlwaysWrite();
    void whatChangesNothingTakesNoChange();
    void rulesAreAskedUnderTheLock();
    void strangersFindNothing();
    void attack35_twoOwnersCannotLeaveAtOnce();
    void attack35_nobodyCanBePromotedAfterTheyWereRemoved();
    void attack63_whoWasRemovedCannotSend();
    void membersComeInPages();
    void ownSettingsChangeOneByOneAndTakeNoChange();
    void countersEqualARecountWhateverHappened();
    void editingTakesOneChangeForAllFields();
    void attack38_uglyNamesAreStoredAsTheyAre();
    void deletingLeavesNothingOfWhatItHeld();

private:
    ConversationStore conversations() { return ConversationStore(m_database->open()); }
    MemberStore members() { return MemberStore(m_database->open()); }
    MemberChange add(const UserId &user, const UserId &actor)
    {
        return expect(members().add(m_group, actor, user, anything, now()));
    }
    MemberChange remove(const UserId &user, const UserId &actor)
    {
        return expect(members().remove(m_group, actor, user, anything, now()));
    }
    MemberChange update(const UserId &user, const MemberPatch &patch)
    {
        return expect(members().update(m_group, m_alice, user, patch, anyPatch, now()));
    }
    Conversation seenBy(const UserId &viewer) { return expect(conversations().get(m_group, viewer)); }
    Changes changes(const UserId &viewer, qint64 since)
    {
        return expect(conversations().changes(m_group, viewer, since, 200));
    }
    Message say(const UserId &sender) { return send(*m_messages, textMessage(m_group, sender)); }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<MessageStore> m_messages;
    UserId m_alice, m_bob, m_carol;
    ConversationId m_group; // of alice, who owns it, and bob: changes 1 to 3
};

void TestOfMemberStore::init()
{
    m_database = std::make_unique<TestDatabase>();
    Database &db = m_database->open();
    m_messages = std::make_unique<MessageStore>(db);
    m_alice = addUser(db, u"alice"_s);
    m_bob = addUser(db, u"bob"_s);
    m_carol = addUser(db, u"carol"_s);
    m_group = addGroup(db, {m_alice, m_bob});
}

void TestOfMemberStore::cleanup()
{
    m_messages.reset();
    m_database.reset();
}

void TestOfMemberStore::addingTakesOneChangeAndTellsOfItInTheNext()
{
    const Message first = say(m_bob); // change 4
    const MemberChange done = add(m_carol, m_alice);
    QCOMPARE(done.change, 5);
    QCOMPARE(done.member.userId, m_carol);
    QCOMPARE(done.member.role, MemberRole::Member);
    QVERIFY(done.member.canSendMessages);
    QVERIFY(done.notice.has_value());
    QCOMPARE(done.notice->change, 6);
    QCOMPARE(done.notice->seq, 2);
    QCOMPARE(done.notice->type, MessageType::System);
    QCOMPARE(done.notice->senderId, m_alice);
    QCOMPARE(
        done.notice->metadata,
        (QJsonObject{{u"event"_s, u"member.added"_s}, {u"actor_id"_s, m_alice}, {u"user_id"_s, m_carol}}));
    QVERIFY(!done.notice->content.isEmpty());

    // What they are shown is the state at their change; the system message comes after it.
    QVERIFY(done.seenByThem.has_value());
    QCOMPARE(done.seenByThem->lastChange, 5);
    QCOMPARE(done.seenByThem->lastMessage, first);
    QCOMPARE(done.seenByThem->members->size(), 3);

    const Changes told = changes(m_bob, 4);
    QCOMPARE(told.members, QList{done.member});
    QCOMPARE(told.messages, QList{*done.notice});
    QCOMPARE(told.conversation.value().memberCount, 3); // the count is a field, which changed, too
    QCOMPARE(told.lastChange, 6);
    QCOMPARE(seenBy(m_carol).lastMessage, *done.notice);
}

void TestOfMemberStore::whoIsAddedHasNothingToCatchUpWith()
{
    for (int i = 0; i < 3; ++i)
        say(m_bob);
    const MemberChange done = add(m_carol, m_alice);
    QCOMPARE(done.member.readSeq, 3);
    QCOMPARE(done.member.deliveredSeq, 3);
    QCOMPARE(done.row.readSeq, 3);
    QCOMPARE(seenBy(m_carol).my.unreadCount, 0);
    QCOMPARE(seenBy(m_bob).my.unreadCount, 0); // nobody has to read a system message
    say(m_bob);
    QCOMPARE(seenBy(m_carol).my.unreadCount, 1);
}

void TestOfMemberStore::whoIsThereAlreadyStaysAsTheyAre()
{
    const MemberChange done = add(m_bob, m_alice);
    QVERIFY(!done.changed());
    QVERIFY(!done.notice && !done.seenByThem);
    QCOMPARE(done.member.userId, m_bob);
    QCOMPARE(seenBy(m_alice).lastChange, 3);
    QCOMPARE(add(m_alice, m_alice).member.role, MemberRole::Owner);
}

void TestOfMemberStore::whoLeftComesBackWithAFreshMembership()
{
    OwnSettings settings;
    settings.pinned = settings.archived = true;
    settings.mutedUntil = now() + std::chrono::hours(1);
    settings.level = NotifyLevel::None;
    settings.unreadFrom = 1;
    expect(members().setOwn(m_group, m_bob, settings, now()));
    update(m_bob, {MemberRole::Member, false});
    remove(m_bob, m_bob);
    say(m_alice);
    const qint64 last = seenBy(m_alice).lastChange;
    const MemberChange back = add(m_bob, m_alice);
    QCOMPARE(back.change, last + 1);
    QVERIFY(back.member.canSendMessages);
    const Conversation seen = seenBy(m_bob);
    QCOMPARE(seen.my.role, MemberRole::Member);
    QVERIFY(!seen.my.pinned && !seen.my.archived && !seen.my.mutedUntil);
    QCOMPARE(seen.my.level, NotifyLevel::All);
    QCOMPARE(seen.my.unreadCount, 0);
    QCOMPARE(seen.memberCount, 2);
    QVERIFY(changes(m_alice, last).removed.isEmpty());
    QVERIFY(expect(conversations().heads(m_bob, now())).left.isEmpty());
    say(m_bob);
}

void TestOfMemberStore::whoIsAddedLaterSeesTheHistoryThatIsTheirs()
{
    const MemberChange whole = add(m_carol, m_alice);
    QCOMPARE(whole.row.firstVisibleSeq, 1);
    m_group = addGroup(m_database->open(), {m_alice, m_bob}, History::SinceJoin);
    say(m_alice);
    say(m_alice);
    const MemberChange later = add(m_carol, m_alice);
    QCOMPARE(later.row.firstVisibleSeq, 3);
    QVERIFY(!later.seenByThem->lastMessage);
    QCOMPARE(later.seenByThem->firstSeq, 3);
    QCOMPARE(changes(m_carol, 0).messages, QList{*later.notice});
}

void TestOfMemberStore::unknownAndDeletedUsersAreRefused()
{
    m_database->execute(u"UPDATE users SET deleted_at = 1 WHERE id = '%1'"_s.arg(m_carol));
    for (const UserId &nobody : {m_carol, uuidV7(), u"no'body"_s}) {
        const Error error = expectError(members().add(m_group, m_alice, nobody, anything, now()));
        QCOMPARE(error.code, ErrorCode::InvalidField);
        QCOMPARE(error.pointer, u"/user_id"_s);
    }
    QCOMPARE(seenBy(m_alice).lastChange, 3);
}

void TestOfMemberStore::removingKeepsTheRowForThoseWhoCatchUp()
{
    const MemberChange done = remove(m_bob, m_alice);
    QCOMPARE(done.change, 4);
    QCOMPARE(done.member.userId, m_bob);
    QCOMPARE(done.notice->change, 5);
    QCOMPARE(done.notice->metadata.value("event"_L1).toString(), u"member.removed"_s);
    const Changes told = changes(m_alice, 3);
    QCOMPARE(told.removed, QList{m_bob});
    QCOMPARE(told.messages, QList{*done.notice});
    QCOMPARE(told.conversation.value().memberCount, 1);
    QCOMPARE(expectError(conversations().get(m_group, m_bob)).code, ErrorCode::NotFound);
    QCOMPARE(expect(conversations().heads(m_bob, now())).left, QList{m_group});
    QCOMPARE(expectError(members().remove(m_group, m_alice, m_bob, anything, now())).code,
             ErrorCode::NotFound);

    add(m_bob, m_alice);
    const MemberChange left = remove(m_bob, m_bob);
    QCOMPARE(left.notice->metadata.value("event"_L1).toString(), u"member.left"_s);
    QCOMPARE(left.notice->senderId, m_bob);
}

void TestOfMemberStore::changingARoleIsTold()
{
    const MemberChange done = update(m_bob, {MemberRole::Admin});
    QCOMPARE(done.change, 4);
    QCOMPARE(done.member.role, MemberRole::Admin);
    QCOMPARE(done.row.role, MemberRole::Admin);
    QCOMPARE(done.notice->metadata,
             (QJsonObject{{u"event"_s, u"member.role_changed"_s},
                          {u"actor_id"_s, m_alice},
                          {u"user_id"_s, m_bob},
                          {u"role"_s, u"admin"_s}}));
    const Changes told = changes(m_alice, 3);
    QCOMPARE(told.members, QList{done.member});
    QCOMPARE(told.messages, QList{*done.notice});
    QVERIFY(!told.conversation);
}

void TestOfMemberStore::silencingIsNotAnnounced()
{
    const MemberChange done = update(m_bob, {{}, false});
    QCOMPARE(done.change, 4);
    QVERIFY(!done.member.canSendMessages && !done.row.canSendMessages);
    QVERIFY(!done.notice);
    QCOMPARE(done.lastChange(), 4);
    QCOMPARE(expectError(m_messages->append(textMessage(m_group, m_bob))).code, ErrorCode::Forbidden);
    update(m_bob, {{}, true});
    say(m_bob);
}

void TestOfMemberStore::ownersAndAdminsAlwaysWrite()
{
    update(m_bob, {{}, false});
    QVERIFY(update(m_bob, {MemberRole::Admin}).member.canSendMessages);
    say(m_bob);
    QVERIFY(update(m_bob, {MemberRole::Member}).member.canSendMessages);
}

void TestOfMemberStore::whatChangesNothingTakesNoChange()
{
    for (const MemberPatch &patch : {MemberPatch{}, MemberPatch{MemberRole::Member, true}}) {
        const MemberChange done = update(m_bob, patch);
        QVERIFY(!done.changed() && !done.notice);
        QCOMPARE(done.member.userId, m_bob);
    }
    const auto edited =
        expect(conversations().edit(m_group, m_alice, {seenBy(m_alice).name}, anyField, now()));
    QCOMPARE(edited.change, 0);
    QCOMPARE(edited.conversation, seenBy(m_alice));
    QCOMPARE(seenBy(m_alice).lastChange, 3);
}

void TestOfMemberStore::rulesAreAskedUnderTheLock()
{
    static MemberScene asked; // a rule is a plain function
    const MemberRule note = [](const MemberScene &scene) -> Result<void> {
        asked = scene;
        return nothing(scene);
    };
    QCOMPARE(expectError(members().remove(m_group, m_bob, m_alice, note, now())).code, ErrorCode::Forbidden);
    QCOMPARE(asked.type, ConversationType::Group);
    QCOMPARE(asked.memberCount, 2);
    QCOMPARE(asked.actor, MemberRole::Member);
    QCOMPARE(asked.target, MemberRole::Owner);
    QVERIFY(asked.lastOwner && !asked.self);
    QCOMPARE(expectError(members().add(m_group, m_alice, m_carol, note, now())).code, ErrorCode::Forbidden);
    QVERIFY(!asked.target && !asked.lastOwner);
    update(m_bob, {MemberRole::Owner});
    QCOMPARE(expectError(members().remove(m_group, m_alice, m_alice, note, now())).code,
             ErrorCode::Forbidden);
    QVERIFY(asked.self && !asked.lastOwner);
    QCOMPARE(seenBy(m_alice).memberCount, 2);
}

void TestOfMemberStore::strangersFindNothing()
{
    remove(m_bob, m_alice);
    for (const UserId &stranger : {m_bob, m_carol}) {
        for (const ConversationId &id : {m_group, uuidV7()}) {
            const Error expected = expectError(conversations().get(id, stranger));
            QCOMPARE(expectError(members().add(id, stranger, stranger, anything, now())), expected);
            QCOMPARE(expectError(members().remove(id, stranger, m_alice, anything, now())), expected);
            QCOMPARE(expectError(members().update(id, stranger, m_alice, {}, anyPatch, now())), expected);
            QCOMPARE(expectError(members().page(id, stranger, 10, {})), expected);
            QCOMPARE(expectError(members().setOwn(id, stranger, {}, now())), expected);
            QCOMPARE(expectError(conversations().edit(id, stranger, {u"x"_s}, anyField, now())), expected);
            QCOMPARE(expectError(conversations().remove(id, stranger, anyField, now())), expected);
        }
    }
}

void TestOfMemberStore::attack35_twoOwnersCannotLeaveAtOnce()
{
    Database other(m_database->config());
    expect(other.open());
    for (int round = 0; round < 5; ++round) {
        m_group = addGroup(m_database->open(), {m_alice, m_bob, m_carol});
        update(m_bob, {MemberRole::Owner});
        int left = 0, refused = 0;
        const auto note = [&](const Result<MemberChange> &done) {
            left += done.has_value();
            refused += !done && done.error().code == ErrorCode::Conflict;
        };
        MemberStore(other).remove(m_group, m_bob, m_bob, unlessLastOwner, now()).then(note);
        members().remove(m_group, m_alice, m_alice, unlessLastOwner, now()).then(note);
        QTRY_COMPARE(left + refused, 2);
        QCOMPARE(left, 1);
        QCOMPARE(m_database
                     ->execute(u"SELECT count(*) FROM conversation_members WHERE conversation_id = '%1' AND"
                               " role = 'owner' AND removed_at IS NULL"_s.arg(m_group))
                     .toInt(),
                 1);
    }
}

void TestOfMemberStore::attack35_nobodyCanBePromotedAfterTheyWereRemoved()
{
    remove(m_bob, m_alice);
    const qint64 last = seenBy(m_alice).lastChange;
    QCOMPARE(
        expectError(members().update(m_group, m_alice, m_bob, {MemberRole::Owner}, anyPatch, now())).code,
        ErrorCode::NotFound);
    QCOMPARE(seenBy(m_alice).lastChange, last);
}

void TestOfMemberStore::attack63_whoWasRemovedCannotSend()
{
    int sent = 0, refused = 0, answered = 0;
    const auto note = [&](const Result<StoredMessage> &stored) {
        ++answered;
        sent += stored.has_value();
        refused += !stored && stored.error().code == ErrorCode::NotFound;
    };
    qint64 removedAt = 0;
    m_messages->append(textMessage(m_group, m_bob)).then(note);
    members().remove(m_group, m_alice, m_bob, anything, now()).then([&](const Result<MemberChange> &done) {
        removedAt = done->change;
    });
    for (int i = 0; i < 20; ++i)
        m_messages->append(textMessage(m_group, m_bob)).then(note);
    QTRY_VERIFY(answered == 21 && removedAt > 0);
    QCOMPARE(sent + refused, 21);
    QVERIFY(refused > 0);
    QCOMPARE(m_database
                 ->execute(u"SELECT count(*) FROM messages WHERE sender_id = '%1' AND change > %2"_s.arg(
                     m_bob, QString::number(removedAt)))
                 .toInt(),
             0);
}

void TestOfMemberStore::membersComeInPages()
{
    Database &db = m_database->open();
    QList<UserId> expected{m_alice, m_bob};
    std::sort(expected.begin(), expected.end()); // joined at the same time: then by id
    for (int i = 0; i < 5; ++i)
        expected += addUser(db, u"user%1"_s.arg(i));
    Timestamp at = now() + std::chrono::seconds(1);
    for (const UserId &user : expected.mid(2))
        expect(members().add(m_group, m_alice, user, anything, at += std::chrono::milliseconds(1)));
    const UserId gone = addUser(db, u"gone"_s);
    add(gone, m_alice);
    remove(gone, m_alice);
    for (const int limit : {1, 2, 3, 7, 100}) {
        QList<UserId> listed;
        std::optional<MemberCursor> after;
        do {
            const MemberPage page = expect(members().page(m_group, m_bob, limit, after));
            QVERIFY(!page.items.isEmpty() && page.items.size() <= limit);
            for (const Member &member : page.items)
                listed += member.userId;
            after = page.next;
        } while (after);
        QCOMPARE(listed, expected);
    }
    const MemberPage all = expect(members().page(m_group, m_bob, 100, {}));
    const Conversation conversation = seenBy(m_bob);
    for (const Member &member : *conversation.members)
        QVERIFY(all.items.contains(member));
}

void TestOfMemberStore::ownSettingsChangeOneByOneAndTakeNoChange()
{
    m_database->execute(u"UPDATE conversations SET last_activity_at = 1"_s);
    m_database->execute(u"UPDATE conversation_members SET touched_at = 1"_s);
    QVERIFY(expect(conversations().heads(m_bob, now())).heads.isEmpty());

    OwnMembership expected = seenBy(m_bob).my;
    const auto change = [&](const OwnSettings &settings) {
        return expect(members().setOwn(m_group, m_bob, settings, now()));
    };
    OwnSettings settings;
    settings.pinned = expected.pinned = true;
    QCOMPARE(change(settings), expected);
    settings = {};
    settings.level = expected.level = NotifyLevel::Mentions;
    QCOMPARE(change(settings), expected);
    settings = {};
    settings.archived = expected.archived = true;
    QCOMPARE(change(settings), expected);
    settings = {};
    expected.mutedUntil = fromMs(4'102'444'800'000);
    settings.mutedUntil = expected.mutedUntil;
    QCOMPARE(change(settings), expected);
    QCOMPARE(change({}), expected);
    settings = {};
    settings.mutedUntil.emplace();
    expected.mutedUntil.reset();
    QCOMPARE(change(settings), expected);
    settings = {};
    settings.pinned = expected.pinned = false;
    QCOMPARE(change(settings), expected);
    settings = {};
    settings.unreadFrom = expected.unreadFrom = 2;
    QCOMPARE(change(settings), expected);
    QCOMPARE(change({}), expected);
    settings.unreadFrom = std::optional<qint64>();
    expected.unreadFrom.reset();
    QCOMPARE(change(settings), expected);

    QCOMPARE(seenBy(m_bob).my, expected);
    QCOMPARE(seenBy(m_bob).lastChange, 3);
    QCOMPARE(seenBy(m_alice).my.level, NotifyLevel::All);
    QCOMPARE(expect(conversations().heads(m_bob, now())).heads.value(0).my, expected);
    QVERIFY(expect(conversations().heads(m_alice, now())).heads.isEmpty());
}

// Promise 7.
void TestOfMemberStore::countersEqualARecountWhateverHappened()
{
    Database &db = m_database->open();
    QList<UserId> people;
    for (int i = 0; i < 5; ++i)
        people += addUser(db, u"user%1"_s.arg(i));
    for (int step = 0; step < 60; ++step) {
        const UserId &user = people[step * 7 % 5];
        switch (step % 4) {
        case 0:
        case 1: add(user, m_alice); break;
        case 2: members().remove(m_group, m_alice, user, anything, now()); break;
        default: say(m_bob);
        }
    }
    const auto recount = [&](const QString &sql) {
        return m_database->execute(sql.arg(m_group)).toLongLong();
    };
    QTRY_COMPARE(recount(u"SELECT member_count FROM conversations WHERE id = '%1'"_s),
                 recount(u"SELECT count(*) FROM conversation_members WHERE conversation_id = '%1'"
                         " AND removed_at IS NULL"_s));
    QCOMPARE(recount(u"SELECT last_seq FROM conversations WHERE id = '%1'"_s),
             recount(u"SELECT count(*) FROM messages WHERE conversation_id = '%1'"_s));
    QCOMPARE(recount(u"SELECT last_seq FROM conversations WHERE id = '%1'"_s),
             recount(u"SELECT max(seq) FROM messages WHERE conversation_id = '%1'"_s));
    QCOMPARE(recount(u"SELECT last_ordinal FROM conversations WHERE id = '%1'"_s),
             recount(u"SELECT count(*) FROM messages WHERE conversation_id = '%1' AND type <> 'system'"_s));
    QCOMPARE(recount(u"SELECT last_change FROM conversations WHERE id = '%1'"_s),
             recount(u"SELECT max(change) FROM messages WHERE conversation_id = '%1'"_s));
    const Conversation conversation = seenBy(m_alice);
    for (const Member &member : *conversation.members) {
        const Conversation seen = seenBy(member.userId);
        QCOMPARE(seen.my.unreadCount,
                 recount(u"SELECT count(*) FROM messages WHERE conversation_id = '%1' AND type <> 'system'"
                         " AND seq > "_s
                         + QString::number(member.readSeq)));
        QVERIFY(member.readSeq <= member.deliveredSeq && member.deliveredSeq <= seen.lastSeq);
    }
}

void TestOfMemberStore::editingTakesOneChangeForAllFields()
{
    const Timestamp at = now() + std::chrono::seconds(5);
    ConversationEdit edit{u"New name"_s};
    edit.description = std::optional(u"What it is about"_s);
    const EditedConversation done = expect(conversations().edit(m_group, m_alice, edit, anyField, at));
    QCOMPARE(done.change, 4);
    QCOMPARE(done.fields.name, u"New name"_s);
    QCOMPARE(done.fields.description, u"What it is about"_s);
    QCOMPARE(done.fields.lastChange, 4);
    QCOMPARE(done.fields.updatedAt, at);
    QCOMPARE(done.notices.size(), 2);
    QCOMPARE(done.notices[0].change, 5);
    QCOMPARE(done.notices[0].metadata,
             (QJsonObject{{u"event"_s, u"conversation.renamed"_s},
                          {u"actor_id"_s, m_alice},
                          {u"name"_s, u"New name"_s}}));
    QCOMPARE(done.notices[1].change, 6);
    QCOMPARE(done.notices[1].metadata.value("event"_L1).toString(), u"conversation.described"_s);
    QCOMPARE(done.conversation, seenBy(m_alice));
    const Changes told = changes(m_bob, 3);
    QCOMPARE(told.conversation, seenBy(m_bob));
    QCOMPARE(told.messages, done.notices);

    edit = {};
    edit.description.emplace();
    const EditedConversation cleared = expect(conversations().edit(m_group, m_alice, edit, anyField, at));
    QCOMPARE(cleared.change, 7);
    QVERIFY(!cleared.fields.description);
    QCOMPARE(cleared.fields.name, u"New name"_s);
    QCOMPARE(cleared.notices.size(), 1);
}

void TestOfMemberStore::attack38_uglyNamesAreStoredAsTheyAre()
{
    for (const QString &text : uglyTexts()) {
        ConversationEdit edit{text};
        edit.description = std::optional(text);
        expect(conversations().edit(m_group, m_alice, edit, anyField, now()));
        QCOMPARE(seenBy(m_bob).name, text);
        QCOMPARE(seenBy(m_bob).description, text);
        QCOMPARE(seenBy(m_bob).members->size(), 2);
    }
}

// Promise 10.
void TestOfMemberStore::deletingLeavesNothingOfWhatItHeld()
{
    const ConversationId kept = addGroup(m_database->open(), {m_alice, m_bob});
    const Message other = send(*m_messages, textMessage(kept, m_bob));
    for (int i = 0; i < 30; ++i)
        say(i % 2 ? m_alice : m_bob);
    MessageInsert mention = textMessage(m_group, m_alice, u"secret @bob"_s);
    mention.draft.mentions = {{m_bob, 7, 4}};
    const MessageId id = send(*m_messages, mention).id;
    expect(ReceiptStore(m_database->open()).advance({{m_group, m_bob, 31, 31, now()}}));
    m_database->execute(u"INSERT INTO message_reactions VALUES ('%1', 'x', '%2', 1)"_s.arg(id, m_bob));
    m_database->execute(u"INSERT INTO message_edits VALUES ('%1', 1, 'secret', '[]', 1)"_s.arg(id));
    expect(conversations().edit(m_group, m_alice, {u"secret name"_s}, anyField, now()));
    const qint64 last = seenBy(m_alice).lastChange;

    const DeletedConversation done = expect(conversations().remove(m_group, m_alice, anyField, now()));
    QCOMPARE(done.change, last + 1);
    QCOMPARE(QSet<UserId>(done.members.begin(), done.members.end()), (QSet<UserId>{m_alice, m_bob}));
    for (const char *table : {"message_reactions", "message_edits"}) {
        QCOMPARE(m_database->execute(u"SELECT count(*) FROM %1"_s.arg(QLatin1StringView(table))).toInt(), 0);
    }
    for (const char *table : {"messages", "message_mentions", "receipts"}) {
        QCOMPARE(m_database
                     ->execute(u"SELECT count(*) FROM %1 WHERE conversation_id = '%2'"_s.arg(
                         QLatin1StringView(table), m_group))
                     .toInt(),
                 0);
    }
    QCOMPARE(
        m_database
            ->execute(
                u"SELECT count(*) FROM conversations WHERE id = '%1' AND name IS NULL AND"
                " description IS NULL AND deleted_at > 0 AND member_count = 0 AND last_change = %2"_s.arg(
                    m_group, QString::number(done.change)))
            .toInt(),
        1);
    for (const UserId &user : {m_alice, m_bob}) {
        QCOMPARE(expectError(conversations().get(m_group, user)).code, ErrorCode::NotFound);
        QCOMPARE(expectError(conversations().remove(m_group, user, anyField, now())).code,
                 ErrorCode::NotFound);
        QCOMPARE(expectError(members().add(m_group, user, m_carol, anything, now())).code,
                 ErrorCode::NotFound);
        QCOMPARE(expectError(m_messages->append(textMessage(m_group, user))).code, ErrorCode::NotFound);
        QCOMPARE(expect(conversations().heads(user, now())).left, QList{m_group});
        QCOMPARE(expect(conversations().list(user, 10, {})).items.size(), 1);
    }
    QCOMPARE(expectError(conversations().record(m_group)).code, ErrorCode::NotFound);
    QCOMPARE(expect(m_messages->byId(other.id)), other);
}

QTEST_GUILESS_MAIN(TestOfMemberStore)
#include "tst_memberstore.moc"
