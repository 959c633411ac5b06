// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/writingpage.h"

#include "platform/spellchecker.h"
#include "ui/clientsettings.h"
#include "ui/settings/choicebox.h"
#include "ui/writing/spellingmenu.h"
#include "ui/writing/writingtools.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace Hearth {

WritingPage::WritingPage(WritingTools &tools, Theme &theme, QWidget *parent)
    : SettingsPage(tr("Writing and keys"), theme, parent)
    , m_tools(tools)
{
    ClientSettings &settings = tools.settings;
    auto *send = new ChoiceBox<bool>(QStringLiteral("sendKey"),
                                     {{tr("Enter sends, Shift+Enter begins a new line"), false},
                                      {tr("Ctrl+Enter sends, Enter begins a new line"), true}},
                                     settings.sendWithCtrlEnter());
    send->onChosen(this, [&settings](bool ctrlEnter) { settings.setSendWithCtrlEnter(ctrlEnter); });
    addRow(send,
           {tr("The key that sends"), tr("return control composer keyboard shortcut message line break"),
            tr("All keys are shown by Ctrl+/.")});
    addSpelling();
    connect(&tools.spelling, &SpellChecker::changed, this, &WritingPage::refresh);
    refresh();
}

void WritingPage::addSpelling()
{
    m_spelling = new QCheckBox(this);
    m_spelling->setObjectName(QStringLiteral("spellingOn"));
    connect(m_spelling, &QCheckBox::clicked, this, [this](bool on) { m_tools.setSpelling(on); });
    addRow(m_spelling,
           {tr("Check spelling while typing"), tr("spell check typos mistakes correction words")});

    auto *list = new QWidget(this);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins({});
    for (const QString &language : m_tools.spelling.available()) {
        auto *box = new QCheckBox(spellingLanguageName(language), list);
        box->setObjectName(QStringLiteral("spelling-") + language);
        box->setProperty("language", language);
        connect(box, &QCheckBox::clicked, this,
                [this, language](bool on) { m_tools.setSpellingLanguage(language, on); });
        layout->addWidget(box);
        m_languages << box;
    }
    if (m_languages.isEmpty()) {
        auto *none = new QLabel(tr("No dictionaries are installed on this computer."), list);
        none->setWordWrap(true);
        layout->addWidget(none);
    }
    addRow(list,
           {tr("Languages of the spelling"), tr("dictionary dictionaries hunspell spell check"),
            tr("A word is right when it is right in one of them. Dictionaries are those of the system.")});
}

// Also what the menu of the message's field has changed.
void WritingPage::refresh()
{
    const bool on = m_tools.settings.spelling();
    const QStringList chosen = m_tools.spellingLanguages();
    m_spelling->setChecked(on);
    for (QCheckBox *box : std::as_const(m_languages)) {
        box->setChecked(chosen.contains(box->property("language").toString()));
        box->setEnabled(on);
    }
}

} // namespace Hearth
