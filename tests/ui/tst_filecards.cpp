// SPDX-License-Identifier: Apache-2.0
#include "support/timelinefixture.h"
#include "ui/timeline/attachmentsource.h"
#include "ui/timeline/timelineview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Hearth;
using namespace Hearth::TimelineFixture;
using namespace std::chrono_literals;

namespace {

File fileOf(const QString &id, const QString &name, const QString &type = u"application/pdf"_s)
{
    File file;
    file.id = id;
    file.name = name;
    file.mimeType = type;
    file.size = 482'113;
    return file;
}

File pictureOf(const QString &id, int width, int height)
{
    File file = fileOf(id, id + u".png"_s, u"image/png"_s);
    file.width = width;
    file.height = height;
    return file;
}

// Pictures of one colour, and whatever transfers a test wants.
class FakeSource : public AttachmentSource
{
public:
    QImage picture(const File &file, QSize box, qreal ratio) override
    {
        asked.append(file.id);
        if (!there.contains(file.id))
            return {};
        QImage image(given.isEmpty() ? box * ratio : given, QImage::Format_ARGB32_Premultiplied);
        image.fill(QColor(0xc47a2c));
        return image;
    }
    bool isMissing(const QString &fileId) const override { return missing.contains(fileId); }
    Transfer transfer(const QString &fileId) const override { return transfers.value(fileId); }
    void setInSight(const QSet<QString> &fileIds) override { inSight = fileIds; }

    QSet<QString> there, missing, inSight;
    QHash<QString, Transfer> transfers;
    QStringList asked;
    QSize given; // instead of the size that is asked for
};

struct Shown {
    Theme theme;
    FakeSource source;
    TimelineStore store{me, nameOf};
    TimelineView view{store, theme};

    explicit Shown(const QList<Message> &messages, Theme::Appearance appearance = Theme::Appearance::Light,
                   Qt::LayoutDirection direction = Qt::LeftToRight)
        : theme(appearance)
    {
        QFont font(u"Inter"_s);
        font.setPixelSize(13);
        view.setFont(font);
        view.setPalette(theme.palette());
        view.setLayoutDirection(direction);
        view.setAttachmentSource(&source);
        view.resize(700, 600);
        store.reset({messages, false, false});
        view.startOver();
        view.show();
        QApplication::setActiveWindow(&view);
        view.setFocus();
    }

    [[nodiscard]] int row(const QString &id) const { return store.indexOf(id); }
};

Message withFiles(qint64 seq, const UserId &sender, const QString &text, const QList<File> &files)
{
    Message m = message(seq, sender, text, noon + seq * 1min);
    m.attachments = files;
    return m;
}

} // namespace

class TestFileCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void aPictureHasItsRoomBeforeItIsThere_data()
    {
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<int>("width");
        QTest::addColumn<QSize>("box");
        QTest::newRow("small") << QSize(200, 100) << 600 << QSize(200, 100);
        QTest::newRow("wide") << QSize(4'200, 1'000) << 600 << QSize(420, 100);
        QTest::newRow("high") << QSize(1'000, 3'200) << 600 << QSize(100, 320);
        QTest::newRow("narrow column") << QSize(800, 600) << 200 << QSize(200, 150);
        QTest::newRow("a line") << QSize(20'000, 2) << 600 << QSize(420, 48);
        QTest::newRow("a dot") << QSize(1, 1) << 600 << QSize(48, 48);
    }

    void aPictureHasItsRoomBeforeItIsThere()
    {
        QFETCH(QSize, pixels);
        QFETCH(int, width);
        QTEST(pictureBox(pixels, width), "box");
    }

    void nothingMovesWhenAPictureComes()
    {
        QList<Message> messages;
        for (int i = 1; i <= 30; ++i)
            messages += withFiles(i, ana, u"look"_s, {pictureOf(u"p%1"_s.arg(i), 900, 700)});
        Shown t(messages);
        t.view.scrollToRow(t.row(u"m15"_s), 40);
        const auto places = [&t] {
            QList<QRect> rects;
            for (const RowFlow::Placed &placed : t.view.visibleRows())
                rects.append(t.view.rowRect(placed.row));
            return rects;
        };
        const QList<QRect> before = places();
        const QImage empty = t.view.grab().toImage();
        for (int i = 1; i <= 30; ++i) {
            t.source.there.insert(u"p%1"_s.arg(i));
            Q_EMIT t.source.changed(u"p%1"_s.arg(i));
        }
        QCOMPARE(places(), before);
        QVERIFY(t.view.grab().toImage() != empty);
        t.view.storeChanged();
        QCOMPARE(places(), before);
    }

    void aPictureMadeForAnotherWidthStaysInItsBox()
    {
        for (const QSize given : {QSize(900, 700), QSize(90, 70)}) {
            Shown t({withFiles(1, ana, {}, {pictureOf(u"p"_s, 360, 280)})});
            t.source.there.insert(u"p"_s);
            t.source.given = given;
            const QImage seen = t.view.viewport()->grab().toImage();
            const QRect box = t.view.targetRect(t.row(u"m1"_s), 0);
            const QColor picture(0xc47a2c);
            QCOMPARE(seen.pixelColor(box.topLeft() + QPoint(12, 12)), picture);
            QCOMPARE(seen.pixelColor(box.bottomRight() - QPoint(12, 12)), picture);
            QVERIFY(seen.pixelColor(box.bottomRight() + QPoint(3, -20)) != picture);
            QVERIFY(seen.pixelColor(box.topLeft() - QPoint(3, -20)) != picture);
        }
    }

    void onlyWhatIsInSightIsAskedFor()
    {
        QList<Message> messages;
        for (int i = 1; i <= 50; ++i)
            messages += withFiles(i, ana, {}, {pictureOf(u"p%1"_s.arg(i), 900, 700)});
        Shown t(messages);
        (void)t.view.grab();
        QVERIFY(t.source.asked.contains(u"p50"_s));
        QVERIFY(!t.source.asked.contains(u"p1"_s));
        QVERIFY(t.source.inSight.contains(u"p50"_s));
        t.view.scrollToRow(0, 8);
        QVERIFY(t.source.inSight.contains(u"p1"_s));
        QVERIFY(!t.source.inSight.contains(u"p50"_s));
    }

    void theKeyboardOpensAndSaves()
    {
        Shown t({withFiles(1, ana, u"read this"_s, {fileOf(u"f"_s, u"report.pdf"_s)})});
        QSignalSpy activated(&t.view, &TimelineView::attachmentActivated);
        t.view.setCurrentRow(t.row(u"m1"_s));
        QTest::keyClick(&t.view, Qt::Key_Tab);
        QTest::keyClick(&t.view, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().at(0).value<File>().id, u"f"_s);
        QCOMPARE(activated.first().at(1).value<AttachmentAction>(), AttachmentAction::Open);
        QTest::keyClick(&t.view, Qt::Key_Tab);
        QTest::keyClick(&t.view, Qt::Key_Return);
        QCOMPARE(activated.last().at(1).value<AttachmentAction>(), AttachmentAction::Save);
    }

    void theMouseOpensAndSaves()
    {
        Shown t({withFiles(1, ana, {}, {pictureOf(u"p"_s, 300, 200)})});
        QSignalSpy activated(&t.view, &TimelineView::attachmentActivated);
        const int row = t.row(u"m1"_s);
        QTest::mouseClick(t.view.viewport(), Qt::LeftButton, {}, t.view.targetRect(row, 0).center());
        QTest::mouseClick(t.view.viewport(), Qt::LeftButton, {}, t.view.targetRect(row, 1).center());
        QCOMPARE(activated.count(), 2);
        QCOMPARE(activated.first().at(1).value<AttachmentAction>(), AttachmentAction::Open);
        QCOMPARE(activated.last().at(1).value<AttachmentAction>(), AttachmentAction::Save);
    }

    void whatIsUnderWayIsCancelledAndWhatFailedIsTriedAgain()
    {
        Shown t({withFiles(1, ana, {}, {fileOf(u"f"_s, u"report.pdf"_s)})});
        QSignalSpy activated(&t.view, &TimelineView::attachmentActivated);
        t.source.transfers[u"f"_s] = {Transfer::State::Running, 10, 100};
        t.view.setCurrentRow(t.row(u"m1"_s));
        QTest::keyClick(&t.view, Qt::Key_Return);
        QCOMPARE(activated.last().at(1).value<AttachmentAction>(), AttachmentAction::Cancel);
        t.source.transfers[u"f"_s] = {Transfer::State::Failed, 0, 0, u"No."_s};
        QTest::keyClick(&t.view, Qt::Key_Return);
        QCOMPARE(activated.last().at(1).value<AttachmentAction>(), AttachmentAction::Retry);
    }

    void anUploadIsGivenUpOrTriedAgainWithItsMessage()
    {
        Shown t({});
        OutgoingMessage waiting = outgoing(u"o"_s, {}, OutgoingState::Queued);
        waiting.attachments = {{u"a"_s, {u"/tmp/x"_s, u"x.zip"_s, u"application/zip"_s, 1'000}}};
        t.store.setOutgoing({waiting});
        t.view.storeChanged();
        const QSignalSpy dropped(&t.view, &TimelineView::deleteRequested);
        const QSignalSpy retried(&t.view, &TimelineView::retryRequested);
        t.source.transfers[u"a"_s] = {Transfer::State::Running, 400, 1'000};
        t.view.setCurrentRow(t.row(u"o"_s));
        QTest::keyClick(&t.view, Qt::Key_Return);
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(dropped.first().first().toString(), u"o"_s);
        t.source.transfers[u"a"_s] = {Transfer::State::Failed, 0, 0, u"Too large."_s};
        QTest::keyClick(&t.view, Qt::Key_Return);
        QCOMPARE(retried.count(), 1);
        QVERIFY(t.view.targetRect(t.row(u"o"_s), 1).isNull()); // there is nothing to save
    }

    void theScreenReaderHearsWhatItIsAndWhatCanBeDone()
    {
        Shown t({withFiles(1, ana, u"here"_s,
                           {pictureOf(u"cat"_s, 300, 200), fileOf(u"f"_s, u"invoice\u202Efdp.exe"_s)})});
        const QString text = t.view.rowText(t.row(u"m1"_s));
        QVERIFY2(text.contains(u"here, picture cat.png, "_s), qPrintable(text));
        QVERIFY2(text.contains(u"file invoicefdp.exe, "_s), qPrintable(text));
        QVERIFY(text.contains(u"Open, Save as"_s));
        t.source.transfers[u"f"_s] = {Transfer::State::Running, 100, 482'113};
        QVERIFY(t.view.rowText(t.row(u"m1"_s)).contains(u"Cancel"_s));

        t.view.setCurrentRow(t.row(u"m1"_s));
        QTest::keyClick(&t.view, Qt::Key_Tab);
        const auto *list = QAccessible::queryAccessibleInterface(&t.view);
        const auto *row = list->child(t.row(u"m1"_s));
        QCOMPARE(row->text(QAccessible::Description), u"Open: cat.png"_s);
    }

    void copyingAMessageOfFilesGivesTheirNames()
    {
        Shown t({withFiles(1, ana, u"here"_s, {fileOf(u"f"_s, u"report.pdf"_s)})});
        t.view.setCurrentRow(t.row(u"m1"_s));
        QTest::keyClick(&t.view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"here\nreport.pdf"_s);
    }

    void theAcknowledgedMessageTakesThePlaceOfTheOneThatWaited()
    {
        Shown t({message(1, ana, u"hello"_s)});
        OutgoingMessage waiting = outgoing(u"client2"_s, {}, OutgoingState::Sending);
        waiting.attachments = {{u"a"_s, {u"/tmp/x"_s, u"x.png"_s, u"image/png"_s, 1'000, 600, 500}}};
        t.store.setOutgoing({waiting});
        t.view.storeChanged();
        const QRect before = t.view.rowRect(t.row(u"client2"_s));
        File sent = pictureOf(u"server-id"_s, 600, 500);
        sent.name = u"x.png"_s;
        t.store.apply({withFiles(2, me, {}, {sent})});
        t.store.setOutgoing({});
        t.view.storeChanged();
        QCOMPARE(t.view.rowRect(t.row(u"client2"_s)).size(), before.size());
        QCOMPARE(t.view.pictures(), QList{sent});
    }

    void everyStateIsPainted_data()
    {
        QTest::addColumn<Theme::Appearance>("appearance");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("light") << Theme::Appearance::Light << Qt::LeftToRight;
        QTest::newRow("dark") << Theme::Appearance::Dark << Qt::LeftToRight;
        QTest::newRow("mirrored") << Theme::Appearance::Light << Qt::RightToLeft;
    }

    // For people to look at: file-cards/ of the working folder.
    void everyStateIsPainted()
    {
        QFETCH(Theme::Appearance, appearance);
        QFETCH(Qt::LayoutDirection, direction);
        Shown t({withFiles(1, ana, u"The picture for the front page, and what it was made of:"_s,
                           {pictureOf(u"front-page"_s, 300, 130), fileOf(u"idle"_s, u"sources.zip"_s)}),
                 withFiles(2, li, {},
                           {fileOf(u"running"_s, u"a rather long name of a file that has to give way.pdf"_s),
                            fileOf(u"failed"_s, u"notes.txt"_s)}),
                 withFiles(3, li, u"loading and missing"_s,
                           {pictureOf(u"loading"_s, 160, 60), pictureOf(u"missing"_s, 240, 100)})},
                appearance, direction);
        OutgoingMessage waiting = outgoing(u"o"_s, u"On its way"_s, OutgoingState::Queued, noon + 5min);
        waiting.attachments = {{u"a"_s, {u"/tmp/x"_s, u"holiday.mp4"_s, u"video/mp4"_s, 9'000'000}}};
        t.store.setOutgoing({waiting});
        t.source.there.insert(u"front-page"_s);
        t.source.missing.insert(u"missing"_s);
        t.source.transfers[u"running"_s] = {Transfer::State::Running, 300'000, 482'113};
        t.source.transfers[u"loading"_s] = {Transfer::State::Running, 100'000, 482'113};
        t.source.transfers[u"failed"_s] = {Transfer::State::Failed, 0, 0, u"The server cannot be reached."_s};
        t.source.transfers[u"a"_s] = {Transfer::State::Running, 2'500'000, 9'000'000};
        t.view.resize(640, 760);
        t.view.storeChanged();
        t.view.setCurrentRow(t.row(u"m2"_s));
        QTest::keyClick(&t.view, Qt::Key_Tab);
        QDir().mkpath(u"file-cards"_s);
        const QString name = u"file-cards/%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(t.view.grab().save(name));
    }
};

QTEST_MAIN(TestFileCards)
#include "tst_filecards.moc"
