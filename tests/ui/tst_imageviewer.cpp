// SPDX-License-Identifier: Apache-2.0
#include "faketransfers.h"

#include "ui/files/imagecanvas.h"
#include "ui/files/imageviewer.h"
#include "ui/iconbutton.h"
#include "ui/theme.h"
#include "ui/timeline/attachmentactions.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestImageViewer : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void openedOutside(const QUrl &url) { m_opened = url; }

private Q_SLOTS:
    void initTestCase() { QDesktopServices::setUrlHandler(u"file"_s, this, "openedOutside"); }

    void init()
    {
        m_here = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<Session>(configFor(person(u"me"_s, u"Mia"_s)));
        m_files = {add(u"one"_s, {1'600, 1'200}), add(u"two"_s, {300, 200}), add(u"three"_s, {200, 900})};
        m_opened.clear();
    }

    void cleanup()
    {
        delete m_viewer;
        m_session.reset();
    }

    void aPictureIsFittedAndSaysWhatItIs()
    {
        open(m_files[0]);
        QTRY_COMPARE(canvas().image().size(), QSize(1'600, 1'200));
        QVERIFY(canvas().isFitted());
        QVERIFY(canvas().zoom() < 0.5);
        QCOMPARE(label(u"imageName"_s), u"one.png"_s);
        QVERIFY(label(u"imageDetails"_s).contains(u"1600 × 1200"_s));
        QVERIFY(label(u"imageDetails"_s).contains(u"1 of 3"_s));
        QVERIFY(canvas().accessibleName().contains(u"one.png"_s));
        QVERIFY(!m_viewer->findChild<QLabel *>(u"imageWords"_s)->isVisible());
    }

    void aSmallPictureIsNotEnlarged()
    {
        open(m_files[1]);
        QTRY_VERIFY(!canvas().image().isNull());
        QCOMPARE(canvas().zoom(), 1.0);
    }

    void keysMakeItLargerAndSmaller()
    {
        open(m_files[0]);
        QTRY_VERIFY(!canvas().image().isNull());
        const qreal fitted = canvas().zoom();
        key(Qt::Key_1);
        QCOMPARE(canvas().zoom(), 1.0);
        key(Qt::Key_Plus);
        QVERIFY(canvas().zoom() > 1);
        key(Qt::Key_Minus);
        key(Qt::Key_Minus);
        QVERIFY(canvas().zoom() < 1);
        key(Qt::Key_0);
        QCOMPARE(canvas().zoom(), fitted);
    }

    void theWheelKeepsWhatIsUnderThePointer()
    {
        open(m_files[0]);
        QTRY_VERIFY(!canvas().image().isNull());
        auto &canvas = *m_viewer->findChild<ImageCanvas *>();
        const QPoint point(canvas.width() / 2 + 60, canvas.height() / 2 + 40);
        const auto colorThere = [&] { return canvas.grab().toImage().pixelColor(point); };
        const QColor before = colorThere();
        const qreal zoom = canvas.zoom();
        QWheelEvent event(point, canvas.mapToGlobal(point), {}, QPoint(0, 240), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas, &event);
        QVERIFY(canvas.zoom() > zoom);
        const QColor after = colorThere();
        QVERIFY(std::abs(before.red() - after.red()) < 8 && std::abs(before.green() - after.green()) < 8);
    }

    void arrowsGoToTheNextPictureAndMoveALargeOne()
    {
        open(m_files[1]);
        QTRY_VERIFY(!canvas().image().isNull());
        key(Qt::Key_Right);
        QCOMPARE(m_viewer->current().id, u"three"_s);
        key(Qt::Key_Right);
        QCOMPARE(m_viewer->current().id, u"three"_s); // there is no other
        key(Qt::Key_Left);
        key(Qt::Key_Left);
        QCOMPARE(m_viewer->current().id, u"one"_s);
        QTRY_VERIFY(!canvas().image().isNull());
        key(Qt::Key_1);
        const QImage before = m_viewer->grab().toImage();
        key(Qt::Key_Right);
        QCOMPARE(m_viewer->current().id, u"one"_s);
        QVERIFY(m_viewer->grab().toImage() != before);
    }

    void anAnswerThatComesTooLateIsNotShown()
    {
        transfersOf(*m_session).waits = true;
        open(m_files[0]);
        key(Qt::Key_Right);
        answerAll(*m_session);
        QTRY_COMPARE(canvas().image().size(), QSize(300, 200));
    }

    void progressAndFailureAreTold()
    {
        transfersOf(*m_session).waits = true;
        const QString path = transfersOf(*m_session).paths.take(u"one"_s);
        open(m_files[0]);
        setTransfer(*m_session, u"one"_s, {Transfer::State::Running, 40, 100});
        QVERIFY(label(u"imageWords"_s).contains(u"40"_s));
        answerAll(*m_session);
        QTRY_VERIFY(label(u"imageWords"_s).contains(u"The server does not have it."_s));
        auto *again = m_viewer->findChild<QPushButton *>();
        QVERIFY(again->isVisible());
        transfersOf(*m_session).paths.insert(u"one"_s, path);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY(!canvas().image().isNull());
        QVERIFY(!again->isVisible());
    }

    void whatIsNoPictureSaysSo()
    {
        QFile file(transfersOf(*m_session).paths.value(u"one"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("nothing of the kind");
        file.close();
        open(m_files[0]);
        QTRY_VERIFY(label(u"imageWords"_s).contains(u"cannot be read"_s));
    }

    void itIsCopiedSavedAndOpenedOutside()
    {
        open(m_files[1]);
        QTRY_VERIFY(!canvas().image().isNull());
        QTest::keyClick(m_viewer, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->image().size(), QSize(300, 200));
        QTest::keyClick(m_viewer, Qt::Key_S, Qt::ControlModifier);
        auto *dialog = m_viewer->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(u"/tmp/saved.png"_s);
        dialog->close();
        QVERIFY(transfersOf(*m_session).asked.contains(u"save two /tmp/saved.png"_s));
        QTest::keyClick(m_viewer, Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(m_opened.isLocalFile());
    }

    void escCloses()
    {
        open(m_files[0]);
        const QPointer<ImageViewer> viewer = m_viewer;
        key(Qt::Key_Escape);
        QTRY_VERIFY(viewer.isNull());
    }

    void everyButtonHasAName()
    {
        open(m_files[0]);
        const auto buttons = m_viewer->findChildren<IconButton *>();
        QVERIFY(buttons.size() >= 8);
        for (const IconButton *button : buttons)
            QVERIFY(!button->accessibleName().isEmpty());
    }

    void whatMayRunAProgramIsOpenedOnlyAfterAQuestion()
    {
        QWidget window;
        window.show();
        AttachmentActions actions(*m_session, window);
        File program = add(u"setup"_s, {10, 10});
        program.name = u"setup\u202Egnp.exe"_s;
        program.mimeType = u"application/octet-stream"_s;
        actions.act(program, AttachmentAction::Open);
        auto *question = window.findChild<QMessageBox *>(u"question"_s);
        QVERIFY(question);
        QVERIFY(question->text().contains(u"setupgnp.exe"_s));
        QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
        question->button(QMessageBox::Cancel)->click();
        QVERIFY(m_opened.isEmpty());
        QVERIFY(transfersOf(*m_session).asked.isEmpty());

        actions.act(program, AttachmentAction::Open);
        question = window.findChildren<QMessageBox *>(u"question"_s).last();
        window.findChildren<QPushButton *>(u"questionYes"_s).last()->click();
        QTRY_VERIFY(m_opened.isLocalFile());

        m_opened.clear();
        File harmless = program;
        harmless.name = u"notes.txt"_s;
        harmless.mimeType = u"text/plain"_s;
        actions.act(harmless, AttachmentAction::Open);
        QTRY_VERIFY(m_opened.isLocalFile());
    }

    // For people to look at: image-viewer/ of the working folder.
    void itIsPainted()
    {
        for (const auto appearance : {Theme::Appearance::Light, Theme::Appearance::Dark}) {
            m_theme.setAppearance(appearance);
            open(m_files[0]);
            QTRY_VERIFY(!canvas().image().isNull());
            QDir().mkpath(u"image-viewer"_s);
            QVERIFY(m_viewer->grab().save(u"image-viewer/%1.png"_s.arg(int(appearance))));
            delete m_viewer;
        }
    }

private:
    void open(const File &file)
    {
        m_viewer = new ImageViewer(*m_session, m_theme, file, m_files, nullptr);
        m_viewer->setPalette(m_theme.palette());
        m_viewer->resize(800, 600);
        m_viewer->show();
        QVERIFY(QTest::qWaitForWindowActive(m_viewer));
    }

    void key(Qt::Key pressed) { QTest::keyClick(m_viewer->focusWidget(), pressed); }
    [[nodiscard]] const ImageCanvas &canvas() const { return m_viewer->canvas(); }
    [[nodiscard]] QString label(const QString &name) const
    {
        return m_viewer->findChild<QLabel *>(name)->text();
    }

    // A picture of two gradients.
    File add(const QString &id, QSize size)
    {
        QImage image(size, QImage::Format_RGB32);
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width(); ++x)
                image.setPixelColor(x, y, QColor(255 * x / size.width(), 255 * y / size.height(), 120));
        }
        const QString path = m_here->filePath(id + u".png"_s);
        image.save(path);
        transfersOf(*m_session).paths.insert(id, path);
        File file;
        file.id = id;
        file.name = id + u".png"_s;
        file.mimeType = u"image/png"_s;
        file.size = 482'113;
        file.width = size.width();
        file.height = size.height();
        return file;
    }

    Theme m_theme{Theme::Appearance::Light};
    std::unique_ptr<QTemporaryDir> m_here;
    std::unique_ptr<Session> m_session;
    QList<File> m_files;
    QPointer<ImageViewer> m_viewer;
    QUrl m_opened;
};

QTEST_MAIN(TestImageViewer)
#include "tst_imageviewer.moc"
