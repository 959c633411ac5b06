// SPDX-License-Identifier: Apache-2.0
#include "panestest.h"

#include "models/conversationlistmodel.h"
#include "models/membermodel.h"
#include "models/searchmodel.h"
#include "ui/banner.h"
#include "ui/composeredit.h"
#include "ui/conversationpane.h"
#include "ui/panes/badgebutton.h"
#include "ui/panes/filterchips.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestPanes : public PanesTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openPanes(); }
    void cleanup() { closeWindow(); }

    // Where the pane stands.

    void inAWideWindowThePaneStandsBesideTheConversation()
    {
        open(u"team"_s);
        key(Qt::Key_Period, Qt::ControlModifier);
        QTRY_COMPARE(pane()->width(), 340);
        QVERIFY(pane()->isVisible());
        QCOMPARE(find<QWidget>(u"sidebar"_s)->width(), 280);
        QTRY_VERIFY(find<QWidget>(u"conversationPane"_s)->width() > 600);
        QVERIFY(!find<QWidget>(u"scrim"_s)->isVisible());
        key(Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(!pane()->isVisible());
        QTRY_COMPARE(find<QWidget>(u"conversationPane"_s)->width(), 1280 - 280 - 1);
    }

    void below1080ItCoversTheConversationAndEscOrAClickBesideItClosesIt()
    {
        open(u"team"_s);
        m_window->resize(1079, 700);
        key(Qt::Key_Period, Qt::ControlModifier);
        auto *scrim = find<QWidget>(u"scrim"_s);
        QTRY_VERIFY(scrim->isVisible());
        QTRY_COMPARE(scrim->geometry().width(), find<QWidget>(u"conversationPane"_s)->width());
        QCOMPARE(pane()->width(), 340);
        QCOMPARE(pane()->mapTo(scrim, QPoint()).x(), scrim->width() - 340);
        key(Qt::Key_Escape);
        QTRY_VERIFY(!pane()->isVisible() && !scrim->isVisible());

        key(Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(pane()->isVisible());
        QTest::mouseClick(scrim, Qt::LeftButton, {}, QPoint(20, 300));
        QVERIFY(!pane()->isVisible());
        QVERIFY(!workspaceIsAtList());
    }

    void below720ItIsTheOnlyColumnAndEscReturnsToTheConversation()
    {
        open(u"team"_s);
        m_window->resize(500, 700);
        key(Qt::Key_Period, Qt::ControlModifier);
        QTRY_COMPARE(pane()->width(), 500);
        key(Qt::Key_Escape);
        QTRY_VERIFY(!pane()->isVisible());
        QVERIFY(find<QWidget>(u"conversationPane"_s)->isVisible());
        key(Qt::Key_Escape);
        QTRY_VERIFY(find<QWidget>(u"conversationList"_s)->isVisible());
    }

    void itsWidthIsRememberedAndFollowsTheWindow()
    {
        m_settings->setRightPaneWidth(430);
        open(u"team"_s);
        key(Qt::Key_Period, Qt::ControlModifier);
        QTRY_COMPARE(pane()->width(), 430);
        m_window->resize(900, 700);
        QTRY_VERIFY(find<QWidget>(u"scrim"_s)->isVisible());
        m_window->resize(1280, 700);
        QTRY_VERIFY(!find<QWidget>(u"scrim"_s)->isVisible());
        QTRY_COMPARE(pane()->width(), 430);
        m_settings->setRightPaneWidth(9000);
        Q_EMIT rightPane()->openChanged();
        QTRY_COMPARE(pane()->width(), 480);
    }

    void theFocusStaysInThePaneWhateverTheWidthOfTheWindow()
    {
        open(u"team"_s);
        key(Qt::Key_F, Qt::ControlModifier);
        auto *field = find<QLineEdit>(u"messageSearch"_s);
        QTRY_VERIFY(field->hasFocus());
        for (const int width : {900, 500, 900, 1280}) {
            m_window->resize(width, 700);
            QTRY_COMPARE(find<QWidget>(u"scrim"_s)->isVisible(), width < 1080);
            QTRY_VERIFY2(field->hasFocus(), qPrintable(QString::number(width)));
        }
    }

    // Thread.

    void aThreadShowsItsRepliesOnlyAndAReplyAnswersTheFirstMessage()
    {
        FakeSession &fake = fakeOf(session());
        const Message root = fake.post(u"team"_s, ana.id, u"Lunch?"_s, now() - 1h);
        fake.post(u"team"_s, li.id, u"something else"_s, now() - 50min);
        Message &reply = fake.post(u"team"_s, li.id, u"At one"_s, now() - 40min);
        reply.threadRootId = reply.replyToId = root.id;
        panesOf(session()).threads[root.id] = {root, reply};
        open(u"team"_s);
        auto *view = m_window->findChild<ConversationPane *>()->findChild<TimelineView *>();
        QTRY_VERIFY(view->store().indexOf(reply.id) >= 0);
        view->setCurrentRow(view->store().indexOf(reply.id)); // also at a reply it is the whole thread
        QTest::keyClick(view, Qt::Key_T);
        QTRY_COMPARE(threadTexts(), (QStringList{u"Lunch?"_s, u"At one"_s}));

        auto *edit = find<QWidget>(u"threadPane"_s)->findChild<ComposerEdit *>(u"composerEdit"_s);
        QTest::keyClicks(edit, u"I am in"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(fake.outgoing[u"team"_s].size(), 1);
        QCOMPARE(fake.outgoing[u"team"_s].first().draft.replyToId, std::optional(root.id));
        QTRY_COMPARE(threadTexts(), (QStringList{u"Lunch?"_s, u"At one"_s, u"I am in"_s}));
    }

    void aReplyThatArrivesJoinsTheThreadAndReadingItMarksNothingElse()
    {
        FakeSession &fake = fakeOf(session());
        const Message root = fake.post(u"team"_s, ana.id, u"Lunch?"_s, now() - 1h);
        panesOf(session()).threads[root.id] = {root};
        open(u"team"_s);
        panes()->showThread(root.id);
        QTRY_COMPARE(threadTexts().size(), 1);
        Message other = fake.post(u"team"_s, li.id, u"not here"_s, now());
        Message reply = fake.post(u"team"_s, li.id, u"Yes"_s, now());
        reply.threadRootId = root.id;
        Q_EMIT session().messagesChanged(u"team"_s, {other, reply});
        QCOMPARE(threadTexts(), (QStringList{u"Lunch?"_s, u"Yes"_s}));
        reply.content = u"Yes, gladly"_s;
        Q_EMIT session().messagesChanged(u"team"_s, {reply});
        QCOMPARE(threadTexts().last(), u"Yes, gladly"_s);
    }

    // Dates.

    void complaint14_aDayIsChosenAndItsFirstMessageShown()
    {
        FakeSession &fake = fakeOf(session());
        for (int i = 0; i < 200; ++i)
            fake.post(u"team"_s, ana.id, u"message %1"_s.arg(i + 1), now() - 10h + i * 1min);
        open(u"team"_s);
        panesOf(session()).place = 42;
        key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        auto *popup = m_window->findChild<QWidget *>(u"datePopup"_s);
        QVERIFY(popup);
        const QDate day = QDate::currentDate().addDays(-3);
        Q_EMIT popup->findChild<QCalendarWidget *>()->clicked(day);
        QTRY_COMPARE(currentText(), u"message 42"_s);
        QCOMPARE(toMs(panesOf(session()).placeAsked), day.startOfDay().toMSecsSinceEpoch());
    }

    void aDaysChipOpensTheCalendarAtThatDay()
    {
        fakeOf(session()).post(u"team"_s, ana.id, u"long ago"_s, now() - 24h * 9);
        open(u"team"_s);
        auto *view = find<QWidget>(u"conversationPane"_s)->findChild<TimelineView *>();
        QTRY_VERIFY(view->isRowVisible(0));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->rowRect(0).center());
        auto *popup = m_window->findChild<QWidget *>(u"datePopup"_s);
        QVERIFY(popup);
        QCOMPARE(popup->findChild<QCalendarWidget *>()->selectedDate(), view->store().itemOf(0).day);
    }

    // Notifications.

    void theBellCountsAndOpeningOneReadsItAndShowsItsMessage()
    {
        FakeSession &fake = fakeOf(session());
        const Message message = fake.post(u"team"_s, ana.id, u"@mia look"_s, now() - 1h);
        notify(session(), {mention(u"n2"_s, message), mention(u"n1"_s, message)});
        auto *bell = find<BadgeButton>(u"inboxButton"_s);
        QCOMPARE(bell->count(), 2);
        QVERIFY(bell->accessibleName().contains(u"2"_s));
        bell->click();
        auto *list =
            rightPane()->findChild<QWidget *>(u"readAll"_s)->parentWidget()->findChild<QListView *>();
        QCOMPARE(list->model()->rowCount(), 2);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(panesOf(session()).asked.contains(u"read n2"_s));
        QCOMPARE(bell->count(), 1);
        QTRY_COMPARE(currentText(), u"@mia look"_s);
        QVERIFY(find<QPushButton>(u"readAll"_s)->isVisible());
        find<QPushButton>(u"readAll"_s)->click();
        QCOMPARE(bell->count(), 0);
        QVERIFY(!find<QPushButton>(u"readAll"_s)->isVisible());
    }

    void readingANotificationDoesNotMoveItsTime()
    {
        FakeSession &fake = fakeOf(session());
        const Message message = fake.post(u"team"_s, ana.id, u"@mia look"_s, now() - 1h);
        notify(session(), {mention(u"n1"_s, message)});
        rightPane()->showInbox();
        auto *list =
            rightPane()->findChild<QWidget *>(u"readAll"_s)->parentWidget()->findChild<QListView *>();
        const auto time = [list] {
            const QRect row = list->visualRect(list->model()->index(0, 0));
            const int right = row.right() - 16 - 14; // up to the space of the dot
            return list->viewport()->grab(QRect(right - 80, row.top() + 6, 80, 20)).toImage();
        };
        const QImage unread = time();
        session().notifications().markRead(u"n1"_s);
        QCOMPARE(time(), unread);
    }

    void aTextBeginsBelowItsNameWhateverItsDirection()
    {
        FakeSession &fake = fakeOf(session());
        const Message message = fake.post(u"team"_s, ana.id, u"hi"_s, now() - 1h);
        notify(session(), {mention(u"n1"_s, message)});
        rightPane()->setLayoutDirection(Qt::RightToLeft);
        rightPane()->showInbox();
        auto *list =
            rightPane()->findChild<QWidget *>(u"readAll"_s)->parentWidget()->findChild<QListView *>();
        list->clearFocus();
        const QRect row = list->visualRect(list->model()->index(0, 0));
        const QRect beginning(row.right() - 16 - 32 - 10 - 30, row.bottom() - 24, 30, 18);
        const QImage text = list->viewport()->grab(beginning).toImage();
        QImage nothing = text;
        nothing.fill(text.pixelColor(0, 0));
        QVERIFY(text != nothing);
    }

    // The conversation itself.

    void onlyThoseWhoMayAreOfferedToChangeAGroup()
    {
        open(u"team"_s);
        key(Qt::Key_Period, Qt::ControlModifier);
        for (const QString &name : {u"rename"_s, u"describe"_s, u"addPeople"_s, u"deleteConversation"_s})
            QVERIFY2(!find<QWidget>(name)->isVisible(), qPrintable(name));
        QVERIFY(find<QWidget>(u"leave"_s)->isVisible());
        setOwnRole(MemberRole::Admin);
        for (const QString &name : {u"rename"_s, u"describe"_s, u"addPeople"_s})
            QVERIFY2(find<QWidget>(name)->isVisible(), qPrintable(name));
        QVERIFY(!find<QWidget>(u"deleteConversation"_s)->isVisible());
        setOwnRole(MemberRole::Owner);
        QVERIFY(find<QWidget>(u"deleteConversation"_s)->isVisible());
        open(u"with-li"_s);
        QVERIFY(!find<QWidget>(u"leave"_s)->isVisible());
    }

    void itsSettingsStandBesideTheirNamesAndWhatIsDangerousLooksLikeIt()
    {
        open(u"team"_s);
        key(Qt::Key_Period, Qt::ControlModifier);
        const auto *mute = find<QComboBox>(u"mute"_s);
        const auto *form = qobject_cast<QFormLayout *>(mute->parentWidget()->layout());
        const auto *name = form->labelForField(find<QComboBox>(u"mute"_s));
        QTRY_VERIFY(std::abs(name->geometry().center().y() - mute->geometry().center().y()) <= 1);
        m_appearance->setChoice(AppearanceChoice::Dark);
        QCOMPARE(find<QPushButton>(u"leave"_s)->palette().color(QPalette::ButtonText),
                 m_appearance->theme().colors().danger);
    }

    void aGroupIsRenamedAndARefusalIsToldInWords()
    {
        open(u"team"_s);
        key(Qt::Key_Period, Qt::ControlModifier);
        setOwnRole(MemberRole::Owner);
        rename(u"Crew"_s);
        QTRY_COMPARE(find<QLabel>(u"infoName"_s)->text(), u"Crew"_s);
        QCOMPARE(m_window->windowTitle(), u"Crew – Hearth"_s);
        panesOf(session()).refusal = Error{ErrorCode::Forbidden, u"You may not rename this group."_s};
        rename(u"Other"_s);
        QTRY_VERIFY(find<QLabel>(u"infoError"_s)->isVisible());
        QCOMPARE(find<QLabel>(u"infoError"_s)->text(), u"You may not rename this group."_s);
        QCOMPARE(find<QLabel>(u"infoName"_s)->text(), u"Crew"_s);
    }

    void membersAreListedByRoleAndAnOwnerCanPromoteAndRemove()
    {
        FakeSession &fake = fakeOf(session());
        fake.members[u"team"_s][1].role = MemberRole::Admin; // Li
        Member self;
        self.userId = me.id;
        self.role = MemberRole::Owner;
        fake.members[u"team"_s].append(self);
        setOwnRole(MemberRole::Owner);
        open(u"team"_s);
        key(Qt::Key_Period, Qt::ControlModifier);
        auto *list = find<QListView>(u"memberList"_s);
        QStringList names;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names << list->model()->index(row, 0).data().toString();
        QCOMPARE(names, (QStringList{me.displayName, li.displayName, ana.displayName}));

        choose(memberMenu(2), u"Make an admin"_s);
        QVERIFY(panesOf(session()).asked.contains(u"role team ana admin"_s));
        choose(memberMenu(2), u"Allow to read only"_s);
        QVERIFY(panesOf(session()).asked.contains(u"write team ana 0"_s));
        choose(memberMenu(1), u"Remove from the group…"_s);
        QTRY_VERIFY(find<QPushButton>(u"questionYes"_s));
        find<QPushButton>(u"questionYes"_s)->click();
        QVERIFY(panesOf(session()).asked.contains(u"remove team li"_s));
    }

    void withoutAConnectionNobodysPresenceIsKnown()
    {
        fakeOf(session()).presence[ana.id] = PresenceStatus::Away;
        MemberModel model(session());
        model.setConversation(u"team"_s);
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().endsWith(u"Away"_s));
        fakeOf(session()).state = ConnectionState::Offline;
        Q_EMIT session().connectionStateChanged(ConnectionState::Offline);
        QVERIFY(!model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"Away"_s));
        QVERIFY(!model.index(0).data(MemberModel::RowRole).value<MemberRow>().presence);
    }

    void settingsHoldAtOnce()
    {
        open(u"team"_s);
        key(Qt::Key_Period, Qt::ControlModifier);
        find<QCheckBox>(u"pinned"_s)->click();
        QVERIFY(session().conversation(u"team"_s)->conversation.my.pinned);
        auto *mute = find<QComboBox>(u"mute"_s);
        mute->setCurrentIndex(1);
        Q_EMIT mute->activated(1);
        QVERIFY(session().conversation(u"team"_s)->conversation.my.mutedUntil.value() > now() + 59min);
        QVERIFY(mute->currentText().startsWith(u"Until "_s));
        auto *level = find<QComboBox>(u"level"_s);
        Q_EMIT level->activated(1);
        QCOMPARE(session().conversation(u"team"_s)->conversation.my.level, NotifyLevel::Mentions);
    }

    // The list.

    void anArchivedConversationLeavesTheListAndIsFoundUnderArchived()
    {
        open(u"team"_s);
        const int before = list()->model()->rowCount();
        key(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(list()->model()->rowCount(), before - 1);
        auto *more = find<QAbstractButton>(u"filterMore"_s);
        for (QAction *action : more->parentWidget()->findChild<QMenu *>()->actions()) {
            if (action->text() == u"Archived"_s)
                action->trigger();
        }
        QCOMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(list()->model()->index(0, 0).data().toString(), u"Platform team"_s);
        key(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
        find<QAbstractButton>(u"filterAll"_s)->click();
        QCOMPARE(list()->model()->rowCount(), before);
    }

    void keysPinMuteAndMarkAsRead()
    {
        FakeSession &fake = fakeOf(session());
        fake.post(u"team"_s, ana.id, u"new"_s, now());
        open(u"team"_s);
        key(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(list()->model()->index(0, 0).data().toString(), u"Platform team"_s);
        key(Qt::Key_M, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(fake.conversations[u"team"_s].conversation.my.mutedUntil);
        fake.readUpTo.clear();
        key(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(fake.readUpTo.contains(1));
    }

    void altShiftDownGoesToTheNextWithSomethingUnread()
    {
        fakeOf(session()).conversations[u"with-ana"_s].conversation.my.unreadCount = 1;
        Q_EMIT session().conversationChanged(u"with-ana"_s);
        open(u"with-li"_s);
        key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(m_window->windowTitle(), u"(1) Ana Costa – Hearth"_s);
        key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(m_window->windowTitle(), u"(1) Ana Costa – Hearth"_s);
    }

    void theMenuOfARowOffersWhatFits()
    {
        Q_EMIT list()->customContextMenuRequested(list()->visualRect(list()->model()->index(0, 0)).center());
        auto *menu = m_window->findChild<QMenu *>(u"conversationMenu"_s);
        QVERIFY(menu);
        choose(menu, u"Pin to the top"_s);
        QVERIFY(panesOf(session()).asked.first().startsWith(u"pin "_s));
    }

    void mirroredWindowsHaveThePaneOnTheLeft()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        open(u"team"_s);
        m_window->resize(900, 700);
        key(Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(pane()->isVisible());
        QCOMPARE(pane()->mapTo(find<QWidget>(u"scrim"_s), QPoint()).x(), 0);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void columnsChangeSidesAtOnce()
    {
        const auto *sidebar = find<QWidget>(u"sidebar"_s);
        auto *splitter = m_window->findChild<QSplitter *>();
        QCOMPARE(sidebar->x(), 0);
        splitter->setLayoutDirection(Qt::RightToLeft);
        QVERIFY(sidebar->x() > splitter->width() / 2);
    }

private:
    static Notification mention(const QString &id, const Message &message)
    {
        Notification n;
        n.id = id;
        n.type = u"mention"_s;
        n.title = u"Ana Costa"_s;
        n.body = message.content;
        n.data = {{u"conversation_id"_s, message.conversationId},
                  {u"message_id"_s, message.id},
                  {u"seq"_s, message.seq},
                  {u"sender_id"_s, message.senderId}};
        n.createdAt = message.createdAt;
        return n;
    }
    static void choose(QMenu *menu, const QString &text)
    {
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == text) {
                action->trigger();
                menu->close();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
                return;
            }
        }
        QFAIL(qPrintable(u"the menu has no %1"_s.arg(text)));
    }
    QMenu *memberMenu(int row)
    {
        auto *members = find<QListView>(u"memberList"_s);
        Q_EMIT members->customContextMenuRequested(
            members->visualRect(members->model()->index(row, 0)).center());
        return m_window->findChild<QMenu *>(u"memberMenu"_s);
    }
    void rename(const QString &name)
    {
        find<QPushButton>(u"rename"_s)->click();
        auto *dialog = m_window->findChild<QInputDialog *>(u"renameDialog"_s);
        QVERIFY(dialog);
        dialog->setTextValue(name);
        dialog->accept();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void setOwnRole(MemberRole role)
    {
        fakeOf(session()).conversations[u"team"_s].conversation.my.role = role;
        Q_EMIT session().conversationChanged(u"team"_s);
    }

    QStringList threadTexts()
    {
        return messagesOf(*find<QWidget>(u"threadPane"_s)->findChild<TimelineView *>());
    }
};

QTEST_MAIN(TestPanes)
#include "tst_panes.moc"
