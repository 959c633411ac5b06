// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/preferences.h"
#include "ui/settings/settingspage.h"

namespace Hearth {

// What the desktop pops up.
class NotificationsPage : public SettingsPage
{
    Q_OBJECT

public:
    NotificationsPage(Preferences &preferences, Theme &theme, QWidget *parent = nullptr);

private:
    void addQuiet();

    Preferences &m_preferences;
};

} // namespace Hearth
