// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QLocale>
#include <QStringList>

#include <memory>

namespace Hearth {

enum class SkinTone { None, Light, MediumLight, Medium, MediumDark, Dark };

// Unicode's groups, in its order.
enum class EmojiGroup { Smileys, People, Nature, Food, Travel, Activities, Objects, Symbols, Flags };

struct Emoji {
    QString text; // fully qualified
    QString name; // in the language of the catalog
    QString shortcode; // in English, without the colons
    QStringList tones; // the same from light to dark; most have none
    EmojiGroup group = EmojiGroup::Smileys;

    [[nodiscard]] QString inTone(SkinTone tone) const;

    bool operator==(const Emoji &) const = default;
};

// All emoji that Unicode recommends, in its order, with names and keywords in the person's language, or in
// English when CLDR's are not packed in that. Reads its resource when it is first asked, in a few
// milliseconds; copies share what was read. To be used on one thread.
class EmojiCatalog
{
public:
    explicit EmojiCatalog(const QLocale &locale = QLocale());

    [[nodiscard]] const QList<Emoji> &all() const;
    [[nodiscard]] const Emoji *find(const QString &text) const; // in any tone; null: not one of them
    [[nodiscard]] const Emoji *withShortcode(QStringView shortcode) const;

    // Whose name or shortcode begins with the text, then those with it inside, then those with a keyword that
    // begins with it; whatever its case and accents. Empty for an empty text.
    [[nodiscard]] QList<Emoji> search(const QString &text) const;

private:
    struct Data;

    [[nodiscard]] Data &data() const;

    std::shared_ptr<Data> m_data;
};

} // namespace Hearth
