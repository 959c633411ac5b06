// SPDX-License-Identifier: Apache-2.0
#include "models/conversationlistmodel.h"

#include "fakesession.h"
#include "models/conversationfilter.h"
#include "models/phrases.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp noon = fromMs(1'767'960'000'000); // 2026-01-09T12:00:00Z, a Friday
const User me = person(u"me"_s, u"Mia Weber"_s);
const User ana = person(u"ana"_s, u"Ana Costa"_s);
const User li = person(u"li"_s, u"Li Wei"_s);

} // namespace

class TestConversationListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<Session>(configFor(me));
        FakeSession &fake = fakeOf(*m_session);
        fake.addDirect(u"with-ana"_s, ana);
        fake.addDirect(u"with-li"_s, li);
        fake.addGroup(u"team"_s, u"Team"_s, {ana, li});
        fake.post(u"with-ana"_s, ana.id, u"first"_s, noon);
        fake.post(u"with-li"_s, li.id, u"second"_s, noon + 1min);
        fake.post(u"team"_s, li.id, u"third"_s, noon + 2min);
        m_model = std::make_unique<ConversationListModel>(*m_session);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_session.reset();
    }

    void theLatestActivityStandsFirst()
    {
        QCOMPARE(order(), QStringList({u"team"_s, u"with-li"_s, u"with-ana"_s}));
        say(u"with-ana"_s, ana.id, u"news"_s, noon + 3min);
        QCOMPARE(order(), QStringList({u"with-ana"_s, u"team"_s, u"with-li"_s}));
    }

    void pinnedConversationsStandAboveAllOthers()
    {
        fake().conversations[u"with-ana"_s].conversation.my.pinned = true;
        changed(u"with-ana"_s);
        QCOMPARE(order().first(), u"with-ana"_s);
        say(u"team"_s, ana.id, u"news"_s, noon + 9min);
        QCOMPARE(order().first(), u"with-ana"_s);
    }

    void aMessageThatWaitsToBeSentCountsAsActivity()
    {
        MessageDraft draft;
        draft.content = u"on my way"_s;
        m_session->send(u"with-ana"_s, draft);
        QCOMPARE(order().first(), u"with-ana"_s);
        QCOMPARE(row(u"with-ana"_s).preview, u"You: on my way"_s);
    }

    void rowsStayInPlaceWhileAButtonIsDown()
    {
        const QStringList before = order();
        m_model->setHeld(true);
        say(u"with-ana"_s, ana.id, u"news"_s, noon + 3min);
        fake().addDirect(u"with-omar"_s, person(u"omar"_s, u"Omar"_s));
        say(u"with-omar"_s, u"omar"_s, u"hello"_s, noon + 4min);
        QCOMPARE(order(), before);
        QCOMPARE(row(u"with-ana"_s).preview, u"news"_s);
        m_model->setHeld(false);
        QCOMPARE(order(), QStringList({u"with-omar"_s, u"with-ana"_s, u"team"_s, u"with-li"_s}));
    }

    void severalMovesWhileHeldEndInTheRightOrder()
    {
        m_model->setHeld(true);
        say(u"with-ana"_s, ana.id, u"b"_s, noon + 6min);
        say(u"with-li"_s, li.id, u"c"_s, noon + 5min);
        m_model->setHeld(false);
        QCOMPARE(order(), QStringList({u"with-ana"_s, u"with-li"_s, u"team"_s}));
    }

    void aConversationThatIsGoneLeavesTheList()
    {
        fake().conversations.remove(u"team"_s);
        changed(u"team"_s);
        QCOMPARE(order(), QStringList({u"with-li"_s, u"with-ana"_s}));
    }

    void thePreviewTellsWhoSpoke()
    {
        QCOMPARE(row(u"with-ana"_s).preview, u"first"_s);
        QCOMPARE(row(u"team"_s).preview, u"Li Wei: third"_s);
        say(u"team"_s, me.id, u"line one\nline  two"_s, noon + 3min);
        QCOMPARE(row(u"team"_s).preview, u"You: line one line two"_s);
    }

    void filesAreNamedWhereNothingIsSaid()
    {
        say(u"with-ana"_s, ana.id, {}, noon + 3min);
        Message &last = *fake().conversations[u"with-ana"_s].conversation.lastMessage;
        for (const QString &name : {u"plan.pdf"_s, u"notes.txt"_s})
            last.attachments.emplaceBack().name = name;
        changed(u"with-ana"_s);
        QCOMPARE(row(u"with-ana"_s).preview, u"plan.pdf, notes.txt"_s);
        last.content = u"the *plan*"_s;
        changed(u"with-ana"_s);
        QCOMPARE(row(u"with-ana"_s).preview, u"the *plan*"_s);
    }

    void aDraftWinsOverTypingAndTypingOverTheMessage()
    {
        fake().typing[u"with-ana"_s] = {ana.id};
        Q_EMIT m_session->typingChanged(u"with-ana"_s);
        QCOMPARE(row(u"with-ana"_s).previewKind, ConversationRow::Preview::Typing);
        QCOMPARE(row(u"with-ana"_s).preview, u"Ana Costa is typing…"_s);
        m_session->setDraft(u"with-ana"_s, u"half a thought"_s);
        QCOMPARE(row(u"with-ana"_s).previewKind, ConversationRow::Preview::Draft);
        QCOMPARE(row(u"with-ana"_s).preview, u"half a thought"_s);
    }

    void theDraftOfTheOpenConversationIsNotToldAgain()
    {
        m_session->setDraft(u"with-ana"_s, u"half a thought"_s);
        m_model->setOpenConversation(u"with-ana"_s);
        QCOMPARE(row(u"with-ana"_s).previewKind, ConversationRow::Preview::Message);
        m_model->setOpenConversation({});
        QCOMPARE(row(u"with-ana"_s).previewKind, ConversationRow::Preview::Draft);
    }

    void aDeletedMessageShowsNothingOfItsContent()
    {
        auto &last = fake().conversations[u"with-ana"_s].conversation.lastMessage;
        last->isDeleted = true;
        last->content.clear();
        changed(u"with-ana"_s);
        QCOMPARE(row(u"with-ana"_s).preview, u"Message deleted"_s);
    }

    void aGroupWithoutANameIsCalledAfterItsPeople()
    {
        fake().conversations[u"team"_s].conversation.name.reset();
        changed(u"team"_s);
        QCOMPARE(row(u"team"_s).title, QLocale().createSeparatedList({ana.displayName, li.displayName}));
        fake().users[ana.id].displayName = u"Ana Maria"_s;
        Q_EMIT m_session->userChanged(ana.id);
        QVERIFY(row(u"team"_s).title.startsWith(u"Ana Maria"_s));
        QCOMPARE(row(u"with-ana"_s).title, u"Ana Maria"_s);
    }

    void presenceIsShownForDirectConversationsOnly()
    {
        fake().presence[ana.id] = PresenceStatus::Away;
        Q_EMIT m_session->presenceChanged(ana.id);
        QCOMPARE(row(u"with-ana"_s).presence, PresenceStatus::Away);
        QVERIFY(!row(u"team"_s).presence);
    }

    void withoutAConnectionPresenceIsNotKnown()
    {
        fake().presence[ana.id] = PresenceStatus::Away;
        for (const auto state : {ConnectionState::Offline, ConnectionState::Online}) {
            fake().state = state;
            Q_EMIT m_session->connectionStateChanged(state);
            QCOMPARE(row(u"with-ana"_s).presence.has_value(), state == ConnectionState::Online);
        }
    }

    void theBadgeIsCappedAndMutedConversationsDoNotCount()
    {
        QCOMPARE(badgeText(1), u"1"_s);
        QCOMPARE(badgeText(999), u"999"_s);
        QCOMPARE(badgeText(1000), u"999+"_s);
        QCOMPARE(badgeText(100, 99), u"99+"_s);
        const QSignalSpy total(m_model.get(), &ConversationListModel::unreadTotalChanged);
        fake().conversations[u"team"_s].conversation.my.unreadCount = 3;
        fake().conversations[u"with-li"_s].conversation.my.unreadCount = 4;
        fake().conversations[u"with-li"_s].conversation.my.mutedUntil = now() + 1h;
        changed(u"team"_s);
        changed(u"with-li"_s);
        QCOMPARE(m_model->unreadTotal(), 3);
        QVERIFY(total.count() >= 2);
    }

    void whatIsMarkedUnreadCountsFromThereOn()
    {
        Conversation &team = fake().conversations[u"team"_s].conversation;
        team.lastSeq = 9;
        team.my.unreadFrom = 7;
        QCOMPARE(unreadOf(team), 3);
        team.my.unreadCount = 5; // has come since, and more than that
        QCOMPARE(unreadOf(team), 5);
        team.my.unreadCount = 0;
        team.my.unreadFrom = 12; // not there yet
        QCOMPARE(unreadOf(team), 0);
        team.my.unreadFrom = 9;
        changed(u"team"_s);
        QCOMPARE(m_model->unreadTotal(), 1);
        ConversationFilter filter(*m_model);
        filter.setKind(ConversationFilter::Kind::Unread);
        QCOMPARE(filter.rowCount(), 1);
    }

    void theUnreadFilterKeepsTheOpenConversationUntilItIsLeft()
    {
        fake().conversations[u"with-ana"_s].conversation.my.unreadCount = 1;
        changed(u"with-ana"_s);
        ConversationFilter filter(*m_model);
        filter.setKind(ConversationFilter::Kind::Unread);
        QCOMPARE(filter.rowCount(), 1);
        m_model->setOpenConversation(u"with-ana"_s);
        fake().conversations[u"with-ana"_s].conversation.my.unreadCount = 0;
        changed(u"with-ana"_s);
        QCOMPARE(filter.rowCount(), 1);
        m_model->setOpenConversation(u"team"_s);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, 0).data(ConversationListModel::IdRole).toString(), u"team"_s);
    }

    void theTextFilterFindsPartsOfNamesInAnyCase()
    {
        ConversationFilter filter(*m_model);
        filter.setText(u"COS"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setText(u"nobody"_s);
        QCOMPARE(filter.rowCount(), 0);
        filter.setText(u"  "_s);
        QCOMPARE(filter.rowCount(), 3);
    }

    void timesGetShorterWordsTheFartherTheyAreAway_data()
    {
        QTest::addColumn<QDateTime>("at");
        QTest::addColumn<QString>("shown");
        const auto at = [](const QString &iso) { return QDateTime::fromString(iso, Qt::ISODate); };
        QTest::newRow("today") << at(u"2026-01-09T08:05:00Z"_s) << u"08:05"_s;
        QTest::newRow("yesterday") << at(u"2026-01-08T23:59:00Z"_s) << u"Thu"_s;
        QTest::newRow("six days ago") << at(u"2026-01-03T12:00:00Z"_s) << u"Sat"_s;
        QTest::newRow("a week ago") << at(u"2026-01-02T12:00:00Z"_s) << u"2 Jan"_s;
        QTest::newRow("last year") << at(u"2025-12-31T12:00:00Z"_s)
                                   << QLocale::c().toString(QDate(2025, 12, 31), QLocale::ShortFormat);
        QTest::newRow("a clock ahead of ours") << at(u"2026-01-10T08:05:00Z"_s) << u"08:05"_s;
    }

    void timesGetShorterWordsTheFartherTheyAreAway()
    {
        QFETCH(QDateTime, at);
        QFETCH(QString, shown);
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMs(noon), Qt::UTC);
        QCOMPARE(shortTime(fromMs(at.toMSecsSinceEpoch()), now, QLocale::c()), shown);
    }

    void aScreenReaderHearsTheWholeRow()
    {
        fake().conversations[u"with-ana"_s].conversation.my.unreadCount = 2;
        changed(u"with-ana"_s);
        const QModelIndex index = m_model->index(m_model->indexOf(u"with-ana"_s));
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(),
                 u"Ana Costa, Offline, 2 unread messages, first"_s);
    }

private:
    FakeSession &fake() { return fakeOf(*m_session); }

    void changed(const ConversationId &id) { Q_EMIT m_session->conversationChanged(id); }

    void say(const ConversationId &id, const UserId &who, const QString &text, Timestamp at)
    {
        fake().post(id, who, text, at);
        changed(id);
    }

    [[nodiscard]] QStringList order() const
    {
        QStringList ids;
        for (int i = 0; i < m_model->rowCount(); ++i)
            ids << m_model->index(i).data(ConversationListModel::IdRole).toString();
        return ids;
    }

    [[nodiscard]] ConversationRow row(const ConversationId &id) const
    {
        return m_model->index(m_model->indexOf(id))
            .data(ConversationListModel::RowRole)
            .value<ConversationRow>();
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<ConversationListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestConversationListModel)
#include "tst_conversationlistmodel.moc"
