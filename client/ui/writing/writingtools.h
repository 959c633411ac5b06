// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/emojicatalog.h"

namespace Hearth {

class ClientSettings;
class SpellChecker;

// What all fields share in which messages are written.
class WritingTools
{
public:
    WritingTools(ClientSettings &settings, SpellChecker &spelling);

    void setSpelling(bool on);
    void setSpellingLanguages(const QStringList &languages);
    void setSpellingLanguage(const QString &language, bool on); // beside the others
    [[nodiscard]] QStringList spellingLanguages() const; // as chosen, or those of the desktop
    void learn(const QString &word);

    ClientSettings &settings;
    SpellChecker &spelling;
    const EmojiCatalog emoji;

private:
    void applySpelling();
};

} // namespace Hearth
