// SPDX-License-Identifier: Apache-2.0
#include "services/searchquery.h"

#include <array>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestQuery = 512; // UTF-16 code units
constexpr qsizetype mostParts = 32;

tl::unexpected<Error> invalid(const QString &detail)
{
    return fail(ErrorCode::InvalidField, detail, u"/q"_s);
}

// One part of a query: [-][filter:](word or "words").
struct Part {
    bool negated = false;
    bool quoted = false;
    QStringView filter; // with the case that it was written in; empty for words
    QStringView value;
};

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\u201c' || c == u'\u201d' || c == u'\u201e';
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

// Cuts a query into its parts, from the left to the right.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    { }

    std::optional<Part> next()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        if (m_at == m_text.size())
            return std::nullopt;
        Part part;
        if (m_text[m_at] == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            part.negated = true;
            ++m_at;
        }
        part.filter = filterName();
        part.quoted = m_at < m_text.size() && isQuote(m_text[m_at]);
        part.value = part.quoted ? quotedValue() : plainValue();
        return part;
    }

private:
    // Letters and a colon, unless an address follows: "https://…".
    QStringView filterName()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isAsciiLetter(m_text[end]))
            ++end;
        if (end == m_at || end == m_text.size() || m_text[end] != u':' || m_text.mid(end + 1, 2) == u"//")
            return {};
        const QStringView name = m_text.mid(m_at, end - m_at);
        m_at = end + 1;
        return name;
    }

    QStringView quotedValue()
    {
        const qsizetype begin = ++m_at;
        while (m_at < m_text.size() && !isQuote(m_text[m_at]))
            ++m_at;
        const QStringView value = m_text.mid(begin, m_at - begin);
        if (m_at < m_text.size())
            ++m_at; // a quotation that nobody closed goes to the end
        return value;
    }

    QStringView plainValue()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && !isQuote(m_text[m_at]))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }

    const QStringView m_text;
    qsizetype m_at = 0;
};

constexpr std::array hasValues{
    std::pair{"file"_L1, SearchMark::File},         std::pair{"image"_L1, SearchMark::Image},
    std::pair{"video"_L1, SearchMark::Video},       std::pair{"audio"_L1, SearchMark::Audio},
    std::pair{"link"_L1, SearchMark::Link},         std::pair{"location"_L1, SearchMark::Location},
    std::pair{"reaction"_L1, SearchMark::Reaction}, std::pair{"pin"_L1, SearchMark::Pin},
    std::pair{"thread"_L1, SearchMark::Thread},
};
constexpr std::array isValues{std::pair{"pinned"_L1, SearchMark::Pin},
                              std::pair{"edited"_L1, SearchMark::Edited},
                              std::pair{"reply"_L1, SearchMark::Reply}};

template<size_t N>
std::optional<SearchMark> markNamed(const std::array<std::pair<QLatin1StringView, SearchMark>, N> &names,
                                    QStringView value)
{
    for (const auto &[name, mark] : names) {
        if (value.compare(name, Qt::CaseInsensitive) == 0)
            return mark;
    }
    return std::nullopt;
}

// A date is its midnight in UTC.
std::optional<Timestamp> timeOf(QStringView value)
{
    constexpr qsizetype dateLength = 10;
    return fromRfc3339(value.size() == dateLength ? value.toString() + "T00:00:00Z"_L1 : value.toString());
}

class Builder
{
public:
    Result<void> add(const Part &part)
    {
        if (part.filter.isEmpty())
            return addWords(part);
        const QString name = part.filter.toString().toLower();
        const bool known = name == "from"_L1 || name == "in"_L1 || name == "has"_L1 || name == "is"_L1
            || name == "before"_L1 || name == "after"_L1;
        if (!known)
            return invalid(u"There is no filter \"%1:\". There are from:, in:, before:, after:, has: and "
                           "is:; put words with a colon in quotation marks."_s.arg(name));
        if (part.value.trimmed().isEmpty())
            return invalid(u"The filter %1: needs a value."_s.arg(name));
        if (name == "before"_L1 || name == "after"_L1)
            return addTime(part, name == "before"_L1 ? m_search.before : m_search.after, name);
        if (name == "has"_L1)
            return addMark(part, markNamed(hasValues, part.value),
                           u"file, image, video, audio, link, location, reaction, pin, thread"_s);
        if (name == "is"_L1)
            return addState(part);
        QStringList &list = name == "from"_L1 ? (part.negated ? m_search.notFrom : m_search.from)
                                              : (part.negated ? m_search.notIn : m_search.in);
        list += part.value.trimmed().toString();
        m_empty = false;
        return {};
    }

