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
constexpr auto factorProperty = "hearthFontFactor";

// Inter where it is installed, the desktop's own font elsewhere.
QFont baseFont(int percent)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setFamilies({u"Inter"_s, font.family(), u"Noto Color Emoji"_s});
    font.setPixelSize(qRound(basePixels * percent / 100.0));
    return font;
}

// Of a font that was made with relativeFont(): it does not follow the application's by itself. The factor is
// kept, because the sizes are rounded.
qreal factorOf(QWidget &widget, int basePixelsNow)
{
    const QVariant known = widget.property(factorProperty);
    const qreal factor = known.isValid() ? known.toReal() : qreal(widget.font().pixelSize()) / basePixelsNow;
    widget.setProperty(factorProperty, factor);
    return factor;
}

} // namespace

Appearance::Appearance(QApplication &app, ClientSettings &settings, const ColorScheme &desktop)
    : m_app(app)
    , m_settings(settings)
    , m_desktop(desktop)
    , m_style(new HearthStyle)
    , m_choice(settings.appearance())
    , m_textSize(settings.textSize())
    , m_theme(Theme::Appearance::Light)
{
    m_theme.setDensity(settings.density());
    m_app.setStyle(m_style);
    m_app.setFont(baseFont(m_textSize));
    connect(&desktop, &ColorScheme::changed, this, &Appearance::apply);
    apply();
}

void Appearance::setChoice(AppearanceChoice choice)
{
    m_choice = choice;
    m_settings.setAppearance(choice);
    apply();
}

void Appearance::setDensity(Density density)
{
    m_settings.setDensity(density);
    m_theme.setDensity(density);
}

void Appearance::setTextSize(int percent)
{
    percent = std::clamp(percent, textSizeLeast, textSizeMost);
    if (percent == m_textSize)
        return;
    m_textSize = percent;
    m_settings.setTextSize(percent);
    applyTextSize();
    Q_EMIT textSizeChanged(percent);
}

void Appearance::applyTextSize()
{
    const int before = m_app.font().pixelSize();
    QHash<QWidget *, qreal> factors;
    for (QWidget *widget : QApplication::allWidgets()) {
        if (widget->testAttribute(Qt::WA_SetFont) && widget->font().pixelSize() > 0)
            factors.insert(widget, factorOf(*widget, before));
    }
    const QFont font = baseFont(m_textSize);
    m_app.setFont(font);
    for (auto entry = factors.cbegin(); entry != factors.cend(); ++entry) {
        QFont own = entry.key()->font();
        own.setPixelSize(qRound(font.pixelSize() * entry.value()));
        entry.key()->setFont(own);
    }
}

void Appearance::apply()
{
    m_theme.setAppearance(wanted());
    m_app.setPalette(m_theme.palette());
    m_style->setStill(m_desktop.wantsStillness());
}

Theme::Appearance Appearance::wanted() const
{
    const bool system = m_choice == AppearanceChoice::System;
    const bool contrast = m_choice == AppearanceChoice::HighContrast || (system && m_desktop.wantsContrast());
    const bool follows = system || m_choice == AppearanceChoice::HighContrast;
    const bool dark = m_choice == AppearanceChoice::Dark || (follows && m_desktop.isDark());
    if (contrast)
        return dark ? Theme::Appearance::ContrastDark : Theme::Appearance::ContrastLight;
    return dark ? Theme::Appearance::Dark : Theme::Appearance::Light;
}

} // namespace Hearth
