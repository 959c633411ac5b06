// SPDX-License-Identifier: Apache-2.0
#include "e2e/desktest.h"
#include "ui/banner.h"
#include "ui/files/imagecanvas.h"
#include "ui/files/imageviewer.h"
#include "ui/timeline/timelineview.h"

#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRandomGenerator>

using namespace Hearth;
using namespace Hearth::Test;

// Files on their way from one person's window to the other's.
class TestUiFiles : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init()
    {
        beginRound();
        m_here = std::make_unique<QTemporaryDir>();
        m_ana = &sit("ana");
        m_li = &sit("li");
        makeDirect(*m_ana, *m_li);
        m_li->open(u"Ana"_s);
        m_ana->open(u"Li"_s);
    }
    void cleanup() { leaveDesks(); }

    void aPictureIsAttachedSentAndLookedAt()
    {
        m_ana->key(Qt::Key_U, Qt::ControlModifier);
        m_ana->giveFile(write(u"cat.png"_s, png(640, 480)));
        m_ana->say(u"my cat"_s);
        EVENTUALLY(m_li->messageWith(u"my cat"_s).contains(u"picture cat.png"_s));
        m_li->clickIn(u"my cat"_s, u"Open: cat.png"_s);
        const auto *canvas = m_li->need<ImageViewer>("imageViewer")->findChild<ImageCanvas *>();
        EVENTUALLY_IS(canvas->image().size(), QSize(640, 480));
        QCOMPARE(canvas->image().pixelColor(5, 5), QColor(Qt::red));
        QTest::keyClick(m_li->need<ImageViewer>("imageViewer"), Qt::Key_Escape);
        EVENTUALLY(!m_li->find<ImageViewer>("imageViewer"));
    }

    void picturesAreLookedAtOneAfterTheOtherAndFromNear()
    {
        paste({write(u"red.png"_s, png(640, 480)), write(u"wide.png"_s, png(800, 200))});
        m_ana->say(u"two pictures"_s);
        EVENTUALLY(m_li->messageWith(u"two pictures"_s).contains(u"wide.png"_s));
        m_li->clickIn(u"two pictures"_s, u"Open: red.png"_s);
        auto *viewer = m_li->need<ImageViewer>("imageViewer");
        const auto *canvas = viewer->findChild<ImageCanvas *>();
        EVENTUALLY_IS(canvas->image().size(), QSize(640, 480));
        QTest::keyClick(viewer, Qt::Key_PageDown);
        EVENTUALLY_IS(canvas->image().size(), QSize(800, 200));
        const qreal zoom = canvas->zoom();
        QTest::keyClick(viewer, Qt::Key_Plus);
        QVERIFY(canvas->zoom() > zoom);
        QTest::keyClick(viewer, Qt::Key_PageUp);
        EVENTUALLY_IS(canvas->image().size(), QSize(640, 480));
    }

    void aFileIsPastedSentAndSaved()
    {
        const QByteArray contents = "minutes of the meeting\n";
        paste({write(u"minutes.txt"_s, contents)});
        m_ana->say({});
        const QString target = m_here->filePath(u"saved.txt"_s);
        EVENTUALLY(!m_li->messages().filter(u"file minutes.txt"_s).isEmpty());
        m_li->clickIn({}, u"Save as…: minutes.txt"_s); // in the only message that there is
        auto *dialog = m_li->need<QFileDialog>("saveDialog");
        QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"minutes.txt"_s);
        m_li->giveFile(target);
        EVENTUALLY_IS(contentsOf(target), contents);
    }

    void aDownloadIsCancelledWhileItIsUnderWayAndBeginsAnew()
    {
        const QByteArray contents(5'000'000, 'z');
        paste({write(u"film.bin"_s, contents)});
        m_ana->say(u"the film"_s);
        EVENTUALLY(m_li->messageWith(u"the film"_s).contains(u"file film.bin"_s));
        const QString unwanted = m_here->filePath(u"unwanted.bin"_s);
        const QString target = m_here->filePath(u"saved.bin"_s);
        m_server.suspend();
        m_li->clickIn(u"the film"_s, u"Save as…: film.bin"_s);
        m_li->giveFile(unwanted);
        m_li->clickIn(u"the film"_s, u"Cancel: film.bin"_s);
        m_server.resume();
        m_li->clickIn(u"the film"_s, u"Save as…: film.bin"_s);
        m_li->giveFile(target);
        EVENTUALLY_IS(contentsOf(target).size(), contents.size());
        QCOMPARE(contentsOf(target), contents);
        QVERIFY(!QFile::exists(unwanted));
    }

    void severalFilesAreDroppedAndOneIsTakenOutAgain()
    {
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(write(u"a.txt"_s, "a")),
                       QUrl::fromLocalFile(write(u"b.txt"_s, "b")),
                       QUrl::fromLocalFile(write(u"c.txt"_s, "c"))});
        auto *pane = m_ana->find<QWidget>("conversationPane");
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(pane, &enter);
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(pane, &drop);
        for (auto *remove : pane->findChildren<QAbstractButton *>(u"removeAttachment"_s)) {
            if (remove->accessibleName() == u"Remove b.txt"_s)
                QTest::mouseClick(remove, Qt::LeftButton);
        }
        m_ana->say(u"two of them"_s);
        EVENTUALLY(m_li->messageWith(u"two of them"_s).contains(u"c.txt"_s));
        QVERIFY(m_li->messageWith(u"two of them"_s).contains(u"a.txt"_s));
        QVERIFY(!m_li->messageWith(u"two of them"_s).contains(u"b.txt"_s));
    }

    void whatIsCancelledIsNeverSent()
    {
        m_server.kill();
        EVENTUALLY(m_ana->find<Banner>("connectionBanner")->isVisible());
        paste({write(u"unwanted.bin"_s, QByteArray(300'000, 'x'))});
        m_ana->say(u"not this one"_s);
        m_ana->clickIn(u"not this one"_s, u"Cancel: unwanted.bin"_s);
        EVENTUALLY_IS(m_ana->rowWith(u"not this one"_s), -1);
        paste({write(u"wanted.bin"_s, QByteArray(300'000, 'y'))});
        m_ana->say(u"but this one"_s);
        startServer();
        reconnect();
        EVENTUALLY(m_li->messageWith(u"but this one"_s).contains(u"file wanted.bin"_s));
        QCOMPARE(m_li->rowWith(u"not this one"_s), -1);
    }

    void whatCouldNotBeSentIsSentAtAnotherTry()
    {
        m_li->key(Qt::Key_Period, Qt::ControlModifier);
        m_li->click("block");
        m_li->answer(u"Block"_s);
        EVENTUALLY_IS(m_li->need<QPushButton>("block")->text(), u"Unblock"_s);
        paste({write(u"plan.pdf"_s, "%PDF-1.4 plan")});
        m_ana->say(u"the plan"_s);
        EVENTUALLY(m_ana->messageWith(u"the plan"_s).endsWith(u"Not sent"_s));
        m_li->click("block");
        EVENTUALLY_IS(m_li->need<QPushButton>("block")->text(), u"Block…"_s);
        m_ana->clickIn(u"the plan"_s, u"Retry"_s);
        EVENTUALLY(m_li->messageWith(u"the plan"_s).contains(u"file plan.pdf"_s));
        EVENTUALLY(m_ana->messageWith(u"the plan"_s).contains(u", Delivered"_s)
                   || m_ana->messageWith(u"the plan"_s).contains(u", Read"_s));
    }

    void aPictureThatCouldNotBeFetchedIsFetchedAtAnotherTry()
    {
        paste({write(u"cat.png"_s, noise(800, 600))}); // too large to be fetched before somebody looks
        m_ana->say(u"my cat"_s);
        EVENTUALLY(m_li->messageWith(u"my cat"_s).contains(u"picture cat.png"_s));
        m_server.kill();
        EVENTUALLY(m_li->find<Banner>("connectionBanner")->isVisible());
        m_li->clickIn(u"my cat"_s, u"Open: cat.png"_s);
        auto *viewer = m_li->need<ImageViewer>("imageViewer");
        const auto *canvas = viewer->findChild<ImageCanvas *>();
        QPushButton *again = viewer->findChild<QPushButton *>();
        EVENTUALLY(again->isVisible());
        QVERIFY(canvas->image().isNull());
        startServer();
        reconnect();
        QTest::mouseClick(again, Qt::LeftButton);
        EVENTUALLY_IS(canvas->image().size(), QSize(800, 600));
    }

private:
    QString write(const QString &name, const QByteArray &contents) const
    {
        QFile file(m_here->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
            qFatal("cannot write");
        return file.fileName();
    }

    static QByteArray contentsOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QByteArray png(int width, int height)
    {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::red);
        return bytesOf(image);
    }

    // Which cannot be compressed.
    static QByteArray noise(int width, int height)
    {
        QImage image(width, height, QImage::Format_RGB32);
        QRandomGenerator random(1);
        for (int y = 0; y < height; ++y)
            random.fillRange(reinterpret_cast<quint32 *>(image.scanLine(y)), width);
        return bytesOf(image);
    }

    static QByteArray bytesOf(const QImage &image)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        return bytes;
    }

    void paste(const QStringList &paths) const
    {
        auto *data = new QMimeData;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls += QUrl::fromLocalFile(path);
        data->setUrls(urls);
        QGuiApplication::clipboard()->setMimeData(data);
        m_ana->edit()->setFocus();
        QTest::keyClick(m_ana->edit(), Qt::Key_V, Qt::ControlModifier);
    }

    void reconnect() const
    {
        for (const Desk *desk : {m_ana, m_li})
            desk->session().reconnectNow(); // as the button beside the notice does
    }

    std::unique_ptr<QTemporaryDir> m_here;
    Desk *m_ana = nullptr;
    Desk *m_li = nullptr;
};

QTEST_MAIN(TestUiFiles)
#include "tst_uifiles.moc"
