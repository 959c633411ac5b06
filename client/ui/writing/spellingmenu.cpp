// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/spellingmenu.h"

#include "platform/spellchecker.h"
#include "ui/clientsettings.h"
#include "ui/writing/spellwords.h"
#include "ui/writing/writingtools.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMenu>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>

namespace Hearth {

namespace {

struct SpellingMenu {
    Q_DECLARE_TR_FUNCTIONS(Hearth::SpellingMenu)
};

// The word at a place if it is not spelt right, selected.
std::optional<QTextCursor> wrongWordAt(const QTextCursor &place, WritingTools &tools)
{
    const QTextBlock block = place.block();
    for (const Stretch &word : wordsToCheck(block.text())) {
        const int at = place.positionInBlock();
        if (at < word.start || at > word.end() || tools.spelling.isRight(wordAt(block.text(), word)))
            continue;
        QTextCursor cursor = place;
        cursor.setPosition(block.position() + word.start);
        cursor.setPosition(block.position() + word.end(), QTextCursor::KeepAnchor);
        return cursor;
    }
    return std::nullopt;
}

void addSuggestions(QMenu &menu, const QTextCursor &word, WritingTools &tools)
{
    QAction *before = menu.actions().value(0);
    const QString text = wordAt(word.selectedText(), {0, int(word.selectedText().size())});
    const QStringList suggestions = tools.spelling.suggestions(text);
    const auto add = [&menu, before](const QString &label) {
        auto *action = new QAction(label, &menu);
        menu.insertAction(before, action);
        return action;
    };
    for (const QString &suggestion : suggestions) {
        QObject::connect(add(suggestion), &QAction::triggered, &menu,
                         [word = QTextCursor(word), suggestion]() mutable { word.insertText(suggestion); });
    }
    if (suggestions.isEmpty())
        add(SpellingMenu::tr("No suggestions"))->setEnabled(false);
    QObject::connect(add(SpellingMenu::tr("Add to dictionary")), &QAction::triggered, &menu,
                     [text, &tools] { tools.learn(text); });
    menu.insertSeparator(before);
}

void addChoices(QMenu &menu, WritingTools &tools)
{
    const QStringList available = tools.spelling.available();
    if (available.isEmpty())
        return;
    menu.addSeparator();
    QMenu *spelling = menu.addMenu(SpellingMenu::tr("Spelling"));
    QAction *on = spelling->addAction(SpellingMenu::tr("Check while typing"));
    on->setCheckable(true);
    on->setChecked(tools.settings.spelling());
    QObject::connect(on, &QAction::toggled, &menu, [&tools](bool checked) { tools.setSpelling(checked); });
    spelling->addSeparator();
    const QStringList chosen = tools.spellingLanguages();
    for (const QString &language : available) {
        QAction *action = spelling->addAction(spellingLanguageName(language));
        action->setCheckable(true);
        action->setChecked(chosen.contains(language));
        QObject::connect(action, &QAction::toggled, &menu,
                         [&tools, language](bool checked) { tools.setSpellingLanguage(language, checked); });
    }
}

} // namespace

QString spellingLanguageName(const QString &code)
{
    const QLocale locale(code);
    return locale == QLocale::c()
        ? code
        : SpellingMenu::tr("%1 (%2)").arg(QLocale::languageToString(locale.language()), code);
}

void addSpelling(QMenu &menu, const QTextCursor &place, WritingTools &tools)
{
    if (const auto word = wrongWordAt(place, tools))
        addSuggestions(menu, *word, tools);
    addChoices(menu, tools);
}

} // namespace Hearth
