// SPDX-License-Identifier: Apache-2.0
#include "e2e/desktest.h"
#include "support/relayingproxy.h"
#include "ui/banner.h"
#include "ui/conversationheader.h"
#include "ui/signinpage.h"

#include <QAbstractButton>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

using namespace Hearth;
using namespace Hearth::Test;

// Accounts as people make, use and leave them, and what others see of a change.
class TestUiAccounts : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init() { beginRound(); }
    void cleanup() { leaveDesks(); }

    void anAccountIsMadeLeftAndEnteredAgain()
    {
        Desk &ana = newDesk("ana");
        QVERIFY(ana.window().signInPage().isVisible());
        ana.click("chooseCreate");
        fillIn(ana, ana.username, u"short"_s);
        ana.write("displayNameField", u"Ana Costa"_s);
        QTest::keyClick(ana.need<QLineEdit>("passwordField"), Qt::Key_Return);
        EVENTUALLY(ana.need<QLabel>("signInError")->text().contains(u"too short"_s));
        ana.enter("passwordField", password);
        EVENTUALLY_IS(ownName(ana), u"Ana Costa"_s);

        ana.openAccountMenu();
        ana.choose({u"Sign out"_s});
        ana.answer(u"Sign out"_s);
        EVENTUALLY(ana.window().signInPage().isVisible());
        ana.click("chooseSignIn");
        fillIn(ana, ana.username, u"a wrong password"_s);
        QTest::keyClick(ana.need<QLineEdit>("passwordField"), Qt::Key_Return);
        EVENTUALLY(!ana.need<QLabel>("signInError")->text().isEmpty());
        QVERIFY(!ana.accounts().session());
        ana.enter("passwordField", password);
        EVENTUALLY_IS(ownName(ana), u"Ana Costa"_s);
    }

    void aNameThatIsTakenIsSaid()
    {
        Desk &ana = sit("ana");
        Desk &other = newDesk("other");
        other.click("chooseCreate");
        fillIn(other, ana.username, password);
        QTest::keyClick(other.need<QLineEdit>("passwordField"), Qt::Key_Return);
        EVENTUALLY(!other.need<QLabel>("signInError")->text().isEmpty());
        QCOMPARE(other.window().focusWidget(), other.need<QLineEdit>("usernameField"));
        other.enter("usernameField", other.username);
        EVENTUALLY_IS(ownName(other), other.username);
    }

    void anInviteLetsOnePersonIn()
    {
        ServerProcess closed({}, quickPasswords() + QStringList{u"--registration"_s, u"invite"_s});
        QVERIFY2(closed.start(), closed.log());
        const QString code = QString::fromUtf8(closed.run({u"invite"_s, u"create"_s})).trimmed();
        Desk &ana = newDesk("ana");
        ana.click("chooseCreate");
        fillIn(ana, ana.username, password, closed.url());
        QTest::keyClick(ana.need<QLineEdit>("passwordField"), Qt::Key_Return);
        EVENTUALLY(!ana.need<QLabel>("signInError")->text().isEmpty());
        QCOMPARE(ana.window().focusWidget(), ana.need<QLineEdit>("inviteField"));
        ana.enter("inviteField", u"not-a-code"_s);
        EVENTUALLY(ana.need<QLineEdit>("inviteField")->isEnabled());
        QVERIFY(!ana.accounts().session());
        ana.enter("inviteField", code);
        EVENTUALLY_IS(ownName(ana), ana.username);

        Desk &li = newDesk("li");
        li.click("chooseCreate");
        fillIn(li, li.username, password, closed.url());
        li.enter("inviteField", code);
        EVENTUALLY(!li.need<QLabel>("signInError")->text().isEmpty());
        QCOMPARE(li.window().focusWidget(), li.need<QLineEdit>("inviteField"));
        QVERIFY(!li.accounts().session());
    }

    void aServerThatOnlyTheProxyReachesIsReachedThroughIt()
    {
        RelayingProxy proxy(m_server.url().port());
        QVERIFY(proxy.start());
        Desk &li = sit("li");
        Desk &guest = newDesk("guest");
        guest.click("signInSettings");
        guest.choosePage(u"Network"_s);
        guest.chooseIn("proxyKind", u"HTTP"_s);
        guest.enter("proxyHost", u"127.0.0.1"_s);
        auto *port = guest.need<QSpinBox>("proxyPort");
        port->selectAll();
        QTest::keyClicks(port, QString::number(proxy.serverPort()));
        QTest::keyClick(port, Qt::Key_Return);
        QTest::keyClick(guest.need<QWidget>("settingsDialog"), Qt::Key_Escape);
        guest.click("chooseCreate");
        fillIn(guest, guest.username, password, QUrl(u"http://chat.test:9097"_s));
        QTest::keyClick(guest.need<QLineEdit>("passwordField"), Qt::Key_Return);
        EVENTUALLY_IS(ownName(guest), guest.username);

        makeDirect(li, guest);
        guest.open(u"Li"_s);
        guest.say(u"through the proxy"_s);
        EVENTUALLY_IS(li.row(guest.username).preview, u"through the proxy"_s);
        proxy.stop();
        EVENTUALLY(guest.find<Banner>("connectionBanner")->isVisible());
        guest.say(u"kept meanwhile"_s);
        QVERIFY(proxy.start());
        guest.session().reconnectNow();
        EVENTUALLY_IS(li.row(guest.username).preview, u"kept meanwhile"_s);
    }

    void twoAccountsStandBesideEachOther()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        const UserId first = idOf(ana);
        makeDirect(ana, li);
        ana.openAccountMenu();
        ana.choose({u"Add an account…"_s});
        EVENTUALLY(ana.window().signInPage().isVisible());
        ana.click("chooseCreate");
        fillIn(ana, u"work-"_s + ana.username, password);
        ana.write("displayNameField", u"Ana at work"_s);
        QTest::keyClick(ana.need<QLineEdit>("passwordField"), Qt::Key_Return);
        EVENTUALLY_IS(ownName(ana), u"Ana at work"_s);
        QVERIFY(ana.listed().isEmpty());
        const auto *button = ana.need<QAbstractButton>(qPrintable(u"account-"_s + first));
        li.open(u"Ana"_s);
        li.say(u"to the first one"_s);
        EVENTUALLY(button->accessibleName().contains(u"1 unread"_s));
        ana.key(Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
        EVENTUALLY_IS(ownName(ana), u"Ana"_s);
        EVENTUALLY_IS(ana.row(u"Li"_s).unreadCount, 1);
        ana.openAccountMenu();
        ana.choose({u"Sign out"_s});
        ana.answer(u"Sign out"_s);
        EVENTUALLY_IS(ownName(ana), u"Ana at work"_s);
    }

    void aTokenOfAnotherUserServiceSignsIn()
    {
        Desk &guest = newDesk("guest");
        guest.click("chooseToken");
        guest.write("serverEdit", m_server.url().toString());
        guest.enter("tokenField", u"not.a.token"_s);
        EVENTUALLY(!guest.need<QLabel>("signInError")->text().isEmpty());
        guest.enter("tokenField", ServerProcess::externalToken(guest.username));
        EVENTUALLY(guest.accounts().session() && guest.find<QWidget>("selfBar"));
        QCOMPARE(idOf(guest), guest.username);
        Desk &ana = sit("ana");
        makeDirect(ana, guest);
        EVENTUALLY(guest.lists(u"Ana"_s));
        guest.open(u"Ana"_s);
        guest.say(u"may I come in"_s);
        EVENTUALLY_IS(ana.row(ana.listed().value(0)).preview, u"may I come in"_s);
    }

    void aNewNameIsSeenByTheOther()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        makeDirect(ana, li);
        EVENTUALLY(li.lists(u"Ana"_s));
        ana.openSettings(u"Account"_s);
        ana.enter("displayName", u"Ana Maria"_s);
        EVENTUALLY_IS(ownName(ana), u"Ana Maria"_s);
        EVENTUALLY(li.lists(u"Ana Maria"_s));
    }

    void aPictureIsSeenByTheOtherUntilItIsRemoved()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        makeDirect(ana, li);
        EVENTUALLY(li.lists(u"Ana"_s));
        li.open(u"Ana"_s);
        ana.openSettings(u"Account"_s);
        ana.click("choosePicture");
        ana.giveFile(writePicture(Qt::blue));
        EVENTUALLY(ana.session().account().user.avatarUrl);
        EVENTUALLY(isBlue(pictureOf(li)));
        ana.click("removePicture");
        EVENTUALLY(!ana.session().account().user.avatarUrl);
        EVENTUALLY(!isBlue(pictureOf(li)));
    }

    void theStatusOneChoosesIsSeenByTheOther()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        makeDirect(ana, li);
        li.open(u"Ana"_s);
        const auto *header = li.find<QWidget>("conversationHeader");
        EVENTUALLY_IS(header->accessibleName(), u"Ana, Online"_s);
        for (const QString &status : {u"Away"_s, u"Busy"_s, u"Offline"_s, u"Online"_s}) {
            ana.openAccountMenu();
            ana.choose({u"Status"_s, status});
            EVENTUALLY_IS(header->accessibleName(), u"Ana, "_s + status);
        }
    }

    void whoIsBusyIsNotDisturbed()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        makeDirect(ana, li);
        li.openAccountMenu();
        li.choose({u"Status"_s, u"Busy"_s});
        EVENTUALLY(li.find<QWidget>("selfBar")->accessibleName().contains(u"Busy"_s));
        ana.open(u"Li"_s);
        ana.say(u"are you there"_s);
        EVENTUALLY_IS(li.row(u"Ana"_s).unreadCount, 1);
        QCOMPARE(li.notifications().shows, 0);
        li.openAccountMenu();
        li.choose({u"Status"_s, u"Online"_s});
        EVENTUALLY(li.find<QWidget>("selfBar")->accessibleName().contains(u"Online"_s));
        ana.comeToTheFront();
        ana.say(u"and now"_s);
        EVENTUALLY_IS(li.notifications().shows, 1);
    }

    void whoTellsNothingOfReadingIsNotToldEither()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        makeDirect(ana, li);
        ana.open(u"Li"_s);
        li.open(u"Ana"_s);
        const auto *header = ana.find<QWidget>("conversationHeader");
        EVENTUALLY_IS(header->accessibleName(), u"Li, Online"_s);
        li.openSettings(u"Privacy"_s);
        li.toggle("readReceipts");
        EVENTUALLY(!li.session().account().settings.readReceipts);
        li.toggle("showPresence");
        EVENTUALLY_IS(header->accessibleName(), u"Li, Offline"_s);
        QTest::keyClick(li.need<QWidget>("settingsDialog"), Qt::Key_Escape);

        ana.say(u"have you seen it"_s);
        li.comeToTheFront();
        awaitRead(li);
        li.type(u"seen"_s); // after which a receipt would be there, too
        EVENTUALLY(ana.typingLine().contains(u"Li"_s));
        QVERIFY(!ana.messageWith(u"have you seen it"_s).contains(u", Read"_s));
        li.say(u" what"_s);
        ana.comeToTheFront();
        awaitRead(ana);
        ana.type(u"never mind"_s);
        EVENTUALLY(li.typingLine().contains(u"Ana"_s));
        QVERIFY(!li.messageWith(u"seen what"_s).contains(u", Read"_s));
    }

    void anotherComputerIsSignedOutFromThisOneAndComesBack()
    {
        Desk &ana = sit("ana");
        Desk &there = sitElsewhere(ana);
        ana.openSettings(u"Devices"_s);
        EVENTUALLY_IS(devices(ana).size(), 2);
        for (const QWidget *device : devices(ana)) {
            if (auto *signOut = device->findChild<QPushButton *>())
                QTest::mouseClick(signOut, Qt::LeftButton);
        }
        EVENTUALLY_IS(devices(ana).size(), 1);
        auto *banner = there.need<Banner>("connectionBanner");
        EVENTUALLY(banner->text().contains(u"You are not signed in"_s));
        there.comeToTheFront();
        there.click("bannerAction");
        there.enter("againPassword", password);
        EVENTUALLY_IS(there.session().connectionState(), ConnectionState::Online);
        EVENTUALLY(!banner->isVisible());
    }

    void aNewPasswordHoldsAtOnce()
    {
        Desk &ana = sit("ana");
        ana.openSettings(u"Account"_s);
        ana.write("oldPassword", u"a wrong password"_s);
        ana.write("newPassword", u"another good password"_s);
        ana.click("changePassword");
        EVENTUALLY(
            !ana.need<QWidget>("accountPage")->findChild<QLabel *>(u"settingsError"_s)->text().isEmpty());
        ana.write("oldPassword", password);
        ana.click("changePassword");
        EVENTUALLY(ana.need<QLineEdit>("newPassword")->text().isEmpty());

        Desk &there = newDesk("ana");
        fillIn(there, ana.username, password);
        QTest::keyClick(there.need<QLineEdit>("passwordField"), Qt::Key_Return);
        EVENTUALLY(!there.need<QLabel>("signInError")->text().isEmpty());
        there.enter("passwordField", u"another good password"_s);
        EVENTUALLY_IS(ownName(there), u"Ana"_s);
    }

    void whatTheServerKeepsIsSavedAsAFile()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        const ConversationId conversation = makeDirect(ana, li);
        const auto script = rest(ana);
        const int count = 250; // more than a page
        for (int i = 0; i < count; ++i)
            post(*script, conversation, u"note %1"_s.arg(i));
        ana.openSettings(u"Account"_s);
        ana.click("saveCopy");
        const QString path = m_room.folder.filePath(u"copy.jsonl"_s);
        ana.giveFile(path);
        EVENTUALLY_IS(ana.need<QLabel>("copySaved")->text(), u"Saved."_s);
        QHash<QString, QStringList> contents; // by kind
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd()) {
            const QJsonObject record = QJsonDocument::fromJson(file.readLine()).object();
            contents[record.value("kind"_L1).toString()]
                << record.value("data"_L1).toObject().value("content"_L1).toString();
        }
        QVERIFY(contents.contains(u"profile"_s));
        const QStringList messages = contents.value(u"message"_s);
        QCOMPARE(messages.size(), count);
        QCOMPARE(messages.first(), u"note 0"_s);
        QCOMPARE(messages.last(), u"note %1"_s.arg(count - 1));
    }

    void whoDeletesTheAccountIsGoneHereAndThere()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        makeDirect(ana, li);
        ana.open(u"Li"_s);
        ana.say(u"forget me"_s);
        li.open(u"Ana"_s);
        EVENTUALLY(li.rowWith(u"forget me"_s) >= 0);
        ana.openSettings(u"Account"_s);
        ana.click("deleteAccount");
        ana.write("deletePassword", u"a wrong password"_s);
        ana.click("deleteForGood");
        EVENTUALLY(!ana.need<QLabel>("deleteAccountError")->text().isEmpty());
        QVERIFY(ana.accounts().session());
        ana.write("deletePassword", password);
        ana.toggle("deleteMessages");
        ana.click("deleteForGood");
        EVENTUALLY(ana.window().signInPage().isVisible());
        EVENTUALLY(li.rowWith(u"forget me"_s) < 0);
        EVENTUALLY(li.lists(u"Deleted user"_s));
        fillIn(ana, ana.username, password);
        QTest::keyClick(ana.need<QLineEdit>("passwordField"), Qt::Key_Return);
        EVENTUALLY(!ana.need<QLabel>("signInError")->text().isEmpty());
        QVERIFY(!ana.accounts().session());
    }

    void theProgramStartsWithTheAccountsItHad()
    {
        Desk &ana = sit("ana");
        Desk &li = sit("li");
        makeDirect(ana, li);
        ana.open(u"Li"_s);
        ana.restart();
        QCOMPARE(ana.title(), u"Li – Hearth"_s);
        EVENTUALLY_IS(ana.session().connectionState(), ConnectionState::Online);
        ana.say(u"back again"_s);
        EVENTUALLY_IS(li.row(u"Ana"_s).preview, u"back again"_s);
    }

