// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "platform/hunspellchecker.h"
#include "ui/signinrequest.h"
#include "ui/writing/writingtools.h"

#include <QCoroTask>
#include <QHash>
#include <QMainWindow>

class QHBoxLayout;
class QStackedWidget;

namespace Hearth {

class AccountManager;
class AccountRail;
class Appearance;
class Banner;
class ChosenSecretStore;
class ClientSettings;
class KeepingBanner;
class Session;
class SignInAgainDialog;
class SignInPage;
class Workspace;

// The window: signing in, or what there is to see once somebody has, of one account at a time.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(AccountManager &accounts, Appearance &appearance, ClientSettings &settings,
               ChosenSecretStore &secrets, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] SignInPage &signInPage() { return *m_signInPage; }
    [[nodiscard]] WritingTools &writing() { return m_writing; }
    [[nodiscard]] Workspace *workspace() const; // of the current account; null while nobody is signed in

    QCoro::Task<void> signIn(SignInRequest request);
    void askToSignOut(); // of the current account
    void addAccount(); // beside those that are there
    void open(Session &session, const ConversationId &id, std::optional<qint64> seq = {});
    [[nodiscard]] bool isLookingAt(const Session &session, const ConversationId &id) const;
    void setHidesOnClose(bool hides) { m_hidesOnClose = hides; } // instead of ending the program
    void comeToFront(const QString &activationToken = {}); // XDG activation

Q_SIGNALS:
    void settingsRequested();
    void textSizeStepRequested(int step); // 0: back to the usual one
    void activeChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeActions();
    void makeSignInPage();
    void restoreWindow();
    void showCurrent();
    [[nodiscard]] Workspace *makeWorkspace(Session &session);
    void leaveWorkspace(Session *session);
    void retranslate();
    void updateTitle();
    void askToSignInAgain(); // or for the passphrase, where that is enough
    void askForPassword();
    QCoro::Task<void> signInAgain(QString secret, bool byToken);

    AccountManager &m_accounts;
    Appearance &m_appearance;
    ClientSettings &m_settings;
    ChosenSecretStore &m_secrets;
    HunspellChecker m_spelling;
    WritingTools m_writing;
    QHBoxLayout *const m_columns; // the rail, and the rest
    QStackedWidget *const m_stack;
    SignInPage *m_signInPage = nullptr;
    KeepingBanner *const m_tokenBanner;
    Banner *const m_errorBanner;
    AccountRail *m_rail = nullptr;
    QHash<Session *, Workspace *> m_workspaces; // of those that were looked at
    SignInAgainDialog *m_again = nullptr;
    bool m_hidesOnClose = false;
    bool m_retranslating = false;
};

} // namespace Hearth
