// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/names.h"
#include "util/clock.h"

#include <QObject>
#include <QSettings>

namespace Hearth {

// How much of a message a notification tells to whoever sees the screen.
enum class NotificationDetail { NameAndText, NameOnly, Nothing };

template<>
inline constexpr std::array enumNames<NotificationDetail>{
    QLatin1StringView("text"), QLatin1StringView("name"), QLatin1StringView("nothing")};

struct NotificationChoice {
    bool shown = true;
    NotificationDetail detail = NotificationDetail::NameAndText;

    bool operator==(const NotificationChoice &) const = default;
};

enum class ProxyKind { None, System, Http, Socks5 };

template<>
inline constexpr std::array enumNames<ProxyKind>{QLatin1StringView("none"), QLatin1StringView("system"),
                                                 QLatin1StringView("http"), QLatin1StringView("socks5")};

struct ProxyChoice {
    ProxyKind kind = ProxyKind::System;
    QString host; // of Http and Socks5
    quint16 port = 0;

    bool operator==(const ProxyChoice &) const = default;
};

// What the person chose about the program and the desktop around it. Whoever follows one of these hears of a
// change at once; kept in hearth.ini, beside what ClientSettings remembers.
class Preferences : public QObject
{
    Q_OBJECT

public:
    explicit Preferences(const QString &dataDir, QObject *parent = nullptr);

    [[nodiscard]] NotificationChoice notifications() const;
    void setNotifications(const NotificationChoice &choice);

    // Do not disturb: until when; nothing while it is off.
    [[nodiscard]] std::optional<Timestamp> quietUntil() const;
    void setQuietUntil(std::optional<Timestamp> until);

    [[nodiscard]] ProxyChoice proxy() const;
    void setProxy(const ProxyChoice &choice);

    [[nodiscard]] bool staysInTray() const; // when the window is closed, where there is a tray
    void setStaysInTray(bool stays);

Q_SIGNALS:
    void notificationsChanged();
    void quietChanged();
    void proxyChanged();
    void trayChanged();

private:
    QSettings m_file;
};

} // namespace Hearth
