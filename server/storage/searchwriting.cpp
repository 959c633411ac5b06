// SPDX-License-Identifier: Apache-2.0
// The part of SearchRows that writes the index, and takes messages out of it.
#include "storage/searchrows.h"
#include "storage/searchtokens.h"

#include <algorithm>

namespace Hearth::SearchRows {

using namespace Qt::Literals::StringLiterals;

namespace {

RowSet numbersOf(Sql &sql, const QList<qint64> &numbers)
{
    RowSet rows = sql.rowSet();
    for (const qint64 number : numbers)
        rows.add(number);
    return rows;
}

void deleteTexts(Sql &sql, const QList<qint64> &numbers)
{
    if (!numbers.isEmpty())
        sql.run(u"DELETE FROM search_texts WHERE rowid IN (SELECT rows.number FROM {rows number BIGINT})"_s,
                numbersOf(sql, numbers));
}

void deleteMessages(Sql &sql, const QList<qint64> &numbers)
{
    if (!numbers.isEmpty())
        sql.run(u"DELETE FROM search_messages WHERE number IN"
                " (SELECT rows.number FROM {rows number BIGINT})"_s,
                numbersOf(sql, numbers));
}

// Brings a piece into the tables, in the caller's transaction.
class Writer
{
public:
    Writer(Sql &sql, const Piece &piece)
        : m_sql(sql)
        , m_piece(piece)
    { }

    void run()
    {
        lockConversations();
        if (!m_piece.entries.isEmpty()) {
            findCurrent();
            findStored();
            decide();
            giveNumbers();
            writeRows();
        }
        writeProgress();
    }

private:
    struct Stored {
        qint64 number = 0;
        qint64 digest = 0;
    };

    // Who deletes a message takes the same lock before looking for it here (erase()): either they find what
    // this transaction writes, or it finds the message changed.
    void lockConversations()
    {
        RowSet rows = m_sql.rowSet();
        for (const Progress &progress : m_piece.progress)
            rows.add(progress.number);
        if (!rows.isEmpty())
            m_sql.run(u"SELECT number FROM search_conversations WHERE number IN"
                      " (SELECT rows.number FROM {rows number INTEGER}) ORDER BY number {for update}"_s,
                      rows);
    }

    void findCurrent()
    {
        RowSet rows = m_sql.rowSet();
        for (qsizetype i = 0; i < m_piece.entries.size(); ++i)
            rows.add(qint64(i), m_piece.entries[i].id, m_piece.entries[i].change);
        Rows found = m_sql.run(u"SELECT rows.place FROM {rows place BIGINT, id TEXT, change BIGINT}"
                               " JOIN messages AS m ON m.id = rows.id AND m.change = rows.change"_s,
                               rows);
        while (found.next()) {
            qint64 place = 0;
            found >> place;
            m_current.append(place);
        }
    }

    void findStored()
    {
        RowSet rows = m_sql.rowSet();
        for (const qint64 place : std::as_const(m_current))
            rows.add(place, m_piece.entries[place].conversation, m_piece.entries[place].seq);
        if (rows.isEmpty())
            return;
        Rows found = m_sql.run(u"SELECT rows.place, s.number, s.digest"
                               " FROM {rows place BIGINT, conversation INTEGER, seq BIGINT}"
                               " JOIN search_messages AS s"
                               " ON s.conversation = rows.conversation AND s.seq = rows.seq"_s,
                               rows);
        while (found.next()) {
            qint64 place = 0;
            Stored stored;
            found >> place >> stored.number >> stored.digest;
            m_stored.insert(place, stored);
        }
    }

    void decide()
    {
        for (const qint64 place : std::as_const(m_current)) {
            const Entry &entry = m_piece.entries[place];
            const auto stored = m_stored.constFind(place);
            if (stored == m_stored.cend() && !entry.document.isEmpty())
                m_new.append(place);
            else if (stored != m_stored.cend() && entry.document.isEmpty())
                m_gone.append(stored->number);
            else if (stored != m_stored.cend() && stored->digest != entry.digest)
                m_changed.append({stored->number, place});
        }
    }

    // After those that are stored of the same millisecond.
    void giveNumbers()
    {
        std::ranges::sort(m_new, {}, [this](qint64 place) {
            return std::pair(m_piece.entries[place].createdAt, m_piece.entries[place].seq);
        });
        QHash<qint64, qint64> next; // by the first number of a millisecond
        for (const qint64 place : std::as_const(m_new)) {
            const qint64 first = SearchTokens::firstNumber(m_piece.entries[place].createdAt);
            next.insert(first, first);
        }
        findFree(next);
        qint64 number = 0;
        for (const qint64 place : std::as_const(m_new)) {
            const qint64 first = SearchTokens::firstNumber(m_piece.entries[place].createdAt);
            number = std::max(number + 1, next.value(first));
            m_numbers.append({number, place});
        }
    }

