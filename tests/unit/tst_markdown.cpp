// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/links.h"
#include "ui/timeline/markdown.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

class TestMarkdown : public QObject
{
    Q_OBJECT

private:
    static QString textOf(const QList<TextBlock> &blocks)
    {
        QStringList lines;
        for (const TextBlock &block : blocks)
            lines.append(block.text);
        return lines.join(u'\n');
    }

    static int styleOf(const QString &markdown, const QString &word)
    {
        for (const TextBlock &block : parseMarkdown(markdown)) {
            for (const TextSpan &span : block.spans) {
                if (block.text.mid(span.start, span.length) == word)
                    return span.styles;
            }
        }
        return 0;
    }

private Q_SLOTS:
    void stylesBecomeSpans_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<int>("style");
        QTest::newRow("bold") << u"a **word** b"_s << int(TextSpan::Bold);
        QTest::newRow("italic") << u"a *word* b"_s << int(TextSpan::Italic);
        QTest::newRow("both") << u"a ***word*** b"_s << int(TextSpan::Bold | TextSpan::Italic);
        QTest::newRow("strike") << u"a ~~word~~ b"_s << int(TextSpan::Strike);
        QTest::newRow("code") << u"a `word` b"_s << int(TextSpan::Code);
        QTest::newRow("link") << u"a [word](https://example.org) b"_s << int(TextSpan::Link);
        QTest::newRow("heading") << u"# word"_s << int(TextSpan::Bold);
        QTest::newRow("picture") << u"![word](https://example.org/x.png)"_s << int(TextSpan::Link);
    }

    void stylesBecomeSpans()
    {
        QFETCH(QString, markdown);
        QFETCH(int, style);
        QCOMPARE(styleOf(markdown, u"word"_s), style);
    }

    void lineBreaksAreKeptAndEachLineIsABlock()
    {
        const auto blocks = parseMarkdown(u"one\ntwo\n\nthree"_s);
        QCOMPARE(textOf(blocks), u"one\ntwo\nthree"_s);
        QCOMPARE(blocks[1].tight, true);
        QCOMPARE(blocks[2].tight, false);
    }

    void codeBlocksKeepTheirText()
    {
        const auto blocks = parseMarkdown(u"look:\n```cpp\nint a;\n\n  *b*\n```\nend"_s);
        QCOMPARE(blocks.size(), 3);
        QVERIFY(blocks[1].code);
        QCOMPARE(blocks[1].text, u"int a;\n\n  *b*"_s);
        QVERIFY(blocks[1].spans.isEmpty());
    }

    void listsHaveMarkersAndLevels()
    {
        const auto blocks = parseMarkdown(u"- a\n- b\n  1. c\n  2. d\n- e"_s);
        QCOMPARE(textOf(blocks), u"a\nb\nc\nd\ne"_s);
        QCOMPARE(blocks[0].marker, u"\u2022"_s);
        QCOMPARE(blocks[3].marker, u"2."_s);
        QCOMPARE(blocks[3].indent, 2);
        QCOMPARE(blocks[4].indent, 1);
        QVERIFY(!blocks[0].tight);
        for (int i = 1; i < 5; ++i)
            QVERIFY(blocks[i].tight);
    }

    void quotesHaveADepth()
    {
        const auto blocks = parseMarkdown(u"> said\n>> before\n\nanswer"_s);
        QCOMPARE(blocks[0].quoteDepth, 1);
        QCOMPARE(blocks[1].quoteDepth, 2);
        QCOMPARE(blocks[2].quoteDepth, 0);
    }

    void theLineAfterAQuoteOrListIsOutsideOfIt()
    {
        const auto quote = parseMarkdown(u"> said\n> more\nanswer"_s);
        QCOMPARE(textOf(quote), u"said\nmore\nanswer"_s);
        QCOMPARE(quote[1].quoteDepth, 1);
        QCOMPARE(quote[2].quoteDepth, 0);
        const auto list = parseMarkdown(u"1. a\n2. b\nthat is all"_s);
        QCOMPARE(list[1].indent, 1);
        QCOMPARE(list[2].indent, 0);
        const auto code = parseMarkdown(u"```\n> a\nb\n- c\nd\n```"_s);
        QCOMPARE(textOf(code), u"> a\nb\n- c\nd"_s);
    }

    void bareAddressesAreLinks()
    {
        const auto blocks = parseMarkdown(u"see https://example.org/a?b=1&c=2 or www.example.org"_s);
        QCOMPARE(blocks[0].spans.size(), 2);
        QCOMPARE(blocks[0].spans[0].url, u"https://example.org/a?b=1&c=2"_s);
        QCOMPARE(blocks[0].spans[1].url, u"http://www.example.org"_s);
    }

    void bareAddressesOfHearthAreLinks()
    {
        const QString link =
            u"hearth://open?server=https%3A%2F%2Fchat.example.org&conversation=01_9-a&message=7"_s;
        const auto blocks = parseMarkdown(u"**see** "_s + link + u". `"_s + link + u'`');
        QCOMPARE(textOf(blocks), u"see "_s + link + u". "_s + link);
        QCOMPARE(blocks[0].spans.size(), 3);
        QCOMPARE(blocks[0].spans[1].url, link);
        QCOMPARE(blocks[0].spans[1].length, int(link.size()));
        QVERIFY(blocks[0].spans[2].url.isEmpty());
    }

    void attack39_whatSomebodyWroteIsNeverMarkup_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("script") << u"<script>alert(1)</script>"_s;
        QTest::newRow("inline") << u"a <b onclick=x>bold</b> <img src=x>"_s;
        QTest::newRow("entities") << u"&lt;b&gt; &amp; &#60; &copy;"_s;
        QTest::newRow("comment") << u"<!-- hidden -->"_s;
        QTest::newRow("table") << u"| a | b |\n|---|---|"_s;
    }

    void attack39_whatSomebodyWroteIsNeverMarkup()
    {
        QFETCH(QString, text);
        QCOMPARE(textOf(parseMarkdown(text)), text);
    }

    void unsafeAddressesAreOnlyText_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x",
                                "file:///etc/passwd", "vbscript:x", "http:", "https:///path", "//example.org",
                                "relative/path", "&#106;avascript:alert(1)", "java%0ascript:alert(1)",
                                "mailto:", "ftp://example.org/", "hearth://x"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }

    void unsafeAddressesAreOnlyText()
    {
        QFETCH(QString, url);
        const auto blocks = parseMarkdown(u"[click](<%1>)"_s.arg(url));
        QCOMPARE(textOf(blocks), u"click"_s);
        QVERIFY(blocks[0].spans.isEmpty());
    }

    void aLinkWhoseTextNamesAnotherHostIsMisleading_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("misleading");
        QTest::newRow("same") << u"https://example.org/a"_s << u"https://example.org/a"_s << false;
        QTest::newRow("www") << u"example.org"_s << u"https://www.example.org/"_s << false;
        QTest::newRow("words") << u"the manual"_s << u"https://example.org/"_s << false;
        QTest::newRow("case") << u"Example.ORG"_s << u"https://example.org/"_s << false;
        QTest::newRow("other host") << u"https://bank.example"_s << u"https://evil.example/"_s << true;
        QTest::newRow("other host, bare") << u"bank.example/login"_s << u"https://evil.example/"_s << true;
        QTest::newRow("longer host") << u"bank.example"_s << u"https://bank.example.evil.org/"_s << true;
        QTest::newRow("look-alike") << u"p\u0430ypal.com"_s << u"https://paypal.com/"_s << true;
        QTest::newRow("user name") << u"click"_s << u"https://bank.example@evil.example/"_s << true;
        QTest::newRow("address") << u"10.0.0.1"_s << u"https://example.org/"_s << true;
        QTest::newRow("mail") << u"ana@example.org"_s << u"mailto:ana@example.org"_s << false;
        const QString own = u"hearth://connect?server=https%3A%2F%2Fchat.example.org"_s;
        QTest::newRow("own") << own << own << false;
        QTest::newRow("own, words") << u"our chat"_s << own << false;
        QTest::newRow("own for another") << u"https://bank.example"_s << own << true;
        QTest::newRow("other mail") << u"ana@example.org"_s << u"mailto:eve@example.org"_s << true;
    }

    void aLinkWhoseTextNamesAnotherHostIsMisleading()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        QFETCH(bool, misleading);
        QCOMPARE(isMisleading(text, QUrl(url)), misleading);
    }

    void hostileDepthAndLengthEndInPlainBlocks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("quotes") << QString(10'000, u'>') + u"deep"_s;
        QTest::newRow("lists") << u"- "_s.repeated(5'000) + u"deep"_s;
        QTest::newRow("emphasis") << QString(10'000, u'*') + u"a"_s + QString(10'000, u'*');
        QTest::newRow("brackets") << QString(10'000, u'[');
        QTest::newRow("links") << u"[a]("_s.repeated(2'500);
        QTest::newRow("backticks") << u"`` ` "_s.repeated(2'000);
        QTest::newRow("one line") << QString(200'000, u'x');
        QTest::newRow("nothing but lines") << QString(10'000, u'\n');
        QTest::newRow("zeros") << QString(100, QChar(0)) + u"x"_s;
        QTest::newRow("lone surrogates") << QString(100, QChar(0xd83d));
        QTest::newRow("empty") << QString();
    }

    void hostileDepthAndLengthEndInPlainBlocks()
    {
        QFETCH(QString, text);
        const auto blocks = parseMarkdown(text);
        QVERIFY(!blocks.isEmpty());
        for (const TextBlock &block : blocks) {
            QVERIFY(block.quoteDepth <= 6 && block.indent <= 6);
            int end = 0;
            for (const TextSpan &span : block.spans) {
                QVERIFY(span.start >= end && span.length > 0);
                end = span.start + span.length;
            }
            QVERIFY(end <= block.text.size());
        }
    }

    void randomTextNeverBreaksTheParser()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const QString alphabet = u"*_`~[]()<>!#-+1. \n\t\\|&;:/@aé\u05d0\U0001F642"_s;
        for (int round = 0; round < 2'000; ++round) {
            QString text;
            for (int i = random.bounded(60); i >= 0; --i)
                text += alphabet.at(random.bounded(alphabet.size()));
            QVERIFY(!parseMarkdown(text).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
