// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/clientsettings.h"
#include "ui/theme.h"

class QApplication;

namespace Hearth {

class ColorScheme;
class HearthStyle;

// Style, font, palette and density of the application: as the desktop has it, or as the person chose.
class Appearance : public QObject
{
    Q_OBJECT

public:
    Appearance(QApplication &app, ClientSettings &settings, const ColorScheme &desktop);

    [[nodiscard]] Theme &theme() { return m_theme; }
    [[nodiscard]] AppearanceChoice choice() const { return m_choice; }
    void setChoice(AppearanceChoice choice);
    [[nodiscard]] Density density() const { return m_theme.density(); }
    void setDensity(Density density);
    [[nodiscard]] int textSize() const { return m_textSize; } // per cent
    void setTextSize(int percent); // into textSizeLeast to textSizeMost

Q_SIGNALS:
    void textSizeChanged(int percent);

private:
    void apply();
    [[nodiscard]] Theme::Appearance wanted() const;
    void applyTextSize();

    QApplication &m_app;
    ClientSettings &m_settings;
    const ColorScheme &m_desktop;
    HearthStyle *const m_style; // the application owns it
    AppearanceChoice m_choice;
    int m_textSize;
    Theme m_theme;
};

} // namespace Hearth
