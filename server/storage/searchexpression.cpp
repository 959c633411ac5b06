// SPDX-License-Identifier: Apache-2.0
#include "storage/searchexpression.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

class Builder
{
public:
    explicit Builder(SearchTokens::Backend backend)
        : m_postgres(backend == SearchTokens::Backend::PostgreSql)
    { }

    void all(const QList<Search::Pattern> &patterns)
    {
        for (const Search::Pattern &pattern : patterns) {
            m_wanted.exact += phrase(pattern);
            m_wanted.unordered += words(pattern);
        }
    }
    void all(const QStringList &tokens)
    {
        for (const QString &token : tokens)
            m_wanted.add(phrase({{token}}));
    }
    void oneOf(const QStringList &tokens)
    {
        if (!tokens.isEmpty())
            m_wanted.add(anyOf(tokens));
    }
    void none(const QList<Search::Pattern> &patterns)
    {
        for (const Search::Pattern &pattern : patterns) {
            m_unwanted.exact += phrase(pattern);
            if (pattern.tokens.size() == 1)
                m_unwanted.unordered += phrase(pattern);
        }
    }
    void none(const QStringList &tokens)
    {
        for (const QString &token : tokens)
            m_unwanted.add(phrase({{token}}));
    }

    [[nodiscard]] SearchExpression expression() const
    {
        return {join(m_wanted.exact, m_unwanted.exact), join(m_wanted.unordered, m_unwanted.unordered)};
    }

private:
    struct Parts {
        QStringList exact;
        QStringList unordered;

        void add(const QString &part)
        {
            exact += part;
            unordered += part;
        }
    };

    [[nodiscard]] QString join(QStringList wanted, const QStringList &unwanted) const
    {
        if (wanted.isEmpty())
            wanted += phrase({{SearchTokens::everything()}});
        const QString text = wanted.join(m_postgres ? u" & "_s : u" AND "_s);
        if (unwanted.isEmpty())
            return text;
        return u"(%1) %2 (%3)"_s.arg(text, m_postgres ? u"& !"_s : u"NOT"_s,
                                     unwanted.join(m_postgres ? u" | "_s : u" OR "_s));
    }

    [[nodiscard]] QStringList words(const Search::Pattern &pattern) const
    {
        QStringList words;
        for (qsizetype i = 0; i < pattern.tokens.size(); ++i) {
            const bool last = i + 1 == pattern.tokens.size();
            words += phrase({{pattern.tokens[i]}, last && pattern.open});
        }
        return words;
    }

    // Tokens are letters, digits and symbols, so nothing in them has to be escaped.
    [[nodiscard]] QString phrase(const Search::Pattern &pattern) const
    {
        if (m_postgres)
            return u"('"_s + pattern.tokens.join(u"' <-> '"_s) + (pattern.open ? u"':*)"_s : u"')"_s);
        return u'"' + pattern.tokens.join(u' ') + (pattern.open ? u"\" *"_s : u"\""_s);
    }
    [[nodiscard]] QString anyOf(const QStringList &tokens) const
    {
        return m_postgres ? u"('"_s + tokens.join(u"' | '"_s) + u"')"_s
                          : u"(\""_s + tokens.join(u"\" OR \""_s) + u"\")"_s;
    }

    const bool m_postgres;
    Parts m_wanted;
    Parts m_unwanted;
};

} // namespace

SearchExpression expressionOf(const SearchProbe &probe, SearchTokens::Backend backend)
{
    Builder builder(backend);
    builder.all(probe.words);
    builder.all(probe.marks);
    builder.oneOf(probe.senders);
    builder.oneOf(probe.conversations);
    builder.oneOf(probe.windows);
    builder.none(probe.unwantedWords);
    builder.none(probe.unwantedMarks);
    return builder.expression();
}

SearchProbe withoutBeginnings(SearchProbe probe)
{
    for (Search::Pattern &pattern : probe.words) {
        if (std::exchange(pattern.open, false))
            pattern.tokens.removeLast();
    }
    const auto isEmpty = [](const Search::Pattern &pattern) { return pattern.tokens.isEmpty(); };
    probe.words.removeIf(isEmpty);
    probe.unwantedWords.removeIf([](const Search::Pattern &pattern) { return pattern.open; });
    return probe;
}

bool hasBeginnings(const SearchProbe &probe)
{
    return std::ranges::any_of(probe.words, &Search::Pattern::open)
        || std::ranges::any_of(probe.unwantedWords, &Search::Pattern::open);
}

} // namespace Hearth
