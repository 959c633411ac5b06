// SPDX-License-Identifier: Apache-2.0
#include "fakespelling.h"
#include "paintedregion.h"
#include "windowtest.h"

#include "ui/banner.h"
#include "ui/chipbar.h"
#include "ui/composeredit.h"
#include "ui/connectionnotice.h"
#include "ui/newgroupdialog.h"
#include "ui/searchpicker.h"
#include "ui/signinagaindialog.h"
#include "ui/signinpage.h"
#include "ui/typingline.h"
#include "ui/writing/writingtools.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const User me = person(u"me"_s, u"Mia Weber"_s);
const User ana = person(u"ana"_s, u"Ana Costa"_s);
const User li = person(u"li"_s, u"Li Wei"_s);

bool needsName(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QListView *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
}

// What a screen reader would find nothing to say about.
QStringList namelessControls(const QWidget &root)
{
    QStringList nameless;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        const bool inside =
            widget->parentWidget() && widget->parentWidget()->inherits("QComboBoxPrivateContainer");
        const bool switchedOff = widget->isHidden() && widget->testAttribute(Qt::WA_WState_ExplicitShowHide);
        if (needsName(widget) && !named && !inside && !switchedOff)
            nameless << u"%1 %2"_s.arg(QLatin1StringView(widget->metaObject()->className()),
                                       widget->objectName());
    }
    return nameless;
}

} // namespace

