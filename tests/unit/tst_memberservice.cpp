// SPDX-License-Identifier: Apache-2.0
#include "services/memberservice.h"

#include "support/servicefixture.h"
#include "util/uuid.h"
#include "wire/limits.h"

#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using QCoro::waitFor;

namespace {

QSet<UserId> setOf(const QList<UserId> &users)
{
    return {users.begin(), users.end()};
}

// The number of the change that a frame tells of, where it tells of one.
qint64 changeOf(const ServerFrame &frame)
{
    return std::visit(
        [](const auto &f) -> qint64 {
            if constexpr (requires { f.change; })
                return f.change;
            else if constexpr (requires { f.data.change; })
                return f.data.change;
            else
                return 0;
        },
        frame);
}

} // namespace

class TestMemberService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        m_fixture = std::make_unique<ServiceFixture>(postgres);
        m_group = m_fixture->conversation({u"ana"_s, u"li"_s, u"jo"_s}); // ana owns it
    }

    void cleanup() { m_fixture.reset(); }

    void whoIsAddedIsShownTheConversationAndTheOthersHearInTheOrderOfChange()
    {
        const qint64 last = seenBy(u"ana"_s).lastChange;
        const auto added = add(u"ana"_s, u"max"_s);
        QVERIFY(added.value().added);
        const auto &told = m_fixture->publisher.entries;
        QCOMPARE(told.size(), size_t(3));

        const auto &created = std::get<ConversationCreated>(told[0].frame);
        QCOMPARE(told[0].users, QList{u"max"_s});
        QCOMPARE(created.change, last + 1);
        QCOMPARE(created.data.lastChange, last + 1);
        QCOMPARE(created.data.my, OwnMembership());

        const auto &member = std::get<MemberAdded>(told[1].frame);
        QCOMPARE(setOf(told[1].users), setOf({u"ana"_s, u"li"_s, u"jo"_s, u"max"_s}));
        QCOMPARE(member.change, last + 1);
        QCOMPARE(member.data, added->member);

        const Message &notice = std::get<NewMessage>(told[2].frame).data;
        QCOMPARE(setOf(told[2].users), setOf(told[1].users));
        QCOMPARE(notice.change, last + 2);
        QCOMPARE(notice.metadata.value("event"_L1).toString(), u"member.added"_s);

        // What they were shown, and the message on top: what they find.
        Conversation expected = created.data;
        expected.lastMessage = notice;
        expected.lastSeq = notice.seq;
        expected.lastChange = notice.change;
        QCOMPARE(seenBy(u"max"_s), expected);
    }

    void whoIsAddedTakesPartAtOnce()
    {
        QVERIFY(add(u"ana"_s, u"max"_s));
        m_fixture->publisher.entries.clear();
        m_fixture->say(u"max"_s, m_group);
        QVERIFY(heard(u"max"_s) && heard(u"li"_s));
    }

    void addingSomebodyAgainTellsNobody()
    {
        const auto again = add(u"ana"_s, u"li"_s);
        QVERIFY(!again.value().added);
        QCOMPARE(again->member.userId, u"li"_s);
        QVERIFY(m_fixture->publisher.entries.empty());
    }

    // Promise 5.
    void attack27_whoIsRemovedHearsOfItAndOfNothingElse()
    {
        const qint64 last = seenBy(u"ana"_s).lastChange;
        QVERIFY(remove(u"ana"_s, u"li"_s));
        const auto &told = m_fixture->publisher.entries;
        QCOMPARE(told.size(), size_t(2));
        const auto &removed = std::get<MemberRemoved>(told[0].frame);
        QCOMPARE(setOf(told[0].users), setOf({u"ana"_s, u"li"_s, u"jo"_s}));
        QCOMPARE(removed.change, last + 1);
        QCOMPARE(removed.data.userId, u"li"_s);
        QCOMPARE(setOf(told[1].users), setOf({u"ana"_s, u"jo"_s}));
        QCOMPARE(std::get<NewMessage>(told[1].frame).data.change, last + 2);

        m_fixture->publisher.entries.clear();
        m_fixture->say(u"ana"_s, m_group);
        QVERIFY(waitFor(m_fixture->receipts.markRead(m_fixture->caller(u"jo"_s), m_group, 1)));
        QVERIFY(waitFor(m_fixture->typing.setTyping(m_fixture->caller(u"jo"_s), m_group, true)));
        QVERIFY(waitFor(m_fixture->members.update(m_fixture->caller(u"ana"_s), m_group, u"jo"_s,
                                                  patchOf(MemberRole::Admin))));
        QVERIFY(heard(u"jo"_s) && heard(u"ana"_s));
        QVERIFY(!heard(u"li"_s));
        MessageDraft draft;
        draft.content = u"still here?"_s;
        QCOMPARE(waitFor(m_fixture->messages.send(m_fixture->caller(u"li"_s), m_group, draft)).error().code,
                 ErrorCode::NotFound);
    }

    void leavingIsRemovingOneself()
    {
        QVERIFY(remove(u"li"_s, u"li"_s));
        QCOMPARE(m_fixture->publisher.all<NewMessage>()[0].second.data.metadata.value("event"_L1).toString(),
                 u"member.left"_s);
        QCOMPARE(remove(u"ana"_s, u"ana"_s).error().code, ErrorCode::Conflict);
        QVERIFY(waitFor(m_fixture->members.update(m_fixture->caller(u"ana"_s), m_group, u"jo"_s,
                                                  patchOf(MemberRole::Owner))));
        QVERIFY(remove(u"ana"_s, u"ana"_s));
        QCOMPARE(seenBy(u"jo"_s).memberCount, 1);
    }

    void rolesAndSilenceHoldFromTheCommitOn()
    {
        MemberPatch patch;
        patch.canSendMessages = false;
        const Caller ana = m_fixture->caller(u"ana"_s), li = m_fixture->caller(u"li"_s);
        const auto silenced = waitFor(m_fixture->members.update(ana, m_group, u"li"_s, patch));
        QVERIFY(!silenced.value().canSendMessages);
        const auto told = m_fixture->publisher.all<MemberUpdated>();
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(told[0].second.data, *silenced);
        QCOMPARE(setOf(told[0].first.users), setOf({u"ana"_s, u"li"_s, u"jo"_s}));
        QVERIFY(m_fixture->publisher.all<NewMessage>().empty());
        MessageDraft draft;
        draft.content = u"x"_s;
        QCOMPARE(waitFor(m_fixture->messages.send(li, m_group, draft)).error().code, ErrorCode::Forbidden);

        QVERIFY(waitFor(m_fixture->members.update(ana, m_group, u"li"_s, patchOf(MemberRole::Admin)))
                    .has_value());
        QVERIFY(waitFor(m_fixture->messages.send(li, m_group, draft)));
        QVERIFY(add(u"li"_s, u"max"_s)); // as an admin may
    }

    void aMembersWatermarksAreThoseOfTheMemory()
    {
        m_fixture->say(u"ana"_s, m_group);
        QVERIFY(waitFor(m_fixture->receipts.markRead(m_fixture->caller(u"li"_s), m_group, 1)));
        MemberPatch patch;
        patch.canSendMessages = false;
        const auto member =
            waitFor(m_fixture->members.update(m_fixture->caller(u"ana"_s), m_group, u"li"_s, patch));
        QCOMPARE(member.value().readSeq, 1);
        QCOMPARE(m_fixture->publisher.all<MemberUpdated>()[0].second.data.readSeq, 1);
    }

    void aPatchThatChangesNothingTellsNobody()
    {
        const auto member = waitFor(m_fixture->members.update(m_fixture->caller(u"ana"_s), m_group, u"li"_s,
                                                              patchOf(MemberRole::Member)));
        QCOMPARE(member.value().userId, u"li"_s);
        QVERIFY(m_fixture->publisher.entries.empty());
    }

    void framesFollowTheOrderOfChangeAndReachWhoIsAMemberThen()
    {
        m_fixture->publisher.takes =
            std::chrono::milliseconds(5); // so that answers are handed out bit by bit
        const Caller ana = m_fixture->caller(u"ana"_s);
        int sent = 0, removed = 0, added = 0;
        for (int round = 1; round <= 6; ++round) {
            sendSome(ana, sent);
            removeAndCount(ana, removed);
            sendSome(ana, sent);
            QTRY_COMPARE(removed, round);
            sendSome(ana, sent);
            addAndCount(ana, added);
            sendSome(ana, sent);
            QTRY_COMPARE(added, round);
        }
        QTRY_COMPARE(sent, 120);
        bool member = true;
        qint64 last = 0;
        int messages = 0;
        for (const auto &entry : m_fixture->publisher.entries) {
            const qint64 change = changeOf(entry.frame);
            QVERIFY(change >= last);
            last = change;
            if (std::holds_alternative<ConversationCreated>(entry.frame))
                member = true;
            if (std::holds_alternative<NewMessage>(entry.frame)) {
                ++messages;
                QCOMPARE(entry.users.contains(u"li"_s), member);
            }
            if (std::holds_alternative<MemberRemoved>(entry.frame))
                member = false;
        }
        QCOMPARE(messages, 132);
        QCOMPARE(last, seenBy(u"ana"_s).lastChange);
    }

    void whatIsBeingLoadedFollowsTheCommit()
    {
        Memberships fresh(m_fixture->conversationStore, m_fixture->blocks);
        ConversationState held;
        MembershipUpdate gone{m_group, 1'000};
        gone.gone = {u"li"_s};
        auto asked = fresh.requireMember(m_group, u"li"_s); // on its way
        fresh.apply(held, gone);
        QCOMPARE(waitFor(std::move(asked)).error().code, ErrorCode::NotFound);

        Memberships another(m_fixture->conversationStore, m_fixture->blocks);
        MembershipUpdate here{m_group, 1'000};
        here.present = {MembershipRow{u"max"_s}};
        auto newcomer = another.requireMember(m_group, u"max"_s);
        another.apply(held, here);
        QVERIFY(waitFor(std::move(newcomer)));

        // What the store knew already is not done again.
        Memberships third(m_fixture->conversationStore, m_fixture->blocks);
        gone.change = 1;
        auto later = third.requireMember(m_group, u"li"_s);
        third.apply(held, gone);
        QVERIFY(waitFor(std::move(later)));
    }

    void afterACommitThatNobodyKnowsOfTheStoreIsAskedAgain()
    {
        const Caller ana = m_fixture->caller(u"ana"_s);
        QVERIFY(waitFor(m_fixture->memberships.requireMember(m_group, u"li"_s)));
        const MemberRule anything = [](const MemberScene &) { return Result<void>(); };
        QVERIFY(waitFor(m_fixture->memberStore.remove(m_group, u"ana"_s, u"li"_s, anything, now())));
        m_fixture->memberships.noteFailure(m_group, {ErrorCode::Conflict, {}, {}, {}});
        QVERIFY(waitFor(m_fixture->memberships.requireMember(m_group, u"li"_s)));
        m_fixture->memberships.noteFailure(m_group, {ErrorCode::Unavailable, {}, {}, {}});
        QCOMPARE(waitFor(m_fixture->memberships.requireMember(m_group, u"li"_s)).error().code,
                 ErrorCode::NotFound);
    }

    void attack63_whoIsRemovedWhileTheyReadGetsNothing()
    {
        m_fixture->say(u"ana"_s, m_group);
        const auto state = waitFor(m_fixture->memberships.requireMember(m_group, u"li"_s));
        auto history = m_fixture->messages.history(m_fixture->caller(u"li"_s), m_group, {});
        MembershipUpdate gone{m_group, 1'000};
        gone.gone = {u"li"_s};
        m_fixture->memberships.apply(**state, gone);
        QCOMPARE(waitFor(std::move(history)).error().code, ErrorCode::NotFound);
    }

    void typingEndsWithTheMembership()
    {
        QVERIFY(waitFor(m_fixture->typing.setTyping(m_fixture->caller(u"li"_s), m_group, true)));
        QVERIFY(waitFor(m_fixture->typing.setTyping(m_fixture->caller(u"jo"_s), m_group, true)));
        m_fixture->publisher.entries.clear();
        QVERIFY(remove(u"ana"_s, u"li"_s));
        const auto ended = m_fixture->publisher.all<TypingIndicator>();
        QCOMPARE(ended.size(), size_t(1));
        QCOMPARE(ended[0].second.userId, u"li"_s);
        QVERIFY(!ended[0].second.isTyping);
        QCOMPARE(setOf(ended[0].first.users), setOf({u"ana"_s, u"jo"_s}));
        // The other's notice ends later, and is no business of who left.
        QTRY_COMPARE(m_fixture->publisher.all<TypingIndicator>().size(), size_t(2));
        QCOMPARE(m_fixture->publisher.all<TypingIndicator>()[1].first.users, QList{u"ana"_s});
    }

    void membersSeeEachOthersPresenceWhileTheyAreOnes()
    {
        const Caller ana = m_fixture->caller(u"ana"_s, 1), max = m_fixture->caller(u"max"_s, 2);
        waitFor(m_fixture->presence.connected(ana));
        waitFor(m_fixture->presence.connected(max));
        const auto seen = [&](const Caller &reader, const UserId &user) {
            return waitFor(m_fixture->presence.presences(reader, {user})).value().first().status;
        };
        QCOMPARE(seen(ana, u"max"_s), PresenceStatus::Offline);
        QVERIFY(add(u"ana"_s, u"max"_s));
        QCOMPARE(seen(ana, u"max"_s), PresenceStatus::Online);
        QCOMPARE(seen(max, u"ana"_s), PresenceStatus::Online);
        QVERIFY(remove(u"ana"_s, u"max"_s));
        QCOMPARE(seen(ana, u"max"_s), PresenceStatus::Offline);
        QCOMPARE(seen(max, u"ana"_s), PresenceStatus::Offline);
    }

    void whoMayNotIsToldSoAndWhoIsNoMemberIsToldNothing()
    {
        const ConversationId nowhere = uuidV7();
        for (const ConversationId &id : {m_group, nowhere}) {
            const Caller eve = m_fixture->caller(u"eve"_s);
            for (const UserId &user : {u"li"_s, u"eve"_s, u"nobody"_s}) {
                QCOMPARE(waitFor(m_fixture->members.add(eve, id, user)).error().code, ErrorCode::NotFound);
                QCOMPARE(waitFor(m_fixture->members.remove(eve, id, user)).error().code, ErrorCode::NotFound);
                QCOMPARE(waitFor(m_fixture->members.update(eve, id, user, patchOf(MemberRole::Owner)))
                             .error()
                             .code,
                         ErrorCode::NotFound);
            }
            QCOMPARE(waitFor(m_fixture->members.page(eve, id, 10, {})).error().code, ErrorCode::NotFound);
            QCOMPARE(waitFor(m_fixture->members.setOwn(eve, id, {})).error().code, ErrorCode::NotFound);
        }
        const Caller li = m_fixture->caller(u"li"_s);
        QCOMPARE(add(u"li"_s, u"somebody"_s).error().code, ErrorCode::Forbidden);
        QCOMPARE(remove(u"li"_s, u"jo"_s).error().code, ErrorCode::Forbidden);
        QCOMPARE(
            waitFor(m_fixture->members.update(li, m_group, u"li"_s, patchOf(MemberRole::Owner))).error().code,
            ErrorCode::Forbidden);
        QVERIFY(m_fixture->publisher.entries.empty());
        // Who may add nobody does not make people, either.
        QVERIFY(!waitFor(m_fixture->users.byId(u"somebody"_s)));
        QVERIFY(!waitFor(m_fixture->users.byId(u"nobody"_s)));
    }

    void anUnknownPersonIsAPlaceholderOnlyUnderExternalIdentity()
    {
        QVERIFY(add(u"ana"_s, u"soon"_s).value().added);
        QCOMPARE(waitFor(m_fixture->users.byId(u"soon"_s)).value().account.user.username, u"soon"_s);
        Caller own = m_fixture->caller(u"ana"_s);
        own.sessionId = uuidV7();
        m_fixture->publisher.entries.clear();
        for (const UserId &id : {u"nobody"_s, u""_s, QString(129, u'x')}) {
            const auto refused = waitFor(m_fixture->members.add(own, m_group, id));
            QCOMPARE(refused.error().code, ErrorCode::InvalidField);
            QCOMPARE(refused.error().pointer, u"/user_id"_s);
        }
        QVERIFY(m_fixture->publisher.entries.empty());
    }

    void directConversationsStayAsTheyAre()
    {
        m_group = m_fixture->conversation({u"ana"_s, u"li"_s});
        QCOMPARE(add(u"ana"_s, u"jo"_s).error().code, ErrorCode::Forbidden);
        QCOMPARE(remove(u"ana"_s, u"li"_s).error().code, ErrorCode::Forbidden);
        QCOMPARE(remove(u"ana"_s, u"ana"_s).error().code, ErrorCode::Forbidden);
        QVERIFY(m_fixture->publisher.entries.empty());
    }

    void ownSettingsAreToldToOnesOtherSessionsOnly()
    {
        OwnSettings settings;
        settings.pinned = true;
        const auto own = waitFor(m_fixture->members.setOwn(m_fixture->caller(u"li"_s, 7), m_group, settings));
        QVERIFY(own.value().pinned);
        QCOMPARE(m_fixture->publisher.entries.size(), size_t(1));
        const auto told = m_fixture->publisher.all<ConversationSettings>();
        QCOMPARE(told[0].first.users, QList{u"li"_s});
        QCOMPARE(told[0].first.except, std::optional<ConnectionId>(7));
        QCOMPARE(told[0].second.my, *own);
        QCOMPARE(told[0].second.conversationId, m_group);
    }

private:
    static MemberPatch patchOf(MemberRole role) { return {role, {}}; }
    Result<MemberService::Added> add(const UserId &actor, const UserId &user)
    {
        return waitFor(m_fixture->members.add(m_fixture->caller(actor), m_group, user));
    }
    Result<void> remove(const UserId &actor, const UserId &user)
    {
        return waitFor(m_fixture->members.remove(m_fixture->caller(actor), m_group, user));
    }
    Conversation seenBy(const UserId &user)
    {
        return waitFor(m_fixture->conversations.get(m_fixture->caller(user), m_group)).value();
    }
    bool heard(const UserId &user) const
    {
        return std::ranges::any_of(m_fixture->publisher.entries,
                                   [&](const auto &entry) { return entry.users.contains(user); });
    }

    void sendSome(const Caller &caller, int &answered)
    {
        for (int i = 0; i < 5; ++i)
            sendAndCount(caller, answered);
    }
    QCoro::Task<void> sendAndCount(Caller caller, int &answered)
    {
        MessageDraft draft;
        draft.content = u"hello"_s;
        if (co_await m_fixture->messages.send(caller, m_group, draft))
            ++answered;
    }
    QCoro::Task<void> removeAndCount(Caller caller, int &answered)
    {
        const UserId li = u"li"_s;
        const auto removed = co_await m_fixture->members.remove(caller, m_group, li);
        answered += removed.has_value();
    }
    QCoro::Task<void> addAndCount(Caller caller, int &answered)
    {
        const UserId li = u"li"_s;
        const auto added = co_await m_fixture->members.add(caller, m_group, li);
        answered += added.has_value();
    }

    std::unique_ptr<ServiceFixture> m_fixture;
    ConversationId m_group;
};

QTEST_GUILESS_MAIN(TestMemberService)
#include "tst_memberservice.moc"
