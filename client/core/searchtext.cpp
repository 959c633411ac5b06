// SPDX-License-Identifier: Apache-2.0
#include "core/searchtext.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList &filterNames()
{
    static const QStringList names{u"from"_s, u"in"_s, u"before"_s, u"after"_s, u"has"_s, u"is"_s};
    return names;
}

// Text up to a space, or up to the closing quotation mark; `at` moves behind it.
QString takeValue(QStringView text, qsizetype &at, bool &quoted)
{
    quoted = at < text.size() && text[at] == u'"';
    const qsizetype from = quoted ? at + 1 : at;
    qsizetype to = from;
    while (to < text.size() && (quoted ? text[to] != u'"' : !text[to].isSpace()))
        ++to;
    at = quoted ? to + 1 : to;
    return text.sliced(from, to - from).toString();
}

// Without case and accents, each code unit for itself, so that places stay the same.
QString folded(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    std::ranges::transform(text, result.begin(), [](QChar c) {
        const QString parts = c.decomposition();
        return (parts.isEmpty() ? c : parts.front()).toCaseFolded();
    });
    return result;
}

} // namespace

QList<SearchPart> splitSearch(QStringView text)
{
    QList<SearchPart> parts;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        SearchPart part;
        part.exclude = text[at] == u'-' && at + 1 < text.size() && !text[at + 1].isSpace();
        at += part.exclude ? 1 : 0;
        for (const QString &name : filterNames()) {
            if (text.sliced(at).startsWith(name + u':', Qt::CaseInsensitive)) {
                part.filter = name;
                at += name.size() + 1;
            }
        }
        bool quoted = false;
        part.value = takeValue(text, at, quoted);
        part.phrase = quoted && part.filter.isEmpty();
        if (!part.value.trimmed().isEmpty())
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
