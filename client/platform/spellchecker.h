// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>

namespace Hearth {

// What knows how words are written. Several languages at once: a word is right if one of them has it. Never
// makes anybody wait: until the dictionaries are read, every word is right.
class SpellChecker : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QStringList available() const = 0; // languages as "en_US", sorted
    virtual void setLanguages(const QStringList &languages) = 0; // none: every word is right
    virtual void setOwnWords(const QStringList &words) = 0; // right in any language

    [[nodiscard]] virtual bool isRight(const QString &word) = 0;
    [[nodiscard]] virtual QStringList suggestions(const QString &word) = 0; // the best first

Q_SIGNALS:
    void changed(); // other words are right now
};

// Which of some languages a computer set to these would want: "en-GB" takes en_GB, or else any English.
[[nodiscard]] QStringList languagesFor(const QStringList &uiLanguages, const QStringList &available);

} // namespace Hearth
