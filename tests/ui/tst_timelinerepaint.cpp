// SPDX-License-Identifier: Apache-2.0
// That the timeline paints only what differs, and nothing less.
#include "paintedregion.h"
#include "shownview.h"

#include <QScreen>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Hearth::TimelineFixture;

namespace {

constexpr qint64 firstSeq = 800;

QImage pictureOf(const QPixmap &pixmap)
{
    return pixmap.toImage().convertToFormat(QImage::Format_RGB32);
}

// Where a round corner is painted in two parts, a pixel of its edge may be a shade off.
bool looksAlike(const QImage &a, const QImage &b)
{
    constexpr int shade = 4;
    if (a.size() != b.size())
        return false;
    for (int y = 0; y < a.height(); ++y) {
        const auto *one = reinterpret_cast<const QRgb *>(a.constScanLine(y));
        const auto *other = reinterpret_cast<const QRgb *>(b.constScanLine(y));
        for (int x = 0; x < a.width(); ++x) {
            if (std::abs(qRed(one[x]) - qRed(other[x])) > shade
                || std::abs(qGreen(one[x]) - qGreen(other[x])) > shade
                || std::abs(qBlue(one[x]) - qBlue(other[x])) > shade)
                return false;
        }
    }
    return true;
}

} // namespace

class TestTimelineRepaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void init() { QCursor::setPos(790, 790); } // beside the view: what is hovered is painted, too

    void whatIsPaintedBitByBitLooksLikeTheWhole_data()
    {
        QTest::addColumn<Density>("density");
        QTest::newRow("cozy") << Density::Cozy;
        QTest::newRow("compact") << Density::Compact;
        QTest::newRow("bubbles") << Density::Bubbles;
    }

    void whatIsPaintedBitByBitLooksLikeTheWhole()
    {
        QFETCH(Density, density);
        const quint32 seed = qEnvironmentVariableIsSet("HEARTH_SEED")
            ? qEnvironmentVariableIntValue("HEARTH_SEED")
            : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        Shown t(slice(firstSeq, 900, true, false), density);
        PaintedRegion painting(*t.view.viewport());
        qint64 first = firstSeq;
        qint64 last = 900;
        for (int step = 0; step < 150; ++step) {
            const int what = int(random.bounded(12));
            switch (what) {
            case 0: t.store.apply({someMessage(++last)}); break;
            case 1: t.wheel(int(random.bounded(90))); break;
            case 2: t.wheel(-int(random.bounded(90))); break;
            case 3: t.wheel(int(random.bounded(2'000)) - 1'000); break;
            case 4: t.view.scrollToEnd(); break;
            case 5: { // one in sight
                const auto &seen = t.view.visibleRows();
                const TimelineItem &item = t.store.itemOf(seen.at(random.bounded(quint32(seen.size()))).row);
                Message edited = someMessage(item.seq > 0 ? item.seq : last);
                edited.content = someText(random.generate());
                edited.isEdited = true;
                t.store.apply({edited});
                break;
            }
            case 6: {
                const qint64 read = last - random.bounded(8);
                t.store.setMembers({member(ana, last, read), member(li, last, last - random.bounded(30))});
                break;
            }
            case 7: t.store.setOutgoing({outgoing(u"o"_s, someText(step), OutgoingState::Failed)}); break;
            case 8: t.store.setOutgoing({}); break;
            case 9: t.store.prepend(slice(first - 5, first - 1, true)), first -= 5; break;
            case 10: QTest::mouseMove(t.view.viewport(), QPoint(150, int(random.bounded(500)))); break;
            case 11: t.view.setCurrentRow(t.view.visibleRows().front().row); break;
            }
            t.view.storeChanged();
            painting.settle();
            const QImage painted = pictureOf(t.view.screen()->grabWindow(t.view.winId()));
            const QImage whole = pictureOf(t.view.grab());
            const bool alike = looksAlike(painted, whole);
            if (!alike) {
                painted.save(u"repaint-painted.png"_s);
                whole.save(u"repaint-whole.png"_s);
            }
            QVERIFY2(alike, qPrintable(u"step %1, kind %2"_s.arg(step).arg(what)));
        }
    }

    void whatArrivesOutOfSightPaintsNothing()
    {
        Shown t(slice(firstSeq, 900, true, false));
        t.store.setMembers({member(ana, 900, 900)});
        t.wheel(1'000);
        PaintedRegion painted(*t.view.viewport());
        painted.settle();
        t.store.apply({someMessage(901)});
        t.view.storeChanged();
        t.store.setMembers({member(ana, 901, 901)});
        t.view.storeChanged();
        painted.settle();
        QCOMPARE(painted.region, QRegion(PaintedRegion::sentinel));
    }

    void whatArrivesAtTheEndMovesTheRest()
    {
        Shown t(slice(firstSeq, 900, true, false));
        PaintedRegion painted(*t.view.viewport());
        painted.settle();
        t.store.apply({someMessage(901)});
        t.view.storeChanged();
        painted.settle();
        const QRect row = t.view.rowRect(t.store.indexOf(t.store.rows().last().id));
        QVERIFY(painted.region.contains(row.center()));
        int pixels = 0;
        for (const QRect &rect : painted.region)
            pixels += rect.width() * rect.height();
        QVERIFY(pixels < t.view.viewport()->width() * t.view.viewport()->height() / 2);
    }
};

QTEST_MAIN(TestTimelineRepaint)
#include "tst_timelinerepaint.moc"
