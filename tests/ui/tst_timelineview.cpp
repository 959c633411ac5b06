// SPDX-License-Identifier: Apache-2.0
#include "shownview.h"

#include <QAccessible>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Hearth;
using namespace Hearth::TimelineFixture;
using namespace std::chrono_literals;

class TestTimelineView : public QObject
{
    Q_OBJECT

private:
    // Every third one answers another: mostly one that is not loaded, at first.
    static Message written(qint64 seq)
    {
        Message message = someMessage(seq);
        if (seq % 3 == 0)
            message.replyToId = u"m%1"_s.arg(seq % 2 ? seq - 2 : seq / 8);
        return message;
    }

    static MessageSlice withReplies(MessageSlice slice)
    {
        for (Message &message : slice.messages)
            message = written(message.seq);
        return slice;
    }

    static Message quotedAs(const MessageId &id) { return someMessage(id.mid(1).toLongLong()); }

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
            Shown t(withReplies(slice(800, 1'200, true, false)), density);
            t.wheel(3'000 + int(random.bounded(2'000)));
            const QString anchor = t.topMessage();
            const int y = t.bodyY(anchor);
            QVERIFY(!anchor.isEmpty());
            qint64 first = 800;
            qint64 last = 1'200;
            for (int step = 0; step < 25; ++step) {
                const int what = int(random.bounded(14));
                Message some = written(first + random.bounded(last - first + 1));
                switch (what) {
                case 0: // history loads
                    t.store.prepend(withReplies(slice(first - 20, first - 1, true)));
                    first -= 20;
                    break;
                case 1: // a message arrives
                    ++last;
                    t.store.apply({written(last)});
                    break;
                case 2:
                case 3: // somebody edits one, above, below, or the very one
                    some.content = someText(random.generate()) + u"\n```\ncode\n```"_s;
                    some.isEdited = true;
                    t.store.apply({some});
                    break;
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
                case 10: // people react
                    for (const QString &emoji : {u"🔥"_s, u"👍"_s, u"🚀"_s})
                        some.reactions += {emoji, int(random.bounded(1, 4)), {ana}};
                    t.store.apply({some});
                    break;
                case 11: // and begin a thread
                    some.replyCount = int(random.bounded(3));
                    t.store.apply({some});
                    break;
                case 12: // what a reply answers is found, or there no more
                    if (const MessageId wanted = t.store.unknownQuotes().value(step); step % 2)
                        t.store.setQuotedGone(wanted);
                    else if (!wanted.isEmpty())
                        t.store.setQuoted(quotedAs(wanted));
                    break;
                case 13:
                    some.isDeleted = true;
                    some.content.clear();
                    t.store.apply({some});
                    break;
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
