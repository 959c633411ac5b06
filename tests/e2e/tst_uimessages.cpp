// SPDX-License-Identifier: Apache-2.0
#include "e2e/desktest.h"
#include "ui/banner.h"
#include "ui/panes/badgebutton.h"
#include "ui/timeline/timelineview.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QTextBrowser>

using namespace Hearth;
using namespace Hearth::Test;

// What two people do with messages in their windows, and what the other one sees of it.
class TestUiMessages : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init()
    {
        beginRound();
        m_ana = &sit("ana");
        m_li = &sit("li");
    }
    void cleanup() { leaveDesks(); }

    void anEditReachesTheOtherWhoCanReadWhatItSaidBefore()
    {
        talk();
        m_ana->say(u"Lunch at one"_s);
        EVENTUALLY(m_li->sees(u"Lunch at one"_s));
        QTest::keyClick(m_ana->edit(), Qt::Key_Up);
        EVENTUALLY_IS(m_ana->written(), u"Lunch at one"_s);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(m_ana->edit(), Qt::Key_Backspace);
        m_ana->say(u"two"_s);
        EVENTUALLY(m_li->messageWith(u"Lunch at two"_s).contains(u"edited"_s));
        QCOMPARE(m_li->rowWith(u"Lunch at one"_s), -1);
        m_li->clickIn(u"Lunch at two"_s, u"(edited)"_s);
        EVENTUALLY(m_li->need<QTextBrowser>("versions")->toPlainText().contains(u"Lunch at one"_s));
    }

    void aDeletedMessageIsGoneForBothUnlessThatIsUndone()
    {
        talk();
        m_ana->say(u"a secret"_s);
        m_ana->say(u"a promise"_s);
        EVENTUALLY(m_li->sees(u"a promise"_s));
        m_ana->goTo(u"a promise"_s);
        m_ana->key(Qt::Key_Delete);
        m_ana->click("undo");
        EVENTUALLY(m_ana->rowWith(u"a promise"_s) >= 0);
        m_ana->openMessageMenu(u"a secret"_s);
        m_ana->choose({u"Delete"_s});
        EVENTUALLY_IS(m_ana->rowWith(u"a secret"_s), -1);
        EVENTUALLY_IS(m_li->rowWith(u"a secret"_s), -1);
        QVERIFY(m_li->rowWith(u"a promise"_s) >= 0); // its time would have come before
        m_ana->restart();
        m_ana->open(u"Li"_s);
        EVENTUALLY(m_ana->rowWith(u"a promise"_s) >= 0);
        QCOMPARE(m_ana->rowWith(u"a secret"_s), -1);
    }

    void aReplyShowsWhatItAnswersAndLeadsThere()
    {
        talk();
        m_ana->say(u"Which room?"_s);
        EVENTUALLY(m_li->sees(u"Which room?"_s));
        const auto script = rest(*m_ana);
        for (int i = 0; i < 80; ++i)
            post(*script, m_conversation, u"something else %1"_s.arg(i));
        EVENTUALLY(m_li->rowWith(u"something else 79"_s) >= 0);
        QVERIFY(!m_li->sees(u"Which room?"_s));
        m_li->timeline()->setFocus();
        QTest::keyClick(m_li->timeline(), Qt::Key_Home);
        EVENTUALLY(m_li->sees(u"Which room?"_s));
        m_li->goTo(u"Which room?"_s);
        m_li->key(Qt::Key_R);
        EVENTUALLY(m_li->edit()->hasFocus());
        m_li->say(u"The large one"_s);
        EVENTUALLY(m_ana->messageWith(u"The large one"_s).contains(u"in reply to Ana: Which room?"_s));
        QTest::keyClick(m_ana->timeline(), Qt::Key_End);
        EVENTUALLY(m_ana->sees(u"The large one"_s));
        QVERIFY(!m_ana->sees(u"Which room?"_s));
        m_ana->clickIn(u"The large one"_s, u"Which room?"_s);
        EVENTUALLY(m_ana->sees(u"Which room?"_s));
    }

    void aThreadIsTalkedInBesideTheConversation()
    {
        talk();
        m_ana->say(u"Lunch?"_s);
        EVENTUALLY(m_li->sees(u"Lunch?"_s));
        m_ana->say(u"another matter"_s);
        m_li->goTo(u"Lunch?"_s);
        m_li->key(Qt::Key_T);
        EVENTUALLY(m_li->find<QWidget>("threadPane")->isVisible());
        m_li->say(u"At one"_s, "threadPane");
        EVENTUALLY(m_ana->messageWith(u", Lunch?"_s).contains(u"1 reply"_s));
        m_ana->clickIn(u"Lunch?"_s, u"1 reply"_s);
        EVENTUALLY(m_ana->rowWith(u"At one"_s, "threadPane") >= 0);
        QCOMPARE(m_ana->rowWith(u"another matter"_s, "threadPane"), -1);
        m_ana->say(u"I am in"_s, "threadPane");
        EVENTUALLY(m_li->sees(u"I am in"_s, "threadPane"));
    }

    void aReactionIsChosenJoinedAndTakenBack()
    {
        talk();
        m_ana->say(u"It works"_s);
        EVENTUALLY(m_li->sees(u"It works"_s));
        m_li->goTo(u"It works"_s);
        m_li->key(Qt::Key_Plus);
        m_li->enter("emojiField", u"rocket"_s);
        EVENTUALLY(m_ana->messageWith(u"It works"_s).contains(u"🚀 Li"_s));
        m_ana->clickIn(u"It works"_s, u"🚀"_s);
        EVENTUALLY_IS(reactionsTo(*m_li, u"It works"_s), 2);
        m_li->clickIn(u"It works"_s, u"🚀"_s);
        EVENTUALLY_IS(reactionsTo(*m_ana, u"It works"_s), 1);
        QVERIFY(m_ana->messageWith(u"It works"_s).contains(u"🚀 You"_s));
    }

    void aMentionIsCompletedCountedAndFoundInTheInbox()
    {
        const ConversationId team = makeGroup(u"Team"_s, *m_ana, {idOf(*m_li)});
        EVENTUALLY_IS(m_ana->session().members(team).size(), 2);
        EVENTUALLY_IS(m_ana->session().user(idOf(*m_li)).displayName, u"Li"_s);
        m_ana->open(u"Team"_s);
        EVENTUALLY(m_li->lists(u"Team"_s));
        m_ana->comeToTheFront();
        m_ana->type(u"Ask @l"_s);
        EVENTUALLY(m_ana->need<QWidget>("completionPopup")->isVisible());
        QTest::keyClick(m_ana->edit(), Qt::Key_Tab);
        QCOMPARE(m_ana->written(), u"Ask @Li "_s);
        m_ana->say(u"about it"_s);

        EVENTUALLY_IS(m_li->row(u"Team"_s).mentionCount, 1);
        EVENTUALLY_IS(m_li->find<BadgeButton>("inboxButton")->count(), 1);
        EVENTUALLY(m_li->notifications().only().body.contains(u"about it"_s));
        m_li->comeToTheFront();
        m_li->click("filterMentions");
        QCOMPARE(m_li->listed(), QStringList{u"Team"_s});
        m_li->click("inboxButton");
        auto *inbox = m_li->need<QListView>("paneList");
        EVENTUALLY_IS(inbox->model()->rowCount(), 1);
        QTest::mouseClick(inbox->viewport(), Qt::LeftButton, {},
                          inbox->visualRect(inbox->model()->index(0, 0)).center());
        EVENTUALLY_IS(m_li->find<BadgeButton>("inboxButton")->count(), 0);
        EVENTUALLY(m_li->title().contains(u"Team"_s) && m_li->sees(u"Ask @Li about it"_s));
        EVENTUALLY_IS(m_li->row(u"Team"_s).mentionCount, 0);
    }

    void aPinnedMessageIsFoundByEverybody()
    {
        talk();
        m_ana->say(u"Read this first"_s);
        m_ana->say(u"and then this"_s);
        EVENTUALLY(m_li->sees(u"Read this first"_s));
        m_ana->goTo(u"Read this first"_s);
        m_ana->key(Qt::Key_P);
        EVENTUALLY(m_li->messageWith(u"Read this first"_s).contains(u"pinned"_s));
        m_li->key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        const auto *pinned = m_li->need<QListView>("paneList");
        EVENTUALLY_IS(pinned->model()->rowCount(), 1);
        QCOMPARE(pinned->model()->index(0, 0).data().toString(), u"Read this first"_s);
        m_ana->key(Qt::Key_P); // no longer
        EVENTUALLY(!m_li->messageWith(u"Read this first"_s).contains(u"pinned"_s));
    }

    void whatIsSelectedAcrossMessagesIsCopied()
    {
        talk();
        m_ana->say(u"The first line"_s);
        EVENTUALLY(m_li->sees(u"The first line"_s));
        m_li->say(u"The second line"_s);
        EVENTUALLY(m_ana->sees(u"The second line"_s));
        m_ana->comeToTheFront();
        TimelineView *view = m_ana->timeline();
        view->setFocus();
        const QRect first = view->rowRect(m_ana->rowWith(u"The first line"_s));
        const QRect second = view->rowRect(m_ana->rowWith(u"The second line"_s));
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, {2, first.bottom() - 6});
        sendMove(*view->viewport(), {view->viewport()->width() - 4, second.bottom() - 6});
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {},
                            {view->viewport()->width() - 4, second.bottom() - 6});
        QVERIFY(view->hasSelection());
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"The first line"_s) && copied.contains(u"The second line"_s),
                 qPrintable(copied));
        QVERIFY(copied.indexOf(u"Ana"_s) < copied.indexOf(u"Li"_s));
    }

    void emojiComeByTheirNamesAndFromThePicker()
    {
        talk();
        m_ana->comeToTheFront();
        m_ana->type(u"ready :rocket"_s);
        EVENTUALLY(m_ana->need<QWidget>("completionPopup")->isVisible());
        QTest::keyClick(m_ana->edit(), Qt::Key_Return);
        m_ana->click("emojiButton");
        m_ana->enter("emojiField", u"red heart"_s);
        EVENTUALLY_IS(m_ana->written(), u"ready 🚀 ❤️"_s);
        m_ana->say({});
        EVENTUALLY(m_li->sees(u"ready 🚀 ❤️"_s));
    }

    void whoHasReadAMessageIsListed()
    {
        talk();
        m_ana->say(u"Seen?"_s);
        m_li->comeToTheFront();
        EVENTUALLY(m_ana->messageWith(u"Seen?"_s).contains(u"Read"_s));
        m_ana->openMessageMenu(u"Seen?"_s);
        m_ana->choose({u"Who has read it…"_s});
        const auto *readers = m_ana->need<QListWidget>("readers");
        EVENTUALLY_IS(readers->item(0)->text().section(u' ', 0, 2), u"Li – read"_s);
        QCOMPARE(readers->count(), 1);
    }

    void whatWasWrittenOfflineIsSentAfterARestartAndADraftIsKept()
    {
        talk();
        m_server.kill();
        EVENTUALLY(m_ana->find<Banner>("connectionBanner")->isVisible());
        m_ana->say(u"written offline"_s);
        m_ana->type(u"half a thou"_s);
        m_ana->restart();
        EVENTUALLY(m_ana->messageWith(u"written offline"_s).contains(u"Waiting to be sent"_s));
        QCOMPARE(m_ana->written(), u"half a thou"_s);
        startServer();
        for (const Desk *desk : {m_ana, m_li})
            desk->session().reconnectNow(); // as the button beside the notice does
        EVENTUALLY(m_li->rowWith(u"written offline"_s) >= 0);
        m_ana->type(u"ght"_s);
        m_ana->restart();
        EVENTUALLY_IS(m_ana->written(), u"half a thought"_s);
        m_ana->say({});
        EVENTUALLY(m_li->rowWith(u"half a thought"_s) >= 0);
        QCOMPARE(m_li->messages().filter(u"written offline"_s).size(), 1);
    }

private:
    // The two are in a direct conversation, and both look at it.
    void talk()
    {
        m_conversation = makeDirect(*m_ana, *m_li);
        m_li->open(u"Ana"_s);
        m_ana->open(u"Li"_s);
    }

    static int reactionsTo(const Desk &desk, const QString &text)
    {
        const TimelineItem &item = desk.timeline()->store().itemOf(desk.rowWith(text));
        return item.reactions.value(0).count;
    }

    static void sendMove(QWidget &widget, const QPoint &to)
    {
        QMouseEvent event(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&widget, &event);
    }

    Desk *m_ana = nullptr;
    Desk *m_li = nullptr;
    ConversationId m_conversation;
};

QTEST_MAIN(TestUiMessages)
#include "tst_uimessages.moc"
