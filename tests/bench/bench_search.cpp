// SPDX-License-Identifier: Apache-2.0
// Pages and searches in an archive of many messages. Fills the database that is named, unless it is filled,
// writes the search index, and prints how long each kind of question takes:
//     bench_search sqlite:/tmp/archive.sqlite 1000000
//     bench_search postgres://user:password@host/empty_database 1000000
// A third argument names a file for the same questions as requests, which hearth-bench asks a server.
// One conversation holds all those messages; a thousand small ones hold a tenth as many between them.
#include "services/searchquery.h"
#include "storage/conversationstore.h"
#include "storage/messagestore.h"
#include "storage/searchrows.h"
#include "storage/searchstore.h"
#include "storage/userstore.h"
#include "util/uuid.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;
using QCoro::waitFor;

namespace {

constexpr int smallConversations = 1'000;
constexpr int people = 100;
constexpr int rowsPerInsert = 5'000;
constexpr int rounds = 100; // of each question
constexpr qint64 firstMs = 1'640'995'200'000; // 2022-01-01
constexpr qint64 spanMs = qint64(4 * 365) * 24 * 3600 * 1000;

template<typename T>
T expect(QCoro::Task<Result<T>> task)
{
    Result<T> result = waitFor(std::move(task));
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

// Words as often as in a language: the n-th most common one is said 1/n as often as the first.
class Language
{
public:
    Language()
    {
        const QStringList begins = u"b d f g k l m n p r s t v w z"_s.split(u' ');
        const QStringList ends = u"a e i o u an er in on ar"_s.split(u' ');
        QSet<QString> known;
        while (m_words.size() < 60'000) {
            QString word;
            const auto rank = double(m_words.size());
            const int syllables = 1 + int(std::log10(rank + 10) * 0.8) + int(m_random() % 2);
            for (int i = 0; i < syllables; ++i)
                word +=
                    begins[qsizetype(m_random() % begins.size())] + ends[qsizetype(m_random() % ends.size())];
            if (known.contains(word))
                word += QString::number(m_words.size());
            m_words.append(word);
            known.insert(word);
        }
        std::vector<double> weights;
        for (qsizetype rank = 0; rank < m_words.size(); ++rank)
            weights.push_back(1.0 / (double(rank) + 2.7));
        m_rank = std::discrete_distribution<int>(weights.begin(), weights.end());
    }

    [[nodiscard]] QString word(qsizetype rank) const { return m_words[rank]; }
    quint64 number() { return m_random(); }

    QString sentence()
    {
        QStringList words;
        for (int i = 3 + int(m_length(m_random)); i > 0; --i)
            words += m_words[m_rank(m_random)];
        if (m_random() % 20 == 0) { // some Chinese
            QString run;
            for (int i = 0; i < 12; ++i)
                run += QChar(char16_t(0x4e00 + int(std::min(m_length(m_random) * 20, 3'000.0))));
            words += run;
        }
        return words.join(u' ');
    }

private:
    std::mt19937_64 m_random{1};
    std::exponential_distribution<double> m_length{1.0 / 12};
    QStringList m_words;
    std::discrete_distribution<int> m_rank;
};

struct Archive {
    UserId everywhere; // in all conversations
    UserId nowhere; // in five small ones
    UserId hall; // in the large one
    ConversationId large;
};

QString personId(int number)
{
    return u"bench-%1"_s.arg(number);
}

QString conversationId(int number)
{
    return u"bench-conversation-%1"_s.arg(number);
}

const Archive archive{personId(0), personId(1), personId(2), conversationId(0)};

void fillPeople(Database &db)
{
    for (int i = 0; i < people; ++i)
        expect(UserStore(db).upsertExternal({personId(i), u"person%1"_s.arg(i), u"Person %1"_s.arg(i)}));
    for (int i = 0; i <= smallConversations; ++i) {
        QList<UserId> members{archive.everywhere, personId(3 + i % (people - 3))};
        if (i > 0 && i % 200 == 0)
            members.append(archive.nowhere);
        if (i == 0)
            members.append(archive.hall);
        NewConversation conversation;
        conversation.id = conversationId(i);
        conversation.type = ConversationType::Group;
        conversation.name = u"Conversation %1"_s.arg(i);
        conversation.creator = members.first();
        conversation.memberIds = members;
        expect(ConversationStore(db).insert(conversation));
    }
}

void fillMessages(Database &db, Language &language, int large)
{
    QHash<int, qint64> seqs;
    const int total = large + large / 10;
    for (int done = 0; done < total;) {
        const int count = std::min(rowsPerInsert, total - done);
        const auto insert = [&](Sql &sql) -> Result<void> {
            RowSet rows = sql.rowSet();
            for (int i = 0; i < count; ++i) {
                const int place = done + i;
                const int number = place % 11 == 0 ? 1 + int(language.number() % smallConversations) : 0;
                const qint64 seq = ++seqs[number];
                rows.add(uuidV7(), conversationId(number), seq, seq + 1,
                         personId(3 + int(language.number() % (people - 3))), language.sentence(),
                         firstMs + spanMs / total * place);
            }
            sql.run(
                u"INSERT INTO messages (id, conversation_id, seq, change, ordinal, sender_id, request_hash, "
                u"type,"
                " content, created_at) SELECT rows.id, rows.conversation, rows.seq, rows.change, rows.seq,"
                " rows.sender, '', 'text', rows.content, rows.at FROM {rows id TEXT, conversation TEXT,"
                " seq BIGINT, change BIGINT, sender TEXT, content TEXT, at BIGINT}"_s,
                rows);
            return {};
        };
        expect(db.write(insert));
        done += count;
    }
    const auto heads = [&](Sql &sql) -> Result<void> {
        RowSet rows = sql.rowSet();
        for (auto it = seqs.cbegin(); it != seqs.cend(); ++it)
            rows.add(conversationId(it.key()), it.value());
        sql.run(
            u"UPDATE conversations SET last_seq = rows.seq, last_ordinal = rows.seq,"
            " last_change = rows.seq + 1 FROM {rows id TEXT, seq BIGINT} WHERE conversations.id = rows.id"_s,
            rows);
        return {};
    };
    expect(db.write(heads));
}

// As the indexer does it, without the pauses. The number of messages that were added.
qint64 writeIndex(Database &db)
{
    qint64 added = 0;
    QList<ConversationId> behind = expect(
        db.query([](Sql &sql) -> Result<QList<ConversationId>> { return SearchRows::findBehind(sql); }));
    while (!behind.isEmpty()) {
        const QList<ConversationId> some = behind.first(std::min(qsizetype(64), behind.size()));
        behind.remove(0, some.size());
        const SearchRows::Piece piece = expect(
            db.read([&](Sql &sql) -> Result<SearchRows::Piece> { return SearchRows::read(sql, some); }));
        expect(db.write([&](Sql &sql) -> Result<void> {
            SearchRows::enrol(sql, piece.unknown);
            SearchRows::write(sql, piece);
            return {};
        }));
        added += piece.entries.size();
        behind = piece.behind + piece.unknown + behind;
    }
    return added;
}

void report(const char *name, QList<double> times, qsizetype results)
{
    std::ranges::sort(times);
    std::printf("| %s | %lld | %.2f | %.2f | %.2f |\n", name, qint64(results), times[times.size() / 2],
                times[times.size() * 99 / 100], times.last());
    std::fflush(stdout);
}

template<typename F>
void measure(const char *name, F question)
{
    QList<double> times;
    qsizetype results = 0;
    question(rounds); // the first one fetches pages from the disk
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        results = question(i);
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    report(name, times, results);
}

// The questions as hearth-bench reads them; nowhere without a file.
class Questions
{
public:
    explicit Questions(const QString &file)
        : m_file(file)
    {
        if (!file.isEmpty() && !m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("cannot write %s", qPrintable(file));
    }

    void add(const QString &kind, const UserId &user, const QString &path)
    {
        if (m_file.isOpen())
            m_file.write((kind + u'\t' + user + u'\t' + path + u'\n').toUtf8());
    }

private:
    QFile m_file;
};

void measurePages(Database &db, Questions &questions)
{
    MessageStore messages(db);
    const qint64 last = expect(ConversationStore(db).record(archive.large)).lastSeq;
    const auto anywhere = [last](int round) { return 51 + (qint64(round) * 7'919'377) % (last - 50); };
    const auto ask = [&](const char *name, const std::function<MessageQuery(int)> &query) {
        measure(name, [&](int round) { return expect(messages.page(query(round))).items.size(); });
        for (int round = 0; round < rounds; ++round) {
            const MessageQuery asked = query(round);
            QString place;
            if (asked.beforeSeq)
                place = u"&before_seq=%1"_s.arg(*asked.beforeSeq);
            else if (asked.aroundSeq)
                place = u"&around_seq=%1"_s.arg(*asked.aroundSeq);
            else if (asked.offset)
                place = u"&offset=%1"_s.arg(*asked.offset);
            questions.add(QString::fromUtf8(name), archive.everywhere,
                          u"/api/v1/conversations/%1/messages?limit=50%2"_s.arg(asked.conversationId, place));
        }
    };
    ask("page at the end", [](int) { return MessageQuery{archive.large}; });
    ask("page at the beginning", [](int) {
        MessageQuery query{archive.large};
        query.beforeSeq = 51;
        return query;
    });
    ask("page anywhere: before_seq", [&](int round) {
        MessageQuery query{archive.large};
        query.beforeSeq = anywhere(round);
        return query;
    });
    ask("page anywhere: around_seq", [&](int round) {
        MessageQuery query{archive.large};
        query.aroundSeq = anywhere(round);
        return query;
    });
    ask("page anywhere: offset", [&](int round) {
        MessageQuery query{archive.large};
        query.offset = int(anywhere(round) - 50);
        return query;
    });
    ask("page of one of 1 000 small conversations",
        [](int round) { return MessageQuery{conversationId(1 + round * 7 % smallConversations)}; });
}

void measureAll(Database &db, const Language &language, Questions &questions)
{
    SearchStore search(db);
    std::printf("| question | results | p50 ms | p99 ms | max ms |\n|---|--:|--:|--:|--:|\n");
    measurePages(db, questions);

    QString group;
    const auto ask = [&](const char *name, const UserId &who, const std::function<QString(int)> &query) {
        measure(name, [&](int round) {
            return expect(search.messages(who, *parseSearch(query(round)), {})).items.size();
        });
        for (int round = 0; round < rounds; ++round)
            questions.add(group + u": "_s + QString::fromUtf8(name), who,
                          u"/api/v1/search/messages?q="_s
                              + QString::fromLatin1(QUrl::toPercentEncoding(query(round))));
    };
    const auto word = [&](int first) {
        return [&language, first](int round) { return u'"' + language.word(first + round) + u'"'; };
    };
    const auto beginning = [&](int first, int length) {
        return [&language, first, length](int round) { return language.word(first + round).left(length); };
    };
    const auto chinese = [](int round) {
        return QString(QChar(char16_t(0x4e00 + round % 40))) + QChar(0x4e10);
    };
    for (const auto &[who, where] :
         {std::pair(archive.everywhere, "in all 1 001 conversations"),
          std::pair(archive.hall, "in the large one"), std::pair(archive.nowhere, "in 5 small ones")}) {
        std::printf("| **%s** | | | | |\n", where);
        group = QString::fromUtf8(where);
        ask("rare word", who, word(50'000));
        ask("word of medium frequency", who, word(1'000));
        ask("one of the 100 most common words", who, word(0));
        ask("three letters of a beginning", who, beginning(200, 3));
        ask("five letters of a beginning", who, beginning(2'000, 5));
        ask("two common words", who,
            [&](int round) { return word(round % 10)(0) + u' ' + word(10 + round)(0); });
        ask("phrase of two common words", who, [&](int round) {
            return u"\"%1 %2\""_s.arg(language.word(round % 10), language.word(5 + round % 7));
        });
        ask("two Chinese characters", who, chinese);
        ask("a person and a common word", who,
            [&](int round) { return u"from:person%1 "_s.arg(3 + round % 90) + word(20)(round); });
        ask("a common word before a date", who,
            [&](int round) { return u"before:2023-05-01 "_s + word(0)(round); });
        ask("all but a common word", who, [&](int round) { return u'-' + word(0)(round); });
    }
    std::printf("| **conversations** | | | | |\n");
    measure("by name, of 1 001", [&](int round) {
        return expect(search.conversations(archive.everywhere, *parseWords(u"conv %1"_s.arg(round)), 20))
            .size();
    });
    for (int round = 0; round < rounds; ++round)
        questions.add(u"conversations by name"_s, archive.everywhere,
                      u"/api/v1/search/conversations?q=conv%20"_s + QString::number(round));
    for (const char *path : {"conversations?limit=50", "notifications?limit=50"})
        questions.add(QString::fromUtf8(path), archive.everywhere, u"/api/v1/"_s + QString::fromUtf8(path));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    Result<DatabaseConfig> config =
        fail(ErrorCode::InvalidField, u"bench_search DATABASE_URL MESSAGES [QUESTIONS_FILE]"_s);
    if (argc == 3 || argc == 4)
        config = parseDatabaseUrl(QString::fromLocal8Bit(argv[1]));
    if (!config)
        qFatal("%s", qPrintable(config.error().detail));
    Database db(*config);
    expect(db.open());
    Language language;
    const int large = QByteArray(argv[2]).toInt();
    QElapsedTimer timer;
    if (waitFor(ConversationStore(db).record(archive.large))) {
        std::printf("The archive is there already.\n\n");
    } else {
        timer.start();
        fillPeople(db);
        fillMessages(db, language, large);
        std::printf("Filled in %.1f s. ", double(timer.elapsed()) / 1e3);
    }
    timer.start();
    const qint64 added = writeIndex(db);
    if (added > 0) {
        std::printf("Indexed %lld messages, %.0f a second.\n\n", added,
                    double(added) / std::max(double(timer.elapsed()), 1.0) * 1e3);
    }
    Questions questions(argc == 4 ? QString::fromLocal8Bit(argv[3]) : QString());
    measureAll(db, language, questions);
}
