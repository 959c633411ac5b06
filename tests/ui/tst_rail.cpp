// SPDX-License-Identifier: Apache-2.0
#include "windowtest.h"

#include "ui/accountbutton.h"
#include "ui/signinpage.h"

#include <QAbstractButton>
#include <QSignalSpy>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

const User mia = person(u"mia"_s, u"Mia Weber"_s);
const User work = person(u"work"_s, u"Mia at work"_s);
const User ana = person(u"ana"_s, u"Ana Costa"_s);

} // namespace

class TestRail : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openWindow();
        signIn(mia);
    }

    void cleanup() { closeWindow(); }

    void oneAccountNeedsNoRail() { QVERIFY(!rail()->isVisible()); }

    void aSecondAccountKeepsTheFirst()
    {
        const QPointer<Session> first(&session());
        signIn(work);
        QVERIFY(first);
        QCOMPARE(m_accounts->sessions().size(), 2);
        QCOMPARE(session().userId(), work.id);
        QVERIFY(rail()->isVisible());
        QCOMPARE(rail()->width(), 56);
        QVERIFY(button(work)->isChecked());
        QVERIFY(!button(mia)->isChecked());
    }

    void theButtonToAddOneStandsAtTheBottom()
    {
        signIn(work);
        const auto *add = find<QWidget>(u"addAccount"_s);
        QTRY_VERIFY(add->isVisible() && add->geometry().bottom() > rail()->height() - 20);
        QVERIFY(button(work)->geometry().bottom() < rail()->height() / 2);
    }

    void theSameAccountTwiceIsOne()
    {
        signIn(mia);
        QCOMPARE(m_accounts->sessions().size(), 1);
        QVERIFY(workspace().isVisible());
    }

    void accountsAreChosenByPressingAndByKey()
    {
        signIn(work);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        button(mia)->click();
        QCOMPARE(session().userId(), mia.id);
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(session().userId(), work.id);
        button(work)->click();
        QVERIFY(button(work)->isChecked());
    }

    void eachAccountKeepsItsPlace()
    {
        fake().addDirect(u"with-ana"_s, ana);
        Q_EMIT session().conversationsReset();
        workspace().open(u"with-ana"_s);
        signIn(work);
        QVERIFY(workspace().conversation().isEmpty());
        button(mia)->click();
        QCOMPARE(workspace().conversation(), u"with-ana"_s);
    }

    void whatIsUnreadElsewhereIsSaid()
    {
        signIn(work);
        Session &other = *m_accounts->sessions().first();
        fakeOf(other).addDirect(u"with-ana"_s, ana).conversation.my.unreadCount = 3;
        Q_EMIT other.conversationChanged(u"with-ana"_s);
        QVERIFY2(button(mia)->accessibleName().contains(u"3 unread"_s),
                 qPrintable(button(mia)->accessibleName()));
        QVERIFY(button(mia)->accessibleName().startsWith(u"Mia Weber at localhost"_s));
        fakeOf(other).conversations[u"with-ana"_s].conversation.my.level = NotifyLevel::None;
        Q_EMIT other.conversationChanged(u"with-ana"_s);
        QVERIFY(!button(mia)->accessibleName().contains(u"unread"_s));
    }

    void signingOutOfOneLeavesTheOther()
    {
        signIn(work);
        m_accounts->signOut();
        QCOMPARE(session().userId(), mia.id);
        QTRY_VERIFY(workspace().isVisible());
        QVERIFY(!rail()->isVisible());
        QCOMPARE(m_settings->accounts().size(), 1);
        QCOMPARE(m_settings->account()->user.id, mia.id);
    }

    void addingAnAccountCanBeLeftAgain()
    {
        m_window->addAccount();
        QVERIFY(m_window->signInPage().isVisible());
        find<QAbstractButton>(u"signInBack"_s)->click();
        QVERIFY(workspace().isVisible());
    }

    void theNextStartGoesOnWithAllOfThem()
    {
        signIn(work);
        button(mia)->click();
        AccountManager next(m_data->path(), *m_settings, *m_secrets);
        next.restore();
        QCOMPARE(next.sessions().size(), 2);
        QCOMPARE(next.sessions().first()->userId(), mia.id);
        QCOMPARE(next.session()->userId(), mia.id);
        QCOMPARE(fakeOf(*next.sessions().last()).refreshToken, u"refresh-1"_s);
    }

    void anAccountOfTheTimeBeforeThereWereSeveralIsKept()
    {
        QTemporaryDir folder;
        {
            QSettings file(folder.filePath(u"hearth.ini"_s), QSettings::IniFormat);
            file.setValue(u"account/server"_s, QUrl(u"https://chat.example.org"_s));
            file.setValue(u"account/user_id"_s, u"mia"_s);
            file.setValue(u"account/username"_s, u"mia"_s);
        }
        ClientSettings settings(folder.path());
        QCOMPARE(settings.accounts().size(), 1);
        KnownAccount other{QUrl(u"https://other.example.org"_s), work};
        settings.setAccount(other);
        QCOMPARE(settings.accounts().size(), 2);
    }

private:
    QWidget *rail() { return find<QWidget>(u"accountRail"_s); }
    AccountButton *button(const User &user) { return find<AccountButton>(u"account-"_s + user.id); }
};

QTEST_MAIN(TestRail)
#include "tst_rail.moc"
