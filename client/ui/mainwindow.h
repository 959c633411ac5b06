// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/hunspellchecker.h"
#include "ui/signinrequest.h"
#include "ui/writing/writingtools.h"

#include <QCoroTask>
#include <QMainWindow>

class QStackedWidget;

namespace Hearth {

class AccountManager;
class Appearance;
class Banner;
class ClientSettings;
class SignInAgainDialog;
class SignInPage;
class Workspace;

// The window: signing in, or what there is to see once somebody has.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(AccountManager &accounts, Appearance &appearance, ClientSettings &settings,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] SignInPage &signInPage() { return *m_signInPage; }
    [[nodiscard]] Workspace *workspace() const { return m_workspace; } // null while nobody is signed in

    QCoro::Task<void> signIn(SignInRequest request);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void restoreWindow();
    void showWorkspace();
    void leaveWorkspace();
    void updateTitle();
    void askToSignInAgain();
    QCoro::Task<void> signInAgain(QString password);
    void askToSignOut();

    AccountManager &m_accounts;
    Appearance &m_appearance;
    ClientSettings &m_settings;
    HunspellChecker m_spelling;
    WritingTools m_writing;
    QStackedWidget *const m_stack;
    SignInPage *const m_signInPage;
    Banner *const m_tokenBanner;
    Banner *const m_errorBanner;
    Workspace *m_workspace = nullptr;
    SignInAgainDialog *m_again = nullptr;
};

} // namespace Hearth