    // Where a millisecond has no room for all that is new, it goes on in the next.
    void findFree(QHash<qint64, qint64> &next)
    {
        QHash<qint64, qint64> asked; // the millisecond that is looked at, and the one that it is for
        for (auto it = next.cbegin(); it != next.cend(); ++it)
            asked.insert(it.key(), it.key());
        while (!asked.isEmpty()) {
            RowSet rows = m_sql.rowSet();
            for (auto it = asked.cbegin(); it != asked.cend(); ++it)
                rows.add(it.key());
            QHash<qint64, qint64> full;
            Rows found = m_sql.run(u"SELECT rows.base, (SELECT max(s.number) FROM search_messages AS s"
                                   " WHERE s.number >= rows.base AND s.number < rows.base + 4096)"
                                   " FROM {rows base BIGINT}"_s,
                                   rows);
            while (found.next()) {
                qint64 base = 0;
                std::optional<qint64> last;
                found >> base >> last;
                const qint64 free = last ? *last + 1 : base;
                next[asked.value(base)] = free;
                if (base + SearchTokens::numbersPerMs - free < m_new.size())
                    full.insert(base + SearchTokens::numbersPerMs, asked.value(base));
            }
            asked = full;
        }
    }

    void writeRows()
    {
        QList<qint64> oldTexts = m_gone;
        QList<std::pair<qint64, qint64>> texts = m_numbers; // number and place
        for (const auto &[number, place] : std::as_const(m_changed)) {
            oldTexts.append(number);
            texts.append({number, place});
        }
        deleteTexts(m_sql, oldTexts);
        deleteMessages(m_sql, m_gone);
        std::ranges::sort(texts); // FTS5 would begin a new segment at each step back
        writeMessages();
        writeDigests();
        RowSet rows = m_sql.rowSet();
        for (const auto &[number, place] : std::as_const(texts))
            rows.add(number, m_piece.entries[place].document);
        if (!rows.isEmpty())
            m_sql.run(u"INSERT INTO search_texts (rowid, tokens)"
                      " SELECT rows.number, rows.tokens FROM {rows number BIGINT, tokens TSVECTOR}"_s,
                      rows);
    }

    void writeMessages()
    {
        RowSet rows = m_sql.rowSet();
        for (const auto &[number, place] : std::as_const(m_numbers)) {
            const Entry &entry = m_piece.entries[place];
            rows.add(number, entry.conversation, entry.seq, entry.digest);
        }
        if (!rows.isEmpty())
            m_sql.run(u"INSERT INTO search_messages (number, conversation, seq, digest) SELECT *"
                      " FROM {rows number BIGINT, conversation INTEGER, seq BIGINT, digest BIGINT}"_s,
                      rows);
    }

    void writeDigests()
    {
        RowSet rows = m_sql.rowSet();
        for (const auto &[number, place] : std::as_const(m_changed))
            rows.add(number, m_piece.entries[place].digest);
        if (!rows.isEmpty())
            m_sql.run(u"UPDATE search_messages AS s SET digest = rows.digest"
                      " FROM {rows number BIGINT, digest BIGINT} WHERE s.number = rows.number"_s,
                      rows);
    }

    void writeProgress()
    {
        RowSet rows = m_sql.rowSet();
        for (const Progress &progress : m_piece.progress)
            rows.add(progress.number, progress.indexedChange, progress.backlogSeq);
        if (!rows.isEmpty())
            m_sql.run(u"UPDATE search_conversations AS x SET"
                      " indexed_change = {greatest}(x.indexed_change, rows.change),"
                      " backlog_seq = {least}(x.backlog_seq, rows.backlog)"
                      " FROM {rows number INTEGER, change BIGINT, backlog BIGINT}"
                      " WHERE x.number = rows.number"_s,
                      rows);
    }

    Sql &m_sql;
    const Piece &m_piece;
    QList<qint64> m_current; // places in the piece whose message is as it was read
    QHash<qint64, Stored> m_stored; // by place
    QList<qint64> m_new; // places
    QList<qint64> m_gone; // numbers
    QList<std::pair<qint64, qint64>> m_changed; // number and place
    QList<std::pair<qint64, qint64>> m_numbers; // of the new ones: number and place
};

} // namespace

void write(Sql &sql, const Piece &piece)
{
    Writer(sql, piece).run();
}

void erase(Sql &sql, const QList<MessageId> &messages)
{
    RowSet ids = sql.rowSet();
    for (const MessageId &id : messages)
        ids.add(id);
    if (ids.isEmpty())
        return;
    sql.run(u"SELECT x.number FROM search_conversations AS x WHERE x.conversation_id IN"
            " (SELECT m.conversation_id FROM {rows id TEXT} JOIN messages AS m ON m.id = rows.id)"
            " ORDER BY x.number {for update}"_s,
            ids);
    QList<qint64> numbers;
    {
        Rows found = sql.run(u"SELECT s.number FROM {rows id TEXT} JOIN messages AS m ON m.id = rows.id"
                             " JOIN search_conversations AS x ON x.conversation_id = m.conversation_id"
                             " JOIN search_messages AS s ON s.conversation = x.number AND s.seq = m.seq"_s,
                             ids);
        while (found.next()) {
            qint64 number = 0;
            found >> number;
            numbers.append(number);
        }
    }
    deleteTexts(sql, numbers);
    deleteMessages(sql, numbers);
}

} // namespace Hearth::SearchRows
