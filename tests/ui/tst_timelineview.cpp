// SPDX-License-Identifier: Apache-2.0
#include "support/timelinefixture.h"
#include "ui/timeline/rowpainter.h"
#include "ui/timeline/timelineview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace Hearth;
using namespace Hearth::TimelineFixture;
using namespace std::chrono_literals;

// A view with a store of its own, shown at 600 x 500.
struct Shown {
    Theme theme{Theme::Appearance::Light};
    TimelineStore store{me, nameOf};
    TimelineView view{store, theme};

    explicit Shown(const MessageSlice &slice, Density density = Density::Cozy)
    {
        theme.setDensity(density);
        QFont font(u"Inter"_s);
        font.setPixelSize(13);
        view.setFont(font);
        view.resize(600, 500);
        store.reset(slice);
        view.startOver();
        view.show();
        QApplication::setActiveWindow(&view);
        view.setFocus();
    }

    // Where the text of a row begins; far away when it is out of sight.
    [[nodiscard]] int bodyY(const QString &id) const
    {
        for (const RowFlow::Placed &placed : view.visibleRows()) {
            if (store.rows().at(placed.row).id == id)
                return placed.bodyY();
        }
        return -100'000;
    }

    // The message whose text begins first in sight.
    [[nodiscard]] QString topMessage() const
    {
        for (const RowFlow::Placed &placed : view.visibleRows()) {
            if (store.rows().at(placed.row).isMessage() && placed.bodyY() >= 0)
                return store.rows().at(placed.row).id;
        }
        return {};
    }

    [[nodiscard]] QPoint textPoint(const QString &id, int x = 0) const
    {
        return {TimelineSize::textLeft + x, bodyY(id) + 9};
    }

    void wheel(int pixels)
    {
        const QPoint center = view.viewport()->rect().center();
        QWheelEvent event(center, view.viewport()->mapToGlobal(center), QPoint(0, pixels), QPoint(),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &event);
    }
};

class TestTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void complaint5_nothingThatHappensMovesWhatTheReaderLooksAt_data()
    {
        QTest::addColumn<Density>("density");
        QTest::newRow("cozy") << Density::Cozy;
        QTest::newRow("compact") << Density::Compact;
        QTest::newRow("bubbles") << Density::Bubbles;
    }

    void complaint5_nothingThatHappensMovesWhatTheReaderLooksAt()
    {
        QFETCH(Density, density);
        const quint32 seed = qEnvironmentVariableIsSet("HEARTH_SEED")
            ? qEnvironmentVariableIntValue("HEARTH_SEED")
            : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 20; ++round) {
            Shown t(slice(800, 1'200, true, false), density);
            t.wheel(3'000 + int(random.bounded(2'000)));
            const QString anchor = t.topMessage();
            const int y = t.bodyY(anchor);
            QVERIFY(!anchor.isEmpty());
            qint64 first = 800;
            qint64 last = 1'200;
            for (int step = 0; step < 25; ++step) {
                const int what = int(random.bounded(10));
                switch (what) {
                case 0: // history loads
                    t.store.prepend(slice(first - 20, first - 1, true));
                    first -= 20;
                    break;
                case 1: // a message arrives
                    ++last;
                    t.store.apply({someMessage(last)});
                    break;
                case 2:
                case 3: { // somebody edits one, above, below, or the very one
                    Message edited = someMessage(first + random.bounded(last - first + 1));
                    edited.content = someText(random.generate()) + u"\n```\ncode\n```"_s;
                    edited.isEdited = true;
                    t.store.apply({edited});
                    break;
                }
                case 4: t.view.resize(380 + int(random.bounded(700)), 400 + int(random.bounded(300))); break;
                case 5: {
                    QFont font = t.view.font();
                    font.setPixelSize(10 + int(random.bounded(12)));
                    t.view.setFont(font);
                    break;
                }
                case 6: t.store.setOutgoing({outgoing(u"o"_s, someText(step), OutgoingState::Failed)}); break;
                case 7: t.store.trimOlder(int(last - first)), ++first; break;
                case 8:
                    t.theme.setAppearance(step % 2 ? Theme::Appearance::Dark : Theme::Appearance::Light);
                    break;
                case 9: t.theme.setDensity(Density(random.bounded(3))); break;
                }
                t.view.storeChanged();
                if (t.bodyY(anchor) != y)
                    qInfo("round %d step %d kind %d", round, step, what);
                QCOMPARE(t.bodyY(anchor), y);
            }
        }
    }

    void theFirstMessageOfAPageThatBecomesAContinuationStaysWhereItsTextWas()
    {
        MessageSlice newer{{}, true, false};
        MessageSlice older{{}, false, false};
        for (int i = 1; i <= 60; ++i)
            (i <= 20 ? older : newer).messages.append(message(i, ana, someText(i), noon + i * 1s));
        Shown t(newer);
        t.view.scrollToRow(0, 8);
        const int y = t.bodyY(u"m21"_s);
        t.store.prepend(older);
        t.view.storeChanged();
        QCOMPARE(t.store.rows().at(t.store.indexOf(u"m21"_s)).kind, TimelineRow::Kind::Continued);
        QCOMPARE(t.bodyY(u"m21"_s), y);
    }

    void whenTheAnchorGoesItsNeighboursStay()
    {
        MessageSlice few{{}, false, false};
        for (int i = 1; i <= 40; ++i)
            few.messages.append(message(i, i % 2 ? ana : li, someText(i), noon + i * 1s));
        Shown t(few);
        t.view.scrollToRow(t.store.indexOf(u"m10"_s), 0);
        const int y = t.bodyY(u"m12"_s);
        t.store.trimOlder(29); // down to m12
        t.view.storeChanged();
        QVERIFY(t.bodyY(u"m12"_s) != -100'000);
        QVERIFY(t.bodyY(u"m12"_s) <= y);
    }

    void atTheEndTheViewFollowsWhatArrives()
    {
        Shown t(slice(1, 100));
        QVERIFY(t.view.isAtEnd());
        t.store.apply({someMessage(101)});
        t.view.storeChanged();
        QVERIFY(t.view.isAtEnd());
        QCOMPARE(t.view.visibleRows().back().row, int(t.store.rows().size()) - 1);
        QCOMPARE(t.view.visibleRows().back().bottom(), 500 - TimelineSize::endPadding);
        t.view.resize(400, 300);
        QCOMPARE(t.view.visibleRows().back().bottom(), 300 - TimelineSize::endPadding);
    }

    void awayFromTheEndTheViewStays()
    {
        Shown t(slice(1, 100));
        t.wheel(40);
        QVERIFY(!t.view.isAtEnd());
        const QString top = t.topMessage();
        const int y = t.bodyY(top);
        t.store.apply({someMessage(101)});
        t.view.storeChanged();
        QCOMPARE(t.bodyY(top), y);
        t.wheel(-100'000);
        QVERIFY(t.view.isAtEnd());
    }

    void aShortConversationStandsAtTheBottom()
    {
        Shown t(slice(1, 2));
        QCOMPARE(t.view.visibleRows().back().bottom(), 500 - TimelineSize::endPadding);
        QCOMPARE(t.view.verticalScrollBar()->maximum(), 0);
    }

    void theWheelScrollsByItsPixelsUpToTheFirstMessage()
    {
        Shown t(slice(1, 100));
        t.wheel(200);
        const QString top = t.topMessage();
        const int y = t.bodyY(top);
        t.wheel(37);
        QCOMPARE(t.bodyY(top), y + 37);
        t.wheel(1'000'000);
        QCOMPARE(t.view.visibleRows().front().row, 0);
        QCOMPARE(t.view.visibleRows().front().y, TimelineSize::endPadding);
        QCOMPARE(t.view.verticalScrollBar()->value(), 0);
    }

    void theScrollBarCountsWhatIsNotLoaded()
    {
        Shown t(slice(10'000, 10'100, true, false));
        const int loadedOnly = t.view.verticalScrollBar()->maximum();
        t.store.setExtent(1, 10'100);
        t.view.storeChanged();
        QVERIFY(t.view.verticalScrollBar()->maximum() > 20 * loadedOnly);
        QCOMPARE(t.view.verticalScrollBar()->value(), t.view.verticalScrollBar()->maximum());
        QSignalSpy seeks(&t.view, &TimelineView::seekRequested);
        t.view.verticalScrollBar()->setSliderDown(true);
        t.view.verticalScrollBar()->setValue(t.view.verticalScrollBar()->maximum() / 2);
        QTRY_COMPARE(seeks.size(), 1);
        const qint64 seq = seeks[0][0].toLongLong();
        QVERIFY2(seq > 4'000 && seq < 6'000, qPrintable(QString::number(seq)));
    }

    void theScrollBarKeepsWhatItKnowsWhenTheWidthChanges()
    {
        MessageSlice talk;
        for (int i = 1; i <= 60; ++i)
            talk.messages.append(message(i, ana, u"a line"_s));
        talk.messages.append(message(61, ana, u"line\n"_s.repeated(100)));
        Shown t(talk);
        for (int i = 0; i < 20; ++i)
            t.wheel(400);
        t.view.scrollToEnd(); // only the long one is in sight
        const int before = t.view.verticalScrollBar()->maximum();
        t.view.resize(500, 500);
        QVERIFY(std::abs(t.view.verticalScrollBar()->maximum() - before) < before / 10);
    }

    void pagesOverlapByATenth()
    {
        Shown t(slice(1, 300));
        t.wheel(3'000);
        const QString top = t.topMessage();
        const int y = t.bodyY(top);
        QTest::keyClick(&t.view, Qt::Key_PageUp);
        QCOMPARE(t.bodyY(top), y + 450);
        QTest::keyClick(&t.view, Qt::Key_PageDown);
        QCOMPARE(t.bodyY(top), y);
    }

    void homeAndEndLeadToTheFirstAndTheLastMessage()
    {
        Shown t(slice(1, 100));
        QTest::keyClick(&t.view, Qt::Key_Home);
        QCOMPARE(t.view.visibleRows().front().row, 0);
        QTest::keyClick(&t.view, Qt::Key_End);
        QVERIFY(t.view.isAtEnd());
    }

    void homeAsksForTheFirstMessageWhenThatIsNotLoaded()
    {
        Shown t(slice(500, 600, true, false));
        t.store.setExtent(3, 600);
        QSignalSpy seeks(&t.view, &TimelineView::seekRequested);
        QTest::keyClick(&t.view, Qt::Key_Home);
        QCOMPARE(seeks.size(), 1);
        QCOMPARE(seeks[0][0].toLongLong(), 3);
    }

    void complaint12_theArrowsGoFromMessageToMessageAndKeepThemInSight()
    {
        Shown t(slice(1, 100));
        QTest::keyClick(&t.view, Qt::Key_Up);
        QCOMPARE(t.view.currentRow(), int(t.store.rows().size()) - 1);
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(&t.view, Qt::Key_Up);
            const QRect rect = t.view.rowRect(t.view.currentRow());
            QVERIFY(t.store.rows().at(t.view.currentRow()).isMessage());
            QVERIFY2(rect.top() >= 0, qPrintable(QString::number(i)));
        }
        const int row = t.view.currentRow();
        QTest::keyClick(&t.view, Qt::Key_Down);
        QVERIFY(t.view.currentRow() > row);
        QTest::keyClick(&t.view, Qt::Key_Escape);
        QCOMPARE(t.view.currentRow(), -1);
    }

    void complaint6_draggingSelectsAcrossMessagesAndCopiesWithNamesAndTimes()
    {
        Shown t({{message(1, ana, u"first **bold** line"_s), message(2, ana, u"second <b>"_s),
                  message(3, li, u"third"_s)},
                 false,
                 false});
        QTest::mousePress(t.view.viewport(), Qt::LeftButton, {}, t.textPoint(u"m1"_s, -10));
        QTest::mouseMove(t.view.viewport(), t.textPoint(u"m3"_s, 400));
        QTest::mouseRelease(t.view.viewport(), Qt::LeftButton, {}, t.textPoint(u"m3"_s, 400));
        QVERIFY(t.view.hasSelection());
        QTest::keyClick(&t.view, Qt::Key_C, Qt::ControlModifier);
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        QCOMPARE(copied->text(),
                 u"[12:00] Ana Costa: first bold line\n[12:00] Ana Costa: second <b>\n"
                 "[12:00] Li Wei: third"_s);
        QVERIFY(copied->html().contains(u"second &lt;b&gt;"_s));
        QVERIFY(!copied->html().contains(u"second <b>"_s));
    }

    void wholeMessagesAreCopiedAsTheMarkdownTheyAreAndPartsAreEscaped()
    {
        Shown t({{message(1, ana, u"# **bold**"_s), message(2, li, u"1. a *word* & #more\n- b_c"_s)},
                 false,
                 false});
        t.view.selectAll();
        t.view.copySelection();
        const auto copied = [] {
            return QString::fromUtf8(QApplication::clipboard()->mimeData()->data(u"text/markdown"_s));
        };
        QCOMPARE(copied(),
                 u"**Ana Costa** 12:00\n\n# **bold**\n\n**Li Wei** 12:00\n\n1. a *word* & #more\n- b_c"_s);
    }

    void aPartOfAMessageIsCopiedAsMarkdownThatSaysNothingElse()
    {
        const auto copied = toMimeData({{{}, {}, u"# a_b <i> \\ [x](y)\n 2) c\n- *d*"_s}});
        QCOMPARE(QString::fromUtf8(copied->data(u"text/markdown"_s)),
                 u"\\# a\\_b \\<i\\> \\\\ \\[x\\](y)  \n 2\\) c  \n\\- \\*d\\*"_s);
    }

    void withinOneMessageOnlyTheTextIsCopied()
    {
        Shown t({{message(1, ana, u"first line\nsecond line"_s)}, false, false});
        QTest::mouseDClick(t.view.viewport(), Qt::LeftButton, {}, t.textPoint(u"m1"_s, 40));
        QCOMPARE(t.view.selectedText(), u"line"_s);
        QTest::mousePress(t.view.viewport(), Qt::LeftButton, {}, t.textPoint(u"m1"_s, 40));
        QCOMPARE(t.view.selectedText(), u"first line\nsecond line"_s); // the third press
    }

    void controlASelectsAllAndEscapeNothing()
    {
        Shown t(slice(1, 200));
        QTest::keyClick(&t.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(t.view.selectedText().count(u"\n["_s), 199);
        QTest::keyClick(&t.view, Qt::Key_Escape);
        QVERIFY(!t.view.hasSelection());
    }

    void aSelectionSurvivesLoadingAndEndsWithItsMessage()
    {
        Shown t(slice(50, 150, true, false));
        t.view.selectAll();
        const QString before = t.view.selectedText();
        t.store.prepend(slice(1, 49));
        t.view.storeChanged();
        QCOMPARE(t.view.selectedText(), before);
        t.store.trimOlder(10);
        t.view.storeChanged();
        QVERIFY(!t.view.hasSelection());
    }

    void draggingBeyondTheEdgeScrolls()
    {
        Shown t(slice(1, 200));
        QTest::mousePress(t.view.viewport(), Qt::LeftButton, {}, QPoint(200, 300));
        QTest::mouseMove(t.view.viewport(), QPoint(200, -40));
        QTRY_VERIFY(!t.view.isAtEnd());
        QTRY_VERIFY(t.view.selectedText().size() > 1'500);
        QTest::mouseRelease(t.view.viewport(), Qt::LeftButton, {}, QPoint(200, -40));
    }

    void linksAreFoundUnderThePointerAndPressed()
    {
        Shown t({{message(1, ana, u"[manual](https://example.org/m) and [trap](javascript:alert)"_s)},
                 false,
                 false});
        QSignalSpy links(&t.view, &TimelineView::linkActivated);
        const QPoint link = t.view.targetRect(1, 0).center();
        QTest::mouseMove(t.view.viewport(), link);
        QCOMPARE(t.view.viewport()->cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseClick(t.view.viewport(), Qt::LeftButton, {}, link);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0][0].toUrl(), QUrl(u"https://example.org/m"_s));
        QCOMPARE(links[0][1].toString(), u"manual"_s);
        QVERIFY(t.view.targetRect(1, 1).isNull()); // the trap is only text
    }

    void aDragOverALinkDoesNotPressIt()
    {
        Shown t({{message(1, ana, u"[manual](https://example.org/m) text"_s)}, false, false});
        QSignalSpy links(&t.view, &TimelineView::linkActivated);
        const QRect link = t.view.targetRect(1, 0);
        QTest::mousePress(t.view.viewport(), Qt::LeftButton, {}, link.center());
        QTest::mouseMove(t.view.viewport(), QPoint(link.right() - 1, link.center().y()));
        QTest::mouseRelease(t.view.viewport(), Qt::LeftButton, {},
                            QPoint(link.right() - 1, link.center().y()));
        QVERIFY(t.view.hasSelection());
        QCOMPARE(links.size(), 0);
    }

    void aFailedMessageCanBeRetriedDeletedAndCopiedByMouseAndByKeyboard()
    {
        Shown t({});
        t.store.setOutgoing({outgoing(u"x"_s, u"lost words"_s, OutgoingState::Failed)});
        t.view.storeChanged();
        const int row = t.store.indexOf(u"x"_s);
        QSignalSpy retries(&t.view, &TimelineView::retryRequested);
        QSignalSpy deletes(&t.view, &TimelineView::deleteRequested);
        QTest::mouseClick(t.view.viewport(), Qt::LeftButton, {}, t.view.targetRect(row, 0).center());
        QCOMPARE(retries.size(), 1);
        QCOMPARE(retries[0][0].toString(), u"x"_s);
        QTest::mouseClick(t.view.viewport(), Qt::LeftButton, {}, t.view.targetRect(row, 1).center());
        QCOMPARE(deletes.size(), 1);

        QTest::keyClick(&t.view, Qt::Key_Up);
        QCOMPARE(t.view.currentRow(), row);
        QTest::keyClick(&t.view, Qt::Key_Tab);
        QTest::keyClick(&t.view, Qt::Key_Return);
        QCOMPARE(retries.size(), 2);
        QTest::keyClick(&t.view, Qt::Key_Tab);
        QTest::keyClick(&t.view, Qt::Key_Return);
        QCOMPARE(deletes.size(), 2);
        QTest::keyClick(&t.view, Qt::Key_Tab);
        QTest::keyClick(&t.view, Qt::Key_Return);
        QCOMPARE(QApplication::clipboard()->text(), u"lost words"_s);
        QTest::keyClick(&t.view, Qt::Key_Delete);
        QCOMPARE(deletes.size(), 3);
    }

    void halfOfAMessageMustBeInSightToReadIt()
    {
        Shown t(slice(1, 200));
        t.wheel(2'000);
        const QList<qint64> seqs = t.view.readableSeqs();
        QVERIFY(!seqs.isEmpty());
        for (const RowFlow::Placed &placed : t.view.visibleRows()) {
            if (!t.store.rows().at(placed.row).isMessage())
                continue;
            const int shown = std::min(placed.bottom(), 500) - std::max(placed.y, 0);
            QCOMPARE(seqs.contains(t.store.itemOf(placed.row).seq), 2 * shown >= placed.metrics.height);
        }
    }

    void aMessageHigherThanTheViewportIsReadWhenItsEndIsSeen()
    {
        Shown t({{message(1, ana, u"line\n"_s.repeated(200))}, false, false});
        QCOMPARE(t.view.readableSeqs(), QList<qint64>{1});
        t.wheel(2'000);
        QCOMPARE(t.view.readableSeqs(), QList<qint64>{});
    }

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

    void aDayIsNotSaidTwiceWhileItsOwnChipIsSeen()
    {
        Shown t(slice(1, 60));
        QSignalSpy asked(&t.view, &TimelineView::dayActivated);
        const QPoint below(t.view.viewport()->width() / 2, 19); // where the chip of the top row would stand
        const QString day = t.store.rows().first().id;
        t.view.scrollToRow(0, 8);
        t.wheel(-(t.bodyY(day) + 10));
        QCOMPARE(t.bodyY(day), -10);
        QTest::mouseClick(t.view.viewport(), Qt::LeftButton, {}, below);
        QCOMPARE(asked.size(), 0);
        t.wheel(-20);
        QTest::mouseClick(t.view.viewport(), Qt::LeftButton, {}, below);
        QCOMPARE(asked.size(), 1);
    }

    void complaint11_screenReadersHearRowsAndFollowTheKeyboard()
    {
        QAccessible::setActive(true);
        Shown t({{message(1, ana, u"hello **there**"_s), message(2, me, u"hi"_s)}, false, false});
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&t.view);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 3);
        QAccessibleInterface *row = list->child(1);
        QCOMPARE(row->role(), QAccessible::ListItem);
        QCOMPARE(row->text(QAccessible::Name), u"Ana Costa, 12:00, hello there"_s);
        QCOMPARE(list->child(2)->text(QAccessible::Name), u"Mia Weber, 12:00, hi, Sent"_s);
        QCOMPARE(list->indexOfChild(row), 1);
        QCOMPARE(row->parent(), list);
        QTest::keyClick(&t.view, Qt::Key_Up);
        QCOMPARE(list->focusChild(), list->child(2));
        const QPoint center = list->child(1)->rect().center();
        QCOMPARE(list->childAt(center.x(), center.y()), row);
        QAccessible::setActive(false);
    }
};

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
