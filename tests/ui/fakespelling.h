// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/spellchecker.h"

#include <QHash>

namespace Hearth::Test {

// Knows which words are wrong, and what they should be.
class FakeSpelling : public SpellChecker
{
public:
    QStringList available() const override { return {QStringLiteral("de_DE"), QStringLiteral("en_US")}; }

    void setLanguages(const QStringList &chosen) override
    {
        languages = chosen;
        Q_EMIT changed();
    }

    void setOwnWords(const QStringList &words) override
    {
        ownWords = words;
        Q_EMIT changed();
    }

    bool isRight(const QString &word) override
    {
        return languages.isEmpty() || ownWords.contains(word) || !wrong.contains(word);
    }

    QStringList suggestions(const QString &word) override { return wrong.value(word); }

    QHash<QString, QStringList> wrong;
    QStringList languages;
    QStringList ownWords;
};

} // namespace Hearth::Test
