// SPDX-License-Identifier: Apache-2.0
// Paints a conversation that has everything in it, in both appearances, two sizes and both directions, and
// leaves the pictures in timeline-look/ of the working folder for people to look at.
#include "support/timelinefixture.h"
#include "ui/paint.h"
#include "ui/timeline/rowpainter.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTest>

using namespace Hearth;
using namespace Hearth::TimelineFixture;
using namespace std::chrono_literals;

namespace {

MessageSlice conversation()
{
    QList<Message> messages;
    Timestamp at = noon - 24h;
    const auto say = [&](const UserId &who, const QString &text, std::chrono::seconds later) {
        at += later;
        messages.append(message(messages.size() + 1, who, text, at));
        return &messages.last();
    };
    say(ana, u"Evening! The release notes are ready, could you read them once more?"_s, 5h);
    say(ana, u"They are at https://example.org/notes/2026-01 and short, I promise 🙂"_s, 20s);
    say(me,
        u"On it. I'd change one sentence:\n> Messages are never lost.\nWe should say **what that means**, "
        u"not "
        "just claim it."_s,
        4min);
    say(li,
        u"```cpp\nResult<Message> MessageService::send(MessageDraft draft)\n{\n    if (!mayWrite(draft))\n   "
        u"     "
        "return fail(ErrorCode::Forbidden, u\"You may not write here.\"_s);\n}\n```\nThat is the line in "
        "question, "
        "see `send()`."_s,
        10min);
    at = noon - 4h;
    say(ana, u"Good morning ☀️"_s, 0s);
    say(me,
        u"Morning! What is left for today:\n1. the *draft* of the announcement\n2. two ~~three~~ reviews\n   "
        u"- "
        "storage\n   - the gateway\n3. lunch 🍜"_s,
        90s);
    say(me, u"I take the reviews."_s, 30s);
    say(ana, u"بالتأكيد، سأكتب الإعلان اليوم.\nאני אבדוק את זה מחר\nand this line is English again"_s, 2min);
    Message *joined = say(ana, u"Ana Costa added Li Wei to the conversation"_s, 60s);
    joined->type = MessageType::System;
    say(li,
        u"Thanks for adding me. I have read everything from the beginning and there is one paragraph that I "
        u"would "
        "like to discuss at greater length, because it touches how we explain ordering: everybody sees the "
        "same "
        "order, and a gap can be told from silence. "
        "Averyveryverylongwordwithoutanyspaceinitthatstillhastowrap"
        "somewherebecausenothingmaybeclipped."_s,
        10min);
    Message *edited = say(li, u"See [the chapter](https://example.org/ordering)."_s, 40s);
    edited->isEdited = true;
    Message *deleted = say(li, QString(), 20s);
    deleted->isDeleted = true;
    Message *file = say(ana, u"The picture for the front page:"_s, 3min);
    file->attachments.append(
        File{u"f"_s, u"front-page.png"_s, u"image/png"_s, 482'113, {}, 1200, 800, {}, true, ana, at});
    say(me, u"Lovely, read and approved."_s, 4min);
    say(me, u"Delivered, not yet read."_s, 6s);
    say(me, u"Only sent."_s, 6s);
    return {messages, false, false};
}

QList<OutgoingMessage> waiting()
{
    const Timestamp at = noon - 3h;
    return {outgoing(u"o1"_s, u"This one could not be sent."_s, OutgoingState::Failed, at),
            outgoing(u"o2"_s, u"This one is on its way."_s, OutgoingState::Sending, at),
            outgoing(u"o3"_s, u"And this one waits in the queue."_s, OutgoingState::Queued, at)};
}

} // namespace

class TestTimelineLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void theNewLineStandsInTheMiddle()
    {
        const TimelineStyle style(qApp->font(), {});
        const auto line = rowMetrics(TimelineRow::Kind::New, 0, style);
        const auto group = rowMetrics(TimelineRow::Kind::First, 0, style);
        const int above = style.row.rowGap / 2 + line.bodyTop; // the row before ends with half of its gap
        const int below =
            line.height - line.bodyTop - style.dividerHeight + group.bodyTop - style.headerHeight;
        QCOMPARE(above, below);
    }

    void aLineIsAsThickWhereverItIs()
    {
        for (int y = 0; y < 10; ++y) {
            QImage image(15, 30, QImage::Format_RGB32);
            image.setDevicePixelRatio(1.5);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            paintEdge(painter, QRect(0, y, 10, 4), Qt::BottomEdge, Qt::black);
            painter.end();
            int black = 0;
            for (int row = 0; row < image.height(); ++row) {
                const QColor color = image.pixelColor(7, row);
                QVERIFY(color == Qt::black || color == Qt::white);
                black += color == Qt::black ? 1 : 0;
            }
            QCOMPARE(black, 2);
        }
    }

    void everythingIsPainted_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<Density>("density");
        const QSize usual(760, 700);
        const QSize narrow(420, 640);
        QTest::newRow("light-760") << false << usual << false << Density::Cozy;
        QTest::newRow("dark-760") << true << usual << false << Density::Cozy;
        QTest::newRow("light-420") << false << narrow << false << Density::Cozy;
        QTest::newRow("dark-420") << true << narrow << false << Density::Cozy;
        QTest::newRow("mirrored-760") << false << usual << true << Density::Cozy;
        QTest::newRow("light-1100") << false << QSize(1100, 700) << false << Density::Cozy;
        QTest::newRow("compact-light") << false << usual << false << Density::Compact;
        QTest::newRow("compact-dark-420") << true << narrow << false << Density::Compact;
        QTest::newRow("compact-mirrored") << false << usual << true << Density::Compact;
        QTest::newRow("bubbles-light") << false << usual << false << Density::Bubbles;
        QTest::newRow("bubbles-dark-420") << true << narrow << false << Density::Bubbles;
        QTest::newRow("bubbles-mirrored") << false << usual << true << Density::Bubbles;
    }

