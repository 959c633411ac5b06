// SPDX-License-Identifier: Apache-2.0
#include "desktoptest.h"

#include "ui/banner.h"
#include "ui/passphrasedialog.h"
#include "ui/settings/keepingchoice.h"
#include "ui/signinagaindialog.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

const User me = person(u"me"_s, u"Mia Weber"_s);
const User work = person(u"work"_s, u"Mia at work"_s);
const QString passphrase = u"correct horse"_s;

} // namespace

// Where sign-ins are kept for the next start, and what is said when they cannot be.
class TestKeeping : public DesktopTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openProgram();
        signIn(me);
    }

    void cleanup() { closeProgram(); }

    void complaint10_aTokenThatCannotBeKeptIsToldAndSignsNobodyOut()
    {
        m_secrets->available = false;
        renewToken(u"refresh-2"_s);
        QTRY_VERIFY(banner()->isVisible());
        QCOMPARE(banner()->text(), u"Token not saved: you will be asked to sign in next time."_s);
        QVERIFY(m_accounts->session());
        m_secrets->available = true;
        action()->click();
        QTRY_COMPARE(keychain(), QStringList{u"refresh-2"_s});
        QVERIFY(!banner()->isVisible());
    }

    void theButtonSaysWhetherTheKeychainIsLockedOrMissing()
    {
        m_secrets->available = false;
        renewToken(u"refresh-2"_s);
        QTRY_COMPARE(action()->text(), u"Unlock"_s);
        m_secrets->refusal = ErrorCode::Unavailable;
        action()->click();
        QTRY_COMPARE(action()->text(), u"Try again"_s);
        QVERIFY(banner()->isVisible());
    }

    void aKeychainThatWorksAgainTakesTheBannerAway()
    {
        m_secrets->available = false;
        renewToken(u"refresh-2"_s);
        QTRY_VERIFY(banner()->isVisible());
        m_secrets->available = true;
        renewToken(u"refresh-3"_s);
        QTRY_VERIFY(!banner()->isVisible());
    }

    void signingOutLeavesNothingToKeep()
    {
        m_secrets->available = false;
        renewToken(u"refresh-2"_s);
        QTRY_VERIFY(banner()->isVisible());
        m_accounts->signOut();
        QTRY_VERIFY(!banner()->isVisible());
    }

    void whoSignsOutLeavesTheOthersToKeep()
    {
        signIn(work);
        m_accounts->select(m_accounts->sessions().first());
        m_secrets->available = false;
        renewToken(u"refresh-2"_s);
        QTRY_VERIFY(banner()->isVisible());
        m_accounts->select(m_accounts->sessions().last());
        m_accounts->signOut();
        QTRY_COMPARE(m_accounts->sessions().size(), 1);
        QVERIFY(banner()->isVisible());
    }

    void insteadOfTheKeychainThereIsAnEncryptedFile()
    {
        useFileByTheBanner();
        QVERIFY(m_chosen->usesFile());
        QVERIFY(!banner()->isVisible());
        renewToken(u"refresh-3"_s);
        QTRY_COMPARE(inFile(passphrase), QStringList{u"refresh-3"_s});
        QVERIFY(!banner()->isVisible());
    }

    void aNewPassphraseIsTypedTwiceAndLongEnough()
    {
        m_secrets->available = false;
        renewToken(u"refresh-2"_s);
        QTRY_VERIFY(banner()->isVisible());
        other()->click();
        QVERIFY(dialog());
        type(u"short"_s, u"short"_s);
        QVERIFY2(error().contains(u"at least 8"_s), qPrintable(error()));
        type(u"correct horse"_s, u"correct house"_s);
        QVERIFY2(error().contains(u"different"_s), qPrintable(error()));
        QVERIFY(!m_chosen->usesFile());
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        QVERIFY(banner()->isVisible());
    }

    void afterARestartEverythingIsThereAndThePassphraseConnects()
    {
        useFileByTheBanner();
        restart();
        QVERIFY(m_accounts->session());
        QTRY_VERIFY(banner()->isVisible());
        QVERIFY(!dialog()); // nobody is stopped
        QVERIFY(fake().refreshToken.isEmpty());
        QVERIFY2(banner()->text().contains(u"encrypted file"_s), qPrintable(banner()->text()));
        QCOMPARE(action()->text(), u"Unlock…"_s);
        QVERIFY(!other()->isVisible());

        action()->click();
        QVERIFY(dialog());
        const int height = field(u"passphrase"_s)->height();
        type(u"wrong horse"_s);
        QTRY_VERIFY(field(u"passphrase"_s)->isEnabled());
        QVERIFY2(error().contains(u"does not open"_s), qPrintable(error()));
        QVERIFY(m_chosen->isLocked());
        QTRY_VERIFY(dialog()->findChild<QLabel *>(u"passphraseError"_s)->y() > field(u"passphrase"_s)->y());
        QCOMPARE(field(u"passphrase"_s)->height(), height); // what is new takes nobody's place
        QCOMPARE(field(u"passphrase"_s)->selectedText().size(), 11); // to be typed over
        type(passphrase);
        QTRY_COMPARE(fake().refreshToken, u"refresh-2"_s);
        QTRY_VERIFY(!dialog());
        QVERIFY(!banner()->isVisible());
    }

    void whoDoesNotKnowThePassphraseSignsIn()
    {
        useFileByTheBanner();
        restart();
        Q_EMIT workspace().signInRequested(); // of the other banner
        QVERIFY(dialog());
        QVERIFY(!again());
        dialog()->findChild<QAbstractButton *>(u"signInInstead"_s)->click();
        QVERIFY(again());
        serverAnswers().tokens = tokensOf(me, u"refresh-9"_s);
        auto *password = again()->findChild<QLineEdit *>(u"againPassword"_s);
        password->setText(u"password"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_COMPARE(fake().refreshToken, u"refresh-9"_s);

        QTRY_VERIFY(banner()->text().startsWith(u"Token not saved"_s)); // the file is locked still
        QCOMPARE(action()->text(), u"Unlock…"_s);
        QTRY_VERIFY(!dialog());
        other()->click();
        QVERIFY2(said().contains(u"is deleted"_s), qPrintable(said()));
        type(u"another horse"_s, u"another horse"_s);
        QTRY_VERIFY(!banner()->isVisible());
        QTRY_COMPARE(inFile(u"another horse"_s), QStringList{u"refresh-9"_s});
    }

    void thePassphraseAfterSigningInDoesNotBringTheOldTokenBack()
    {
        useFileByTheBanner();
        restart();
        serverAnswers().tokens = tokensOf(me, u"refresh-9"_s);
        m_accounts->signIn(QUrl(u"http://localhost:9097"_s), {me.username, u"password"_s, {}});
        QTRY_VERIFY(banner()->text().startsWith(u"Token not saved"_s));
        action()->click();
        type(passphrase);
        QTRY_VERIFY(!m_chosen->isLocked());
        QTRY_COMPARE(inFile(passphrase), QStringList{u"refresh-9"_s});
        QCOMPARE(fake().refreshToken, u"refresh-9"_s);
    }

    void aKeychainThatIsLockedAtTheStartCanBeUnlocked()
    {
        m_secrets->available = false;
        restart();
        QVERIFY(m_accounts->session());
        QTRY_VERIFY(banner()->isVisible());
        QVERIFY2(banner()->text().contains(u"keychain"_s), qPrintable(banner()->text()));
        QCOMPARE(action()->text(), u"Unlock"_s);
        m_secrets->available = true;
        action()->click();
        QTRY_COMPARE(fake().refreshToken, u"refresh-1"_s);
        QVERIFY(!banner()->isVisible());
    }

    void onePassphraseIsForAllAccounts()
    {
        signIn(work);
        useFileByTheBanner();
        restart();
        QTRY_COMPARE(m_accounts->sessions().size(), 2);
        QTRY_VERIFY(banner()->isVisible());
        action()->click();
        type(passphrase);
        for (Session *session : m_accounts->sessions())
            QTRY_VERIFY(!fakeOf(*session).refreshToken.isEmpty());
    }

    void theSettingsMoveSignInsToTheFileAndBack()
    {
        choose(1);
        QCOMPARE(choice()->currentIndex(), 0); // until there is a passphrase
        QVERIFY(dialog());
        type(passphrase, passphrase);
        QTRY_COMPARE(choice()->currentIndex(), 1);
        QTRY_VERIFY(!dialog());
        QVERIFY(keychain().isEmpty());
        QCOMPARE(inFile(passphrase), QStringList{u"refresh-1"_s});

        choose(0);
        QTRY_COMPARE(choice()->currentIndex(), 0);
        QCOMPARE(keychain(), QStringList{u"refresh-1"_s});
        QTRY_VERIFY(!QFile::exists(sealedFile()));
    }

    void aKeychainThatStillFailsIsToldAndTheFileStays()
    {
        useFileByTheBanner();
        choose(0);
        const auto pages = settings()->findChildren<QLabel *>(u"settingsError"_s);
        QTRY_VERIFY(std::ranges::any_of(
            pages, [](const QLabel *label) { return label->text().contains(u"stay in the file"_s); }));
        QCOMPARE(choice()->currentIndex(), 1);
        QVERIFY(QFile::exists(sealedFile()));
    }

    void aFileThatIsLockedIsNotGivenUpUnasked()
    {
        useFileByTheBanner();
        restart();
        m_secrets->available = true;
        choose(0);
        auto *question = settings()->findChild<QWidget *>(u"question"_s);
        QVERIFY(question);
        QVERIFY(QFile::exists(sealedFile()));
        question->findChild<QAbstractButton *>(u"questionYes"_s)->click();
        QTRY_VERIFY(!QFile::exists(sealedFile()));
        QTRY_COMPARE(choice()->currentIndex(), 0);
        QTRY_VERIFY(!banner()->isVisible());
    }

    void inANarrowWindowTheButtonsStandBelowTheText()
    {
        m_secrets->available = false;
        renewToken(u"refresh-2"_s);
        QTRY_VERIFY(banner()->isVisible());
        const auto *label = banner()->findChild<QLabel *>(u"bannerText"_s);
        QTRY_VERIFY(action()->geometry().left() > label->geometry().right());
        m_window->resize(400, 640);
        QTRY_VERIFY(action()->geometry().top() > label->geometry().bottom());
        QTRY_COMPARE(m_window->width(), 400);
        QVERIFY(other()->geometry().right() < banner()->width());
        QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
        m_appearance->setTextSize(200);
        QTRY_VERIFY(other()->geometry().top() > action()->geometry().bottom());
        QVERIFY(other()->geometry().right() < banner()->width());
        m_appearance->setTextSize(100);
        m_window->resize(1280, 800);
        QTRY_VERIFY(action()->geometry().left() > label->geometry().right());
    }

    void everyFieldAndButtonHasAName()
    {
        for (const auto purpose : {PassphraseDialog::Purpose::Unlock, PassphraseDialog::Purpose::UseFile}) {
            PassphraseDialog dialog(*m_chosen, purpose);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            for (const auto *line : dialog.findChildren<QLineEdit *>()) {
                QVERIFY(!line->accessibleName().isEmpty());
                QCOMPARE(line->echoMode(), QLineEdit::Password);
            }
            for (const auto *button : dialog.findChildren<QAbstractButton *>())
                QVERIFY(!button->text().isEmpty());
            dialog.show();
            QTRY_VERIFY(dialog.findChild<QLineEdit *>(u"passphrase"_s)->hasFocus()
                        || !dialog.isActiveWindow());
        }
        QVERIFY(!choice()->accessibleName().isEmpty());
    }

private:
    Banner *banner() { return find<Banner>(u"tokenBanner"_s); }
    QAbstractButton *action() { return banner()->findChild<QAbstractButton *>(u"bannerAction"_s); }
    QAbstractButton *other() { return banner()->findChild<QAbstractButton *>(u"bannerOther"_s); }
    SignInAgainDialog *again() { return m_window->findChild<SignInAgainDialog *>(); }
    KeepingChoice *choice() { return settings()->findChild<KeepingChoice *>(); }

    // Null while none is open.
    PassphraseDialog *dialog()
    {
        for (auto *one : m_window->findChildren<PassphraseDialog *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }

    QLineEdit *field(const QString &name) { return dialog()->findChild<QLineEdit *>(name); }
    QString error() { return dialog()->findChild<QLabel *>(u"passphraseError"_s)->text(); }
    QString said() { return dialog()->findChild<QLabel *>(u"passphraseText"_s)->text(); }
    QStringList keychain() { return m_secrets->secrets.values(); }

    void renewToken(const QString &token) { Q_EMIT session().tokensChanged(tokensOf(me, token)); }

    void type(const QString &text, const QString &repeated = {})
    {
        field(u"passphrase"_s)->setText(text);
        if (!repeated.isEmpty())
            field(u"passphraseAgain"_s)->setText(repeated);
        QTest::keyClick(field(u"passphrase"_s), Qt::Key_Return);
    }

    // The keychain is locked from now on.
    void useFileByTheBanner()
    {
        m_secrets->available = false;
        renewToken(u"refresh-2"_s);
        QTRY_VERIFY(banner()->isVisible());
        other()->click();
        QVERIFY(dialog());
        type(passphrase, passphrase);
        QTRY_VERIFY(m_chosen->usesFile());
        QTRY_VERIFY(!dialog());
        QTRY_VERIFY(inFile(passphrase).contains(u"refresh-2"_s));
    }

    void restart()
    {
        closeShell();
        closeWindow();
        beginProgram();
        openShell();
        m_accounts->restore();
    }

    void choose(int place)
    {
        QVERIFY(settings());
        choice()->setCurrentIndex(place);
        Q_EMIT choice()->activated(place);
    }

    // What the next start finds.
    QStringList inFile(const QString &with)
    {
        EncryptedSecretStore store(sealedFile());
        const auto secrets = QCoro::waitFor(store.open(with));
        return secrets ? secrets->values() : QStringList();
    }
};

QTEST_MAIN(TestKeeping)
#include "tst_keeping.moc"
