// SPDX-License-Identifier: Apache-2.0
#include "ui/preferences.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

Preferences::Preferences(const QString &dataDir, QObject *parent)
    : QObject(parent)
    , m_file(dataDir + "/hearth.ini"_L1, QSettings::IniFormat)
{ }

NotificationChoice Preferences::notifications() const
{
    return {m_file.value("notifications/shown", true).toBool(),
            fromName<NotificationDetail>(m_file.value("notifications/detail").toString())
                .value_or(NotificationDetail::NameAndText)};
}

void Preferences::setNotifications(const NotificationChoice &choice)
{
    m_file.setValue("notifications/shown", choice.shown);
    m_file.setValue("notifications/detail", QString(toName(choice.detail)));
    Q_EMIT notificationsChanged();
}

std::optional<Timestamp> Preferences::quietUntil() const
{
    const qint64 until = m_file.value("notifications/quiet_until").toLongLong();
    return until > toMs(now()) ? std::optional(fromMs(until)) : std::nullopt;
}

void Preferences::setQuietUntil(std::optional<Timestamp> until)
{
    m_file.setValue("notifications/quiet_until", until ? toMs(*until) : 0);
    Q_EMIT quietChanged();
}

ProxyChoice Preferences::proxy() const
{
    return {fromName<ProxyKind>(m_file.value("proxy/kind").toString()).value_or(ProxyKind::System),
            m_file.value("proxy/host").toString(), quint16(m_file.value("proxy/port").toUInt())};
}

void Preferences::setProxy(const ProxyChoice &choice)
{
    if (choice == proxy())
        return;
    m_file.setValue("proxy/kind", QString(toName(choice.kind)));
    m_file.setValue("proxy/host", choice.host);
    m_file.setValue("proxy/port", choice.port);
    Q_EMIT proxyChanged();
}

bool Preferences::staysInTray() const
{
    return m_file.value("tray/stays").toBool();
}

void Preferences::setStaysInTray(bool stays)
{
    m_file.setValue("tray/stays", stays);
    Q_EMIT trayChanged();
}

} // namespace Hearth
