// SPDX-License-Identifier: Apache-2.0
#include "desktoptest.h"

#include <QCheckBox>
#include <QMenu>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const User mia = person(u"mia"_s, u"Mia Weber"_s);
const User work = person(u"work"_s, u"Mia at work"_s);
const User ana = person(u"ana"_s, u"Ana Costa"_s);

} // namespace

class TestTray : public DesktopTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openProgram();
        signIn(mia);
        addUnread(2);
    }

    void cleanup()
    {
        closeProgram();
        QApplication::setQuitOnLastWindowClosed(true);
    }

    void complaint17_itStartsHiddenWithTheComputerAndTellsWhatIsUnreadFromTheTray()
    {
        settings()->findChild<QCheckBox *>(u"autostart"_s)->click();
        settings()->findChild<QCheckBox *>(u"staysInTray"_s)->click();
        settings()->close();
        QVERIFY(m_autostart->enabled); // with --hidden: tst_autostart
        m_window->hide();
        m_shell->start(true);
        QVERIFY(!m_window->isVisible());
        addUnread(3);
        QCOMPARE(m_tray->tip, u"Hearth: 3 unread"_s);
        QCOMPARE(m_badge->count, 3);
        Q_EMIT m_tray->activated();
        QVERIFY(m_window->isVisible());
        m_window->close();
        QVERIFY(!m_window->isVisible());
        QVERIFY(!QApplication::quitOnLastWindowClosed());
    }

    void trayAndLauncherShowWhatIsUnreadInAllAccounts()
    {
        QCOMPARE(m_tray->tip, u"Hearth: 2 unread"_s);
        QCOMPARE(m_badge->count, 2);
        signIn(work);
        addUnread(3);
        QCOMPARE(m_badge->count, 5);
        m_accounts->signOut();
        QCOMPARE(m_badge->count, 2);
    }

    void theIconHasTheCountInEverySizeOfTrays()
    {
        const QImage with = m_tray->icon.pixmap(QSize(22, 22), 1).toImage();
        fake().conversations[u"with-ana"_s].conversation.my.unreadCount = 0;
        Q_EMIT session().conversationChanged(u"with-ana"_s);
        const QImage without = m_tray->icon.pixmap(QSize(22, 22), 1).toImage();
        QCOMPARE(with.size(), QSize(22, 22));
        QVERIFY(with != without);
        QCOMPARE(m_tray->tip, u"Hearth"_s);
    }

    void closingTheWindowKeepsTheProgramWhereThatWasChosen()
    {
        m_preferences->setStaysInTray(true);
        m_window->close();
        QVERIFY(!m_window->isVisible());
        QVERIFY(!QApplication::quitOnLastWindowClosed());
        Q_EMIT m_tray->activated();
        QVERIFY(m_window->isVisible());
        m_preferences->setStaysInTray(false);
        QVERIFY(QApplication::quitOnLastWindowClosed());
    }

    void aWindowIsNeverHiddenWhereThereIsNoTray()
    {
        m_tray->setAvailable(false);
        m_preferences->setStaysInTray(true);
        QVERIFY(QApplication::quitOnLastWindowClosed());
    }

    void aTrayThatGoesGivesTheWindowBack()
    {
        m_preferences->setStaysInTray(true);
        m_window->close();
        m_tray->setAvailable(false);
        QVERIFY(m_window->isVisible());
    }

    void startedHiddenThereIsNoWindowUntilTheTrayIsPressed()
    {
        m_window->hide();
        m_shell->start(true);
        QVERIFY(!m_window->isVisible());
        Q_EMIT m_tray->activated();
        QVERIFY(m_window->isVisible());
    }

    void startedHiddenWithoutATrayTheWindowIsMinimized()
    {
        m_window->hide();
        m_tray->available = false;
        m_shell->start(true);
        QVERIFY(m_window->isMinimized());
    }

    void itsMenuOpensAndQuitsAndKeepsQuiet()
    {
        QVERIFY(m_tray->menu);
        QStringList texts;
        for (const QAction *action : m_tray->menu->actions())
            texts << action->text();
        texts.removeAll(QString());
        QCOMPARE(texts, QStringList({u"Open Hearth"_s, u"Do not disturb"_s, u"Quit"_s}));
        auto *quiet = m_tray->menu->findChild<QMenu *>(u"quietMenu"_s);
        for (QAction *action : quiet->actions()) {
            if (action->text() == u"For an hour"_s)
                action->trigger();
        }
        QVERIFY(m_preferences->quietUntil());
        QVERIFY(*m_preferences->quietUntil() > now() + 59min);
        QVERIFY(quiet->title().contains(u"Until"_s));
        quiet->actions().first()->trigger();
        QVERIFY(!m_preferences->quietUntil());
        QCOMPARE(quiet->title(), u"Do not disturb"_s);
    }

    void aSecondStartShowsTheWindow()
    {
        m_preferences->setStaysInTray(true);
        m_window->close();
        m_shell->startAgain({});
        QVERIFY(m_window->isVisible());
    }

    void aSecondStartOpensItsLink()
    {
        m_shell->startAgain(
            {u"hearth://open?server=http%3A%2F%2Flocalhost%3A9097&conversation=with-ana"_s, {}});
        QCOMPARE(workspace().conversation(), u"with-ana"_s);
    }

    void complaint18_pressingANotificationRaisesTheWindowAtItsConversation()
    {
        Session &first = session();
        signIn(work);
        m_window->hide();
        Message message = fakeOf(first).post(u"with-ana"_s, ana.id, u"hello"_s, now());
        Q_EMIT first.messageArrived(message);
        Q_EMIT m_notifications->activated(m_notifications->only().tag, u"token-7"_s);
        QVERIFY(m_window->isVisible());
        QCOMPARE(&session(), &first);
        QCOMPARE(workspace().conversation(), u"with-ana"_s);
        QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("token-7"));
    }

private:
    void addUnread(int count)
    {
        fake().addDirect(u"with-ana"_s, ana).conversation.my.unreadCount = count;
        Q_EMIT session().conversationChanged(u"with-ana"_s);
    }
};

QTEST_MAIN(TestTray)
#include "tst_tray.moc"
