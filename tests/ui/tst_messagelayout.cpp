// SPDX-License-Identifier: Apache-2.0
#include "shownview.h"
#include "ui/timeline/rowpainter.h"

#include <QScopeGuard>
#include <QTest>

using namespace Hearth;
using namespace Hearth::TimelineFixture;

// Where the parts of a message stand, in each density and in either direction.
class TestMessageLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void eachParagraphHasItsOwnDirectionAndStandsBelowItsAuthor_data()
    {
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("from left") << false;
        QTest::newRow("from right") << true;
    }

    void eachParagraphHasItsOwnDirectionAndStandsBelowItsAuthor()
    {
        QFETCH(bool, mirrored);
        TimelineStyle style(QFont(u"Inter"_s, 10), ThemeColors{});
        style.mirrored = mirrored;
        TimelineItem item{.id = u"a"_s, .text = u"English\nעברית\n```\nקוד\n```"_s};
        const MessageLayout layout(item, 400, style);
        QCOMPARE(layout.blocks().size(), 3);
        const auto line = [&](int i) { return layout.blocks()[i].layout->lineAt(0); };
        for (int i = 0; i < 2; ++i) {
            const QRectF words = line(i).naturalTextRect();
            QVERIFY((mirrored ? 400 - words.right() : words.left()) < 1);
        }
        QVERIFY(line(0).cursorToX(0) < line(0).cursorToX(1));
        QVERIFY(line(1).cursorToX(0) > line(1).cursorToX(1));
        QVERIFY(line(2).naturalTextRect().left() < 1);
    }

    void quotesAndListsAreIndentedAtTheSideWhereTheirTextsBegin()
    {
        TimelineStyle style(QFont(u"Inter"_s, 10), ThemeColors{});
        style.mirrored = true;
        const MessageLayout layout({.id = u"a"_s, .text = u"> said\n\n- one"_s}, 400, style);
        const auto &quote = layout.blocks().front();
        const auto &list = layout.blocks().back();
        const auto textEnd = [](const MessageLayout::Block &block) {
            return block.pos.x() + block.layout->lineAt(0).naturalTextRect().right();
        };
        QCOMPARE(quote.quoteBars, QList<int>{400 - TimelineSize::quoteBar});
        QCOMPARE(textEnd(quote), 400 - TimelineSize::quoteIndent);
        QVERIFY(textEnd(list) < list.markerPos.x() && list.markerPos.x() < 400);
    }

    void aMentionHasAGroundThatIsALittleWiderThanItsName()
    {
        const ThemeColors colors = Theme(Theme::Appearance::Dark).colors();
        const TimelineStyle style(QFont(u"Inter"_s, 10), colors);
        TimelineItem item{.id = u"a"_s, .text = u"Hello @li and @me"_s};
        item.mentions = {{li, 6, 3}, {me, 14, 3}};
        const MessageLayout layout(item, 400, style, {me, nameOf});
        const auto &block = layout.blocks().front();
        QCOMPARE(block.grounds.size(), 2);
        QCOMPARE(block.grounds[0].second, colors.selection);
        QCOMPARE(block.grounds[1].second, colors.accent);
        QVERIFY(block.grounds[0].first.left() < block.layout->lineAt(0).cursorToX(6));
        for (const auto &format : block.layout->formats())
            QVERIFY(!format.format.hasProperty(QTextFormat::BackgroundBrush));
    }

    void whatIsPressedIsHighEnoughAndFollowsItsReason_data()
    {
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("from left") << false;
        QTest::newRow("from right") << true;
    }

    void whatIsPressedIsHighEnoughAndFollowsItsReason()
    {
        QFETCH(bool, mirrored);
        TimelineStyle style(QFont(u"Inter"_s, 8), ThemeColors{}, Density::Compact);
        style.mirrored = mirrored;
        TimelineItem item{.id = u"a"_s, .text = u"hello"_s, .refusal = u"No."_s};
        item.reactions = {{u"❤️"_s, 2, {ana, li}}};
        const MessageLayout layout(item, 400, style);
        QList<QRect> pressed;
        for (const MessageTarget &target : layout.targets())
            pressed.append(target.rects.first());
        for (const QRect &rect : std::as_const(pressed))
            QVERIFY(rect.height() >= 24 && rect.bottom() < layout.height() + 3);
        const QRect discard = pressed.takeLast();
        const QRect retry = pressed.takeLast();
        const QRectF reason = layout.blocks().back().layout->lineAt(0).naturalTextRect();
        QVERIFY(mirrored
                    ? discard.right() < retry.left() && retry.right() < reason.left() && reason.right() > 399
                    : discard.left() > retry.right() && retry.left() > reason.right() && reason.left() < 1);
    }

    void timesAreWrittenAsInTheLanguageAndHaveRoomInCompactRows()
    {
        const QLocale before;
        const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });
        const Timestamp evening = fromMs(QDateTime({2026, 3, 1}, {22, 58}).toMSecsSinceEpoch());
        for (const QString &language : {u"en_US"_s, u"de_DE"_s, u"ar_EG"_s}) {
            QLocale::setDefault(QLocale(language));
            QCOMPARE(timeLabel(evening), QLocale().toString(QTime(22, 58), QLocale::ShortFormat));
            const TimelineStyle style(QFont(u"Inter"_s, 10), ThemeColors{}, Density::Compact);
            const QRect gutter = TimelineColumns(500, Qt::LeftToRight, style.row).gutter(0, 20);
            QVERIFY(QFontMetrics(style.small).horizontalAdvance(timeLabel(evening)) <= gutter.width());
        }
    }

    void aPageThatIsMirroredHasItsTextOnTheOtherSide()
    {
        const TimelineColumns left(500, Qt::LeftToRight);
        const TimelineColumns right(500, Qt::RightToLeft);
        QCOMPARE(right.avatar, 500 - left.avatar - TimelineSize::avatar);
        QCOMPARE(right.text, 500 - left.text - left.textWidth);
        QCOMPARE(right.state, 500 - left.state - TimelineSize::stateIcon);
    }

    void complaint19_compactShowsMoreAndCostsNoName()
    {
        MessageSlice talk;
        for (int i = 1; i <= 100; ++i)
            talk.messages.append(message(i, i % 2 ? ana : li, u"a line"_s));
        const Shown cozy(talk);
        const Shown compact(talk, Density::Compact);
        QVERIFY(compact.view.visibleRows().size() >= 2 * cozy.view.visibleRows().size());
        const TimelineStyle style(cozy.view.font(), ThemeColors{}, Density::Compact);
        const TimelineItem item{.id = u"a"_s, .senderId = ana, .text = u"hello"_s};
        const MessageLayout layout(item, 400, style, {me, nameOf});
        QCOMPARE(layout.height(), style.lineHeight); // name and text on one line
        QVERIFY(layout.name().width() >= QFontMetrics(style.name).horizontalAdvance(nameOf(ana)));
        QVERIFY(layout.blocks()[0].layout->lineAt(0).x() > layout.name().right());
    }

    void aNameStandsAboveWhatIsNoTextInCompactRows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("code") << u"```\ncode\n```"_s;
        QTest::newRow("quote") << u"> said"_s;
        QTest::newRow("list") << u"- one\n- two"_s;
    }

    void aNameStandsAboveWhatIsNoTextInCompactRows()
    {
        QFETCH(QString, text);
        const TimelineStyle style(QFont(u"Inter"_s, 10), ThemeColors{}, Density::Compact);
        const MessageLayout layout({.id = u"a"_s, .senderId = ana, .text = text}, 400, style, {me, nameOf});
        QVERIFY(!layout.name().isNull());
        QVERIFY(layout.blocks()[0].pos.y() > layout.name().bottom());
    }

    void complaint19_bubblesFitTheirTextAndOnesOwnStandAtTheOtherSide_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("from left") << Qt::LeftToRight;
        QTest::newRow("from right") << Qt::RightToLeft;
    }

    void complaint19_bubblesFitTheirTextAndOnesOwnStandAtTheOtherSide()
    {
        QFETCH(Qt::LayoutDirection, direction);
        Shown t({}, Density::Bubbles);
        t.view.setLayoutDirection(direction);
        const QString words = u"[link](https://example.org)"_s;
        t.store.reset({{message(1, ana, words), message(2, me, words)}, false, false});
        t.view.startOver();
        const QRect hers = t.view.targetRect(t.store.indexOf(u"m1"_s), 0);
        const QRect own = t.view.targetRect(t.store.indexOf(u"client2"_s), 0);
        const int width = t.view.viewport()->width();
        const int padding =
            TimelineStyle(t.view.font(), ThemeColors{}, Density::Bubbles).row.bubblePadding.width();
        const bool mirrored = direction == Qt::RightToLeft;
        const auto fromStart = [&](const QRect &rect) {
            return mirrored ? width - 1 - rect.right() : rect.left();
        };
        const auto fromEnd = [&](const QRect &rect) {
            return mirrored ? rect.left() : width - 1 - rect.right();
        };
        QVERIFY(std::abs(fromStart(hers) - TimelineSize::textLeft - padding) <= 1);
        QVERIFY(std::abs(fromEnd(own) - TimelineSize::rightMargin - padding) <= 1);
    }

    void aBubbleIsAtMostAsWideAsItMayBeAndHasTheSameLinesWhenItFits()
    {
        const TimelineStyle style(QFont(u"Inter"_s, 10), ThemeColors{}, Density::Bubbles);
        QCOMPARE(TimelineColumns(2'000, Qt::LeftToRight, style.row).textWidth, 560 - 24);
        QCOMPARE(TimelineColumns(588, Qt::LeftToRight, style.row).textWidth, 360 - 24);
        for (int seed = 0; seed < 100; ++seed) {
            TimelineItem item{.id = u"a"_s, .text = someText(seed)};
            item.reactions = {{u"❤️"_s, 2, {ana, li}}, {u"🎉"_s, 2, {ana, li}}, {u"👍"_s, 1, {me}}};
            const MessageLayout wide(item, 336, style);
            const MessageLayout fitted(item, wide.usedWidth(false), style);
            QCOMPARE(fitted.height(), wide.height());
            QVERIFY(fitted.width() <= wide.width());
        }
    }
};

QTEST_MAIN(TestMessageLayout)
#include "tst_messagelayout.moc"
