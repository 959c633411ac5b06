// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/programpage.h"

#include "platform/autostart.h"
#include "platform/trayarea.h"
#include "ui/appearance.h"
#include "ui/language.h"
#include "ui/preferences.h"
#include "ui/settings/choicebox.h"

#include <QCheckBox>

namespace Hearth {

ProgramPage::ProgramPage(const SettingsParts &parts, QWidget *parent)
    : SettingsPage(tr("Program"), parts.appearance.theme(), parent)
    , m_parts(parts)
{
    addLanguage();
    addAutostart();
    addTray();
}

void ProgramPage::addLanguage()
{
    QList<ChoiceBox<QString>::Choice> choices{{tr("As the desktop"), QString()}};
    for (const Language::Known &known : Language::all())
        choices << ChoiceBox<QString>::Choice{known.name, known.code};
    auto *language =
        new ChoiceBox<QString>(QStringLiteral("languageChoice"), choices, m_parts.language.choice());
    language->onChosen(this, [this](const QString &code) { m_parts.language.setChoice(code); });
    // Also in the languages themselves: who cannot read this one looks for theirs.
    addRow(
        language,
        {tr("Language"), tr("translation locale") + QStringLiteral(" language Sprache idioma langue اللغة")});
}

void ProgramPage::addAutostart()
{
    auto *start = new QCheckBox(this);
    start->setObjectName(QStringLiteral("autostart"));
    start->setChecked(m_parts.autostart.isEnabled());
    connect(start, &QCheckBox::toggled, this, [this, start](bool on) {
        const Result<void> done = m_parts.autostart.setEnabled(on);
        showError(done ? QString() : done.error().detail);
        const QSignalBlocker quiet(start);
        start->setChecked(m_parts.autostart.isEnabled());
    });
    addRow(start,
           {tr("Start when you sign in on this computer"), tr("autostart login boot automatically launch"),
            tr("Hidden in the tray, where there is one.")});
}

void ProgramPage::addTray()
{
    auto *stays = new QCheckBox(this);
    stays->setObjectName(QStringLiteral("staysInTray"));
    stays->setChecked(m_parts.preferences.staysInTray());
    const auto refresh = [this, stays] { stays->setEnabled(m_parts.tray.isAvailable()); };
    connect(&m_parts.tray, &TrayArea::availabilityChanged, stays, refresh);
    connect(stays, &QCheckBox::toggled, this, [this](bool on) { m_parts.preferences.setStaysInTray(on); });
    refresh();
    addRow(stays,
           {tr("Keep running in the tray when the window is closed"),
            tr("background minimize quit notification area system tray icon"),
            tr("Only where the desktop has a tray.")});
}

} // namespace Hearth
