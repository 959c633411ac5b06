// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/appearancepage.h"

#include "ui/appearance.h"
#include "ui/settings/choicebox.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>

namespace Hearth {

namespace {

constexpr int sliderStep = 5; // per cent

} // namespace

AppearancePage::AppearancePage(Appearance &appearance, QWidget *parent)
    : SettingsPage(tr("Appearance"), appearance.theme(), parent)
    , m_appearance(appearance)
{
    auto *colours = new ChoiceBox<AppearanceChoice>(QStringLiteral("themeChoice"),
                                                    {{tr("As the desktop"), AppearanceChoice::System},
                                                     {tr("Light"), AppearanceChoice::Light},
                                                     {tr("Dark"), AppearanceChoice::Dark},
                                                     {tr("High contrast"), AppearanceChoice::HighContrast}},
                                                    appearance.choice());
    colours->onChosen(this, [this](AppearanceChoice choice) { m_appearance.setChoice(choice); });
    addRow(colours, {tr("Colours"), tr("theme dark mode night light high contrast accessibility look skin")});
    addDensity();
    addTextSize();
}

void AppearancePage::addDensity()
{
    auto *densities = new ChoiceBox<Density>(QStringLiteral("densityChoice"),
                                             {{tr("Comfortable"), Density::Cozy},
                                              {tr("Compact"), Density::Compact},
                                              {tr("Bubbles"), Density::Bubbles}},
                                             m_appearance.density());
    densities->onChosen(this, [this](Density density) { m_appearance.setDensity(density); });
    addRow(densities,
           {tr("Messages"), tr("density cozy compact bubbles white space layout avatars lines"),
            tr("Compact shows more of them at once. Bubbles put your own on the other side.")});
}

void AppearancePage::addTextSize()
{
    auto *field = new QWidget(this);
    auto *slider = new QSlider(Qt::Horizontal, field);
    auto *percent = new QLabel(field);
    auto *layout = new QHBoxLayout(field);
    layout->setContentsMargins({});
    layout->addWidget(slider, 1);
    layout->addWidget(percent);
    slider->setObjectName(QStringLiteral("textSize"));
    slider->setAccessibleName(tr("Size of the text"));
    slider->setRange(textSizeLeast / sliderStep, textSizeMost / sliderStep);
    slider->setPageStep(25 / sliderStep);
    const auto show = [slider, percent](int size) {
        const QSignalBlocker quiet(slider);
        slider->setValue(size / sliderStep);
        percent->setText(tr("%1 %").arg(QLocale().toString(size)));
    };
    connect(slider, &QSlider::valueChanged, this,
            [this](int value) { m_appearance.setTextSize(value * sliderStep); });
    connect(&m_appearance, &Appearance::textSizeChanged, slider, show);
    show(m_appearance.textSize());
    addRow(field,
           {tr("Size of the text"), tr("font zoom bigger larger smaller scale accessibility"),
            tr("Ctrl and + or − change it everywhere, Ctrl+0 goes back.")});
}

} // namespace Hearth
