// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/startmessage.h"
#include "ui/desktop/linkopener.h"
#include "ui/desktop/notifier.h"
#include "ui/desktop/tray.h"
#include "ui/settings/settingsdialog.h"

#include <QPointer>

#include <map>
#include <memory>

namespace Hearth {

class LauncherBadge;
class TrayArea;
class UnreadTotal;

// Joins the window with the desktop around it: notifications, tray, badge, links, and what is set about them.
class Shell : public QObject
{
    Q_OBJECT

public:
    struct Desktop {
        QList<NotificationService *> notifications; // the best one first
        TrayArea &tray;
        LauncherBadge &badge;
    };

    // Everything outlives this object.
    Shell(MainWindow &window, const SettingsParts &parts, const Desktop &desktop, QObject *parent = nullptr);
    ~Shell() override;

    void start(bool hidden); // shows the window, unless it is to stay in the tray
    void startAgain(const StartMessage &message); // somebody started the program once more
    void showSettings();

private:
    void watch(Session *session);
    void forget(Session *session);
    void showUnread();
    void followTray();
    void followProxy();
    void stepTextSize(int step);
    void retranslate();
    [[nodiscard]] SettingsDialog *makeSettings();

    MainWindow &m_window;
    const SettingsParts m_parts;
    const Desktop m_desktop;
    Notifier m_notifier;
    Tray m_tray;
    LinkOpener m_links;
    std::map<Session *, std::unique_ptr<UnreadTotal>> m_unread;
    QPointer<SettingsDialog> m_settings;
};

} // namespace Hearth
