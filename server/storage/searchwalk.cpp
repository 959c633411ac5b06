// SPDX-License-Identifier: Apache-2.0
#include "storage/searchwalk.h"

#include "storage/searchexpression.h"
#include "storage/searchvisibility.h"

#include <algorithm>
#include <limits>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostCandidates = 4'000; // that are read to find the newest of them
constexpr qint64 fullEnough = mostCandidates / 2;
constexpr qint64 fewOfAllTime = 600; // candidates: asking for all of them takes less than looking up windows
constexpr qint64 everything = std::numeric_limits<qint64>::max(); // as the length of a stretch
constexpr qint64 mostGrowth = 32; // of a stretch, from one to the next
constexpr qint64 shrinkage = 16; // of a stretch with too many candidates, before it is asked for again
constexpr qint64 mostRead = 20'000; // candidates, for words of which the beginning is enough
constexpr qint64 firstRead = 2'000; // of them, before it can be told whether that will do

qint64 sizeOf(size_t level)
{
    return (qint64(1) << SearchTokens::windowShifts[level]) * SearchTokens::numbersPerMs;
}

// How many windows to ask for at once. Each is looked up for every message that has the rarest of the words,
// which costs nothing where there are none; and where an answer takes long anyway, fewer answers are better.
qint64 mostWindows(const SearchProbe &probe)
{
    const bool isAlone = probe.words.isEmpty() && probe.marks.isEmpty() && probe.senders.isEmpty()
        && probe.conversations.isEmpty();
    return isAlone ? 64 : hasBeginnings(probe) ? 16 : 4;
}

// What is asked for at once.
struct Stretch {
    qint64 bottom = 0;
    QStringList windows = {}; // none: of all time
    bool isSmallest = false; // or nearly so
};

// Whole windows, about so long together, and ending below `top`.
Stretch stretchBelow(qint64 top, qint64 length, qint64 most)
{
    constexpr qint64 halfOfTheNextSize = 16;
    size_t level = 0;
    while (level + 1 < SearchTokens::windowShifts.size()
           && length / sizeOf(level) > std::max(most, halfOfTheNextSize))
        ++level;
    const qint64 size = sizeOf(level);
    const qint64 first = std::max(top - std::min(length, size * most), qint64(0)) / size;
    const qint64 last = (top - 1) / size;
    Stretch stretch{first * size, {}, level == 0 && last - first < 2};
    for (qint64 index = first; index <= last; ++index)
        stretch.windows += SearchTokens::window(level, index);
    return stretch;
}

class Walk
{
public:
    Walk(Sql &sql, const SearchProbe &probe, const Deadline &deadline)
        : m_sql(sql)
        , m_probe(probe)
        , m_deadline(deadline)
        , m_isReading(hasBeginnings(probe))
    { }

    QList<qint64> run()
    {
        if (!findEnds())
            return {};
        while (m_top > m_first && !isDone()) {
            SearchProbe narrow = narrowProbe();
            const Stretch stretch = nextStretch(narrow);
            narrow.windows = stretch.windows;
            const qsizetype before = m_found.size();
            const auto candidates = ask(narrow, stretch);
            if (candidates)
                goOn(stretch.bottom, *candidates, m_found.size() - before);
            else
                m_length = std::max((m_top - stretch.bottom) / shrinkage, sizeOf(0));
        }
        return m_found;
    }

private:
    [[nodiscard]] bool isDone() const
    {
        return m_sql.failed() || m_deadline.passed() || m_found.size() >= m_probe.limit;
    }

    // Narrows the numbers to those that exist. How many messages there are, PostgreSQL has counted now and
    // then.
    bool findEnds()
    {
        std::optional<qint64> first, last;
        Rows row = m_sql.run(
            u"SELECT (SELECT min(number) FROM search_messages WHERE number >= :from),"
            " (SELECT max(number) FROM search_messages WHERE number < :below),"
            " (SELECT max(number) - min(number) FROM search_messages),"
            " (SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE oid = CAST('search_texts' AS regclass))"_s,
            {{":from", m_probe.from}, {":below", m_probe.below}});
        if (row.next())
            row >> first >> last >> m_allTime >> m_messages;
        if (!first || !last || *first > *last)
            return false;
        m_first = *first;
        m_top = m_end = *last + 1;
        return true;
    }

    // What the index is to look up. Not the conversations that most messages are in: each match would be
    // looked up among all of those.
    [[nodiscard]] SearchProbe narrowProbe() const
    {
        SearchProbe narrow = m_isReading ? withoutBeginnings(m_probe) : m_probe;
        if (m_messages > 0 && m_probe.messages > m_messages / 4)
            narrow.conversations.clear();
        return narrow;
    }

