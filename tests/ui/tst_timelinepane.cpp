// SPDX-License-Identifier: Apache-2.0
#include "fakesession.h"

#include "ui/paint.h"
#include "ui/theme.h"
#include "ui/timeline/jumpbutton.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestTimelinePane : public QObject
{
    Q_OBJECT

private:
    // A pane over a conversation "c" with Ana, shown at 600 x 500.
    struct Shown {
        Theme theme{Theme::Appearance::Light};
        Session session{configFor(person(u"me"_s, u"Mia"_s))};
        FakeSession &fake = fakeOf(session);
        TimelinePane pane{session, theme};
        TimelineView &view = *pane.findChild<TimelineView *>();
        JumpButton &jump = *pane.findChild<JumpButton *>();

        explicit Shown(int messages = 0)
        {
            fake.addDirect(u"c"_s, person(u"ana"_s, u"Ana"_s));
            for (int i = 0; i < messages; ++i)
                say(i % 3 ? u"ana"_s : u"me"_s);
            pane.setReadTimes(1ms, 1h);
            pane.resize(600, 500);
            pane.show();
            QApplication::setActiveWindow(&pane);
        }

        Message say(const UserId &who)
        {
            const Timestamp start = fromMs(1'767'960'000'000);
            const qint64 seq = fake.conversations[u"c"_s].conversation.lastSeq + 1;
            return fake.post(u"c"_s, who, u"message %1"_s.arg(seq), start + seq * 1min);
        }

        void arrive()
        {
            const Message message = say(u"ana"_s);
            Q_EMIT session.messagesChanged(u"c"_s, {message});
        }

        void unread(qint64 readSeq)
        {
            Conversation &conversation = fake.conversations[u"c"_s].conversation;
            conversation.my.readSeq = readSeq;
            conversation.my.unreadCount = int(conversation.lastSeq - readSeq);
        }

        [[nodiscard]] QString notice() const
        {
            const auto *label = pane.findChild<QLabel *>();
            return label->isVisible() ? label->text() : QString();
        }

        [[nodiscard]] qint64 lastSeen() const
        {
            const auto &visible = view.visibleRows();
            return visible.empty() ? 0 : view.store().itemOf(visible.back().row).seq;
        }
    };

private Q_SLOTS:
    void aConversationOpensAtItsEnd()
    {
        Shown t(500);
        t.pane.open(u"c"_s);
        QTRY_COMPARE(t.lastSeen(), 500);
        QVERIFY(t.view.isAtEnd());
        QVERIFY(!t.jump.isVisible());
    }

    void withUnreadMessagesOutOfSightItOpensAtTheNewLine()
    {
        Shown t(500);
        t.unread(300);
        t.pane.open(u"c"_s);
        QTRY_VERIFY(t.view.store().newRow() >= 0);
        const int row = t.view.store().newRow();
        QCOMPARE(t.view.rowRect(row).top(), t.view.viewport()->height() / 3);
        QCOMPARE(t.view.store().itemOf(row + 1).seq, 302); // 301 is one's own
        QTRY_VERIFY(t.jump.isVisible());
    }

    void withFewUnreadMessagesItOpensAtTheEndWithTheNewLineInSight()
    {
        Shown t(500);
        t.unread(497);
        t.pane.open(u"c"_s);
        QTRY_COMPARE(t.lastSeen(), 500);
        QVERIFY(t.view.isRowVisible(t.view.store().newRow()));
    }

    void whatIsMarkedUnreadIsReadOnlyOnceItIsOpenedAgain()
    {
        Shown t(500);
        t.unread(500);
        t.pane.open(u"c"_s);
        QTRY_COMPARE(t.lastSeen(), 500);
        t.view.setFocus();
        const auto rowOf = [&t](qint64 seq) {
            int row = 0;
            while (t.view.store().itemOf(row).seq != seq)
                ++row;
            return row;
        };
        t.view.setCurrentRow(rowOf(498));
        QTest::keyClick(&t.view, Qt::Key_U);
        QCOMPARE(t.fake.conversations[u"c"_s].conversation.my.unreadFrom, std::optional<qint64>(498));
        t.arrive();
        QTRY_COMPARE(t.lastSeen(), 501);
        t.pane.setReadTimes(0ms, 1h); // looks at once
        QVERIFY(t.fake.readUpTo.isEmpty());

        t.pane.close();
        t.pane.open(u"c"_s);
        QTRY_VERIFY(t.view.store().newRow() >= 0);
        QCOMPARE(t.view.store().itemOf(t.view.store().newRow() + 1).seq, 498);
        QTest::mouseMove(&t.view);
        QTRY_VERIFY(!t.fake.readUpTo.isEmpty());
    }

    void theNewLineStaysWhenItsMessagesHaveBeenRead()
    {
        Shown t(20);
        t.unread(17);
        t.pane.open(u"c"_s);
        QTRY_VERIFY(t.view.store().newRow() >= 0);
        const QString below = t.view.store().rows().at(t.view.store().newRow() + 1).id;
        QTest::mouseMove(&t.view);
        QTRY_VERIFY(!t.fake.readUpTo.isEmpty());
        t.arrive();
        QCOMPARE(t.view.store().rows().at(t.view.store().newRow() + 1).id, below);
    }

    void complaint1_historyLoadsInBothDirectionsAndOnlySoMuchIsKept()
    {
        Shown t(3'000);
        t.unread(1'500);
        t.pane.open(u"c"_s);
        QTRY_VERIFY(t.lastSeen() > 1'400);
        for (int page = 0; page < 200; ++page) {
            QTest::keyClick(&t.view, Qt::Key_PageUp);
            QVERIFY(t.view.store().loaded() <= 600);
        }
        QTRY_COMPARE(t.view.store().firstSeq(), 1);
        QCOMPARE(t.view.visibleRows().front().row, 0);
        for (int page = 0; page < 400 && t.lastSeen() < 3'000; ++page)
            QTest::keyClick(&t.view, Qt::Key_PageDown);
        QTRY_COMPARE(t.lastSeen(), 3'000);
        QVERIFY(t.view.store().loaded() <= 600);
    }

    void whatArrivesWhileOneReadsFurtherUpIsCountedOnTheButtonThatLeadsToIt()
    {
        Shown t(300);
        t.pane.open(u"c"_s);
        QTRY_COMPARE(t.lastSeen(), 300);
        QTest::keyClick(&t.view, Qt::Key_PageUp);
        QTest::keyClick(&t.view, Qt::Key_PageUp);
        QTRY_VERIFY(t.jump.isVisible());
        const qint64 seen = t.lastSeen();
        t.arrive();
        t.arrive();
        QCOMPARE(t.jump.count(), 2);
        QCOMPARE(t.lastSeen(), seen);
        QTest::mouseClick(&t.jump, Qt::LeftButton);
        QCOMPARE(t.lastSeen(), 302);
        QCOMPARE(t.jump.count(), 0);
        QVERIFY(!t.jump.isVisible());
    }

    void theButtonLeadsToTheNewLineFirst()
    {
        Shown t(500);
        t.unread(450);
        t.pane.open(u"c"_s);
        QTRY_VERIFY(t.view.store().newRow() >= 0);
        for (int page = 0; page < 4; ++page)
            QTest::keyClick(&t.view, Qt::Key_PageUp);
        QVERIFY(!t.view.isRowVisible(t.view.store().newRow()));
        QTest::mouseClick(&t.jump, Qt::LeftButton);
        QVERIFY(t.view.isRowVisible(t.view.store().newRow()));
        QTest::mouseClick(&t.jump, Qt::LeftButton);
        QTRY_COMPARE(t.lastSeen(), 500);
    }

    void complaint8_onlyWhatIsSeenWhileSomebodyIsThereIsMarkedAsRead()
    {
        Shown t(10);
        t.unread(5);
        t.pane.setReadTimes(1ms, 0ms); // nobody is ever there
        t.pane.open(u"c"_s);
        QTRY_COMPARE(t.lastSeen(), 10);
        QTest::mouseMove(&t.view);
        QSignalSpy nothing(&t.session, &Session::failed);
        QVERIFY(!nothing.wait(50)); // the look that could have marked has been
        QVERIFY(t.fake.readUpTo.isEmpty());

        t.pane.setReadTimes(1ms, 1h);
        QTest::keyClick(&t.view, Qt::Key_Shift);
        QTRY_COMPARE(t.fake.readUpTo, QList<qint64>{10});
        t.arrive();
        QTRY_COMPARE(t.fake.readUpTo, (QList<qint64>{10, 11}));
    }

    void whatStandsFurtherDownIsNotRead()
    {
        Shown t(500);
        t.unread(300);
        t.pane.open(u"c"_s);
        QTRY_VERIFY(t.view.store().newRow() >= 0);
        QTest::keyClick(&t.view, Qt::Key_Shift);
        QTRY_VERIFY(!t.fake.readUpTo.isEmpty());
        QCOMPARE(t.fake.readUpTo.last(), t.view.readableSeqs().last());
        QVERIFY(t.fake.readUpTo.last() < 330);
    }

    void failedMessagesAreRetriedAndDropped()
    {
        Shown t(3);
        t.pane.open(u"c"_s);
        OutgoingMessage failed{.clientMsgId = u"x"_s,
                               .conversationId = u"c"_s,
                               .draft = {},
                               .writtenAt = now(),
                               .state = OutgoingState::Failed};
        failed.draft.content = u"hello"_s;
        t.fake.outgoing[u"c"_s] = {failed};
        Q_EMIT t.session.outgoingChanged(u"c"_s);
        const int row = t.view.store().indexOf(u"x"_s);
        QTest::mouseClick(t.view.viewport(), Qt::LeftButton, {}, t.view.targetRect(row, 0).center());
        QTest::mouseClick(t.view.viewport(), Qt::LeftButton, {}, t.view.targetRect(row, 1).center());
        QCOMPARE(t.fake.retried, QStringList{u"x"_s});
        QCOMPARE(t.fake.dropped, QStringList{u"x"_s});
    }

    void anEmptyConversationInvitesAWord()
    {
        Shown t;
        t.pane.open(u"c"_s);
        QTRY_COMPARE(t.notice(), u"No messages yet. Say hello to Ana."_s);
        t.arrive();
        QCOMPARE(t.notice(), QString());
    }

    void aFailureSaysSoAndCanBeTriedAgain()
    {
        Shown t(3);
        t.fake.refusal = Error{ErrorCode::Unavailable, u"The database is away."_s};
        t.pane.open(u"c"_s);
        QTRY_VERIFY(t.notice().contains(u"The database is away."_s));
        t.fake.refusal.reset();
        QTest::mouseClick(t.pane.findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(t.lastSeen(), 3);
        QCOMPARE(t.notice(), QString());
    }

    void aPageThatFailsIsNotAskedForAllTheTime()
    {
        Shown t(500);
        t.pane.open(u"c"_s);
        QTRY_COMPARE(t.lastSeen(), 500);
        t.fake.refusal = Error{ErrorCode::Unavailable, u"The database is away."_s};
        for (int page = 0; page < 30; ++page)
            QTest::keyClick(&t.view, Qt::Key_PageUp);
        const int asked = t.fake.pagesAsked;
        for (int page = 0; page < 30; ++page)
            QTest::keyClick(&t.view, Qt::Key_PageUp);
        QCOMPARE(t.fake.pagesAsked, asked);
    }

    void aResetKeepsThePlace()
    {
        Shown t(500);
        t.pane.open(u"c"_s);
        QTRY_COMPARE(t.lastSeen(), 500);
        for (int page = 0; page < 6; ++page)
            QTest::keyClick(&t.view, Qt::Key_PageUp);
        const qint64 seen = t.lastSeen();
        for (int i = 0; i < 100; ++i)
            t.say(u"ana"_s);
        Q_EMIT t.session.messagesReset(u"c"_s);
        QTRY_VERIFY(t.view.store().hasNewer() || t.view.store().lastSeq() == 600);
        QCOMPARE(t.lastSeen(), seen);
    }

    void everyWidgetHasAName()
    {
        Shown t(3);
        t.pane.open(u"c"_s);
        QVERIFY(!t.view.accessibleName().isEmpty());
        QVERIFY(!t.jump.accessibleName().isEmpty());
    }

    void closingForgetsTheConversation()
    {
        Shown t(50);
        t.pane.open(u"c"_s);
        QTRY_COMPARE(t.lastSeen(), 50);
        t.pane.close();
        QVERIFY(t.pane.conversation().isEmpty());
        QVERIFY(t.view.store().rows().isEmpty());
        t.arrive();
        QVERIFY(t.view.store().rows().isEmpty());
    }
};

QTEST_MAIN(TestTimelinePane)
#include "tst_timelinepane.moc"
