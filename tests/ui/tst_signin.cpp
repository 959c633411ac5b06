// SPDX-License-Identifier: Apache-2.0
#include "fakesession.h"
#include "platform/memorysecretstore.h"
#include "ui/accountmanager.h"
#include "ui/serveraddress.h"
#include "ui/signinpage.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(Hearth::SignInRequest)

namespace {

const QUrl server(u"https://chat.example.org"_s);

AuthTokens tokensOf(const User &user, const QString &refreshToken)
{
    AuthTokens tokens;
    tokens.refreshToken = refreshToken;
    tokens.user.user = user;
    return tokens;
}

} // namespace

class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        serverAnswers() = {};
        m_data = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<ClientSettings>(m_data->path());
        m_secrets = std::make_unique<MemorySecretStore>();
        m_accounts = std::make_unique<AccountManager>(m_data->path(), *m_settings, *m_secrets);
        m_page = std::make_unique<SignInPage>(m_theme);
        m_page->show();
    }

    void cleanup()
    {
        m_page.reset();
        m_accounts.reset();
    }

    void addressesAreCompletedSafely_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::newRow("name only") << u" chat.example.org "_s << u"https://chat.example.org"_s;
        QTest::newRow("path and slash")
            << u"https://example.org/hearth/"_s << u"https://example.org/hearth"_s;
        QTest::newRow("this computer") << u"localhost"_s << u"http://localhost:9097"_s;
        QTest::newRow("this computer, port") << u"127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
        QTest::newRow("http on purpose") << u"http://192.168.1.5:9097"_s << u"http://192.168.1.5:9097"_s;
        QTest::newRow("no password in it") << u"https://mia:secret@example.org"_s << u"https://example.org"_s;
        QTest::newRow("another scheme") << u"ftp://example.org"_s << QString();
        QTest::newRow("nothing") << u"  "_s << QString();
        QTest::newRow("nonsense") << u"what is this"_s << QString();
    }

    void addressesAreCompletedSafely()
    {
        QFETCH(QString, typed);
        QFETCH(QString, url);
        const Result<QUrl> parsed = parseServerAddress(typed);
        QCOMPARE(parsed ? parsed->toString() : QString(), url);
    }

    void theFormIsSubmittedWithEnter()
    {
        const QSignalSpy submitted(m_page.get(), &SignInPage::submitted);
        fill(u"chat.example.org"_s, u" mia "_s, u"correct horse"_s);
        QTest::keyClick(field(u"passwordField"_s), Qt::Key_Return);
        QCOMPARE(submitted.count(), 1);
        const auto request = submitted.first().first().value<SignInRequest>();
        QCOMPARE(request.server, server);
        QCOMPARE(request.username, u"mia"_s);
        QCOMPARE(request.password, u"correct horse"_s);
        QVERIFY(!request.createAccount);
    }

    void whatIsMissingIsSaidBeforeTheServerIsAsked_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("username");
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("create");
        QTest::addColumn<QString>("error");
        QTest::newRow("address") << u"ftp://x"_s << u"mia"_s << u"12345678"_s << false
                                 << u"not a server address"_s;
        QTest::newRow("username") << u"localhost"_s << QString() << u"12345678"_s << false << u"username"_s;
        QTest::newRow("password") << u"localhost"_s << u"mia"_s << QString() << false << u"password"_s;
        QTest::newRow("short password")
            << u"localhost"_s << u"mia"_s << u"1234567"_s << true << u"at least 8"_s;
    }

    void whatIsMissingIsSaidBeforeTheServerIsAsked()
    {
        QFETCH(QString, address);
        QFETCH(QString, username);
        QFETCH(QString, password);
        QFETCH(bool, create);
        QFETCH(QString, error);
        const QSignalSpy submitted(m_page.get(), &SignInPage::submitted);
        if (create)
            m_page->findChild<QAbstractButton *>(u"chooseCreate"_s)->click();
        fill(address, username, password);
        m_page->findChild<QAbstractButton *>(u"signInButton"_s)->click();
        QCOMPARE(submitted.count(), 0);
        QVERIFY2(m_page->error().contains(error), qPrintable(m_page->error()));
    }

    void fieldsOfANewAccountAppearOnlyForIt()
    {
        QVERIFY(!field(u"displayNameField"_s)->isVisible());
        m_page->findChild<QAbstractButton *>(u"chooseCreate"_s)->click();
        QVERIFY(field(u"displayNameField"_s)->isVisible());
        QVERIFY(field(u"inviteField"_s)->isVisible());
    }

    void everyFailureHasItsOwnWords_data()
    {
        QTest::addColumn<bool>("create");
        QTest::addColumn<ErrorCode>("probe");
        QTest::addColumn<ErrorCode>("answer");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("words");
        const ErrorCode fine = ErrorCode::Internal; // the probe succeeds
        QTest::newRow("nobody there")
            << false << ErrorCode::Unavailable << fine << QString() << u"No server answers at"_s;
        QTest::newRow("not a Hearth server")
            << false << ErrorCode::NotFound << fine << QString() << u"not a Hearth server"_s;
        QTest::newRow("wrong password")
            << false << fine << ErrorCode::Unauthorized << QString() << u"password is wrong"_s;
        QTest::newRow("too many attempts")
            << false << fine << ErrorCode::RateLimited << QString() << u"Too many attempts"_s;
        QTest::newRow("name taken") << true << fine << ErrorCode::Conflict << QString() << u"taken"_s;
        QTest::newRow("password too short")
            << true << fine << ErrorCode::InvalidField << u"/password"_s << u"too short"_s;
        QTest::newRow("closed") << true << fine << ErrorCode::Forbidden << QString()
                                << u"the server's words"_s;
    }

    void everyFailureHasItsOwnWords()
    {
        QFETCH(bool, create);
        QFETCH(ErrorCode, probe);
        QFETCH(ErrorCode, answer);
        QFETCH(QString, pointer);
        QFETCH(QString, words);
        if (probe != ErrorCode::Internal)
            serverAnswers().probe = fail(probe, u"the server's words"_s);
        serverAnswers().tokens = fail(answer, u"the server's words"_s, pointer);
        Result<void> result;
        const RegisterRequest account{u"mia"_s, u"12345678"_s};
        const LoginRequest login{u"mia"_s, u"12345678"_s};
        auto ask = [&]() -> QCoro::Task<void> {
            if (create)
                result = co_await m_accounts->createAccount(server, account);
            else
                result = co_await m_accounts->signIn(server, login);
        };
        ask();
        QVERIFY(!result);
        QVERIFY2(result.error().detail.contains(words), qPrintable(result.error().detail));
        QVERIFY(!m_accounts->session());
        QVERIFY(!m_settings->account());
    }

    void signingInKeepsTheServerTheAccountAndTheToken()
    {
        signIn(u"mia"_s, u"refresh-1"_s);
        QVERIFY(m_accounts->session());
        QCOMPARE(m_settings->recentServers(), QStringList({server.toString()}));
        QCOMPARE(m_settings->account()->user.username, u"mia"_s);
        QCOMPARE(m_secrets->secrets.values(), QStringList({u"refresh-1"_s}));
        QVERIFY(!serverAnswers().logins.first().deviceName->isEmpty());
    }

    void aNewTokenReplacesTheOldOne()
    {
        signIn(u"mia"_s, u"refresh-1"_s);
        Q_EMIT m_accounts->session()->tokensChanged(tokensOf(person(u"mia"_s, u"Mia"_s), u"refresh-2"_s));
        QCOMPARE(m_secrets->secrets.values(), QStringList({u"refresh-2"_s}));
    }

    void theNextStartGoesOnWithTheAccountAndItsToken()
    {
        signIn(u"mia"_s, u"refresh-1"_s);
        AccountManager next(m_data->path(), *m_settings, *m_secrets);
        const QSignalSpy started(&next, &AccountManager::sessionStarted);
        next.restore();
        QCOMPARE(started.count(), 1);
        QCOMPARE(next.session()->account().user.displayName, u"Mia"_s);
        QCOMPARE(fakeOf(*next.session()).refreshToken, u"refresh-1"_s);
    }

    void aLockedKeychainShowsTheAccountAllTheSame()
    {
        signIn(u"mia"_s, u"refresh-1"_s);
        m_secrets->available = false;
        AccountManager next(m_data->path(), *m_settings, *m_secrets);
        next.restore();
        QVERIFY(next.session());
        QVERIFY(m_settings->account());
    }

    void aTokenIsPastedInsteadOfNameAndPassword()
    {
        const QSignalSpy submitted(m_page.get(), &SignInPage::submitted);
        QVERIFY(!field(u"tokenField"_s)->isVisible());
        m_page->findChild<QAbstractButton *>(u"chooseToken"_s)->click();
        QVERIFY(field(u"tokenField"_s)->isVisible());
        QVERIFY(!field(u"passwordField"_s)->isVisible());
        QVERIFY(!field(u"usernameField"_s)->isVisible());
        QCOMPARE(field(u"tokenField"_s)->echoMode(), QLineEdit::Password);
        field(u"serverEdit"_s)->setText(u"chat.example.org"_s);
        QTest::keyClick(field(u"tokenField"_s), Qt::Key_Return);
        QCOMPARE(submitted.count(), 0);
        QVERIFY(m_page->error().contains(u"token"_s));

        field(u"tokenField"_s)->setText(u"abc.def"_s);
        QTest::keyClick(field(u"tokenField"_s), Qt::Key_Return);
        QCOMPARE(submitted.count(), 1);
        const auto request = submitted.first().first().value<SignInRequest>();
        QCOMPARE(request.server, server);
        QCOMPARE(request.token, u"abc.def"_s);
        m_page->setBusy(false);
        m_page->findChild<QAbstractButton *>(u"chooseToken"_s)->click();
        QVERIFY(field(u"passwordField"_s)->isVisible());
    }

    void theTokenIsAnotherWayToSignInAndLeadsBack()
    {
        auto *signIn = m_page->findChild<QAbstractButton *>(u"chooseSignIn"_s);
        auto *token = m_page->findChild<QAbstractButton *>(u"chooseToken"_s);
        QCOMPARE(token->text(), u"Sign in with a token"_s);
        m_page->findChild<QAbstractButton *>(u"chooseCreate"_s)->click();
        token->click();
        QVERIFY(signIn->isChecked() && !token->isChecked());
        QCOMPARE(token->text(), u"Sign in with a password"_s);
        signIn->click();
        QVERIFY(field(u"passwordField"_s)->isVisible());
        QCOMPARE(token->text(), u"Sign in with a token"_s);
    }

    void aTokenThatIsRefusedIsSaidAndNotKept()
    {
        serverAnswers().tokens = fail(ErrorCode::TokenExpired, u"the server's words"_s);
        const auto done = signInByToken(u"old"_s);
        QVERIFY(!done && done.error().detail.contains(u"does not accept this token"_s));
        QCOMPARE(done.error().pointer, u"/token"_s);
        QVERIFY(!m_accounts->session());
        QVERIFY(m_secrets->secrets.isEmpty());
    }

    void aTokenIsKeptForTheNextStart()
    {
        serverAnswers().tokens = tokensOf(person(u"mia"_s, u"Mia"_s), {});
        QVERIFY(signInByToken(u" abc\n.def "_s)); // broken into lines on its way
        QCOMPARE(serverAnswers().checked, QStringList{u"abc.def"_s});
        QCOMPARE(m_accounts->session()->userId(), u"mia"_s);
        QVERIFY(m_accounts->isByToken(*m_settings->account()));

        AccountManager next(m_data->path(), *m_settings, *m_secrets);
        next.restore();
        QVERIFY(next.session());
        QCOMPARE(fakeOf(*next.session()).accessToken, u"abc.def"_s);
        QVERIFY(fakeOf(*next.session()).refreshToken.isEmpty());
        QVERIFY(next.isByToken(*m_settings->account()));
    }

    void withAPasswordTheTokenIsForgotten()
    {
        serverAnswers().tokens = tokensOf(person(u"mia"_s, u"Mia"_s), {});
        QVERIFY(signInByToken(u"abc.def"_s));
        signIn(u"mia"_s, u"refresh-1"_s);
        QCOMPARE(m_secrets->secrets.values(), QStringList{u"refresh-1"_s});
        QVERIFY(!m_accounts->isByToken(*m_settings->account()));
    }

    void aTokenOfAnotherAccountDoesNotTakeItsPlace()
    {
        signIn(u"mia"_s, u"refresh-1"_s);
        serverAnswers().tokens = tokensOf(person(u"bo"_s, u"Bo"_s), {});
        const auto done = signInByToken(u"abc.def"_s, u"mia"_s);
        QVERIFY(!done && done.error().detail.contains(u"another account: bo"_s));
        QCOMPARE(m_accounts->sessions().size(), 1);
        QCOMPARE(m_secrets->secrets.values(), QStringList{u"refresh-1"_s});
    }

    void recentServersAreKeptLatestFirstAndOnce()
    {
        for (const QString &host : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"b"_s})
            m_settings->addRecentServer(QUrl(u"https://"_s + host));
        QCOMPARE(
            m_settings->recentServers(),
            QStringList({u"https://b"_s, u"https://f"_s, u"https://e"_s, u"https://d"_s, u"https://c"_s}));
        m_page->setRecentServers(m_settings->recentServers());
        QCOMPARE(m_page->findChild<QComboBox *>()->currentText(), u"https://b"_s);
    }

private:
    void signIn(const QString &username, const QString &refreshToken)
    {
        serverAnswers().tokens = tokensOf(person(username, u"Mia"_s), refreshToken);
        m_accounts->signIn(server, {username, u"correct horse"_s, {}});
    }

    Result<void> signInByToken(const QString &token, const std::optional<UserId> &only = {})
    {
        Result<void> result = fail(ErrorCode::Internal, u"no answer"_s);
        auto ask = [&]() -> QCoro::Task<void> {
            result = co_await m_accounts->signInByToken(server, token, only);
        };
        ask();
        return result;
    }

    QLineEdit *field(const QString &objectName) { return m_page->findChild<QLineEdit *>(objectName); }

    void fill(const QString &address, const QString &username, const QString &password)
    {
        field(u"serverEdit"_s)->setText(address);
        field(u"usernameField"_s)->setText(username);
        field(u"passwordField"_s)->setText(password);
    }

    Theme m_theme{Theme::Appearance::Light};
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<ClientSettings> m_settings;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<AccountManager> m_accounts;
    std::unique_ptr<SignInPage> m_page;
};

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
