// SPDX-License-Identifier: Apache-2.0
#include "services/searchquery.h"

#include "wire/searchparts.h"

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
    Result<void> add(const SearchPart &part)
    {
        if (part.filter.isEmpty())
            return addWords(part);
        const QString name = part.filter.toLower();
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
        QStringList &list = name == "from"_L1 ? (part.exclude ? m_search.notFrom : m_search.from)
                                              : (part.exclude ? m_search.notIn : m_search.in);
        list += part.value.trimmed();
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
    Result<void> addWords(const SearchPart &part)
    {
        Search::Pattern pattern = Search::patternFor(part.value, !part.phrase);
        if (pattern.tokens.isEmpty())
            return {};
        (part.exclude ? m_search.unwantedWords : m_search.words).append(std::move(pattern));
        m_empty = false;
        return {};
    }

    Result<void> addTime(const SearchPart &part, std::optional<Timestamp> &bound, const QString &name)
    {
        const auto time = timeOf(part.value.trimmed());
        if (part.exclude || !time)
            return invalid(u"%1: takes a date such as 2026-01-31 or a time such as "
                           "2026-01-31T09:00:00Z."_s.arg(name));
        if (!bound)
            bound = time;
        else // of several, the narrower one
            bound = name == "before"_L1 ? std::min(*bound, *time) : std::max(*bound, *time);
        m_empty = false;
        return {};
    }

    Result<void> addMark(const SearchPart &part, std::optional<SearchMark> mark, const QString &choice)
    {
        if (!mark)
            return invalid(u"%1: takes one of: %2."_s.arg(part.filter.toLower(), choice));
        (part.exclude ? m_search.unwantedMarks : m_search.marks).append(*mark);
        m_empty = false;
        return {};
    }

    Result<void> addState(const SearchPart &part)
    {
        const bool mention = part.value.compare("mention"_L1, Qt::CaseInsensitive) == 0;
        const bool unread = part.value.compare("unread"_L1, Qt::CaseInsensitive) == 0;
        if (!mention && !unread)
            return addMark(part, markNamed(isValues, part.value),
                           u"pinned, edited, reply, mention, unread"_s);
        if (mention)
            (part.exclude ? m_search.notMentionsMe : m_search.mentionsMe) = true;
        else
            (part.exclude ? m_search.notUnread : m_search.unread) = true;
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
    const QList<SearchPart> parts = splitSearch(query);
    if (parts.size() > mostParts)
        return tooManyParts();
    Builder builder;
    for (const SearchPart &part : parts) {
        if (auto added = builder.add(part); !added)
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