    void everythingIsPainted()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        QFETCH(bool, mirrored);
        QFETCH(Density, density);
        Theme theme(dark ? Theme::Appearance::Dark : Theme::Appearance::Light);
        theme.setDensity(density);
        QFont font(u"Inter"_s);
        font.setPixelSize(13);

        TimelineStore store(me, nameOf);
        store.reset(conversation());
        const qint64 last = store.lastSeq();
        store.setMembers({member(ana, last - 1, last - 2), member(li, last - 1, last - 2)});
        store.markNewAfter(9);
        TimelineView view(store, theme);
        view.setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        view.setFont(font);
        view.setPalette(theme.palette());
        view.resize(size);
        view.startOver();
        view.show();

        const QString name = QString::fromLatin1(QTest::currentDataTag());
        view.scrollToRow(0, 8);
        QTest::mouseMove(view.viewport(), QPoint(size.width() / 2, 118));
        save(view, name + u"-1"_s);
        view.scrollToRow(store.indexOf(u"m5"_s) - 1, 8);
        view.setFocus();
        view.setCurrentRow(store.indexOf(u"client7"_s));
        save(view, name + u"-2"_s);
        store.setOutgoing(waiting());
        view.scrollToEnd();
        QTest::qWait(700); // the spinner only comes after 600 ms
        save(view, name + u"-3"_s);
    }

private:
    static void save(TimelineView &view, const QString &name)
    {
        QDir().mkpath(u"timeline-look"_s);
        const QImage image = view.grab().toImage();
        QVERIFY(image.save(u"timeline-look/"_s + name + u".png"_s));
        const QRgb ground = image.pixel(1, 1);
        int painted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                painted += image.pixel(x, y) != ground ? 1 : 0;
        }
        QVERIFY2(painted > 10'000, qPrintable(name));
    }
};

QTEST_MAIN(TestTimelineLook)
#include "tst_timelinelook.moc"
