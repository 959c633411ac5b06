// SPDX-License-Identifier: Apache-2.0
#include "storage/searchprobe.h"

#include "storage/conversationrows.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Joins search_messages AS s with what decides whether the viewer may see it.
#define HEARTH_VISIBLE_TO_VIEWER \
    " JOIN search_conversations AS x ON x.number = s.conversation" \
    " JOIN conversation_members AS m ON m.conversation_id = x.conversation_id AND m.user_id = :viewer" \
    " AND m.removed_at IS NULL AND s.seq > m.read_seq - :unread_slack AND s.seq <= m.read_seq + :read_slack" \
    " JOIN conversations AS c ON c.id = m.conversation_id AND c.deleted_at IS NULL" \
    " AND s.seq >= c.first_seq AND s.seq >= " HEARTH_FIRST_VISIBLE

constexpr qint64 anySeq = qint64(1) << 53; // above every seq

// How far from read_seq a message may be: :unread_slack below, :read_slack above.
qint64 unreadSlack(const SearchProbe &probe)
{
    return probe.unread == true ? 0 : anySeq;
}

qint64 readSlack(const SearchProbe &probe)
{
    return probe.unread == false ? 0 : anySeq;
}

// A query in the language of one database.
class Expression
{
public:
    explicit Expression(SearchTokens::Backend backend)
        : m_postgres(backend == SearchTokens::Backend::PostgreSql)
    { }

    void all(const QList<Search::Pattern> &patterns)
    {
        for (const Search::Pattern &pattern : patterns) {
            m_wanted.exact += phrase(pattern);
            m_wanted.unordered += words(pattern);
            m_hasPhrases = m_hasPhrases || pattern.tokens.size() > 1;
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
            const bool isPhrase = pattern.tokens.size() > 1;
            m_unwanted.exact += phrase(pattern);
            if (!isPhrase)
                m_unwanted.unordered += phrase(pattern);
            m_hasPhrases = m_hasPhrases || isPhrase;
        }
    }
    void none(const QStringList &tokens)
    {
        for (const QString &token : tokens)
            m_unwanted.add(phrase({{token}}));
    }

    [[nodiscard]] QString text() const { return join(m_wanted.exact, m_unwanted.exact); }

    // As text(), but for the order of the words of a phrase, which PostgreSQL's index does not know.
    [[nodiscard]] QString unorderedText() const { return join(m_wanted.unordered, m_unwanted.unordered); }
    [[nodiscard]] bool hasPhrases() const { return m_hasPhrases; }

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
    bool m_hasPhrases = false;
    Parts m_wanted;
    Parts m_unwanted;
};

Expression expressionOf(const SearchProbe &probe, SearchTokens::Backend backend)
{
    Expression expression(backend);
    expression.all(probe.words);
    expression.all(probe.marks);
    expression.oneOf(probe.senders);
    expression.oneOf(probe.conversations);
    expression.none(probe.unwantedWords);
    expression.none(probe.unwantedMarks);
    return expression;
}

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

// CROSS JOIN: the index of tokens comes first, whatever SQLite thinks of it.
QList<qint64> probeSqlite(Sql &sql, const SearchProbe &probe)
{
    const QString match = expressionOf(probe, SearchTokens::Backend::Sqlite).text();
    return readNumbers(sql.run(u"SELECT s.number FROM search_texts AS t CROSS JOIN search_messages AS s"
                               " ON s.number = t.rowid" HEARTH_VISIBLE_TO_VIEWER
                               " WHERE t.tokens MATCH :match AND t.rowid >= :from AND t.rowid < :below"
                               " ORDER BY t.rowid DESC LIMIT :limit"_s,
                               {{":viewer", probe.viewer},
                                {":unread_slack", unreadSlack(probe)},
                                {":read_slack", readSlack(probe)},
                                {":match", match},
                                {":from", probe.from},
                                {":below", probe.below},
                                {":limit", probe.limit}}));
}

// Walks over the windows of time from the newest to the oldest.
class PostgresWalk
{
public:
    PostgresWalk(Sql &sql, const SearchProbe &probe, const Deadline &deadline)
        : m_sql(sql)
        , m_probe(probe)
        , m_deadline(deadline)
    { }

    QList<qint64> run()
    {
        if (!findEnds())
            return {};
        if (isOpen()) {
            scanNewest();
            if (isDone())
                return m_found;
            m_found.clear();
        }
        qint64 top = m_last + 1;
        for (size_t level = isOpen() ? 2 : 0; level < windowLevels && top > m_first && !isDone(); ++level) {
            // The window with the newest of what is left, and the one before it.
            const qint64 bottom = std::max(m_first, (windowOf(top - 1, level) - 1) * sizeOf(level));
            walk(bottom, top, level);
            top = isDone() ? bottom : endBelow(bottom);
        }
        if (top > m_first && !isDone())
            walk(m_first, top, windowLevels);
        return m_found;
    }

private:
    static constexpr size_t windowLevels = SearchTokens::windowShifts.size();
    static constexpr int mostMatches = 4'000; // that are read to find the newest of them
    static constexpr int newestScanned = 2'000;

    static qint64 sizeOf(size_t level)
    {
        return (qint64(1) << SearchTokens::windowShifts[level]) * SearchTokens::numbersPerMs;
    }
    static qint64 windowOf(qint64 number, size_t level) { return number / sizeOf(level); }

    [[nodiscard]] bool isDone() const
    {
        return m_sql.failed() || m_deadline.passed() || m_found.size() >= m_probe.limit;
    }

    // All words that begin so are collected for each window, so there are fewer of these.
    [[nodiscard]] bool isOpen() const { return std::ranges::any_of(m_probe.words, &Search::Pattern::open); }

