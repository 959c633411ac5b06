// SPDX-License-Identifier: Apache-2.0
#include "e2e/desktest.h"
#include "ui/timeline/timelineview.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Hearth;
using namespace Hearth::Test;

// Conversations and who is in them, as people begin, order and leave them in their windows.
class TestUiConversations : public DeskTest
{
    Q_OBJECT

public:
    TestUiConversations()
        : DeskTest(std::make_unique<PostgresDatabase>())
    { }

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init() { beginRound(); }
    void cleanup() { leaveDesks(); }

    void aDirectConversationBeginsWithAName()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        ana.key(Qt::Key_N, Qt::ControlModifier);
        ana.pick(li.username);
        EVENTUALLY_IS(ana.title(), u"Li – Hearth"_s);
        ana.say(u"hello"_s);
        EVENTUALLY_IS(li.row(u"Ana"_s).preview, u"hello"_s);
        li.open(u"Ana"_s);
        EVENTUALLY(li.messageWith(u"hello"_s).startsWith(u"Ana, "_s));
    }

    void aGroupIsMadeRenamedAndDescribed()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        Desk &bo = sit("bo");
        ana.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        ana.write("groupName", u"Trip"_s);
        ana.pick(li.username);
        ana.pick(bo.username);
        ana.click("createGroup");
        EVENTUALLY_IS(ana.title(), u"Trip – Hearth"_s);
        EVENTUALLY(bo.lists(u"Trip"_s));
        li.open(u"Trip"_s);

        ana.key(Qt::Key_Period, Qt::ControlModifier);
        ana.click("rename");
        auto *name = ana.need<QWidget>("renameDialog")->findChild<QLineEdit *>();
        name->selectAll();
        QTest::keyClicks(name, u"Journey"_s);
        QTest::keyClick(name, Qt::Key_Return);
        EVENTUALLY_IS(li.title(), u"Journey – Hearth"_s);
        EVENTUALLY(bo.lists(u"Journey"_s));

        ana.click("describe");
        const auto *dialog = ana.need<QWidget>("describeDialog");
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"By train"_s);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
        li.key(Qt::Key_Period, Qt::ControlModifier);
        EVENTUALLY_IS(li.need<QLabel>("infoDescription")->text(), u"By train"_s);
    }

    void membersComeChangeAndGo()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        Desk &bo = sit("bo");
        QVERIFY(!makeGroup(u"Team"_s, ana, {idOf(li)}).isEmpty());
        ana.open(u"Team"_s);
        ana.key(Qt::Key_Period, Qt::ControlModifier);
        ana.click("addPeople");
        ana.pick(bo.username);
        ana.click("addChosen");
        EVENTUALLY(bo.lists(u"Team"_s));
        EVENTUALLY_IS(ana.need<QLabel>("memberCount")->text(), u"Members (3)"_s);

        li.open(u"Team"_s);
        li.key(Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(!li.find<QWidget>("rename")->isVisible());
        openMenuOfMember(ana, u"Li"_s);
        ana.choose({u"Make an admin"_s});
        EVENTUALLY(li.find<QWidget>("rename")->isVisible());

        bo.open(u"Team"_s);
        QVERIFY(bo.edit()->isEnabled());
        openMenuOfMember(ana, u"Bo"_s);
        ana.choose({u"Allow to read only"_s});
        EVENTUALLY(!bo.edit()->isEnabled());
        openMenuOfMember(ana, u"Bo"_s);
        ana.choose({u"Allow to write"_s});
        EVENTUALLY(bo.edit()->isEnabled());
        bo.say(u"thank you"_s);
        EVENTUALLY(li.sees(u"thank you"_s));

        openMenuOfMember(ana, u"Bo"_s);
        ana.choose({u"Remove from the group…"_s});
        ana.answer(u"Remove"_s);
        EVENTUALLY(!bo.lists(u"Team"_s));
        EVENTUALLY_IS(bo.title(), u"Hearth"_s);
        li.click("leave");
        li.answer(u"Leave"_s);
        EVENTUALLY(!li.lists(u"Team"_s));
        EVENTUALLY_IS(ana.need<QLabel>("memberCount")->text(), u"Members (1)"_s);
    }

    void aMemberIsWrittenToDirectly()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        QVERIFY(!makeGroup(u"Team"_s, ana, {idOf(li)}).isEmpty());
        ana.open(u"Team"_s);
        ana.key(Qt::Key_Period, Qt::ControlModifier);
        openMenuOfMember(ana, u"Li"_s);
        ana.choose({u"Show the profile"_s});
        ana.click("writeDirect");
        EVENTUALLY_IS(ana.title(), u"Li – Hearth"_s);
        ana.say(u"just to you"_s);
        EVENTUALLY_IS(li.row(u"Ana"_s).preview, u"just to you"_s);
    }

    void aGroupIsDeletedForEverybody()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        QVERIFY(!makeGroup(u"Team"_s, ana, {idOf(li)}).isEmpty());
        li.open(u"Team"_s);
        ana.open(u"Team"_s);
        ana.key(Qt::Key_Period, Qt::ControlModifier);
        ana.click("deleteConversation");
        ana.answer(u"Delete"_s);
        EVENTUALLY(!ana.lists(u"Team"_s));
        EVENTUALLY(!li.lists(u"Team"_s));
        QCOMPARE(li.title(), u"Hearth"_s);
    }

    void whatIsPinnedMutedOrArchivedIsSoOnTheOtherComputer()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        Desk &bo = sit("bo");
        makeDirect(ana, li);
        makeDirect(ana, bo);
        Desk &there = sitElsewhere(ana);
        bo.open(u"Ana"_s);
        bo.say(u"I am the latest"_s);
        EVENTUALLY_IS(there.listed(), QStringList({u"Bo"_s, u"Li"_s}));

        ana.open(u"Li"_s);
        ana.key(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
        EVENTUALLY_IS(there.listed(), QStringList({u"Li"_s, u"Bo"_s}));
        ana.key(Qt::Key_M, Qt::ControlModifier | Qt::AltModifier);
        EVENTUALLY(there.row(u"Li"_s).muted);
        ana.key(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
        EVENTUALLY_IS(there.listed(), QStringList({u"Bo"_s}));

        there.comeToTheFront();
        there.click("filterMore");
        there.choose({u"Archived"_s});
        EVENTUALLY_IS(there.listed(), QStringList({u"Li"_s}));
        there.openMenuOf(u"Li"_s);
        there.choose({u"Take out of the archive"_s});
        EVENTUALLY(ana.lists(u"Li"_s));
        there.click("filterAll");
        EVENTUALLY_IS(there.listed(), QStringList({u"Li"_s, u"Bo"_s}));
        there.openMenuOf(u"Li"_s);
        there.choose({u"Unmute"_s});
        EVENTUALLY(!ana.row(u"Li"_s).muted);
        there.openMenuOf(u"Bo"_s);
        there.choose({u"Mute"_s, u"For a day"_s});
        EVENTUALLY(ana.row(u"Bo"_s).muted);
    }

    void whatIsWrittenAfterASlashIsDoneAndNotSent()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        makeDirect(ana, li);
        EVENTUALLY(li.lists(u"Ana"_s));
        ana.open(u"Li"_s);
        ana.comeToTheFront();
        ana.say(u"/mute"_s);
        EVENTUALLY(ana.row(u"Li"_s).muted);
        ana.say(u"/arch"_s); // the only one that begins so
        EVENTUALLY(!ana.lists(u"Li"_s));
        ana.say(u"and/or"_s);
        EVENTUALLY_IS(li.row(u"Ana"_s).preview, u"and/or"_s);
        QCOMPARE(ana.messages().filter(u"/"_s).size(), 1);
    }

    void whatIsMutedNotifiesNobody()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        Desk &bo = sit("bo");
        makeDirect(ana, li);
        makeDirect(bo, li);
        li.openMenuOf(u"Ana"_s);
        li.choose({u"Mute"_s, u"Until I turn it on again"_s});
        EVENTUALLY(li.row(u"Ana"_s).muted);
        ana.open(u"Li"_s);
        ana.say(u"in silence"_s);
        EVENTUALLY_IS(li.row(u"Ana"_s).unreadCount, 1);
        bo.open(u"Li"_s);
        bo.say(u"aloud"_s);
        EVENTUALLY_IS(li.notifications().shows, 1);
        QVERIFY(li.notifications().only().body.contains(u"aloud"_s));
        QVERIFY(li.title().startsWith(u"(1)"_s));
    }

    void unreadMessagesAreCountedUntilTheyAreMarkedAsRead()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        Desk &bo = sit("bo");
        makeDirect(ana, li);
        makeDirect(bo, li);
        EVENTUALLY_IS(li.listed().size(), 2);
        ana.open(u"Li"_s);
        ana.say(u"one"_s);
        ana.say(u"two"_s);
        EVENTUALLY_IS(li.row(u"Ana"_s).unreadCount, 2);
        QVERIFY(li.title().contains(u"(2)"_s));
        EVENTUALLY(ana.messageWith(u"two"_s).contains(u", Delivered"_s));
        li.comeToTheFront();
        li.click("filterUnread");
        QCOMPARE(li.listed(), QStringList{u"Ana"_s});
        li.openMenuOf(u"Ana"_s);
        li.choose({u"Mark as read"_s});
        EVENTUALLY(li.listed().isEmpty());
        QCOMPARE(li.title(), u"Hearth"_s);
        EVENTUALLY(ana.messageWith(u"two"_s).contains(u", Read"_s));
    }

    void aConversationIsFoundByItsName()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        Desk &bo = sit("bo");
        makeDirect(ana, li);
        makeDirect(ana, bo);
        makeGroup(u"Boats"_s, ana, {idOf(li)});
        EVENTUALLY(ana.lists(u"Li"_s) && ana.lists(u"Bo"_s) && ana.lists(u"Boats"_s));
        ana.key(Qt::Key_K, Qt::ControlModifier);
        ana.enter("pickerField", u"boat"_s);
        EVENTUALLY_IS(ana.title(), u"Boats – Hearth"_s);
        ana.key(Qt::Key_E, Qt::ControlModifier);
        ana.write("conversationFilter", u"bo"_s);
        QStringList fitting = ana.listed();
        fitting.sort();
        QCOMPARE(fitting, QStringList({u"Bo"_s, u"Boats"_s}));
        ana.enter("conversationFilter", u"li"_s);
        QVERIFY(ana.listed().contains(u"Li"_s));
        EVENTUALLY_IS(ana.title(), u"Li – Hearth"_s);
        ana.write("conversationFilter", {});
        QTest::keyClick(ana.need<QLineEdit>("conversationFilter"), Qt::Key_Backspace);
        const QStringList all = ana.listed();
        QCOMPARE(all.size(), 3);
        ana.open(all.first());
        ana.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(ana.title(), all.at(1) + u" – Hearth"_s);
        ana.key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(ana.title(), all.at(0) + u" – Hearth"_s);
    }

    void whoIsBlockedCannotWriteUntilTheyAreLetInAgain()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        makeDirect(ana, li);
        ana.open(u"Li"_s);
        li.open(u"Ana"_s);
        EVENTUALLY_IS(li.row(u"Ana"_s).presence, std::optional(PresenceStatus::Online));
        ana.key(Qt::Key_Period, Qt::ControlModifier);
        ana.click("block");
        ana.answer(u"Block"_s);
        EVENTUALLY_IS(ana.need<QPushButton>("block")->text(), u"Unblock"_s);
        EVENTUALLY_IS(li.row(u"Ana"_s).presence, std::optional(PresenceStatus::Offline));
        li.say(u"can you hear me"_s);
        EVENTUALLY(li.messageWith(u"can you hear me"_s).endsWith(u"Not sent"_s));
        QCOMPARE(ana.rowWith(u"can you hear me"_s), -1);

        ana.openSettings(u"Privacy"_s);
        const auto *line = ana.need<QWidget>(qPrintable(u"blocked-"_s + idOf(li)));
        QTest::mouseClick(line->findChild<QPushButton *>(), Qt::LeftButton);
        EVENTUALLY_IS(ana.need<QPushButton>("block")->text(), u"Block…"_s);
        li.clickIn(u"can you hear me"_s, u"Retry"_s);
        EVENTUALLY(ana.rowWith(u"can you hear me"_s) >= 0);
        EVENTUALLY_IS(li.row(u"Ana"_s).presence, std::optional(PresenceStatus::Online));
    }

    void reportsReachTheAdministrator()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        makeDirect(ana, li);
        li.open(u"Ana"_s);
        li.say(u"something bad"_s);
        ana.open(u"Li"_s);
        ana.openMessageMenu(u"something bad"_s);
        ana.choose({u"Report the message…"_s});
        sendReport(ana, u"it is rude"_s);
        ana.key(Qt::Key_Period, Qt::ControlModifier);
        ana.click("report");
        sendReport(ana, u"they are rude"_s);

        const QString name = u"root-"_s + ana.username;
        const QByteArray line = password.toUtf8() + '\n';
        m_server.run({u"user"_s, u"add"_s, name, u"--admin"_s, u"--password-stdin"_s}, line);
        const auto admin = rest(name);
        QStringList reasons;
        for (const QJsonValue &report :
             admin->get(u"/api/v1/admin/reports"_s).json.value("reports"_L1).toArray())
            reasons += report["reason"_L1].toString();
        reasons.sort();
        QCOMPARE(reasons, QStringList({u"it is rude"_s, u"they are rude"_s}));
    }

private:
    static void openMenuOfMember(Desk &desk, const QString &name)
    {
        desk.comeToTheFront();
        const auto *members = desk.need<QListView>("memberList");
        const auto find = [members, &name] {
            return members->model()->match(members->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                           Qt::MatchExactly);
        };
        EVENTUALLY(!find().isEmpty());
        QTest::mouseClick(members->viewport(), Qt::LeftButton, {},
                          members->visualRect(find().first()).center());
    }

    static void sendReport(Desk &desk, const QString &reason)
    {
        QTest::keyClicks(desk.need<QPlainTextEdit>("reportReason"), reason);
        desk.click("reportSend");
        EVENTUALLY(!desk.find<QWidget>("reportDialog"));
    }
};

QTEST_MAIN(TestUiConversations)
#include "tst_uiconversations.moc"
