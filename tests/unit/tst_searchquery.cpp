// SPDX-License-Identifier: Apache-2.0
#include "services/searchquery.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

MessageSearch parsed(const QString &query)
{
    const auto search = parseSearch(query);
    if (!search)
        qFatal("%s: %s", qPrintable(query), qPrintable(search.error().detail));
    return *search;
}

Search::Pattern words(const QStringList &tokens, bool open = false)
{
    return {tokens, open};
}

Timestamp at(const char *time)
{
    return *fromRfc3339(QString::fromLatin1(time));
}

} // namespace

class TestSearchQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsPhrasesAndWhatToLeaveOut()
    {
        const MessageSearch search = parsed(u"Hello  it \"big World\" -bad -\"very bad\""_s);
        QCOMPARE(search.words,
                 QList({words({u"hello"_s}, true), words({u"it"_s}), words({u"big"_s, u"world"_s})}));
        QCOMPARE(search.unwantedWords, QList({words({u"bad"_s}, true), words({u"very"_s, u"bad"_s})}));
    }

    void filters()
    {
        MessageSearch expected;
        expected.from = {u"ada"_s, u"Ada Lovelace"_s};
        expected.notFrom = {u"me"_s};
        expected.in = {u"The Team"_s};
        expected.notIn = {u"noise"_s};
        expected.before = at("2026-02-01T00:00:00Z");
        expected.after = at("2026-01-31T08:05:00Z");
        expected.marks = {SearchMark::Image, SearchMark::Pin, SearchMark::Edited};
        expected.unwantedMarks = {SearchMark::Link, SearchMark::Reply};
        expected.mentionsMe = true;
        expected.notUnread = true;
        QCOMPARE(
            parsed(u"from:ada FROM:\"Ada Lovelace\" -from:me in:\"The Team\" -in:noise before:2026-02-01 "
                   "after:2026-01-31T09:05:00+01:00 has:image has:PIN is:edited -has:link -is:reply "
                   "is:mention -is:unread"_s),
            expected);
    }

    void ofSeveralTimesTheNarrowestCounts()
    {
        const MessageSearch search = parsed(u"before:2026-02-01 before:2026-01-01 after:2025-01-01 "
                                            "after:2025-06-01"_s);
        QCOMPARE(search.before, at("2026-01-01T00:00:00Z"));
        QCOMPARE(search.after, at("2025-06-01T00:00:00Z"));
    }

    void whatLooksLikeAFilterMayBeText()
    {
        QCOMPARE(parsed(u"12:30"_s).words, QList({words({u"12"_s, u"30"_s})}));
        QCOMPARE(parsed(u"https://example.org"_s).words,
                 QList({words({u"https"_s, u"example"_s, u"org"_s}, true)}));
        QCOMPARE(parsed(u"\"note: this\""_s).words, QList({words({u"note"_s, u"this"_s})}));
        QCOMPARE(parsed(u"a-b"_s).words, QList({words({u"a"_s, u"b"_s})}));
        QCOMPARE(parsed(u"x - y"_s).words.size(), 2);
        QVERIFY(parsed(u"x - y"_s).unwantedWords.isEmpty());
    }

    void typographicAndUnclosedQuotationMarksWork()
    {
        QCOMPARE(parsed(u"\u201ebig world\u201c"_s).words, QList({words({u"big"_s, u"world"_s})}));
        QCOMPARE(parsed(u"\"big world"_s).words, QList({words({u"big"_s, u"world"_s})}));
    }

    void whatCannotBeUnderstoodIsNamed_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("named");
        QTest::newRow("nothing") << QString() << u"nothing to look for"_s;
        QTest::newRow("spaces") << u" \t\n"_s << u"nothing to look for"_s;
        QTest::newRow("signs") << u"?! ... \"\""_s << u"nothing to look for"_s;
        QTest::newRow("unknown filter") << u"hello form:ada"_s << u"\"form:\""_s;
        QTest::newRow("negated unknown filter") << u"-size:3"_s << u"\"size:\""_s;
        QTest::newRow("no value") << u"from: ada"_s << u"from:"_s;
        QTest::newRow("empty value") << u"in:\"\""_s << u"in:"_s;
        QTest::newRow("has") << u"has:money"_s << u"has:"_s;
        QTest::newRow("is") << u"is:nice"_s << u"is:"_s;
        QTest::newRow("no date") << u"before:tomorrow"_s << u"before:"_s;
        QTest::newRow("no such day") << u"after:2026-02-30"_s << u"after:"_s;
        QTest::newRow("negated date") << u"-before:2026-02-01"_s << u"before:"_s;
        QTest::newRow("attack_45 too long") << u"x"_s.repeated(513) << u"512"_s;
        QTest::newRow("attack_45 too many parts") << u"x "_s.repeated(33) << u"32"_s;
    }

    void whatCannotBeUnderstoodIsNamed()
    {
        QFETCH(QString, query);
        QFETCH(QString, named);
        const auto search = parseSearch(query);
        QVERIFY(!search);
        QCOMPARE(search.error().code, ErrorCode::InvalidField);
        QCOMPARE(search.error().pointer, u"/q"_s);
        QVERIFY2(search.error().detail.contains(named), qPrintable(search.error().detail));
    }

    void theLimitsThemselvesAreAllowed()
    {
        QCOMPARE(parsed(u"x"_s.repeated(512)).words.size(), 1);
        QCOMPARE(parsed(u"x "_s.repeated(32)).words.size(), 32);
        QCOMPARE(parsed(u"\u4f60"_s.repeated(512)).words.first().tokens.size(), 511);
    }

    // attack_44: no expression to run away with; attack_38: what means something to FTS5 or tsquery is only
    // text.
    void attack44_nothingInAQueryTakesLongOrBreaks()
    {
        const QStringList pieces{u"\""_s,
                                 u"-"_s,
                                 u":"_s,
                                 u"("_s,
                                 u")"_s,
                                 u"*"_s,
                                 u"a"_s,
                                 u" "_s,
                                 u"from:"_s,
                                 u"-in:"_s,
                                 u"'"_s,
                                 u"\\"_s,
                                 u"<->"_s,
                                 u"NEAR("_s,
                                 u" OR "_s,
                                 u" NOT "_s,
                                 u"\u4f60"_s,
                                 u"&|!"_s,
                                 u"\u0301"_s,
                                 u"{}"_s,
                                 QString(QChar(0)),
                                 QString(QChar(0xd800)),
                                 u"before:"_s,
                                 u"2026-01-01"_s};
        QRandomGenerator random(QRandomGenerator::global()->generate());
        QElapsedTimer timer;
        timer.start();
        for (int round = 0; round < 20'000; ++round) {
            QString query;
            for (int i = random.bounded(40); i > 0; --i)
                query += pieces[random.bounded(pieces.size())];
            const auto search = parseSearch(query);
            if (search) {
                for (const Search::Pattern &pattern : search->words + search->unwantedWords) {
                    QVERIFY(!pattern.tokens.isEmpty());
                    for (const QString &token : pattern.tokens)
                        QVERIFY(!token.contains(u'"') && !token.contains(u'\'') && !token.contains(u'\\'));
                }
            } else {
                QCOMPARE(search.error().pointer, u"/q"_s);
            }
        }
        QVERIFY(timer.elapsed() < 60'000); // a second or two when nothing else runs
    }

    void wordsOfNamesAreBeginnings()
    {
        QCOMPARE(*parseWords(u"Te am"_s), QList({words({u"te"_s}, true), words({u"am"_s}, true)}));
        QCOMPARE(*parseWords(u"\u4f60\u597d"_s), QList({words({u"\u4f60\u597d"_s}, true)}));
        QCOMPARE(parseWords(u"-"_s).error().pointer, u"/q"_s);
        QCOMPARE(parseWords(u"x "_s.repeated(33)).error().pointer, u"/q"_s);
        QCOMPARE(parseWords(u"x"_s.repeated(513)).error().pointer, u"/q"_s);
    }
};

QTEST_APPLESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
