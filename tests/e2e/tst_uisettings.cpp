// SPDX-License-Identifier: Apache-2.0
#include "e2e/desktest.h"
#include "ui/misspelt.h"
#include "ui/timeline/timelineview.h"
#include "ui/workspace.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTextEdit>
#include <QTimer>

using namespace Hearth;
using namespace Hearth::Test;

// What one sets for oneself, and what it changes: what pops up, the language, the spelling, what is kept.
class TestUiSettings : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init()
    {
        beginRound();
        m_ana = &sit("ana");
        m_li = &sit("li");
        m_conversation = makeDirect(*m_ana, *m_li);
        EVENTUALLY(m_ana->lists(u"Li"_s) && m_li->lists(u"Ana"_s));
    }
    void cleanup() { leaveDesks(); }

    void aConversationTellsOfWhatOneChoseAndOfNothingElse()
    {
        const ConversationId team = makeGroup(u"Team"_s, *m_ana, {idOf(*m_li)});
        EVENTUALLY(m_li->lists(u"Team"_s));
        const auto script = rest(*m_ana);

        chooseLevel(team, u"Mentions and replies"_s, NotifyLevel::Mentions);
        post(*script, team, u"for everybody"_s);
        post(*script, team, u"@li for you"_s, mentionOfLi());
        EVENTUALLY(told().contains(u"for you"_s));
        QVERIFY(!told().contains(u"for everybody"_s));

        chooseLevel(team, u"Nothing"_s, NotifyLevel::None);
        post(*script, team, u"@li not even this"_s, mentionOfLi());
        post(*script, m_conversation, u"from me alone"_s);
        EVENTUALLY(told().contains(u"from me alone"_s));
        QVERIFY(!told().contains(u"not even this"_s));

        chooseLevel(team, u"All messages"_s, NotifyLevel::All);
        post(*script, team, u"for everybody again"_s);
        EVENTUALLY(told().contains(u"for everybody again"_s));
    }

    void nothingPopsUpUntilTheQuietHourIsEnded()
    {
        m_li->openSettings(u"Notifications"_s);
        chooseQuiet(u"For an hour"_s);
        const auto *button = m_li->need<QPushButton>("quietButton");
        EVENTUALLY(button->text().startsWith(u"Until "_s));
        const auto script = rest(*m_ana);
        post(*script, m_conversation, u"in the quiet hour"_s);
        EVENTUALLY_IS(m_li->row(u"Ana"_s).unreadCount, 1);
        QCOMPARE(m_li->notifications().shows, 0);

        chooseQuiet(u"Show notifications again"_s);
        EVENTUALLY_IS(button->text(), u"Off"_s);
        post(*script, m_conversation, u"after it"_s);
        EVENTUALLY(told().contains(u"after it"_s));
        QVERIFY(!told().contains(u"in the quiet hour"_s));
    }

    void aNotificationTellsNoMoreThanOneWants()
    {
        const auto script = rest(*m_ana);
        m_li->openSettings(u"Notifications"_s);
        m_li->chooseIn("notificationDetail", u"Only the name"_s);
        post(*script, m_conversation, u"a secret"_s);
        EVENTUALLY_IS(m_li->notifications().shows, 1);
        QVERIFY(told().contains(u"Ana"_s));
        QVERIFY(!told().contains(u"secret"_s));
        m_li->chooseIn("notificationDetail", u"Only that there is something"_s);
        post(*script, m_conversation, u"another secret"_s);
        EVENTUALLY_IS(m_li->notifications().shows, 2);
        QVERIFY(!told().contains(u"Ana"_s));
        m_li->toggle("notificationsShown");
        post(*script, m_conversation, u"unheard"_s);
        EVENTUALLY_IS(m_li->row(u"Ana"_s).unreadCount, 3);
        m_li->toggle("notificationsShown");
        m_li->chooseIn("notificationDetail", u"Name and text"_s);
        post(*script, m_conversation, u"no secret"_s);
        EVENTUALLY(told().contains(u"no secret"_s));
        QVERIFY(!told().contains(u"unheard"_s));
    }

    void aNotificationIsAnsweredMarkedAsReadAndOpenedWhereItPopsUp()
    {
        const auto script = rest(*m_ana);
        FakeNotifications &desktop = m_li->notifications();
        post(*script, m_conversation, u"are you there"_s);
        EVENTUALLY(desktop.only().body.contains(u"are you there"_s));
        Q_EMIT desktop.replied(desktop.only().tag, u"on my way"_s);
        EVENTUALLY_IS(m_ana->row(u"Li"_s).preview, u"on my way"_s);
        post(*script, m_conversation, u"see you"_s);
        EVENTUALLY(desktop.only().body.contains(u"see you"_s));
        Q_EMIT desktop.readRequested(desktop.only().tag);
        EVENTUALLY_IS(m_li->row(u"Ana"_s).unreadCount, 0);
        post(*script, m_conversation, u"where are you"_s);
        EVENTUALLY(desktop.only().body.contains(u"where are you"_s));
        Q_EMIT desktop.activated(desktop.only().tag, {});
        EVENTUALLY(m_li->title().endsWith(u"Ana – Hearth"_s) && m_li->sees(u"where are you"_s));
    }

    void anotherLanguageIsSpokenAtOnce()
    {
        const QPointer<Workspace> english = m_li->window().workspace(); // is made anew
        m_li->openSettings(u"Program"_s);
        m_li->chooseIn("languageChoice", u"Deutsch"_s);
        EVENTUALLY(!english && !pages(*m_li).findItems(u"Benachrichtigungen"_s, Qt::MatchExactly).isEmpty());
        QTest::keyClick(m_li->need<QWidget>("settingsDialog"), Qt::Key_Escape);
        m_li->openAccountMenu();
        m_li->choose({u"Status"_s, u"Beschäftigt"_s});
        EVENTUALLY(m_li->find<QWidget>("selfBar")->accessibleName().contains(u"Beschäftigt"_s));
        m_li->openSettings(u"Programm"_s);
        m_li->chooseIn("languageChoice", u"English"_s);
        EVENTUALLY(!pages(*m_li).findItems(u"Notifications"_s, Qt::MatchExactly).isEmpty());
        EVENTUALLY(m_li->find<QWidget>("selfBar")->accessibleName().contains(u"Busy"_s));
    }

    void aWordThatIsNotSpeltRightIsMarkedAndMended()
    {
        m_li->openSettings(u"Writing and keys"_s);
        const auto *english = m_li->need<QAbstractButton>("spelling-en_US");
        if (!m_li->need<QAbstractButton>("spellingOn")->isChecked())
            m_li->toggle("spellingOn");
        if (!english->isChecked())
            m_li->toggle("spelling-en_US");
        QTest::keyClick(m_li->need<QWidget>("settingsDialog"), Qt::Key_Escape);
        m_li->open(u"Ana"_s);
        m_li->comeToTheFront();
        m_li->type(u"I beleive you"_s);
        auto *field = qobject_cast<QTextEdit *>(m_li->edit());
        EVENTUALLY_IS(misspeltIn(*field), QStringList({u"beleive"_s}));
        QTextCursor within(field->document());
        within.setPosition(4);
        const QPoint place = field->cursorRect(within).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, field->mapToGlobal(place));
        QApplication::sendEvent(field->viewport(), &event);
        m_li->choose({u"believe"_s});
        QCOMPARE(m_li->written(), u"I believe you"_s);
        EVENTUALLY(misspeltIn(*field).isEmpty());
    }

    void whatIsClearedComesFromTheServerAgainAndDraftsStay()
    {
        const auto script = rest(*m_ana);
        const QString paragraph = u"word "_s.repeated(800);
        for (int i = 0; i < 200; ++i)
            post(*script, m_conversation, u"%1 of many: "_s.arg(i) + paragraph);
        m_li->open(u"Ana"_s);
        EVENTUALLY_IS(m_li->session().conversation(m_conversation)->conversation.lastSeq, 200);
        m_li->comeToTheFront();
        m_li->timeline()->setFocus();
        QTest::keyClick(m_li->timeline(), Qt::Key_Home);
        EVENTUALLY(m_li->sees(u"0 of many"_s));
        m_li->type(u"not yet said"_s);
        m_server.kill(); // so that nothing can come back at once
        m_li->openSettings(u"Storage"_s);
        const QString size = m_li->need<QLabel>("storedSize")->text();
        m_li->click("clearStored");
        EVENTUALLY(m_li->need<QPushButton>("clearStored")->isEnabled()
                   && m_li->need<QLabel>("storedSize")->text() != size);
        EVENTUALLY(m_li->rowWith(u"0 of many"_s) < 0);
        startServer();
        EVENTUALLY_IS(m_li->session().connectionState(), ConnectionState::Online);
        QTest::keyClick(m_li->need<QWidget>("settingsDialog"), Qt::Key_Escape);
        QCOMPARE(m_li->written(), u"not yet said"_s);
        m_li->timeline()->setFocus();
        QTest::keyClick(m_li->timeline(), Qt::Key_End);
        EVENTUALLY(m_li->sees(u"199 of many"_s));
    }

private:
    void chooseLevel(const ConversationId &id, const QString &name, NotifyLevel level)
    {
        m_li->openMenuOf(u"Team"_s);
        m_li->choose({u"Notify me of"_s, name});
        EVENTUALLY_IS(m_li->session().conversation(id)->conversation.my.level, level);
    }

    // At the beginning of a text.
    QJsonArray mentionOfLi() const
    {
        return {QJsonObject{{u"user_id"_s, idOf(*m_li)}, {u"offset"_s, 0}, {u"length"_s, 3}}};
    }

    // The button waits for its menu.
    void chooseQuiet(const QString &what)
    {
        QTimer::singleShot(0, this, [this, what] { m_li->choose({what}); });
        m_li->click("quietButton");
    }

    // All that pops up at Li's.
    QString told() const
    {
        QString all;
        for (const DesktopNotification &notification : m_li->notifications().shown)
            all += notification.title + u'\n' + notification.body + u'\n';
        return all;
    }

    static QListWidget &pages(const Desk &desk) { return *desk.need<QListWidget>("settingsPages"); }

    Desk *m_ana = nullptr;
    Desk *m_li = nullptr;
    ConversationId m_conversation;
};

QTEST_MAIN(TestUiSettings)
#include "tst_uisettings.moc"
