// SPDX-License-Identifier: Apache-2.0
#include "storage/searchprobe.h"

#include "storage/searchexpression.h"
#include "storage/searchvisibility.h"
#include "storage/searchwalk.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostRead = 8'000; // messages, for words of which the beginning is enough
constexpr qint64 firstRead = 1'000; // of them, before it can be told whether that will do

QList<qint64> readNumbers(Rows &&rows)
{
    QList<qint64> numbers;
    while (rows.next()) {
        qint64 number = 0;
        rows >> number;
        numbers.append(number);
    }
    return numbers;
}

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

// More would have to be read than pays, going by what has been.
bool isReadInVain(qint64 read, qint64 found, qint64 wanted)
{
    return read >= firstRead && found * mostRead < wanted * read;
}

// Before it gives the first match, FTS5 merges what it has for all words with a beginning. So the newest
// messages in which everything else is found are read, which most often have enough of them; only what is
// older is left to the index.
QList<qint64> readBeginnings(Sql &sql, const SearchProbe &probe)
{
    const QStringList wanted = spelled(probe.words), unwanted = spelled(probe.unwantedWords);
    const QString match = expressionOf(withoutBeginnings(probe), SearchTokens::Backend::Sqlite).exact;
    SearchProbe older = probe;
    QList<qint64> found;
    {
        Rows rows = sql.run(
            u"SELECT t.rowid, ' ' || t.tokens, EXISTS (SELECT 1 FROM search_messages AS s"_s
                + visibleMessages(probe)
                + u" WHERE s.number = t.rowid) FROM search_texts AS t"
                  " WHERE t.tokens MATCH :match AND t.rowid >= :from AND t.rowid < :below"
                  " ORDER BY t.rowid DESC"_s,
            {{":viewer", probe.viewer}, {":match", match}, {":from", probe.from}, {":below", probe.below}});
        for (qint64 read = 0; !isReadInVain(read, found.size(), probe.limit); ++read) {
            if (found.size() == probe.limit || !rows.next())
                return found;
            QString tokens;
            bool isVisible = false;
            rows >> older.below >> tokens >> isVisible;
            const auto has = [&tokens](const QString &text) { return tokens.contains(text); };
            if (isVisible && std::ranges::all_of(wanted, has) && std::ranges::none_of(unwanted, has))
                found.append(older.below);
        }
    }
    older.limit -= int(found.size());
    return found + askIndex(sql, older);
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