    [[nodiscard]] Stretch nextStretch(const SearchProbe &narrow) const
    {
        if (m_length == everything)
            return {m_first};
        Stretch stretch = stretchBelow(m_top, m_length, mostWindows(narrow));
        stretch.bottom = std::max(stretch.bottom, m_first);
        return stretch;
    }

    void goOn(qint64 bottom, qint64 candidates, qint64 hits)
    {
        const qint64 length = m_top - bottom;
        qint64 growth = fullEnough / (candidates + 1);
        if (hits > 0)
            growth = std::min(growth, 1 + missing() * 2 / hits);
        m_length = length * std::clamp(growth, qint64(1), mostGrowth);
        if (double(m_allTime) / double(length) * double(candidates + 1) < fewOfAllTime)
            m_length = everything;
        m_top = candidates > 0 ? bottom : endBelow(bottom);
        m_read += candidates;
        if (m_isReading && isReadingInVain())
            stopReading();
    }

    // After the last message below a place: it goes on where there is something, however long nobody wrote.
    qint64 endBelow(qint64 place)
    {
        std::optional<qint64> last;
        Rows row = m_sql.run(u"SELECT max(number) FROM search_messages WHERE number < :place"_s,
                             {{":place", place}});
        if (row.next())
            row >> last;
        return last ? std::max(*last + 1, m_first) : m_first;
    }

    [[nodiscard]] qint64 missing() const { return m_probe.limit - m_found.size(); }

    // More candidates would have to be read than pays, going by those that have been.
    [[nodiscard]] bool isReadingInVain() const
    {
        return m_read >= firstRead && m_found.size() * mostRead < m_probe.limit * m_read;
    }

    // The index collects all words with a beginning, whatever else is asked for, so it is asked as seldom as
    // possible: for the stretch that has what is missing, as far as one can tell.
    void stopReading()
    {
        m_isReading = false;
        m_length = (m_end - m_top) / (2 * m_found.size() + 1) * missing() * 4;
    }

    // The number of candidates; none when there are too many to read them all. Nothing but tokens decides
    // what is a candidate, so that there is one way only to find them: by their index. Which of them are hits
    // their own tokens tell.
    std::optional<qint64> ask(const SearchProbe &narrow, const Stretch &stretch)
    {
        const qint64 most = stretch.isSmallest ? std::numeric_limits<qint64>::max() : mostCandidates;
        Rows rows =
            askIndex(expressionOf(narrow, SearchTokens::Backend::PostgreSql).unordered, most, stretch.bottom);
        QList<qint64> found;
        qint64 candidates = 0;
        while (rows.next()) {
            std::optional<qint64> number;
            rows >> candidates >> number;
            if (candidates == most)
                return std::nullopt;
            if (number)
                found.append(*number);
        }
        m_found += found;
        return candidates;
    }

    // How many of `most` there are, and the newest of them that are hits: one row at least.
    Rows askIndex(const QString &unordered, qint64 most, qint64 bottom)
    {
        const SearchExpression wanted = expressionOf(m_probe, SearchTokens::Backend::PostgreSql);
        const QString statement =
            u"WITH candidates AS MATERIALIZED (SELECT rowid, tokens FROM search_texts"
            " WHERE tokens @@ CAST(:unordered AS tsquery) LIMIT :most)"
            " SELECT n.total, v.number FROM (SELECT count(*) AS total FROM candidates) AS n"
            " LEFT JOIN (SELECT s.number FROM candidates JOIN search_messages AS s"
            " ON s.number = candidates.rowid"_s
            + visibleMessages(m_probe)
            + u" WHERE s.number >= :from AND s.number < :below"
              " AND candidates.tokens @@ CAST(:exact AS tsquery)"
              " ORDER BY s.number DESC LIMIT :limit) AS v ON TRUE ORDER BY v.number DESC"_s;
        return m_sql.run(statement,
                         {{":unordered", unordered},
                          {":most", most},
                          {":viewer", m_probe.viewer},
                          {":from", bottom},
                          {":below", m_top},
                          {":exact", wanted.exact},
                          {":limit", missing()}});
    }

    Sql &m_sql;
    const SearchProbe &m_probe;
    const Deadline &m_deadline;
    qint64 m_messages = 0; // in the index, about
    qint64 m_allTime = 0; // from the oldest to the newest of them
    qint64 m_first = 0;
    qint64 m_end = 0;
    qint64 m_top = 0; // what is above has been looked at
    qint64 m_length = sizeOf(0); // of the next stretch
    bool m_isReading; // candidates, for the beginnings of words
    qint64 m_read = 0;
    QList<qint64> m_found;
};

} // namespace

QList<qint64> probePostgres(Sql &sql, const SearchProbe &probe, const Deadline &deadline)
{
    return Walk(sql, probe, deadline).run();
}

} // namespace Hearth
