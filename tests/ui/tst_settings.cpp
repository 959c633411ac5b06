// SPDX-License-Identifier: Apache-2.0
#include "desktoptest.h"
#include "fakepanes.h"
#include "fakespelling.h"

#include "core/safety.h"
#include "ui/searchfield.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/writingpage.h"
#include "ui/timeline/timelineview.h"
#include "ui/writing/writingtools.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QNetworkProxy>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QStyle>
#include <QTemporaryDir>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const User mia = person(u"mia"_s, u"Mia Weber"_s);

} // namespace

class TestSettings : public DesktopTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openProgram();
        signIn(mia);
        QVERIFY(settings());
    }

    void cleanup()
    {
        closeProgram();
        QNetworkProxyFactory::setUseSystemConfiguration(false);
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    }

    void aSettingIsFoundByWhatPeopleCallIt_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("name");
        QTest::newRow("its name") << u"size of the text"_s << u"appearancePage"_s << u"Size of the text"_s;
        QTest::newRow("a synonym") << u"FONT"_s << u"appearancePage"_s << u"Size of the text"_s;
        QTest::newRow("part of a word") << u"dnd"_s << u"notificationsPage"_s << u"Do not disturb"_s;
        QTest::newRow("two words") << u"socks proxy"_s << u"networkPage"_s << u"Proxy"_s;
        QTest::newRow("an explanation") << u"other devices signed"_s << u"accountPage"_s << u"New password"_s;
    }

    void aSettingIsFoundByWhatPeopleCallIt()
    {
        QFETCH(QString, words);
        QFETCH(QString, page);
        QFETCH(QString, name);
        search(words);
        QCOMPARE(current()->objectName(), page);
        QVERIFY(marked().contains(name));
        search(QString());
        QVERIFY(marked().isEmpty());
    }

    void onlyPagesWithAHitAreListed()
    {
        search(u"proxy"_s);
        const auto *list = settings()->findChild<QListWidget *>();
        QStringList listed;
        for (int i = 0; i < list->count(); ++i) {
            if (!list->item(i)->isHidden())
                listed << list->item(i)->text();
        }
        QCOMPARE(listed, QStringList{u"Network"_s});
    }

    void nothingFoundIsSaid()
    {
        search(u"xyzzy"_s);
        QVERIFY(settings()->findChild<QLabel *>(u"nothingFound"_s)->isVisible());
    }

    void coloursAndTextSizeHoldAtOnce()
    {
        choose(u"themeChoice"_s, 3);
        QCOMPARE(m_appearance->theme().appearance(), Theme::Appearance::ContrastLight);
        settings()->findChild<QSlider *>(u"textSize"_s)->setValue(30);
        QCOMPARE(m_settings->textSize(), 150);
        QCOMPARE(qApp->font().pixelSize(), 20);
    }

    void complaint19_theDensityIsChosenHoldsAtOnceAndAtTheNextStart()
    {
        fake().addDirect(u"with-ana"_s, person(u"ana"_s, u"Ana Costa"_s));
        for (int i = 0; i < 200; ++i)
            fake().post(u"with-ana"_s, u"ana"_s, u"message %1"_s.arg(i), now() - 24h + i * 6min);
        showConversations();
        workspace().open(u"with-ana"_s);
        auto *view = find<QWidget>(u"conversationPane"_s)->findChild<TimelineView *>();
        QTRY_VERIFY(!view->visibleRows().empty());
        const auto cozy = view->visibleRows().size();
        choose(u"densityChoice"_s, 1);
        QVERIFY(view->visibleRows().size() > cozy * 3 / 2);
        QCOMPARE(ClientSettings(m_data->path()).density(), Density::Compact);
        const auto *list = find<QListView>(u"conversationList"_s);
        QTRY_COMPARE(list->visualRect(list->model()->index(0, 0)).height(), 36);
        choose(u"densityChoice"_s, 2);
        QCOMPARE(m_appearance->theme().density(), Density::Bubbles);
        const ColorScheme desktop;
        QCOMPARE(Appearance(*qApp, *m_settings, desktop).density(), Density::Bubbles);
    }

    void whatIsPressedIsLargeEnoughAndGrowsWithTheText()
    {
        const auto *slider = settings()->findChild<QSlider *>(u"textSize"_s);
        const auto handle = [slider] {
            return slider->style()->pixelMetric(QStyle::PM_SliderLength, nullptr, slider);
        };
        QCOMPARE(handle(), 24);
        QVERIFY(slider->sizeHint().height() >= 24);
        for (const auto *box : settings()->findChildren<QCheckBox *>())
            QVERIFY2(box->sizeHint().height() >= 24, qPrintable(box->objectName()));
        m_appearance->setTextSize(200);
        QTRY_COMPARE(handle(), 48);
    }

    void notificationsAreChosen()
    {
        settings()->findChild<QCheckBox *>(u"notificationsShown"_s)->click();
        choose(u"notificationDetail"_s, 1);
        QCOMPARE(m_preferences->notifications(), (NotificationChoice{false, NotificationDetail::NameOnly}));
        m_preferences->setQuietUntil(now() + 1h);
        QVERIFY(settings()->findChild<QPushButton *>(u"quietButton"_s)->text().startsWith(u"Until"_s));
    }

    void whatIsChosenInAMenuLooksLikeABox()
    {
        goTo(u"notificationsPage"_s);
        const auto *quiet = settings()->findChild<QPushButton *>(u"quietButton"_s);
        const auto *box = settings()->findChild<QComboBox *>(u"notificationDetail"_s);
        QTRY_VERIFY(quiet->isVisible());
        QTRY_COMPARE(quiet->size(), box->size());
    }

    void spellingIsTheSameHereAndInTheMenuOfTheField()
    {
        FakeSpelling spelling;
        WritingTools tools(*m_settings, spelling);
        tools.setSpellingLanguages({u"en_US"_s});
        WritingPage page(tools, m_appearance->theme());
        auto *on = page.findChild<QCheckBox *>(u"spellingOn"_s);
        auto *german = page.findChild<QCheckBox *>(u"spelling-de_DE"_s);
        auto *english = page.findChild<QCheckBox *>(u"spelling-en_US"_s);
        QVERIFY(on->isChecked() && english->isChecked() && !german->isChecked());
        QVERIFY(german->text().startsWith(u"German"_s));

        german->click();
        QCOMPARE(spelling.languages, (QStringList{u"en_US"_s, u"de_DE"_s}));
        QCOMPARE(m_settings->spellingLanguages(), (QStringList{u"en_US"_s, u"de_DE"_s}));
        on->click();
        QVERIFY(spelling.languages.isEmpty());
        QVERIFY(!m_settings->spelling());
        QVERIFY(!german->isEnabled() && german->isChecked());

        tools.setSpelling(true); // as the menu does it
        tools.setSpellingLanguage(u"en_US"_s, false);
        QVERIFY(on->isChecked() && german->isEnabled() && german->isChecked());
        QVERIFY(!english->isChecked());
    }

    void theSendingKeyIsChosen()
    {
        choose(u"sendKey"_s, 1);
        QVERIFY(m_settings->sendWithCtrlEnter());
    }

    void allConnectionsTakeTheProxy()
    {
        goTo(u"networkPage"_s);
        choose(u"proxyKind"_s, 3);
        QCOMPARE(fake().reconnectsAnew, 0); // without an address
        auto *host = settings()->findChild<QLineEdit *>(u"proxyHost"_s);
        QVERIFY(host->isVisibleTo(settings()));
        host->setText(u"proxy.example.org"_s);
        settings()->findChild<QSpinBox *>(u"proxyPort"_s)->setValue(1080);
        Q_EMIT host->editingFinished();
        QCOMPARE(QNetworkProxy::applicationProxy().type(), QNetworkProxy::Socks5Proxy);
        QCOMPARE(QNetworkProxy::applicationProxy().hostName(), u"proxy.example.org"_s);
        QCOMPARE(QNetworkProxy::applicationProxy().port(), 1080);
        QCOMPARE(fake().reconnectsAnew, 1);
        choose(u"proxyKind"_s, 1);
        QCOMPARE(QNetworkProxy::applicationProxy().type(), QNetworkProxy::NoProxy);
        QCOMPARE(fake().reconnectsAnew, 2);
    }

    void privacyIsWhatTheServerTook()
    {
        auto *receipts = settings()->findChild<QCheckBox *>(u"readReceipts"_s);
        QVERIFY(receipts->isChecked());
        receipts->click();
        QVERIFY(!session().account().settings.readReceipts);
        profileOf(session()).refusal = Error{ErrorCode::Unavailable, u"No network."_s, {}, {}};
        receipts->click();
        QVERIFY(!receipts->isChecked());
        QCOMPARE(error(u"privacyPage"_s), u"The setting was not changed. No network."_s);
    }

    void blockedPeopleAreListedAndLetInAgain()
    {
        QVERIFY(settings()->findChild<QLabel *>(u"nobodyBlocked"_s));
        panesOf(session()).blocked = {person(u"bo"_s, u"Bo Lind"_s), person(u"al"_s, u"Al <b>"_s)};
        Q_EMIT session().safety().changed();
        QVERIFY(!settings()->findChild<QLabel *>(u"nobodyBlocked"_s)->isVisibleTo(settings()));
        auto *line = settings()->findChild<QWidget *>(u"blocked-al"_s);
        QCOMPARE(line->findChild<QLabel *>()->text(), u"Al <b> (@al)"_s);

        panesOf(session()).refusal = Error{ErrorCode::Unavailable, u"No network."_s, {}, {}};
        line->findChild<QPushButton *>()->click();
        QCOMPARE(error(u"privacyPage"_s), u"Al <b> is still blocked. No network."_s);
        QVERIFY(session().safety().isBlocked(u"al"_s));

        panesOf(session()).refusal.reset();
        QTRY_COMPARE(settings()->findChildren<QWidget *>(u"blocked-al"_s).size(),
                     1); // the one before is gone
        line = settings()->findChild<QWidget *>(u"blocked-al"_s);
        QVERIFY(line->findChild<QPushButton *>()->isEnabled());
        line->findChild<QPushButton *>()->click();
        QVERIFY(!session().safety().isBlocked(u"al"_s));
        QTRY_VERIFY(!settings()->findChild<QWidget *>(u"blocked-al"_s));
        QVERIFY(settings()->findChild<QWidget *>(u"blocked-bo"_s));
        QVERIFY(error(u"privacyPage"_s).isEmpty());
    }

    void otherDevicesAreSignedOutThisOneIsNot()
    {
        SessionInfo here{u"s1"_s, u"Laptop"_s, u"linux"_s, {}, u"10.0.0.1"_s};
        here.current = true;
        SessionInfo there{u"s2"_s, u"Old phone"_s, u"android"_s, {}, u"10.0.0.2"_s};
        there.lastUsedAt = now() - 24h;
        profileOf(session()).devices = {here, there};
        goTo(u"devicesPage"_s);
        QTRY_VERIFY(current()->findChild<QWidget *>(u"device-s1"_s));
        const auto *laptop = current()->findChild<QWidget *>(u"device-s1"_s);
        QVERIFY(!laptop->findChild<QPushButton *>());
        const auto labels = laptop->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text() == u"Linux · 10.0.0.1 · This device"_s;
        }));
        current()->findChild<QWidget *>(u"device-s2"_s)->findChild<QPushButton *>()->click();
        QCOMPARE(profileOf(session()).asked, QStringList{u"end s2"_s});
        QTRY_VERIFY(!current()->findChild<QWidget *>(u"device-s2"_s));
    }

    void theNameChangesEverywhere()
    {
        auto *name = settings()->findChild<QLineEdit *>(u"displayName"_s);
        name->setText(u" Mia W. "_s);
        Q_EMIT name->editingFinished();
        QCOMPARE(session().account().user.displayName, u"Mia W."_s);
        QCOMPARE(find<QAbstractButton>(u"selfBar"_s)->text(), u"Mia W."_s);
    }

    void whatWasTypedLastHoldsWhenTheDialogIsClosed()
    {
        goTo(u"accountPage"_s);
        auto *name = settings()->findChild<QLineEdit *>(u"displayName"_s);
        QApplication::setActiveWindow(settings());
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"Mia W."_s);
        QTest::keyClick(name, Qt::Key_Escape);
        QCOMPARE(session().account().user.displayName, u"Mia W."_s);
    }

    void anEmptyNameIsNone()
    {
        auto *name = settings()->findChild<QLineEdit *>(u"displayName"_s);
        name->clear();
        Q_EMIT name->editingFinished();
        QCOMPARE(name->text(), u"Mia Weber"_s);
        QVERIFY(profileOf(session()).asked.isEmpty());
    }

    void thePasswordChangesOnlyWithTheOldOne()
    {
        auto *before = settings()->findChild<QLineEdit *>(u"oldPassword"_s);
        auto *after = settings()->findChild<QLineEdit *>(u"newPassword"_s);
        auto *change = settings()->findChild<QPushButton *>(u"changePassword"_s);
        before->setText(u"by-the-hearth"_s);
        after->setText(u"short"_s);
        QVERIFY(!change->isEnabled());
        after->setText(u"long enough"_s);
        QVERIFY(change->isEnabled());
        profileOf(session()).refusal = Error{ErrorCode::Unauthorized, u"It is wrong."_s, {}, {}};
        change->click();
        QCOMPARE(error(u"accountPage"_s), u"It is wrong."_s);
        QCOMPARE(after->text(), u"long enough"_s);
        profileOf(session()).refusal.reset();
        before->setText(u"by-the-hearth"_s);
        change->click();
        QCOMPARE(profileOf(session()).asked.last(), u"password by-the-hearth long enough"_s);
        QVERIFY(after->text().isEmpty());
    }

    void theAccountGoesOnlyWhenTheServerHasDeletedIt()
    {
        settings()->findChild<QPushButton *>(u"deleteAccount"_s)->click();
        const auto *dialog = settings()->findChild<QDialog *>(u"deleteAccountDialog"_s);
        auto *deleting = dialog->findChild<QPushButton *>(u"deleteForGood"_s);
        dialog->findChild<QLineEdit *>(u"deletePassword"_s)->setText(u"by-the-hearth"_s);
        Session &leaving = session();
        profileOf(leaving).refusal = Error{ErrorCode::InvalidField, u"It is wrong."_s, {}, {}};
        deleting->click();
        QCOMPARE(dialog->findChild<QLabel *>(u"deleteAccountError"_s)->text(), u"It is wrong."_s);
        QCOMPARE(profileOf(leaving).asked, QStringList{u"delete by-the-hearth keep"_s});
        QCOMPARE(m_accounts->session(), &leaving);
        profileOf(leaving).refusal.reset();
        dialog->findChild<QCheckBox *>(u"deleteMessages"_s)->click();
        deleting->click();
        QCOMPARE(profileOf(leaving).asked.last(), u"delete by-the-hearth erase"_s);
        QVERIFY(!m_accounts->session());
        QTRY_VERIFY(!openSettings());
    }

    void theCopyOfWhatTheServerKeepsIsSavedWhereOneSays()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"me.jsonl"_s);
        for (const bool refused : {true, false}) {
            profileOf(session()).refusal.reset();
            if (refused)
                profileOf(session()).refusal = Error{ErrorCode::Unavailable, u"No network."_s, {}, {}};
            settings()->findChild<QPushButton *>(u"saveCopy"_s)->click();
            auto *dialog = settings()->findChild<QFileDialog *>();
            dialog->selectFile(path);
            static_cast<QDialog *>(dialog)->accept();
            QCOMPARE(profileOf(session()).asked.last(), u"copy "_s + path);
            QCOMPARE(error(u"accountPage"_s), refused ? u"No network."_s : QString());
            QCOMPARE(settings()->findChild<QLabel *>(u"copySaved"_s)->text(),
                     refused ? QString() : u"Saved."_s);
            QTRY_VERIFY(!settings()->findChild<QFileDialog *>());
        }
    }

    void whatIsStoredIsCleared()
    {
        settings()->close();
        QTRY_VERIFY(!openSettings());
        fake().storedBytes = 5 * 1000 * 1000;
        goTo(u"storagePage"_s);
        auto *size = settings()->findChild<QLabel *>(u"storedSize"_s);
        QCOMPARE(size->text(), u"5.0 MB"_s);
        settings()->findChild<QPushButton *>(u"clearStored"_s)->click();
        QCOMPARE(size->text(), u"0 bytes"_s);
    }

    void autostartIsWhatTheDesktopTook()
    {
        auto *start = settings()->findChild<QCheckBox *>(u"autostart"_s);
        start->click();
        QVERIFY(m_autostart->enabled);
        m_autostart->refusal = Error{ErrorCode::Internal, u"The disk is full."_s, {}, {}};
        start->click();
        QVERIFY(start->isChecked());
        QCOMPARE(error(u"programPage"_s), u"The disk is full."_s);
    }

    void stayingInTheTrayIsOfferedWhereThereIsOne()
    {
        auto *stays = settings()->findChild<QCheckBox *>(u"staysInTray"_s);
        m_tray->setAvailable(false);
        QVERIFY(!stays->isEnabled());
        m_tray->setAvailable(true);
        stays->click();
        QVERIFY(m_preferences->staysInTray());
    }

    void everyControlHasAName()
    {
        for (const QWidget *widget : settings()->findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool control = button || qobject_cast<const QComboBox *>(widget)
                || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSlider *>(widget);
            const bool ours = control && !widget->objectName().startsWith(u"qt_"_s)
                && !widget->inherits("QScrollBar")
                && !qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
            if (ours)
                QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                         qPrintable(widget->objectName()));
        }
    }

    void theSettingsOfAnAccountCloseWithIt()
    {
        m_accounts->signOut();
        QTRY_VERIFY(!openSettings());
        QVERIFY(!settings()->findChild<QWidget *>(u"accountPage"_s));
    }

private:
    void search(const QString &words) { settings()->findChild<SearchField *>()->setText(words); }

    SettingsPage *current()
    {
        for (auto *page : settings()->findChildren<SettingsPage *>()) {
            if (page->isVisibleTo(settings()))
                return page;
        }
        return nullptr;
    }

    void goTo(const QString &page)
    {
        SettingsDialog *dialog = settings();
        for (int i = 0; i < dialog->findChildren<SettingsPage *>().size(); ++i) {
            dialog->setCurrentPage(i);
            if (current()->objectName() == page)
                return;
        }
    }

    // What a person does, and not the program.
    void choose(const QString &box, int index)
    {
        auto *combo = settings()->findChild<QComboBox *>(box);
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
    }

    QStringList marked()
    {
        QStringList names;
        for (const auto *row : current()->findChildren<SettingRow *>()) {
            const auto *box = row->findChild<QCheckBox *>();
            if (row->isMarked())
                names << (box ? box->text()
                              : row->findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly)->text());
        }
        return names;
    }

    QString error(const QString &page)
    {
        return settings()->findChild<SettingsPage *>(page)->findChild<QLabel *>(u"settingsError"_s)->text();
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