private:
    // The server knows that all in the only conversation was read.
    void awaitRead(const Desk &desk) const
    {
        const auto script = rest(desk);
        const QString id = desk.session().conversations().value(0).conversation.id;
        const auto my = [&script, &id] {
            const QJsonObject conversation = script->get(u"/api/v1/conversations/"_s + id).json;
            return conversation.value("my"_L1).toObject();
        };
        EVENTUALLY(!desk.messages().isEmpty() && my().value("unread_count"_L1).toInt(-1) == 0);
    }

    void fillIn(const Desk &desk, const QString &username, const QString &secret) const
    {
        fillIn(desk, username, secret, m_server.url());
    }

    static void fillIn(const Desk &desk, const QString &username, const QString &secret, const QUrl &server)
    {
        desk.write("serverEdit", server.toString());
        desk.write("usernameField", username);
        desk.write("passwordField", secret);
    }

    static QString ownName(const Desk &desk)
    {
        for (const auto *bar : desk.window().findChildren<QAbstractButton *>(u"selfBar"_s)) {
            if (bar->isVisible())
                return bar->text();
        }
        return {};
    }

    // What is painted in the middle of the other's picture beside the title.
    static QRgb pictureOf(const Desk &desk)
    {
        auto *header = desk.find<QWidget>("conversationHeader");
        return header->grab().toImage().pixel(32, header->height() / 2);
    }

    static bool isBlue(QRgb color) { return qBlue(color) > 200 && qRed(color) < 60 && qGreen(color) < 60; }

    QString writePicture(Qt::GlobalColor color) const
    {
        QImage image(64, 64, QImage::Format_RGB32);
        image.fill(color);
        const QString path = m_room.folder.filePath(u"portrait.png"_s);
        image.save(path);
        return path;
    }

    static QList<QWidget *> devices(const Desk &desk)
    {
        static const QRegularExpression device(u"^device-"_s);
        QList<QWidget *> shown = desk.window().findChildren<QWidget *>(device);
        shown.removeIf([](const QWidget *widget) { return !widget->isVisible(); });
        return shown;
    }
};

QTEST_MAIN(TestUiAccounts)
#include "tst_uiaccounts.moc"