class TestMainWindow : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openWindow();
        signIn();
    }

    void cleanup() { closeWindow(); }

    void aWideWindowShowsListAndConversation()
    {
        workspace().open(u"with-ana"_s);
        QVERIFY(find<QWidget>(u"sidebar"_s)->isVisible());
        QVERIFY(find<QWidget>(u"conversationPane"_s)->isVisible());
        QVERIFY(!find<QWidget>(u"backButton"_s)->isVisible());
        QCOMPARE(find<QWidget>(u"sidebar"_s)->width(), 280);
    }

    void whoHasNoConversationsIsNotAskedToChooseOne()
    {
        const auto says = [this](const QString &text) {
            const auto labels = find<QWidget>(u"conversationPane"_s)->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&text](const QLabel *l) { return l->text() == text; });
        };
        QVERIFY(says(u"No conversation is open"_s));
        fakeOf(session()).conversations.clear();
        Q_EMIT session().conversationsReset();
        QVERIFY(says(u"Welcome to Hearth"_s));
    }

    void aWindowMadeAnewShowsTheConversationThatWasOpen()
    {
        FakeSpelling spelling;
        WritingTools tools(*m_settings, spelling);
        workspace().open(u"with-ana"_s);
        QCOMPARE(Workspace(session(), *m_appearance, *m_settings, tools).conversation(), u"with-ana"_s);
        workspace().closeConversation();
        QCOMPARE(Workspace(session(), *m_appearance, *m_settings, tools).conversation(), QString());
    }

    void below720PixelsThereIsOneColumn()
    {
        m_window->resize(719, 700);
        QTRY_VERIFY(!find<QWidget>(u"conversationPane"_s)->isVisible());
        QTRY_COMPARE(find<QWidget>(u"sidebar"_s)->width(), 719);
        workspace().open(u"with-ana"_s);
        QVERIFY(!find<QWidget>(u"sidebar"_s)->isVisible());
        QVERIFY(find<QWidget>(u"backButton"_s)->isVisible());
        find<QAbstractButton>(u"backButton"_s)->click();
        QVERIFY(find<QWidget>(u"sidebar"_s)->isVisible());

        m_window->resize(720, 700);
        QTRY_VERIFY(find<QWidget>(u"conversationPane"_s)->isVisible());
        QTRY_COMPARE(find<QWidget>(u"sidebar"_s)->width(), 280);
    }

    void theWindowIsNeverSmallerThan400By500()
    {
        m_window->resize(100, 100);
        QCOMPARE(m_window->size(), QSize(400, 500));
    }

    void escapeReturnsToTheListOnlyWhenThereIsOneColumn()
    {
        workspace().open(u"with-ana"_s);
        QTest::keyClick(edit(), Qt::Key_Escape);
        QVERIFY(find<QWidget>(u"composerEdit"_s)->isVisible());
        m_window->resize(600, 700);
        QTest::keyClick(edit(), Qt::Key_Escape);
        QTRY_VERIFY(find<QWidget>(u"conversationList"_s)->isVisible());
    }

    void everyControlHasANameForScreenReaders()
    {
        workspace().open(u"with-ana"_s);
        QCOMPARE(namelessControls(*m_window).join(u'\n'), QString());
        for (const auto key : {Qt::CTRL | Qt::Key_N, Qt::CTRL | Qt::SHIFT | Qt::Key_N, Qt::CTRL | Qt::Key_K,
                               Qt::CTRL | Qt::Key_Slash}) {
            QTest::keyClick(m_window.get(), key.key(), key.keyboardModifiers());
            QWidget *dialog = QApplication::activeModalWidget();
            QVERIFY(dialog);
            QCOMPARE(namelessControls(*dialog).join(u'\n'), QString());
            dialog->close();
        }
    }

    void theTitleTellsConversationAndUnreadMessages()
    {
        QCOMPARE(m_window->windowTitle(), u"Hearth"_s);
        workspace().open(u"with-ana"_s);
        QCOMPARE(m_window->windowTitle(), u"Ana Costa – Hearth"_s);
        fake().conversations[u"with-li"_s].conversation.my.unreadCount = 3;
        Q_EMIT session().conversationChanged(u"with-li"_s);
        QCOMPARE(m_window->windowTitle(), u"(3) Ana Costa – Hearth"_s);
    }

    void altDownAndUpGoThroughTheConversations()
    {
        QTest::keyClick(m_window.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_window->windowTitle(), u"Li Wei – Hearth"_s);
        QTest::keyClick(m_window.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_window->windowTitle(), u"Ana Costa – Hearth"_s);
        QTest::keyClick(m_window.get(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_window->windowTitle(), u"Li Wei – Hearth"_s);
    }

    void complaint15_draftsStayWithTheirConversation()
    {
        workspace().open(u"with-ana"_s);
        QTest::keyClicks(edit(), u"for Ana"_s);
        workspace().open(u"with-li"_s);
        QVERIFY(edit()->toPlainText().isEmpty());
        QCOMPARE(fake().conversations[u"with-ana"_s].draft, u"for Ana"_s);
        QCOMPARE(fake().conversations[u"with-li"_s].draft, QString());
        workspace().open(u"with-ana"_s);
        QCOMPARE(edit()->toPlainText(), u"for Ana"_s);
    }

    void aConversationThatChangesPaintsItsRowAlone()
    {
        auto *list = find<QListView>(u"conversationList"_s);
        QTRY_VERIFY(list->isVisible());
        PaintedRegion painted(*list->viewport());
        painted.settle();
        session().setDraft(u"with-li"_s, u"half a thought"_s);
        painted.settle();
        const int height = (painted.region - PaintedRegion::sentinel).boundingRect().height();
        QVERIFY2(height < 2 * list->sizeHintForRow(0), qPrintable(QString::number(height)));
    }

    void aDraftIsSeenInCompactRowsToo()
    {
        m_appearance->setDensity(Density::Compact);
        const auto list = [this] { return find<QListView>(u"conversationList"_s)->grab().toImage(); };
        const QImage before = list();
        QCOMPARE(list(), before);
        session().setDraft(u"with-li"_s, u"half a thought"_s);
        QVERIFY(list() != before);
    }

    void sendingQueuesTheMessageAndForgetsTheDraft()
    {
        workspace().open(u"with-ana"_s);
        QTest::keyClicks(edit(), u"hello"_s);
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(fake().sent, QStringList({u"hello"_s}));
        QCOMPARE(fake().typingSaid, QList<bool>({true, false}));
        QVERIFY(fake().conversations[u"with-ana"_s].draft.isEmpty());
    }

    void theTypingLineNamesWhoWrites()
    {
        workspace().open(u"with-ana"_s);
        auto *line = find<TypingLine>(u"typingLine"_s);
        QCOMPARE(line->height(), 20);
        fake().typing[u"with-ana"_s] = {ana.id};
        Q_EMIT session().typingChanged(u"with-ana"_s);
        QCOMPARE(line->text(), u"Ana Costa is typing"_s);
        fake().typing.clear();
        Q_EMIT session().typingChanged(u"with-ana"_s);
        QVERIFY(line->text().isEmpty());
        QCOMPARE(line->height(), 20);
    }

    void aShortInterruptionIsNotMentioned()
    {
        ConnectionNotice patient(session(), 1h);
        ConnectionNotice impatient(session(), 0ms);
        fake().state = ConnectionState::Offline;
        Q_EMIT session().connectionStateChanged(fake().state);
        QTRY_VERIFY(!impatient.text().isEmpty());
        QVERIFY(patient.text().isEmpty());
        fake().state = ConnectionState::Online;
        Q_EMIT session().connectionStateChanged(fake().state);
        QVERIFY(impatient.text().isEmpty());
    }

    void withoutAConnectionNobodyLooksOnline()
    {
        fake().presence = {{ana.id, PresenceStatus::Online}, {me.id, PresenceStatus::Busy}};
        workspace().open(u"with-ana"_s);
        const auto *header = find<QWidget>(u"conversationHeader"_s);
        QCOMPARE(header->accessibleName(), u"Ana Costa, Online"_s);
        fake().state = ConnectionState::Offline;
        Q_EMIT session().connectionStateChanged(fake().state);
        QCOMPARE(header->accessibleName(), u"Ana Costa"_s);
        QVERIFY(find<QWidget>(u"selfBar"_s)->accessibleName().contains(u"Offline"_s));
        fake().state = ConnectionState::Online;
        Q_EMIT session().connectionStateChanged(fake().state);
        QCOMPARE(header->accessibleName(), u"Ana Costa, Online"_s);
        QVERIFY(find<QWidget>(u"selfBar"_s)->accessibleName().contains(u"Busy"_s));
    }

    void theNoticeTellsWhatWaitsAndWhenTheNextAttemptIs()
    {
        ConnectionNotice notice(session(), 0ms);
        fake().state = ConnectionState::Offline;
        fake().nextAttempt = now() + 8s;
        Q_EMIT session().connectionStateChanged(fake().state);
        QTRY_VERIFY(notice.text().startsWith(u"Connecting… (retry in "_s));
        QCOMPARE(notice.action(), ConnectionNotice::Action::RetryNow);
        session().send(u"with-ana"_s, {});
        QCOMPARE(notice.text(), u"You are offline. One message will be sent when you are back."_s);
        session().send(u"with-li"_s, {});
        fake().outgoing[u"with-li"_s].append(fake().outgoing[u"with-li"_s].first());
        fake().outgoing[u"with-li"_s].last().state = OutgoingState::Failed;
        QCOMPARE(notice.text(), u"You are offline. 2 messages will be sent when you are back."_s);
        fake().state = ConnectionState::Connecting;
        QCOMPARE(notice.text(), u"Connecting…"_s);
        fake().state = ConnectionState::AuthNeeded;
        QCOMPARE(notice.action(), ConnectionNotice::Action::SignIn);
    }

    void theBannerAppearsAndItsButtonConnectsAgain()
    {
        workspace().open(u"with-ana"_s);
        fake().state = ConnectionState::Offline;
        Q_EMIT session().connectionStateChanged(fake().state);
        auto *banner = find<QWidget>(u"conversationPane"_s)->findChild<Banner *>(u"connectionBanner"_s);
        QVERIFY(!banner->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 10'000);
        QCOMPARE(banner->height(), 36);
        QVERIFY(banner->findChild<QAbstractButton *>(u"bannerAction"_s)->height() >= 24);
        banner->findChild<QAbstractButton *>(u"bannerAction"_s)->click();
        QCOMPARE(fake().reconnects, 1);
    }

    void afterTheSessionHasEndedOneSignsInAgainAndNothingIsLost()
    {
        workspace().open(u"with-ana"_s);
        QTest::keyClicks(edit(), u"half a thought"_s);
        Q_EMIT workspace().signInRequested();
        auto *dialog = m_window->findChild<SignInAgainDialog *>();
        QVERIFY(dialog);
        auto *password = dialog->findChild<QLineEdit *>(u"againPassword"_s);
        serverAnswers().tokens = fail(ErrorCode::Unauthorized, u"Wrong."_s);
        password->setText(u"wrong password"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QVERIFY(dialog->isVisible());

        serverAnswers().tokens = tokensOf(me, u"refresh-2"_s);
        password->setText(u"right password"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_VERIFY(!m_window->findChild<SignInAgainDialog *>());
        QCOMPARE(fake().refreshToken, u"refresh-2"_s);
        QCOMPARE(edit()->toPlainText(), u"half a thought"_s);
    }

    void whoSignedInByATokenIsAskedForATokenAgain()
    {
        serverAnswers().tokens = tokensOf(me, {});
        m_window->signIn({QUrl(u"http://localhost:9097"_s), false, {}, {}, {}, {}, u"abc.def"_s});
        QCOMPARE(serverAnswers().checked, QStringList{u"abc.def"_s});
        Q_EMIT workspace().signInRequested();
        auto *dialog = m_window->findChild<SignInAgainDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QAbstractButton *>(u"againByToken"_s)->isChecked());
        auto *token = dialog->findChild<QLineEdit *>(u"againPassword"_s);
        QCOMPARE(token->accessibleName(), u"Token"_s);
        token->setText(u" ghi.jkl "_s);
        QTest::keyClick(token, Qt::Key_Return);
        QTRY_VERIFY(!m_window->findChild<SignInAgainDialog *>());
        QCOMPARE(fake().accessToken, u"ghi.jkl"_s);
    }

    void aPersonIsFoundByPrefixAndTheConversationOpens()
    {
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QWidget *dialog = QApplication::activeModalWidget();
        QVERIFY(dialog);
        auto *field = dialog->findChild<QLineEdit *>(u"pickerField"_s);
        QTest::keyClicks(field, u"omar"_s);
        auto *list = dialog->findChild<QListView *>(u"pickerList"_s);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(m_window->windowTitle(), u"Omar Haddad – Hearth"_s);
    }

    void aGroupNeedsANameAndPeople()
    {
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = m_window->findChild<NewGroupDialog *>();
        QVERIFY(dialog);
        auto *create = dialog->findChild<QAbstractButton *>(u"createGroup"_s);
        QVERIFY(!create->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"groupName"_s), u"Trip"_s);
        auto *field = dialog->findChild<QLineEdit *>(u"pickerField"_s);
        auto *list = dialog->findChild<QListView *>(u"pickerList"_s);
        for (const QString &name : {u"ana"_s, u"omar"_s}) {
            QTest::keyClicks(field, name);
            QTRY_COMPARE(list->model()->rowCount(), 1);
            QTest::keyClick(field, Qt::Key_Return);
        }
        QCOMPARE(dialog->findChild<ChipBar *>()->users(), QList<UserId>({ana.id, u"omar"_s}));
        QVERIFY(create->isEnabled());
        create->click();
        QTRY_COMPARE(m_window->windowTitle(), u"Trip – Hearth"_s);
        QCOMPARE(fake().groupMembers, QList<UserId>({ana.id, u"omar"_s}));
    }

    void aConversationThatIsGoneIsLeft()
    {
        workspace().open(u"with-ana"_s);
        fake().conversations.remove(u"with-ana"_s);
        Q_EMIT session().conversationChanged(u"with-ana"_s);
        QCOMPARE(m_window->windowTitle(), u"Hearth"_s);
    }

    void coloursFollowTheDesktopUntilSomebodyChooses()
    {
        QCOMPARE(m_appearance->theme().appearance(), Theme::Appearance::Light);
        m_desktop->setDark(true);
        QCOMPARE(m_appearance->theme().appearance(), Theme::Appearance::Dark);
        m_appearance->setChoice(AppearanceChoice::Light);
        QCOMPARE(m_appearance->theme().appearance(), Theme::Appearance::Light);
        QCOMPARE(ClientSettings(m_data->path()).appearance(), AppearanceChoice::Light);
    }

    void signingOutReturnsToTheSignInPageAndForgetsTheToken()
    {
        QVERIFY(!m_secrets->secrets.isEmpty());
        m_accounts->signOut();
        QTRY_VERIFY(m_window->signInPage().isVisible());
        QVERIFY(m_secrets->secrets.isEmpty());
        QVERIFY(!m_settings->account());
        QVERIFY(!m_accounts->session());
    }

private:
    void signIn()
    {
        WindowTest::signIn(me);
        fake().addDirect(u"with-ana"_s, ana);
        fake().addDirect(u"with-li"_s, li);
        fake().users.insert(u"omar"_s, person(u"omar"_s, u"Omar Haddad"_s));
        fake().post(u"with-ana"_s, ana.id, u"hello"_s, now() - 2h);
        fake().post(u"with-li"_s, li.id, u"hi"_s, now() - 1h);
        showConversations();
    }

    ComposerEdit *edit() { return find<ComposerEdit>(u"composerEdit"_s); }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
