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
const QString contrast = QStringLiteral("contrast");
const QString reducedMotion = QStringLiteral("reduced-motion");
const QString gnomeInterface = QStringLiteral("org.gnome.desktop.interface");
const QString animations =
    QStringLiteral("enable-animations"); // what there is until reduced-motion is common

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
    for (const QString &key : {colorScheme, contrast, reducedMotion})
        askPortal(appearance, key);
    askPortal(gnomeInterface, animations);
}

void DesktopColorScheme::askPortal(const QString &group, const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(portal, path, settings, QStringLiteral("Read"));
    call.setArguments({group, key});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            apply(group, key, reply.value().variant());
        watcher->deleteLater();
    });
}

void DesktopColorScheme::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    apply(group, key, value.variant());
}

// XDG desktop portal, Settings: "color-scheme" 0 no preference, 1 dark, 2 light; "contrast" and
// "reduced-motion" 0 no preference, 1 higher or reduced.
void DesktopColorScheme::apply(const QString &group, const QString &key, const QVariant &value)
{
    const QVariant plain = unwrapped(value);
    if (group == appearance && key == colorScheme)
        setDark(plain.toUInt() == 0 ? m_darkPalette : plain.toUInt() == 1);
    else if (group == appearance && key == contrast)
        setWantsContrast(plain.toUInt() == 1);
    else if (group == appearance && key == reducedMotion)
        setWantsStillness(plain.toUInt() == 1);
    else if (group == gnomeInterface && key == animations)
        setWantsStillness(!plain.toBool());
}

} // namespace Hearth
