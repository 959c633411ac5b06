// SPDX-License-Identifier: Apache-2.0
#include "ui/mainwindow.h"

#include "core/session.h"
#include "ui/accountmanager.h"
#include "ui/appearance.h"
#include "ui/banner.h"
#include "ui/signinagaindialog.h"
#include "ui/signinpage.h"
#include "ui/workspace.h"

#include <QAction>
#include <QApplication>
#include <QIcon>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Hearth {

namespace {

constexpr QSize least(400, 500);
constexpr QSize usual(1100, 740);

std::optional<QString> unlessEmpty(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

MainWindow::MainWindow(AccountManager &accounts, Appearance &appearance, ClientSettings &settings,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_accounts(accounts)
    , m_appearance(appearance)
    , m_settings(settings)
    , m_writing(settings, m_spelling)
    , m_stack(new QStackedWidget(this))
    , m_signInPage(new SignInPage(appearance.theme(), this))
    , m_tokenBanner(new Banner(appearance.theme(), this))
    , m_errorBanner(new Banner(appearance.theme(), this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/logo.svg")));
    setMinimumSize(least);
    m_signInPage->setRecentServers(settings.recentServers());
    m_stack->addWidget(m_signInPage);
    m_tokenBanner->setObjectName(QStringLiteral("tokenBanner"));
    m_tokenBanner->setDismissible(true);
    m_errorBanner->setObjectName(QStringLiteral("errorBanner"));
    m_errorBanner->setDismissible(true);

    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_tokenBanner);
    layout->addWidget(m_errorBanner);
    layout->addWidget(m_stack, 1);
    setCentralWidget(content);

    const auto addShortcut = [this](QKeySequence keys, auto &&slot) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    addShortcut(Qt::CTRL | Qt::Key_Q, [this] {
        close();
        QApplication::quit();
    });
    addShortcut(Qt::CTRL | Qt::Key_W, &QWidget::close);

    connect(m_signInPage, &SignInPage::submitted, this, &MainWindow::signIn);
    connect(&accounts, &AccountManager::sessionStarted, this, &MainWindow::showWorkspace);
    connect(&accounts, &AccountManager::sessionAboutToEnd, this, &MainWindow::leaveWorkspace);
    connect(&accounts, &AccountManager::tokenNotSaved, this, [this] {
        m_tokenBanner->showText(tr("Token not saved: you will be asked to sign in next time"),
                                tr("Try again"));
    });
    connect(m_tokenBanner, &Banner::actionTriggered, this, [this] {
        m_tokenBanner->hide();
        m_accounts.saveToken();
    });
    restoreWindow();
    updateTitle();
}

MainWindow::~MainWindow()
{
    leaveWorkspace(); // before the session that it shows
}

// A place on a screen that is no longer there would hide the window.
void MainWindow::restoreWindow()
{
    resize(usual);
    if (!restoreGeometry(m_settings.windowGeometry()))
        return;
    const auto screens = QGuiApplication::screens();
    const bool visible = std::any_of(screens.begin(), screens.end(), [this](const QScreen *screen) {
        return screen->availableGeometry().intersects(geometry());
    });
    if (!visible) {
        move(QGuiApplication::primaryScreen()->availableGeometry().topLeft());
        resize(usual);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setWindowGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::showWorkspace()
{
    Session &session = *m_accounts.session();
    m_workspace = new Workspace(session, m_appearance, m_settings, m_writing, this);
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    connect(m_workspace, &Workspace::titleChanged, this, &MainWindow::updateTitle);
    connect(m_workspace, &Workspace::signInRequested, this, &MainWindow::askToSignInAgain);
    connect(m_workspace, &Workspace::signOutRequested, this, &MainWindow::askToSignOut);
    connect(&session, &Session::failed, this,
            [this](const Error &error) { m_errorBanner->showText(error.detail); });
    updateTitle();
}

void MainWindow::leaveWorkspace()
{
    delete std::exchange(m_workspace, nullptr);
    m_stack->setCurrentWidget(m_signInPage);
    m_tokenBanner->hide();
    m_errorBanner->hide();
    updateTitle();
}

void MainWindow::updateTitle()
{
    const QString title = m_workspace ? m_workspace->title() : QString();
    setWindowTitle(title.isEmpty() ? tr("Hearth") : tr("%1 – Hearth").arg(title));
}

QCoro::Task<void> MainWindow::signIn(SignInRequest request)
{
    const QPointer<MainWindow> self(this);
    m_signInPage->setBusy(true);
    Result<void> done;
    if (request.createAccount) {
        RegisterRequest account;
        account.username = request.username;
        account.password = request.password;
        account.displayName = unlessEmpty(request.displayName);
        account.invite = unlessEmpty(request.invite);
        done = co_await m_accounts.createAccount(request.server, account);
    } else {
        LoginRequest login{request.username, request.password};
        done = co_await m_accounts.signIn(request.server, std::move(login));
    }
    if (!self)
        co_return;
    m_signInPage->setBusy(false);
    m_signInPage->setRecentServers(m_settings.recentServers());
    if (!done)
        m_signInPage->showError(done.error().detail, done.error().pointer);
}

void MainWindow::askToSignInAgain()
{
    const auto account = m_settings.account();
    if (m_again || !account)
        return;
    m_again = new SignInAgainDialog(*account, this);
    connect(m_again, &SignInAgainDialog::submitted, this, &MainWindow::signInAgain);
    connect(m_again, &QDialog::finished, this, [this] { std::exchange(m_again, nullptr)->deleteLater(); });
    m_again->open();
}

QCoro::Task<void> MainWindow::signInAgain(QString password)
{
    const QPointer<MainWindow> self(this);
    const auto account = m_settings.account();
    if (!account)
        co_return;
    const LoginRequest request{account->user.username, password, {}};
    const auto done = co_await m_accounts.signIn(account->server, request);
    if (!self || !m_again)
        co_return;
    if (done)
        m_again->accept();
    else
        m_again->showError(done.error().detail);
}

// Nothing that was written may be lost by one wrong click.
void MainWindow::askToSignOut()
{
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Sign out"),
                        tr("Sign out and remove the messages that are kept on this computer? Drafts "
                           "and messages that have not been sent are lost."),
                        QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("signOutQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(tr("Sign out"), QMessageBox::AcceptRole);
    connect(yes, &QPushButton::clicked, &m_accounts, &AccountManager::signOut);
    question->open();
}

} // namespace Hearth
