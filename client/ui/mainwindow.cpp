// SPDX-License-Identifier: Apache-2.0
#include "ui/mainwindow.h"

#include "core/session.h"
#include "platform/chosensecretstore.h"
#include "ui/accountmanager.h"
#include "ui/accountrail.h"
#include "ui/appearance.h"
#include "ui/banner.h"
#include "ui/keepingbanner.h"
#include "ui/signinagaindialog.h"
#include "ui/signinpage.h"
#include "ui/workspace.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
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
                       ChosenSecretStore &secrets, QWidget *parent)
    : QMainWindow(parent)
    , m_accounts(accounts)
    , m_appearance(appearance)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_writing(settings, m_spelling)
    , m_columns(new QHBoxLayout)
    , m_stack(new QStackedWidget(this))
    , m_tokenBanner(new KeepingBanner(accounts, secrets, appearance.theme(), this))
    , m_errorBanner(new Banner(appearance.theme(), this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/logo.svg")));
    setMinimumSize(least);
    m_errorBanner->setObjectName(QStringLiteral("errorBanner"));
    m_errorBanner->setDismissible(true);

    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_tokenBanner);
    layout->addWidget(m_errorBanner);
    layout->addLayout(m_columns, 1);
    m_columns->setSpacing(0);
    m_columns->addWidget(m_stack, 1);
    setCentralWidget(content);
    makeSignInPage();
    makeActions();

    connect(&accounts, &AccountManager::currentChanged, this, &MainWindow::showCurrent);
    connect(&accounts, &AccountManager::sessionAboutToEnd, this, &MainWindow::leaveWorkspace);
    connect(m_tokenBanner, &KeepingBanner::signInRequested, this, &MainWindow::askForPassword);
    restoreWindow();
    updateTitle();
}

MainWindow::~MainWindow()
{
    qDeleteAll(std::exchange(m_workspaces, {})); // before the sessions that they show
    delete m_rail;
}

