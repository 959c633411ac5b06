// SPDX-License-Identifier: Apache-2.0
#include "models/emojicatalog.h"

#include "core/folded.h"

#include <QFile>
#include <QHash>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// What is searched in of one emoji, folded.
struct EmojiWords {
    QStringList names; // name and shortcode; words are divided by one space
    QStringList keywords;
};

enum EmojiRank { Exactly, AtBeginning, AtWord, Inside, InKeyword, NotAtAll };

QString emojiResource(const QString &name)
{
    return u":/emoji/%1.txt"_s.arg(name);
}

QStringList linesOf(const QString &resource)
{
    QFile file(resource);
    [[maybe_unused]] const bool known = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(known, "EmojiCatalog", qPrintable(resource));
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

// "thumbs_up" is found as "thumbs up", too.
QString wordsOf(const QString &text)
{
    return folded(text).replace(u'_', u' ').replace(u'-', u' ').simplified();
}

QString together(QString text)
{
    return text.remove(u' ');
}

EmojiRank rankOf(const EmojiWords &words, const QString &text)
{
    EmojiRank best = NotAtAll;
    for (const QString &name : words.names) {
        const qsizetype at = name.indexOf(text);
        const EmojiRank rank = name == text             ? Exactly
            : at == 0                                   ? AtBeginning
            : name.contains(u' ' + text)                ? AtWord
            : at > 0                                    ? Inside
            : together(name).startsWith(together(text)) ? AtBeginning
                                                        : NotAtAll;
        best = std::min(best, rank);
    }
    const auto begins = [&text](const QString &keyword) { return keyword.startsWith(text); };
    if (best == NotAtAll && std::ranges::any_of(words.keywords, begins))
        return InKeyword;
    return best;
}

} // namespace

struct EmojiCatalog::Data {
    QLocale locale;
    QList<Emoji> all;
    QHash<QString, qsizetype> places; // by text, in every tone
    QList<EmojiWords> words; // empty until somebody searches

    void read();
    void readNames(const QString &language);
    void index();
    void addKeywords(const QString &language);
    [[nodiscard]] QString language() const;
};

QString Emoji::inTone(SkinTone tone) const
{
    return tone == SkinTone::None || tones.isEmpty() ? text : tones[int(tone) - 1];
}

void EmojiCatalog::Data::read()
{
    int group = -1;
    for (const QString &line : linesOf(emojiResource(u"emoji"_s))) {
        const QStringList fields = line.split(u'\t');
        if (fields.size() == 1) {
            ++group;
            continue;
        }
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (i != 1)
                places.insert(fields[i], all.size());
        }
        all.append({fields[0], {}, fields[1], fields.mid(2), EmojiGroup(group)});
    }
    readNames(language());
}

QString EmojiCatalog::Data::language() const
{
    const QString own = QLocale::languageToCode(locale.language());
    return QFile::exists(emojiResource(u"names_"_s + own)) ? own : u"en"_s;
}

void EmojiCatalog::Data::readNames(const QString &language)
{
    const QStringList lines = linesOf(emojiResource(u"names_"_s + language));
    Q_ASSERT(lines.size() == all.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        all[i].name = lines[i].section(u'\t', 0, 0);
}

void EmojiCatalog::Data::index()
{
    for (const Emoji &emoji : std::as_const(all))
        words.append({{wordsOf(emoji.name), wordsOf(emoji.shortcode)}, {}});
    addKeywords(language());
    if (language() != "en"_L1)
        addKeywords(u"en"_s); // as shortcodes are English
}

void EmojiCatalog::Data::addKeywords(const QString &language)
{
    const QStringList lines = linesOf(emojiResource(u"names_"_s + language));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        for (const QString &keyword : lines[i].split(u'\t').mid(1))
            words[i].keywords.append(wordsOf(keyword));
    }
}

EmojiCatalog::EmojiCatalog(const QLocale &locale)
    : m_data(std::make_shared<Data>())
{
    m_data->locale = locale;
}

EmojiCatalog::Data &EmojiCatalog::data() const
{
    if (m_data->all.isEmpty())
        m_data->read();
    return *m_data;
}

const QList<Emoji> &EmojiCatalog::all() const
{
    return data().all;
}

const Emoji *EmojiCatalog::find(const QString &text) const
{
    const Data &known = data();
    const auto place = known.places.constFind(text);
    return place == known.places.constEnd() ? nullptr : &known.all[*place];
}

const Emoji *EmojiCatalog::withShortcode(QStringView shortcode) const
{
    const QList<Emoji> &emoji = all();
    const auto found = std::ranges::find(emoji, shortcode, &Emoji::shortcode);
    return found == emoji.end() ? nullptr : &*found;
}

QList<Emoji> EmojiCatalog::search(const QString &text) const
{
    Data &known = data();
    const QString wanted = wordsOf(text);
    if (wanted.isEmpty())
        return {};
    if (known.words.isEmpty())
        known.index();
    QList<Emoji> found[NotAtAll];
    for (qsizetype i = 0; i < known.all.size(); ++i) {
        if (const EmojiRank rank = rankOf(known.words[i], wanted); rank != NotAtAll)
            found[rank].append(known.all[i]);
    }
    QList<Emoji> ranked;
    for (const QList<Emoji> &some : found)
        ranked += some;
    return ranked;
}

} // namespace Hearth
