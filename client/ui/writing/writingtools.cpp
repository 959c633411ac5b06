// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/writingtools.h"

#include "platform/spellchecker.h"
#include "ui/clientsettings.h"

#include <QLocale>

namespace Hearth {

WritingTools::WritingTools(ClientSettings &clientSettings, SpellChecker &spellChecker)
    : settings(clientSettings)
    , spelling(spellChecker)
{
    spelling.setOwnWords(settings.spellingWords());
    applySpelling();
}

QStringList WritingTools::spellingLanguages() const
{
    const auto chosen = settings.spellingLanguages();
    return chosen ? *chosen : languagesFor(QLocale::system().uiLanguages(), spelling.available());
}

void WritingTools::setSpelling(bool on)
{
    settings.setSpelling(on);
    applySpelling();
}

void WritingTools::setSpellingLanguages(const QStringList &languages)
{
    settings.setSpellingLanguages(languages);
    applySpelling();
}

void WritingTools::setSpellingLanguage(const QString &language, bool on)
{
    QStringList languages = spellingLanguages();
    languages.removeAll(language);
    if (on)
        languages.append(language);
    setSpellingLanguages(languages);
}

void WritingTools::learn(const QString &word)
{
    settings.addSpellingWord(word);
    spelling.setOwnWords(settings.spellingWords());
}

void WritingTools::applySpelling()
{
    spelling.setLanguages(settings.spelling() ? spellingLanguages() : QStringList());
}

} // namespace Hearth