    // Narrows the numbers to those that exist.
    bool findEnds()
    {
        std::optional<qint64> first, last;
        Rows row = m_sql.run(u"SELECT (SELECT min(number) FROM search_messages WHERE number >= :from),"
                             " (SELECT max(number) FROM search_messages WHERE number < :below)"_s,
                             {{":from", m_probe.from}, {":below", m_probe.below}});
        if (row.next())
            row >> first >> last;
        if (!first || !last || *first > *last)
            return false;
        m_first = *first;
        m_last = *last;
        return true;
    }

    // After the last message below a place: the windows go on where there is something, however long nobody
    // wrote.
    qint64 endBelow(qint64 place)
    {
        std::optional<qint64> last;
        Rows row = m_sql.run(u"SELECT max(number) FROM search_messages WHERE number < :place"_s,
                             {{":place", place}});
        if (row.next())
            row >> last;
        return last ? std::max(*last + 1, m_first) : m_first;
    }

    // The beginning of a word is often common enough to stand in many of the newest messages.
    void scanNewest()
    {
        m_found = readNumbers(
            m_sql.run(u"SELECT s.number FROM (SELECT rowid, tokens FROM search_texts"
                      " WHERE rowid >= :from AND rowid < :below ORDER BY rowid DESC LIMIT :scanned) AS t"
                      " JOIN search_messages AS s ON s.number = t.rowid" HEARTH_VISIBLE_TO_VIEWER
                      " WHERE t.tokens @@ CAST(:match AS tsquery) ORDER BY s.number DESC LIMIT :limit"_s,
                      {{":from", m_first},
                       {":below", m_last + 1},
                       {":scanned", newestScanned},
                       {":viewer", m_probe.viewer},
                       {":unread_slack", unreadSlack(m_probe)},
                       {":read_slack", readSlack(m_probe)},
                       {":match", expressionOf(m_probe, SearchTokens::Backend::PostgreSql).text()},
                       {":limit", m_probe.limit}}));
    }

    // level: of the windows that stand between bottom and top; windowLevels: no window stands for all.
    void walk(qint64 bottom, qint64 top, size_t level)
    {
        if (isDone())
            return;
        if (ask(bottom, top, level))
            return;
        const size_t finer = level - 1;
        for (qint64 index = windowOf(top - 1, finer); index >= windowOf(bottom, finer) && !isDone(); --index)
            walk(std::max(bottom, index * sizeOf(finer)), std::min(top, (index + 1) * sizeOf(finer)), finer);
    }

    // False when there are too many matches to read them all. Nothing but the tokens decides what is a hit,
    // so that there is one way only to find them: by their index. It does not know in which order the words
    // of a phrase are, so these are candidates at first, and not more of them are read either.
    bool ask(qint64 bottom, qint64 top, size_t level)
    {
        Expression expression = expressionOf(m_probe, SearchTokens::Backend::PostgreSql);
        if (level < windowLevels) {
            QStringList windows;
            for (qint64 index = windowOf(bottom, level); index <= windowOf(top - 1, level); ++index)
                windows += SearchTokens::window(level, index);
            expression.oneOf(windows);
        }
        const int most = level == 0 ? std::numeric_limits<int>::max() : mostMatches;
        Rows rows = askIndex(expression, most, bottom, top);
        QList<qint64> found;
        while (rows.next()) {
            qint64 total = 0;
            std::optional<qint64> number;
            rows >> total >> number;
            if (total == most)
                return false;
            if (number)
                found.append(*number);
        }
        m_found += found;
        return true;
    }

    // How many of `most` there are, and the newest of them that are hits: one row at least.
    Rows askIndex(const Expression &expression, int most, qint64 bottom, qint64 top)
    {
        const QString begin = u"WITH candidates AS MATERIALIZED (SELECT rowid, tokens FROM search_texts"
                              " WHERE tokens @@ CAST(:unordered AS tsquery) LIMIT :most)"
                              " SELECT n.total, v.number FROM (SELECT count(*) AS total FROM candidates) AS n"
                              " LEFT JOIN (SELECT s.number FROM candidates JOIN search_messages AS s"
                              " ON s.number = candidates.rowid" HEARTH_VISIBLE_TO_VIEWER
                              " WHERE s.number >= :from AND s.number < :below"_s;
        const QString end = u" ORDER BY s.number DESC LIMIT :limit) AS v ON TRUE ORDER BY v.number DESC"_s;
        const QString match = expression.unorderedText();
        const qint64 limit = m_probe.limit - m_found.size();
        if (!expression.hasPhrases())
            return m_sql.run(begin + end,
                             {{":unordered", match},
                              {":most", most},
                              {":viewer", m_probe.viewer},
                              {":unread_slack", unreadSlack(m_probe)},
                              {":read_slack", readSlack(m_probe)},
                              {":from", bottom},
                              {":below", top},
                              {":limit", limit}});
        return m_sql.run(begin + u" AND candidates.tokens @@ CAST(:match AS tsquery)"_s + end,
                         {{":unordered", match},
                          {":most", most},
                          {":viewer", m_probe.viewer},
                          {":unread_slack", unreadSlack(m_probe)},
                          {":read_slack", readSlack(m_probe)},
                          {":from", bottom},
                          {":below", top},
                          {":match", expression.text()},
                          {":limit", limit}});
    }

    Sql &m_sql;
    const SearchProbe &m_probe;
    const Deadline &m_deadline;
    qint64 m_first = 0;
    qint64 m_last = 0;
    QList<qint64> m_found;
};

} // namespace

QList<qint64> probe(Sql &sql, const SearchProbe &probe, const Deadline &deadline)
{
    return sql.backend() == DatabaseConfig::Backend::Sqlite ? probeSqlite(sql, probe)
                                                            : PostgresWalk(sql, probe, deadline).run();
}

} // namespace Hearth
