// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/shell.h"

#include "core/session.h"
#include "models/unreadtotal.h"
#include "platform/launcherbadge.h"
#include "platform/trayarea.h"
#include "ui/accountmanager.h"
#include "ui/appearance.h"
#include "ui/desktop/networkproxy.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/preferences.h"

#include <QApplication>

namespace Hearth {

namespace {

constexpr int textSizeUsual = 100;
constexpr int textSizeStep = 10;

} // namespace

Shell::Shell(MainWindow &window, const SettingsParts &parts, const Desktop &desktop, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_parts(parts)
    , m_desktop(desktop)
    , m_notifier(desktop.notifications, parts.preferences,
                 [&window](const Session &session, const ConversationId &id) {
                     return window.isLookingAt(session, id);
                 })
    , m_tray(desktop.tray, parts.preferences)
    , m_links(parts.accounts, window)
{
    connect(&m_notifier, &Notifier::openRequested, this,
            [this](Session *session, const ConversationId &id, qint64 seq, const QString &token) {
                m_window.comeToFront(token);
                if (!id.isEmpty())
                    m_window.open(*session, id, seq);
            });
    connect(&m_tray, &Tray::openRequested, &m_window, [this] { m_window.comeToFront(); });
    connect(&m_tray, &Tray::quitRequested, qApp, &QApplication::quit);
    connect(&window, &MainWindow::settingsRequested, this, &Shell::showSettings);
    connect(&window, &MainWindow::textSizeStepRequested, this, &Shell::stepTextSize);
    connect(&parts.accounts, &AccountManager::sessionStarted, this, &Shell::watch);
    connect(&parts.accounts, &AccountManager::sessionAboutToEnd, this, &Shell::forget);
    connect(&parts.language, &Language::changed, this, &Shell::retranslate);
    connect(&parts.preferences, &Preferences::trayChanged, this, &Shell::followTray);
    connect(&desktop.tray, &TrayArea::availabilityChanged, this, &Shell::followTray);
    connect(&parts.preferences, &Preferences::proxyChanged, this, &Shell::followProxy);
    useProxy(parts.preferences.proxy());
    followTray();
    for (Session *session : parts.accounts.sessions())
        watch(session);
}

Shell::~Shell()
{
    m_desktop.badge.setCount(0);
}

// Without a tray to come back from, a hidden window could not be found again.
void Shell::start(bool hidden)
{
    if (!hidden)
        m_window.show();
    else if (!m_desktop.tray.isAvailable())
        m_window.showMinimized();
}

void Shell::startAgain(const StartMessage &message)
{
    m_window.comeToFront(message.activationToken);
    if (!message.link.isEmpty())
        m_links.open(message.link);
}

void Shell::showSettings()
{
    if (!m_settings || !m_settings->isVisible()) // which has been closed, and goes later
        m_settings = makeSettings();
    m_settings->show();
    m_settings->raise();
    m_settings->activateWindow();
}

SettingsDialog *Shell::makeSettings()
{
    auto *dialog = new SettingsDialog(m_parts, &m_window);
    connect(dialog, &SettingsDialog::signOutRequested, &m_window, &MainWindow::askToSignOut);
    return dialog;
}

void Shell::watch(Session *session)
{
    m_notifier.watch(*session);
    auto total = std::make_unique<UnreadTotal>(*session);
    connect(total.get(), &UnreadTotal::changed, this, &Shell::showUnread);
    m_unread.insert_or_assign(session, std::move(total));
    showUnread();
}

void Shell::forget(Session *session)
{
    m_notifier.forget(*session);
    m_unread.erase(session);
    showUnread();
}

void Shell::showUnread()
{
    int unread = 0;
    for (const auto &[session, total] : m_unread)
        unread += total->count();
    m_tray.setCount(unread);
    m_desktop.badge.setCount(unread);
}

void Shell::followTray()
{
    const bool stays = m_parts.preferences.staysInTray() && m_desktop.tray.isAvailable();
    m_window.setHidesOnClose(stays);
    QApplication::setQuitOnLastWindowClosed(!stays);
    if (!m_desktop.tray.isAvailable() && !m_window.isVisible()
        && m_window.testAttribute(Qt::WA_WState_Created))
        m_window.showMinimized(); // the tray that it was hidden in is gone
}

void Shell::followProxy()
{
    useProxy(m_parts.preferences.proxy());
    for (Session *session : m_parts.accounts.sessions())
        session->reconnectAnew();
}

void Shell::stepTextSize(int step)
{
    Appearance &appearance = m_parts.appearance;
    appearance.setTextSize(step == 0 ? textSizeUsual : appearance.textSize() + step * textSizeStep);
}

// The dialog is made anew in the other language, where it was.
void Shell::retranslate()
{
    m_tray.retranslate();
    if (!m_settings || !m_settings->isVisible())
        return;
    const int page = m_settings->currentPage();
    const QRect place = m_settings->geometry();
    m_settings->close(); // it goes later: its own choice may be what called
    m_settings = makeSettings();
    m_settings->setCurrentPage(page);
    m_settings->setGeometry(place);
    m_settings->show();
}

} // namespace Hearth