    // Answers the whole, if there is anything to look for.
    Result<MessageSearch> result() const
    {
        if (m_empty)
            return invalid(u"There is nothing to look for: give a word of letters or digits, or a filter."_s);
        return m_search;
    }

private:
    // Signs alone find nothing and keep nothing away.
    Result<void> addWords(const Part &part)
    {
        Search::Pattern pattern = Search::patternFor(part.value, !part.quoted);
        if (pattern.tokens.isEmpty())
            return {};
        (part.negated ? m_search.unwantedWords : m_search.words).append(std::move(pattern));
        m_empty = false;
        return {};
    }

    Result<void> addTime(const Part &part, std::optional<Timestamp> &bound, const QString &name)
    {
        const auto time = timeOf(part.value.trimmed());
        if (part.negated || !time)
            return invalid(u"%1: takes a date such as 2026-01-31 or a time such as "
                           "2026-01-31T09:00:00Z."_s.arg(name));
        if (!bound)
            bound = time;
        else // of several, the narrower one
            bound = name == "before"_L1 ? std::min(*bound, *time) : std::max(*bound, *time);
        m_empty = false;
        return {};
    }

    Result<void> addMark(const Part &part, std::optional<SearchMark> mark, const QString &choice)
    {
        if (!mark)
            return invalid(u"%1: takes one of: %2."_s.arg(part.filter.toString().toLower(), choice));
        (part.negated ? m_search.unwantedMarks : m_search.marks).append(*mark);
        m_empty = false;
        return {};
    }

    Result<void> addState(const Part &part)
    {
        const bool mention = part.value.compare("mention"_L1, Qt::CaseInsensitive) == 0;
        const bool unread = part.value.compare("unread"_L1, Qt::CaseInsensitive) == 0;
        if (!mention && !unread)
            return addMark(part, markNamed(isValues, part.value),
                           u"pinned, edited, reply, mention, unread"_s);
        if (mention)
            (part.negated ? m_search.notMentionsMe : m_search.mentionsMe) = true;
        else
            (part.negated ? m_search.notUnread : m_search.unread) = true;
        m_empty = false;
        return {};
    }

    MessageSearch m_search;
    bool m_empty = true;
};

Result<void> checkLength(QStringView query)
{
    if (query.size() > longestQuery)
        return invalid(u"A search has at most %1 characters."_s.arg(longestQuery));
    return {};
}

tl::unexpected<Error> tooManyParts()
{
    return invalid(u"A search has at most %1 parts."_s.arg(mostParts));
}

} // namespace

Result<MessageSearch> parseSearch(QStringView query)
{
    if (auto checked = checkLength(query); !checked)
        return fail(std::move(checked.error()));
    Scanner scanner(query);
    Builder builder;
    qsizetype parts = 0;
    while (const std::optional<Part> part = scanner.next()) {
        if (++parts > mostParts)
            return tooManyParts();
        if (auto added = builder.add(*part); !added)
            return fail(std::move(added.error()));
    }
    return builder.result();
}

Result<QList<Search::Pattern>> parseWords(QStringView query)
{
    if (auto checked = checkLength(query); !checked)
        return fail(std::move(checked.error()));
    QList<Search::Pattern> words;
    for (const Search::Token &token : Search::tokenize(query)) {
        if (words.size() == mostParts)
            return tooManyParts();
        // The last character of a run stands in the pair before it.
        if (token.kind == Search::TokenKind::Single && !words.isEmpty()
            && words.last().tokens.last().endsWith(token.text))
            continue;
        words.append({{token.text}, true});
    }
    if (words.isEmpty())
        return invalid(u"There is nothing to look for: give a word of letters or digits."_s);
    return words;
}

} // namespace Hearth
