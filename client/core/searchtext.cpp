// SPDX-License-Identifier: Apache-2.0
#include "core/searchtext.h"

#include "core/folded.h"

#include <algorithm>
#include <utility>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList &filterNames()
{
    static const QStringList names{u"from"_s, u"in"_s, u"before"_s, u"after"_s, u"has"_s, u"is"_s};
    return names;
}

} // namespace

QList<SearchPart> typedParts(QStringView text)
{
    QList<SearchPart> parts;
    for (SearchPart part : splitSearch(text)) {
        if (part.value.trimmed().isEmpty())
            continue;
        const QString name = part.filter.toLower();
        if (!name.isEmpty() && !filterNames().contains(name))
            part.value.prepend(std::exchange(part.filter, {}) + u':');
        else
            part.filter = name;
        parts.append(part);
    }
    return parts;
}

QString searchText(const SearchPart &part)
{
    const bool quoted = part.phrase || std::ranges::any_of(part.value, [](QChar c) { return c.isSpace(); });
    const QString value = quoted ? u'"' + part.value + u'"' : part.value;
    return (part.exclude ? u"-"_s : QString()) + (part.filter.isEmpty() ? QString() : part.filter + u':')
        + value;
}

QString searchText(const QList<SearchPart> &parts)
{
    QStringList words;
    for (const SearchPart &part : parts)
        words.append(searchText(part));
    return words.join(u' ');
}

bool isWrittenWithoutSpaces(QStringView word)
{
    return std::ranges::any_of(word, [](QChar c) {
        switch (c.script()) {
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
        case QChar::Script_Hangul: return true;
        default: return false;
        }
    });
}

QList<Highlight> highlightsOf(const QList<SearchPart> &parts, const QString &text)
{
    const QString content = folded(text);
    QList<Highlight> found;
    for (const SearchPart &part : parts) {
        if (!part.filter.isEmpty() || part.exclude)
            continue;
        const QString word = folded(part.value);
        const bool anywhere = isWrittenWithoutSpaces(word);
        for (qsizetype at = content.indexOf(word); at >= 0; at = content.indexOf(word, at + word.size())) {
            if (anywhere || at == 0 || !content[at - 1].isLetterOrNumber())
                found.append({int(at), int(word.size())});
        }
    }
    std::ranges::sort(found, {}, &Highlight::offset);
    return found;
}

} // namespace Hearth
