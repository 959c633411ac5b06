// SPDX-License-Identifier: Apache-2.0
#include "ui/appearance.h"

#include "platform/colorscheme.h"
#include "ui/hearthstyle.h"

#include <QApplication>
#include <QFontDatabase>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int basePixels = 13;

// Inter where it is installed, the desktop's own font elsewhere.
QFont baseFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setFamilies({u"Inter"_s, font.family(), u"Noto Color Emoji"_s});
    font.setPixelSize(basePixels);
    return font;
}

} // namespace

Appearance::Appearance(QApplication &app, ClientSettings &settings, const ColorScheme &desktop)
    : m_app(app)
    , m_settings(settings)
    , m_desktop(desktop)
    , m_choice(settings.appearance())
    , m_theme(Theme::Appearance::Light)
{
    m_app.setStyle(new HearthStyle); // the application owns it
    m_app.setFont(baseFont());
    connect(&desktop, &ColorScheme::changed, this, &Appearance::apply);
    apply();
}

void Appearance::setChoice(AppearanceChoice choice)
{
    m_choice = choice;
    m_settings.setAppearance(choice);
    apply();
}

void Appearance::apply()
{
    const bool dark =
        m_choice == AppearanceChoice::Dark || (m_choice == AppearanceChoice::System && m_desktop.isDark());
    m_theme.setAppearance(dark ? Theme::Appearance::Dark : Theme::Appearance::Light);
    m_app.setPalette(m_theme.palette());
}

} // namespace Hearth
