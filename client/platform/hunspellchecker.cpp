// SPDX-License-Identifier: Apache-2.0
#include "platform/hunspellchecker.h"

#include "util/poolwork.h"

#include <QDir>
#include <QPointer>
#include <QStandardPaths>
#include <QStringDecoder>
#include <QStringEncoder>

#include <hunspell.hxx>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype wordsRemembered = 20'000;
constexpr qsizetype suggestionsGiven = 6;

// The first folder that has a language wins.
QMap<QString, QString> stemsIn(const QStringList &folders)
{
    QMap<QString, QString> stems;
    for (const QString &folder : folders) {
        for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.dic"_s}, QDir::Files)) {
            const QString stem = file.path() + u'/' + file.completeBaseName();
            const bool hyphenation = file.fileName().startsWith("hyph_"_L1);
            if (!hyphenation && QFile::exists(stem + ".aff"_L1) && !stems.contains(file.completeBaseName()))
                stems.insert(file.completeBaseName(), stem);
        }
    }
    return stems;
}

} // namespace

// One language, in the encoding that its dictionary is written in.
class HunspellDictionary
{
public:
    explicit HunspellDictionary(const QString &stem)
        : m_hunspell(QFile::encodeName(stem + ".aff"_L1), QFile::encodeName(stem + ".dic"_L1))
        , m_encode(m_hunspell.get_dict_encoding().c_str())
        , m_decode(m_hunspell.get_dict_encoding().c_str())
    { }

    [[nodiscard]] bool isUsable() const { return m_encode.isValid() && m_decode.isValid(); }

    [[nodiscard]] bool has(const QString &word)
    {
        const QByteArray encoded = m_encode(word);
        return !m_encode.hasError() && m_hunspell.spell(encoded.toStdString());
    }

    [[nodiscard]] QStringList suggestions(const QString &word)
    {
        QStringList words;
        const QByteArray encoded = m_encode(word);
        for (const std::string &suggestion : m_hunspell.suggest(encoded.toStdString()))
            words.append(m_decode(QByteArrayView(suggestion)));
        return words;
    }

private:
    Hunspell m_hunspell;
    QStringEncoder m_encode;
    QStringDecoder m_decode;
};

QStringList HunspellChecker::usualFolders()
{
    return QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, u"hunspell"_s,
                                     QStandardPaths::LocateDirectory)
        + QStringList{u"/usr/share/hunspell"_s, u"/usr/share/myspell/dicts"_s, u"/usr/share/myspell"_s};
}

HunspellChecker::HunspellChecker(const QStringList &folders, QObject *parent)
    : SpellChecker(parent)
    , m_stems(stemsIn(folders))
{
    m_pool.setMaxThreadCount(1);
}

HunspellChecker::~HunspellChecker() = default;

QStringList HunspellChecker::available() const
{
    return m_stems.keys();
}

void HunspellChecker::setLanguages(const QStringList &languages)
{
    if (languages == m_languages)
        return;
    m_languages = languages;
    m_dictionaries.clear();
    m_known.clear();
    m_loaded = false;
    Q_EMIT changed();
}

void HunspellChecker::setOwnWords(const QStringList &words)
{
    m_ownWords.clear();
    for (const QString &word : words)
        m_ownWords.insert(word.toLower());
    Q_EMIT changed();
}

bool HunspellChecker::isRight(const QString &word)
{
    if (m_languages.isEmpty())
        return true;
    if (!m_loaded)
        load();
    if (m_dictionaries.isEmpty() || m_ownWords.contains(word.toLower()))
        return true;
    const auto known = m_known.constFind(word);
    if (known != m_known.constEnd())
        return *known;
    if (m_known.size() >= wordsRemembered)
        m_known.clear();
    return *m_known.insert(word, isKnown(word));
}

bool HunspellChecker::isKnown(const QString &word) const
{
    return std::ranges::any_of(m_dictionaries,
                               [&word](const auto &dictionary) { return dictionary->has(word); });
}

// Of all languages in turn, as nobody can know which one was meant.
QStringList HunspellChecker::suggestions(const QString &word)
{
    QList<QStringList> each;
    for (const auto &dictionary : std::as_const(m_dictionaries))
        each.append(dictionary->suggestions(word));
    QStringList merged;
    for (qsizetype i = 0; i < suggestionsGiven; ++i) {
        for (const QStringList &words : std::as_const(each)) {
            if (i < words.size() && !merged.contains(words[i]))
                merged.append(words[i]);
        }
    }
    return merged.mid(0, suggestionsGiven);
}

QCoro::Task<void> HunspellChecker::load()
{
    const QPointer<HunspellChecker> self(this);
    m_loaded = true;
    const QStringList languages = m_languages;
    QStringList stems;
    for (const QString &language : languages) {
        if (m_stems.contains(language))
            stems.append(m_stems.value(language));
    }
    PoolWork read(m_pool, [stems] {
        Dictionaries dictionaries;
        for (const QString &stem : stems) {
            auto dictionary = std::make_shared<HunspellDictionary>(stem);
            if (dictionary->isUsable())
                dictionaries.append(std::move(dictionary));
        }
        return dictionaries;
    });
    Dictionaries dictionaries = co_await read;
    if (!self || languages != m_languages)
        co_return;
    m_dictionaries = std::move(dictionaries);
    Q_EMIT changed();
}

} // namespace Hearth
