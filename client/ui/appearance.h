// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/clientsettings.h"
#include "ui/theme.h"

class QApplication;

namespace Hearth {

class ColorScheme;

// Style, font and palette of the application: as the desktop has it, or as the person chose.
class Appearance : public QObject
{
    Q_OBJECT

public:
    Appearance(QApplication &app, ClientSettings &settings, const ColorScheme &desktop);

    [[nodiscard]] Theme &theme() { return m_theme; }
    [[nodiscard]] AppearanceChoice choice() const { return m_choice; }
    void setChoice(AppearanceChoice choice);

private:
    void apply();

    QApplication &m_app;
    ClientSettings &m_settings;
    const ColorScheme &m_desktop;
    AppearanceChoice m_choice;
    Theme m_theme;
};

} // namespace Hearth
