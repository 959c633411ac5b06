// SPDX-License-Identifier: Apache-2.0
#include "platform/desktopcolorscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QPalette>

namespace Hearth {

namespace {

const QString portal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString settings = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");

bool paletteIsDark()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

// Read() wraps its answer in one variant more than SettingChanged does.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

DesktopColorScheme::DesktopColorScheme(QObject *parent)
    : ColorScheme(parent)
    , m_darkPalette(paletteIsDark())
{
    setDark(m_darkPalette);
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portal, path, settings, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    askPortal();
}

void DesktopColorScheme::askPortal()
{
    QDBusMessage call = QDBusMessage::createMethodCall(portal, path, settings, QStringLiteral("Read"));
    call.setArguments({appearance, colorScheme});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            apply(reply.value().variant());
        watcher->deleteLater();
    });
}

void DesktopColorScheme::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme)
        apply(value.variant());
}

// 0 no preference, 1 dark, 2 light: XDG desktop portal, Settings, "color-scheme".
void DesktopColorScheme::apply(const QVariant &value)
{
    const uint scheme = unwrapped(value).toUInt();
    setDark(scheme == 0 ? m_darkPalette : scheme == 1);
}

} // namespace Hearth
