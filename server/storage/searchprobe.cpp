// SPDX-License-Identifier: Apache-2.0
#include "storage/searchprobe.h"

#include "storage/searchexpression.h"
#include "storage/searchvisibility.h"
#include "storage/searchwalk.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostRead = 8'000; // messages, for the beginnings of words

// FTS5 gives matches by descending number, so one statement ends when it has enough of them. CROSS JOIN: the
// index of tokens comes first, whatever SQLite thinks of it.
QList<qint64> askIndex(Sql &sql, const SearchProbe &probe)
{
    return readNumbers(sql.run(
        u"SELECT s.number FROM search_texts AS t CROSS JOIN search_messages AS s ON s.number = t.rowid"_s
            + visibleMessages(probe)
            + u" WHERE t.tokens MATCH :match AND t.rowid >= :from AND t.rowid < :below"
              " ORDER BY t.rowid DESC LIMIT :limit"_s,
        {{":viewer", probe.viewer},
         {":match", expressionOf(probe, SearchTokens::Backend::Sqlite).exact},
         {":from", probe.from},
         {":below", probe.below},
         {":limit", probe.limit}}));
}

// What text between spaces a message has where these words are found in it.
QStringList spelled(const QList<Search::Pattern> &patterns)
{
    QStringList texts;
    for (const Search::Pattern &pattern : patterns) {
        if (pattern.open)
            texts += u' ' + pattern.tokens.join(u' ');
    }
    return texts;
}

// Before it gives the first match, FTS5 merges what it has for all words with a beginning. So the newest
// messages in which everything else is found are read, which most often have enough of them; only what is
// older is left to the index.
QList<qint64> readBeginnings(Sql &sql, const SearchProbe &probe)
{
    const QStringList wanted = spelled(probe.words), unwanted = spelled(probe.unwantedWords);
    SearchProbe older = probe;
    QList<qint64> found;
    int read = 0;
    {
        Rows rows =
            sql.run(u"SELECT t.rowid, ' ' || t.tokens, EXISTS (SELECT 1 FROM search_messages AS s"_s
                        + visibleMessages(probe)
                        + u" WHERE s.number = t.rowid) FROM search_texts AS t"
                          " WHERE t.tokens MATCH :match AND t.rowid >= :from AND t.rowid < :below"
                          " ORDER BY t.rowid DESC LIMIT :most"_s,
                    {{":viewer", probe.viewer},
                     {":match", expressionOf(withoutBeginnings(probe), SearchTokens::Backend::Sqlite).exact},
                     {":from", probe.from},
                     {":below", probe.below},
                     {":most", mostRead}});
        for (; found.size() < probe.limit && rows.next(); ++read) {
            QString tokens;
            bool isVisible = false;
            rows >> older.below >> tokens >> isVisible;
            const auto has = [&tokens](const QString &text) { return tokens.contains(text); };
            if (isVisible && std::ranges::all_of(wanted, has) && std::ranges::none_of(unwanted, has))
                found.append(older.below);
        }
    }
    older.limit -= int(found.size());
    return older.limit > 0 && read == mostRead ? found + askIndex(sql, older) : found;
}

QList<qint64> probeSqlite(Sql &sql, const SearchProbe &probe)
{
    return hasBeginnings(probe) ? readBeginnings(sql, probe) : askIndex(sql, probe);
}

} // namespace

QList<qint64> probe(Sql &sql, const SearchProbe &probe, const Deadline &deadline)
{
    return sql.backend() == DatabaseConfig::Backend::Sqlite ? probeSqlite(sql, probe)
                                                            : probePostgres(sql, probe, deadline);
}

} // namespace Hearth
