// SPDX-License-Identifier: Apache-2.0
#include "search/tokenizer.h"

#include "search/pattern.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Hearth::Search;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList textsOf(QStringView text)
{
    QStringList texts;
    for (const Token &token : tokenize(text))
        texts += token.text;
    return texts;
}

bool finds(const QString &query, const QString &text, bool asBeginning = true)
{
    return matches(patternFor(query, asBeginning), tokenize(text));
}

QStringList highlighted(const QString &query, const QString &text)
{
    QStringList parts;
    for (const Stretch &stretch : highlights({patternFor(query, true)}, tokenize(text), 100))
        parts += text.mid(stretch.offset, stretch.length);
    return parts;
}

} // namespace

class TestTokenizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textBecomesTokens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("tokens");
        const auto row = [](const char *name, const QString &text, const QStringList &tokens) {
            QTest::newRow(name) << text << tokens;
        };
        row("nothing", {}, {});
        row("signs only", u" \t.,;:!?-_#@'\"\u2026\u3002 "_s, {});
        row("words", u"Hello, WORLD-wide web!"_s, {u"hello"_s, u"world"_s, u"wide"_s, u"web"_s});
        row("numbers", u"3.14 A4 007"_s, {u"3"_s, u"14"_s, u"a4"_s, u"007"_s});
        row("accents, composed", u"Caf\u00e9 \u00c5ngstr\u00f6m"_s, {u"cafe"_s, u"angstrom"_s});
        row("accents, decomposed", u"Cafe\u0301"_s, {u"cafe"_s});
        row("many accents", u"a\u0300\u0301\u0302b"_s, {u"ab"_s});
        row("sharp s", u"Stra\u00dfe STRA\u1e9eE"_s, {u"strasse"_s, u"strasse"_s});
        row("final sigma", u"\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2"_s,
            {u"\u03c3\u03b9\u03c3\u03c5\u03c6\u03bf\u03c3"_s});
        row("Cyrillic", u"\u0401\u043b\u043a\u0430"_s, {u"\u0435\u043b\u043a\u0430"_s});
        row("Turkish", u"\u0130stanbul ISPARTA \u0131sparta"_s, {u"istanbul"_s, u"isparta"_s, u"isparta"_s});
        row("ligatures and width", u"\ufb01n \uff21\uff22\uff11 \u2460"_s, {u"fin"_s, u"ab1"_s, u"1"_s});
        row("Arabic with vowels", u"\u0645\u064e\u0631\u0652\u062d\u064e\u0628\u064b\u0627"_s,
            {u"\u0645\u0631\u062d\u0628\u0627"_s});
        row("Arabic digits", u"\u0661\u0662\u0663 \u06f4"_s, {u"123"_s, u"4"_s});
        row("Hebrew with points", u"\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd"_s,
            {u"\u05e9\u05dc\u05d5\u05dd"_s});
        row("Hindi keeps its vowel signs", u"\u0915\u0940 \u0915\u093f"_s,
            {u"\u0915\u0940"_s, u"\u0915\u093f"_s});
        row("Chinese", u"\u4f60\u597d\u4e16\u754c"_s,
            {u"\u4f60\u597d"_s, u"\u597d\u4e16"_s, u"\u4e16\u754c"_s, u"\u754c"_s});
        row("one character", u"\u4f60"_s, {u"\u4f60"_s});
        row("above the basic plane", u"\U00020000\U00020001"_s, {u"\U00020000\U00020001"_s, u"\U00020001"_s});
        row("Chinese beside Latin", u"iPhone\u624b\u673a5"_s,
            {u"iphone"_s, u"\u624b\u673a"_s, u"\u673a"_s, u"5"_s});
        row("kana keep their voice", u"\u30ac\u30ad"_s, {u"\u30ab\u3099\u30ad"_s, u"\u30ad"_s});
        row("half-width kana", u"\uff76\uff9e\uff77"_s, {u"\u30ab\u3099\u30ad"_s, u"\u30ad"_s});
        row("long vowel", u"\u30ab\u30fc\u30c9"_s,
            {u"\u30ab\u30fc"_s, u"\u30fc\u30c8\u3099"_s, u"\u30c8\u3099"_s});
        row("Hangul", u"\ud55c\uad6d\uc5b4"_s, {u"\ud55c\uad6d"_s, u"\uad6d\uc5b4"_s, u"\uc5b4"_s});
        row("Hangul in letters", u"\u1112\u1161\u11ab\u1100\u116e\u11a8"_s, {u"\ud55c\uad6d"_s, u"\uad6d"_s});
        row("Thai", u"\u0e01\u0e34\u0e19"_s, {u"\u0e01\u0e34\u0e19"_s, u"\u0e19"_s});
        row("emoji", u"ok\U0001F525\U0001F44D\U0001F3FD fine"_s,
            {u"ok"_s, u"\U0001F525"_s, u"\U0001F44D"_s, u"fine"_s});
        row("soft hyphen and joiners", u"Zu\u00adcker a\u200db \u202eabc\u202c"_s,
            {u"zucker"_s, u"ab"_s, u"abc"_s});
        row("zero width space", u"a\u200bb"_s, {u"a"_s, u"b"_s});
        row("address", u"https://Example.org/a_b?c=1"_s,
            {u"https"_s, u"example"_s, u"org"_s, u"a"_s, u"b"_s, u"c"_s, u"1"_s});
        row("marks on nothing", u"\u0301 \u20dd x"_s, {u"x"_s});
        row("lone surrogates", QString(QChar(0xd800)) + u"a"_s + QChar(0xdc00), {u"a"_s});
        row("controls", u"a\0b\u0001c"_s, {u"a"_s, u"b"_s, u"c"_s});
        row("private use", u"\ue000c1"_s, {u"c1"_s}); // what the index marks its own tokens with
    }

    void textBecomesTokens()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, tokens);
        QCOMPARE(textsOf(text), tokens);
    }

    void tokensKnowWhereTheyStand()
    {
        const QString text = u"\U0001F525 Cafe\u0301! \u4f60\u597d"_s;
        const QList<Token> tokens = tokenize(text);
        QCOMPARE(tokens.size(), 4);
        QCOMPARE(tokens[0], (Token{u"\U0001F525"_s, TokenKind::Word, 0, 2, 2}));
        QCOMPARE(tokens[1], (Token{u"cafe"_s, TokenKind::Word, 3, 5, 5}));
        QCOMPARE(tokens[2], (Token{u"\u4f60\u597d"_s, TokenKind::Pair, 10, 2, 1}));
        QCOMPARE(tokens[3], (Token{u"\u597d"_s, TokenKind::Single, 11, 1, 1}));
    }

    void ofLongWordsTheBeginningCounts()
    {
        const QStringList tokens = textsOf(u"x"_s.repeated(10'000) + u" y"_s);
        QCOMPARE(tokens, QStringList({u"x"_s.repeated(wordLength), u"y"_s}));
        QVERIFY(finds(u"x"_s.repeated(5'000), u"x"_s.repeated(10'000)));
    }

    void theLongestMessageIsIndexedWhole()
    {
        const QList<Token> tokens = tokenize(u"\u4f60"_s.repeated(9'999) + u"\u597d"_s);
        QCOMPARE(tokens.size(), 10'000);
        QCOMPARE(tokens[9'998].text, u"\u4f60\u597d"_s);
        QCOMPARE(tokenize(u"\ufdfa"_s.repeated(10'000)).size(), maxTokens); // each unfolds to four words
    }

    // attack_40, attack_44: time grows with the length, whatever it is made of.
    void attack44_nothingTakesLong()
    {
        const QStringList units{u"a"_s,      u"\u0301\u0316"_s, u"\u1100"_s,           u"\u1161\u11a8"_s,
                                u"\u4f60"_s, u"\ufdfa"_s,       u"\U0001F468\u200d"_s, u"\u3099"_s,
                                u"- "_s};
        for (const QString &unit : units) {
            const QString text = u"x"_s + unit.repeated(200'000 / unit.size());
            QElapsedTimer timer;
            timer.start();
            QVERIFY(tokenize(text).size() <= maxTokens);
            QVERIFY2(timer.elapsed() < 5'000, qPrintable(unit)); // some 100 ms when nothing else runs
        }
    }

    void whatIsFound_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const auto row = [](const char *name, const QString &query, const QString &text, bool found) {
            QTest::newRow(name) << query << text << found;
        };
        row("word", u"cafe"_s, u"The CAF\u00c9."_s, true);
        row("beginning", u"invo"_s, u"Invoices"_s, true);
        row("too short for a beginning", u"in"_s, u"Invoices"_s, false);
        row("short word", u"in"_s, u"in time"_s, true);
        row("middle of a word", u"voice"_s, u"Invoices"_s, false);
        row("joined by a sign", u"a@example.org"_s, u"write to a@example.org!"_s, true);
        row("parts elsewhere", u"a@example.org"_s, u"example a org"_s, false);
        row("two characters", u"\u597d\u4e16"_s, u"\u4f60\u597d\u4e16\u754c"_s, true);
        row("not neighbours", u"\u4f60\u4e16"_s, u"\u4f60\u597d\u4e16\u754c"_s, false);
        row("longer", u"\u4f60\u597d\u4e16"_s, u"\u4f60\u597d\u4e16\u754c"_s, true);
        row("one character at the beginning", u"\u4f60"_s, u"\u4f60\u597d"_s, true);
        row("one character inside", u"\u597d"_s, u"\u4f60\u597d\u4e16"_s, true);
        row("one character at the end", u"\u754c"_s, u"\u4f60\u597d\u4e16\u754c"_s, true);
        row("mixed", u"iphone\u624b"_s, u"iPhone\u624b\u673a"_s, true);
        row("mixed, other end", u"\u624b\u673a5"_s, u"iPhone\u624b\u673a5"_s, true);
        row("mixed, run goes on", u"\u624b5"_s, u"\u624b\u673a5"_s, false);
        row("emoji", u"\U0001F525"_s, u"so\U0001F525hot"_s, true);
        row("signs", u"!!"_s, u"!!"_s, false);
    }

    void whatIsFound()
    {
        QFETCH(QString, query);
        QFETCH(QString, text);
        const Pattern pattern = patternFor(query, true);
        QTEST(!pattern.tokens.isEmpty() && matches(pattern, tokenize(text)), "found");
    }

    void quotedWordsDoNotGoOn()
    {
        QVERIFY(finds(u"invoice"_s, u"invoice"_s, false));
        QVERIFY(!finds(u"invoice"_s, u"invoices"_s, false));
        QVERIFY(finds(u"two words"_s, u"These two, words"_s, false));
        QVERIFY(!finds(u"two words"_s, u"words two"_s, false));
    }

    void highlightsShowWhatWasFound()
    {
        QCOMPARE(highlighted(u"caf"_s, u"Cafe\u0301 and CAF\u00c9S"_s),
                 QStringList({u"Cafe\u0301"_s, u"CAF\u00c9S"_s}));
        QCOMPARE(highlighted(u"\u597d\u4e16\u754c"_s, u"\u4f60\u597d\u4e16\u754c"_s),
                 QStringList(u"\u597d\u4e16\u754c"_s));
        QCOMPARE(highlighted(u"\u4f60"_s, u"\u4f60\u597d"_s), QStringList(u"\u4f60"_s));
        QCOMPARE(highlighted(u"\U0001F525"_s, u"a\U0001F525"_s), QStringList(u"\U0001F525"_s));
        QCOMPARE(highlighted(u"x"_s, u"y"_s), QStringList());
    }

    void overlappingHighlightsAreOne()
    {
        const QString text = u"one two three"_s;
        const QList<Pattern> patterns{patternFor(u"one two"_s, false), patternFor(u"two three"_s, false)};
        QCOMPARE(highlights(patterns, tokenize(text), 100), QList<Stretch>({{0, 13}}));
        QCOMPARE(highlights({patternFor(u"a"_s, false)}, tokenize(u"a a a a"_s), 2).size(), 2);
    }
};

QTEST_APPLESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"
