// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakedesktop.h"
#include "fakeprofile.h"
#include "ui/desktop/shell.h"
#include "ui/language.h"
#include "ui/preferences.h"
#include "windowtest.h"

namespace Hearth::Test {

// A test of the whole program on a desktop that only remembers.
class DesktopTest : public WindowTest
{
protected:
    void openProgram()
    {
        openWindow();
        m_preferences = std::make_unique<Preferences>(m_data->path());
        m_language = std::make_unique<Language>(*qApp, *m_settings);
        m_notifications = std::make_unique<FakeNotifications>();
        m_tray = std::make_unique<FakeTray>();
        m_badge = std::make_unique<FakeBadge>();
        m_autostart = std::make_unique<FakeAutostart>();
        openShell();
    }

    void openShell()
    {
        m_shell = std::make_unique<Shell>(*m_window,
                                          SettingsParts{*m_accounts, *m_appearance, *m_settings,
                                                        *m_preferences, *m_language, *m_autostart, *m_tray,
                                                        m_window->writing(), *m_chosen},
                                          Shell::Desktop{{m_notifications.get()}, *m_tray, *m_badge});
        QCoreApplication::sendPostedEvents(); // what the language makes anew must not be what a test looks at
    }

    void closeShell() { m_shell.reset(); }

    void closeProgram()
    {
        closeShell();
        closeWindow();
        m_language.reset();
        m_preferences.reset();
    }

    // The settings, as the key opens them.
    SettingsDialog *settings()
    {
        if (SettingsDialog *open = openSettings())
            return open;
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            qFatal("the window does not become active");
        QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
        return openSettings();
    }

    // Null while they are closed.
    SettingsDialog *openSettings()
    {
        for (auto *dialog : m_window->findChildren<SettingsDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<FakeNotifications> m_notifications;
    std::unique_ptr<FakeTray> m_tray;
    std::unique_ptr<FakeBadge> m_badge;
    std::unique_ptr<FakeAutostart> m_autostart;
    std::unique_ptr<Shell> m_shell;
};

} // namespace Hearth::Test
