// SPDX-License-Identifier: Apache-2.0
#include "platform/systemtrayarea.h"

#include <QSystemTrayIcon>

#include <chrono>

namespace Hearth {

using namespace std::chrono_literals;

namespace {

// A program that starts with the session may be there before the tray is, and panels are restarted.
constexpr auto lookEvery = 5s;

} // namespace

SystemTrayArea::SystemTrayArea(QObject *parent)
    : TrayArea(parent)
    , m_icon(std::make_unique<QSystemTrayIcon>())
{
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayArea::messageActivated);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                    Q_EMIT activated();
            });
    connect(&m_lookAgain, &QTimer::timeout, this, &SystemTrayArea::look);
    m_lookAgain.start(lookEvery);
    look();
}

SystemTrayArea::~SystemTrayArea() = default;

void SystemTrayArea::look()
{
    const bool available = QSystemTrayIcon::isSystemTrayAvailable();
    if (available == m_available)
        return;
    m_available = available;
    Q_EMIT availabilityChanged();
}

void SystemTrayArea::setMenu(QMenu *menu)
{
    m_icon->setContextMenu(menu);
}

void SystemTrayArea::setIcon(const QIcon &icon, const QString &tip)
{
    m_icon->setIcon(icon);
    m_icon->setToolTip(tip);
    m_icon->show();
}

void SystemTrayArea::showMessage(const QString &title, const QString &body)
{
    m_icon->showMessage(title, body, m_icon->icon());
}

} // namespace Hearth