void MainWindow::makeActions()
{
    qDeleteAll(actions());
    const auto add = [this](const QString &text, const QList<QKeySequence> &keys, auto &&slot) {
        auto *action = new QAction(text, this);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add(tr("Settings"), {Qt::CTRL | Qt::Key_Comma}, &MainWindow::settingsRequested);
    add(tr("Larger text"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
        [this] { Q_EMIT textSizeStepRequested(1); });
    add(tr("Smaller text"), {Qt::CTRL | Qt::Key_Minus}, [this] { Q_EMIT textSizeStepRequested(-1); });
    add(tr("Text of the usual size"), {Qt::CTRL | Qt::Key_0}, [this] { Q_EMIT textSizeStepRequested(0); });
    add(tr("Close the window"), {Qt::CTRL | Qt::Key_W}, &QWidget::close);
    add(tr("Quit"), {Qt::CTRL | Qt::Key_Q}, [this] {
        m_settings.setWindowGeometry(saveGeometry());
        QApplication::quit();
    });
}

void MainWindow::makeSignInPage()
{
    m_rail = new AccountRail(m_accounts, m_appearance.theme(), this);
    m_columns->insertWidget(0, m_rail);
    connect(m_rail, &AccountRail::addRequested, this, &MainWindow::addAccount);
    connect(m_rail, &AccountRail::chosen, this, [this](Session *session) {
        m_accounts.select(session);
        showCurrent(); // also when signing in stood before it
    });
    m_signInPage = new SignInPage(m_appearance.theme(), this);
    m_signInPage->setRecentServers(m_settings.recentServers());
    m_stack->addWidget(m_signInPage);
    connect(m_signInPage, &SignInPage::submitted, this, &MainWindow::signIn);
    connect(m_signInPage, &SignInPage::backRequested, this, &MainWindow::showCurrent);
    connect(m_signInPage, &SignInPage::settingsRequested, this, &MainWindow::settingsRequested);
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
    if (!m_hidesOnClose) {
        QMainWindow::closeEvent(event);
        return;
    }
    event->ignore();
    hide();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        Q_EMIT activeChanged();
    if (event->type() != QEvent::LanguageChange || std::exchange(m_retranslating, true))
        return;
    QMetaObject::invokeMethod(this, &MainWindow::retranslate, Qt::QueuedConnection);
}

// Everything that shows text is made anew: one way for all of it, and drafts and places are kept anyway.
void MainWindow::retranslate()
{
    m_retranslating = false;
    const bool signingIn = m_stack->currentWidget() == m_signInPage;
    qDeleteAll(std::exchange(m_workspaces, {}));
    delete m_rail;
    delete m_signInPage;
    makeSignInPage();
    makeActions();
    showCurrent();
    if (workspace() && signingIn)
        addAccount();
}

Workspace *MainWindow::workspace() const
{
    return m_workspaces.value(m_accounts.session());
}

void MainWindow::showCurrent()
{
    Session *session = m_accounts.session();
    m_signInPage->setBackVisible(session);
    if (session && !m_workspaces.contains(session))
        m_workspaces.insert(session, makeWorkspace(*session));
    m_stack->setCurrentWidget(session ? static_cast<QWidget *>(workspace()) : m_signInPage);
    updateTitle();
}

Workspace *MainWindow::makeWorkspace(Session &session)
{
    auto *workspace = new Workspace(session, m_appearance, m_settings, m_writing, this);
    m_stack->addWidget(workspace);
    connect(workspace, &Workspace::titleChanged, this, &MainWindow::updateTitle);
    connect(workspace, &Workspace::signInRequested, this, &MainWindow::askToSignInAgain);
    connect(workspace, &Workspace::signOutRequested, this, &MainWindow::askToSignOut);
    connect(workspace, &Workspace::addAccountRequested, this, &MainWindow::addAccount);
    connect(workspace, &Workspace::settingsRequested, this, &MainWindow::settingsRequested);
    connect(&session, &Session::failed, workspace,
            [this](const Error &error) { m_errorBanner->showText(error.detail); });
    return workspace;
}

void MainWindow::leaveWorkspace(Session *session)
{
    delete m_workspaces.take(session);
    m_errorBanner->hide();
    updateTitle();
}

void MainWindow::addAccount()
{
    m_signInPage->setBackVisible(m_accounts.session());
    m_signInPage->fillIn(m_settings.recentServers().value(0), {});
    m_stack->setCurrentWidget(m_signInPage);
}

void MainWindow::open(Session &session, const ConversationId &id, std::optional<qint64> seq)
{
    m_accounts.select(&session);
    showCurrent();
    if (!workspace())
        return;
    if (seq)
        workspace()->openAt(id, *seq);
    else
        workspace()->open(id);
}

bool MainWindow::isLookingAt(const Session &session, const ConversationId &id) const
{
    return isActiveWindow() && m_accounts.session() == &session && workspace()
        && m_stack->currentWidget() == workspace() && workspace()->conversation() == id;
}

void MainWindow::comeToFront(const QString &activationToken)
{
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8()); // where Qt for Wayland looks for it
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::updateTitle()
{
    const QString title = workspace() ? workspace()->title() : QString();
    setWindowTitle(title.isEmpty() ? tr("Hearth") : tr("%1 – Hearth").arg(title));
}

QCoro::Task<void> MainWindow::signIn(SignInRequest request)
{
    const QPointer<MainWindow> self(this);
    m_signInPage->setBusy(true);
    Result<void> done;
    if (!request.token.isEmpty()) {
        done = co_await m_accounts.signInByToken(request.server, request.token);
    } else if (request.createAccount) {
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
    if (done)
        showCurrent();
    else
        m_signInPage->showError(done.error().detail, done.error().pointer);
}

void MainWindow::askToSignInAgain()
{
    const auto account = m_settings.account();
    if (account && m_secrets.isLocked() && m_accounts.isTokenMissing(*account))
        m_tokenBanner->askForPassphrase();
    else
        askForPassword();
}

void MainWindow::askForPassword()
{
    const auto account = m_settings.account();
    if (m_again || !account)
        return;
    m_again = new SignInAgainDialog(*account, m_accounts.isByToken(*account), this);
    connect(m_again, &SignInAgainDialog::submitted, this, &MainWindow::signInAgain);
    connect(m_again, &QDialog::finished, this, [this] { std::exchange(m_again, nullptr)->deleteLater(); });
    m_again->open();
}

QCoro::Task<void> MainWindow::signInAgain(QString secret, bool byToken)
{
    const QPointer<MainWindow> self(this);
    const auto account = m_settings.account();
    if (!account)
        co_return;
    const LoginRequest request{account->user.username, secret, {}};
    const std::optional<UserId> only = account->user.id;
    Result<void> done;
    if (byToken)
        done = co_await m_accounts.signInByToken(account->server, secret, only);
    else
        done = co_await m_accounts.signIn(account->server, request);
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
