// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/spellchecker.h"

#include <QCoroTask>
#include <QHash>
#include <QMap>
#include <QSet>
#include <QThreadPool>

#include <memory>

namespace Hearth {

class HunspellDictionary;

// Hunspell with the dictionaries that the system or the person has installed. They are read on another
// thread, and only when the first word is to be checked: each takes some ten megabytes and some ten
// milliseconds.
class HunspellChecker : public SpellChecker
{
    Q_OBJECT

public:
    explicit HunspellChecker(const QStringList &folders = usualFolders(), QObject *parent = nullptr);
    ~HunspellChecker() override;

    [[nodiscard]] static QStringList usualFolders();

    [[nodiscard]] QStringList available() const override;
    void setLanguages(const QStringList &languages) override;
    void setOwnWords(const QStringList &words) override;
    [[nodiscard]] bool isRight(const QString &word) override;
    [[nodiscard]] QStringList suggestions(const QString &word) override;

private:
    using Dictionaries = QList<std::shared_ptr<HunspellDictionary>>;

    [[nodiscard]] bool isKnown(const QString &word) const;
    QCoro::Task<void> load();

    const QMap<QString, QString> m_stems; // path without .aff and .dic by language
    QStringList m_languages;
    QSet<QString> m_ownWords; // folded to lower case
    Dictionaries m_dictionaries; // of m_languages, once they are read
    bool m_loaded = false; // or being read
    QHash<QString, bool> m_known; // what was looked up
    QThreadPool m_pool;
};

} // namespace Hearth
