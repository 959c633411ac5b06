// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingspage.h"
#include "ui/settings/settingsparts.h"

namespace Hearth {

// The program on this desktop: its language, how it starts and where it stays.
class ProgramPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit ProgramPage(const SettingsParts &parts, QWidget *parent = nullptr);

private:
    void addLanguage();
    void addAutostart();
    void addTray();

    const SettingsParts m_parts;
};

} // namespace Hearth
