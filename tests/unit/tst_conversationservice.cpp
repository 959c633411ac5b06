// SPDX-License-Identifier: Apache-2.0
#include "support/servicefixture.h"
#include "util/uuid.h"
#include "wire/limits.h"

#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestConversationService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        m_fixture = std::make_unique<ServiceFixture>(postgres);
    }

    void cleanup() { m_fixture.reset(); }

    void theCallerIsAMemberListedOrNot()
    {
        m_fixture->caller(u"li"_s);
        for (const QList<UserId> &listed :
             {QList<UserId>{u"li"_s}, QList<UserId>{u"ana"_s, u"li"_s}, QList<UserId>{u"li"_s, u"li"_s}}) {
            const auto made = create(u"ana"_s, ConversationType::Group, listed);
            QCOMPARE(made.value().conversation.memberCount, 2);
            QCOMPARE(made->conversation.my.role, MemberRole::Owner);
        }
    }

    void bothAreEqualInADirectConversation()
    {
        m_fixture->caller(u"li"_s);
        const auto made = create(u"ana"_s, ConversationType::Direct, {u"li"_s});
        for (const Member &member : made.value().conversation.members.value())
            QCOMPARE(member.role, MemberRole::Member);
    }

    void refusesWhatIsNoConversation_data()
    {
        QTest::addColumn<ConversationType>("type");
        QTest::addColumn<QList<UserId>>("members");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("pointer");
        using enum ConversationType;
        QTest::newRow("alone") << Direct << QList<UserId>{u"ana"_s} << u""_s << u"/member_ids"_s;
        QTest::newRow("nobody") << Direct << QList<UserId>{} << u""_s << u"/member_ids"_s;
        QTest::newRow("three") << Direct << QList<UserId>{u"li"_s, u"jo"_s} << u""_s << u"/member_ids"_s;
        QTest::newRow("no name") << Group << QList<UserId>{u"li"_s} << u" "_s << u"/name"_s;
        QTest::newRow("long name") << Group << QList<UserId>{u"li"_s} << QString(129, u'x') << u"/name"_s;
        QTest::newRow("empty id") << Group << QList<UserId>{u"li"_s, u""_s} << u"G"_s << u"/member_ids/1"_s;
        QTest::newRow("long id") << Group << QList<UserId>{QString(129, u'x')} << u"G"_s
                                 << u"/member_ids/0"_s;
        QList<UserId> crowd;
        for (int i = 0; i <= Limits::groupMembers; ++i)
            crowd += QString::number(i);
        QTest::newRow("too many") << Group << crowd << u"G"_s << u"/member_ids"_s;
    }

    void refusesWhatIsNoConversation()
    {
        QFETCH(ConversationType, type);
        QFETCH(QList<UserId>, members);
        QFETCH(QString, name);
        QFETCH(QString, pointer);
        const auto refused = create(u"ana"_s, type, members, name);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidField);
        QCOMPARE(refused.error().pointer, pointer);
        QVERIFY(m_fixture->publisher.entries.empty());
    }

    void anUnknownPersonIsAPlaceholderOnlyUnderExternalIdentity()
    {
        QCOMPARE(create(u"ana"_s, ConversationType::Direct, {u"soon"_s}).value().conversation.memberCount, 2);
        QCOMPARE(QCoro::waitFor(m_fixture->users.byId(u"soon"_s)).value().account.user.username, u"soon"_s);

        Caller own = m_fixture->caller(u"ana"_s);
        own.sessionId = uuidV7();
        CreateConversation request;
        request.memberIds = {u"nobody"_s};
        const auto refused = QCoro::waitFor(m_fixture->conversations.create(own, request));
        QCOMPARE(refused.error().pointer, u"/member_ids/0"_s);
    }

    void everybodyIsToldInTheirOwnWords()
    {
        m_fixture->caller(u"li"_s);
        const auto made = create(u"ana"_s, ConversationType::Group, {u"li"_s});
        for (const auto &[entry, frame] : m_fixture->publisher.all<ConversationCreated>()) {
            const Caller reader = m_fixture->caller(entry.users.first());
            QCOMPARE(
                frame.data,
                QCoro::waitFor(m_fixture->conversations.get(reader, made.value().conversation.id)).value());
            QCOMPARE(frame.change, frame.data.lastChange);
        }
        QCOMPARE(m_fixture->publisher.all<ConversationCreated>().size(), size_t(2));
    }

    void theListIsPagedByLastActivity()
    {
        QStringList expected;
        for (int i = 0; i < 7; ++i) {
            const ConversationId id = m_fixture->conversation({u"ana"_s, u"friend-%1"_s.arg(i)});
            m_fixture->say(u"ana"_s, id);
            expected.prepend(id);
        }
        const Timestamp before = now(); // activity within one millisecond has no order
        QTRY_VERIFY(now() > before);
        m_fixture->say(u"ana"_s, expected.last());
        expected.prepend(expected.takeLast());

        QStringList listed;
        std::optional<ConversationCursor> cursor;
        do {
            const auto page =
                QCoro::waitFor(m_fixture->conversations.list(m_fixture->caller(u"ana"_s), 3, cursor));
            for (const Conversation &conversation : page.value().items)
                listed += conversation.id;
            cursor = page->next;
        } while (cursor);
        QCOMPARE(listed, expected);
    }

    void editsAreToldToEverybodyInTheOrderOfChange()
    {
        const ConversationId id = m_fixture->conversation({u"ana"_s, u"li"_s, u"jo"_s});
        const qint64 last = seenBy(u"ana"_s, id).lastChange;
        ConversationEdit change{u"Renamed"_s};
        change.description = std::optional(u"About"_s);
        const auto edited = edit(u"ana"_s, id, change);
        QCOMPARE(edited.value(), seenBy(u"ana"_s, id));
        QCOMPARE(edited->name, u"Renamed"_s);
        const auto &told = m_fixture->publisher.entries;
        QCOMPARE(told.size(), size_t(3));
        for (const auto &entry : told)
            QCOMPARE(entry.users.size(), 3);
        const auto &updated = std::get<ConversationUpdated>(told[0].frame);
        QCOMPARE(updated.change, last + 1);
        QCOMPARE(updated.data.name, u"Renamed"_s);
        QCOMPARE(updated.data.description, u"About"_s);
        QCOMPARE(std::get<NewMessage>(told[1].frame).data.change, last + 2);
        QCOMPARE(std::get<NewMessage>(told[2].frame).data.change, last + 3);

        m_fixture->publisher.entries.clear();
        QVERIFY(edit(u"ana"_s, id, change));
        QVERIFY(edit(u"ana"_s, id, {}));
        QVERIFY(m_fixture->publisher.entries.empty());
    }

    void onlyThoseWhoMayEdit()
    {
        const ConversationId group = m_fixture->conversation({u"ana"_s, u"li"_s, u"jo"_s});
        const ConversationId direct = m_fixture->conversation({u"ana"_s, u"li"_s});
        QCOMPARE(edit(u"li"_s, group, {u"x"_s}).error().code, ErrorCode::Forbidden);
        QCOMPARE(edit(u"ana"_s, direct, {u"x"_s}).error().code, ErrorCode::Forbidden);
        QCOMPARE(edit(u"eve"_s, group, {u"x"_s}).error().code, ErrorCode::NotFound);
        QCOMPARE(edit(u"ana"_s, group, {u" "_s}).error().pointer, u"/name"_s);
        QCOMPARE(edit(u"ana"_s, group, {QString(Limits::conversationNameLength + 1, u'x')}).error().pointer,
                 u"/name"_s);
        ConversationEdit change;
        change.description = std::optional(QString(Limits::descriptionLength + 1, u'x'));
        QCOMPARE(edit(u"ana"_s, group, change).error().pointer, u"/description"_s);
        change.description = std::optional(QString(Limits::descriptionLength, u'x'));
        change.name = QString(Limits::conversationNameLength, u'x');
        QVERIFY(edit(u"ana"_s, group, change));
    }

    void aDeletedConversationEndsForEverybodyAtOnce()
    {
        const ConversationId id = m_fixture->conversation({u"ana"_s, u"li"_s, u"jo"_s});
        const Message message = m_fixture->say(u"li"_s, id);
        QVERIFY(QCoro::waitFor(m_fixture->typing.setTyping(m_fixture->caller(u"li"_s, 5), id, true)));
        m_fixture->publisher.entries.clear();
        QCOMPARE(remove(u"eve"_s, id).error().code, ErrorCode::NotFound);
        QCOMPARE(remove(u"li"_s, id).error().code, ErrorCode::Forbidden);
        QVERIFY(m_fixture->publisher.entries.empty());

        QVERIFY(remove(u"ana"_s, id));
        m_fixture->typing.disconnected(5); // nobody is left to be told of it
        QCOMPARE(m_fixture->publisher.entries.size(), size_t(1));
        const auto told = m_fixture->publisher.all<ConversationDeleted>();
        QCOMPARE(told[0].second.conversationId, id);
        QCOMPARE(told[0].second.change, message.change + 1);
        QCOMPARE(QSet<UserId>(told[0].first.users.begin(), told[0].first.users.end()),
                 QSet<UserId>({u"ana"_s, u"li"_s, u"jo"_s}));
        for (const UserId &user : {u"ana"_s, u"li"_s}) {
            const Caller caller = m_fixture->caller(user);
            MessageDraft draft;
            draft.content = u"x"_s;
            QCOMPARE(QCoro::waitFor(m_fixture->messages.send(caller, id, draft)).error().code,
                     ErrorCode::NotFound);
            QCOMPARE(QCoro::waitFor(m_fixture->messages.get(caller, message.id)).error().code,
                     ErrorCode::NotFound);
            QCOMPARE(QCoro::waitFor(m_fixture->conversations.get(caller, id)).error().code,
                     ErrorCode::NotFound);
            QCOMPARE(remove(user, id).error().code, ErrorCode::NotFound);
            QCOMPARE(QCoro::waitFor(m_fixture->typing.setTyping(caller, id, true)).error().code,
                     ErrorCode::NotFound);
        }
    }

private:
    Result<Conversation> edit(const UserId &user, const ConversationId &id, const ConversationEdit &change)
    {
        return QCoro::waitFor(m_fixture->conversations.edit(m_fixture->caller(user), id, change));
    }
    Result<void> remove(const UserId &user, const ConversationId &id)
    {
        return QCoro::waitFor(m_fixture->conversations.remove(m_fixture->caller(user), id));
    }
    Conversation seenBy(const UserId &user, const ConversationId &id)
    {
        return QCoro::waitFor(m_fixture->conversations.get(m_fixture->caller(user), id)).value();
    }
    Result<ConversationService::Created> create(const UserId &creator, ConversationType type,
                                                const QList<UserId> &members,
                                                const QString &name = u"Group"_s)
    {
        CreateConversation request;
        request.type = type;
        request.name = name;
        request.memberIds = members;
        return QCoro::waitFor(m_fixture->conversations.create(m_fixture->caller(creator), request));
    }

    std::unique_ptr<ServiceFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestConversationService)
#include "tst_conversationservice.moc"
