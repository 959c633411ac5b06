// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/autostart.h"
#include "platform/launcherbadge.h"
#include "platform/notificationservice.h"
#include "platform/trayarea.h"

#include <QHash>

// A desktop that only remembers.
namespace Hearth::Test {

class FakeNotifications : public NotificationService
{
public:
    [[nodiscard]] bool isAvailable() const override { return available; }

    void show(const DesktopNotification &notification) override
    {
        shown.insert(notification.tag, notification);
        ++shows;
    }

    void withdraw(const QString &tag) override { shown.remove(tag); }

    // The only one that is shown.
    [[nodiscard]] DesktopNotification only() const
    {
        return shown.size() == 1 ? shown.constBegin().value() : DesktopNotification();
    }

    bool available = true;
    QHash<QString, DesktopNotification> shown;
    int shows = 0;
};

class FakeTray : public TrayArea
{
public:
    [[nodiscard]] bool isAvailable() const override { return available; }
    void setMenu(QMenu *given) override { menu = given; }

    void setIcon(const QIcon &given, const QString &givenTip) override
    {
        icon = given;
        tip = givenTip;
    }

    void showMessage(const QString &title, const QString &body) override
    {
        messages << title + QStringLiteral(": ") + body;
    }

    void setAvailable(bool is)
    {
        available = is;
        Q_EMIT availabilityChanged();
    }

    bool available = true;
    QMenu *menu = nullptr;
    QIcon icon;
    QString tip;
    QStringList messages;
};

class FakeBadge : public LauncherBadge
{
public:
    void setCount(int given) override { count = given; }

    int count = -1;
};

class FakeAutostart : public Autostart
{
public:
    [[nodiscard]] bool isEnabled() const override { return enabled; }

    Result<void> setEnabled(bool on) override
    {
        if (refusal)
            return fail(*refusal);
        enabled = on;
        return {};
    }

    bool enabled = false;
    std::optional<Error> refusal;
};

} // namespace Hearth::Test
