// SPDX-License-Identifier: Apache-2.0
#include "faketransfers.h"
#include "panestest.h"

#include "ui/composeredit.h"
#include "ui/files/attachmentstrip.h"
#include "ui/files/attachmenttile.h"
#include "ui/iconbutton.h"
#include "wire/limits.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

using namespace Hearth;
using namespace Hearth::Test;

// Files on their way into a message, as a person sees it in the window.
class TestAttachments : public PanesTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_here = std::make_unique<QTemporaryDir>();
        openPanes();
        open(u"with-ana"_s);
        m_edit = conversation()->findChild<ComposerEdit *>();
        m_edit->setFocus();
    }

    void cleanup() { closeWindow(); }

    void pastedFilesStandAboveTheFieldAndGoWithTheMessage()
    {
        paste({write(u"a.txt"_s, "hello"), write(u"b.png"_s, png(30, 20))});
        QVERIFY(strip()->isVisible());
        QCOMPARE(names(), (QStringList{u"a.txt"_s, u"b.png"_s}));
        QVERIFY(m_edit->toPlainText().isEmpty());
        QTest::keyClicks(m_edit, u"look"_s);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(fake().sent, QStringList{u"look"_s});
        const QList<OutgoingFile> files = fake().sentFiles.first();
        QCOMPARE(files.size(), 2);
        QCOMPARE(files[0].mimeType, u"text/plain"_s);
        QCOMPARE(files[0].size, 5);
        QCOMPARE(files[1].mimeType, u"image/png"_s);
        QCOMPARE(files[1].width, 30);
        QCOMPARE(files[1].height, 20);
        QCOMPARE(fake().sentTypes.first(), MessageType::File);
        QVERIFY(!strip()->isVisible());
    }

    void aMessageMayConsistOfFilesAlone()
    {
        auto *send = conversation()->findChild<IconButton *>(u"sendButton"_s);
        QVERIFY(!send->isEnabled());
        paste({write(u"a.png"_s, png(30, 20))});
        QVERIFY(send->isEnabled());
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(fake().sent, QStringList{QString()});
        QCOMPARE(fake().sentTypes.first(), MessageType::Image);
        QVERIFY(!send->isEnabled());
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(fake().sent.size(), 1);
    }

    void aPastedPictureBecomesAFile()
    {
        QImage image(120, 80, QImage::Format_RGB32);
        image.fill(Qt::green);
        QApplication::clipboard()->setImage(image);
        m_edit->paste();
        QCOMPARE(names().size(), 1);
        QTest::keyClick(m_edit, Qt::Key_Return);
        const OutgoingFile sent = fake().sentFiles.first().first();
        QCOMPARE(sent.width, 120);
        QVERIFY(sent.name.endsWith(u".png"_s));
        QVERIFY(sent.size > 0);
        QCOMPARE(QImage(sent.path).pixelColor(5, 5), QColor(Qt::green));
    }

    void cellsOfASpreadsheetStayText()
    {
        auto *cells = new QMimeData;
        cells->setText(u"1\t2"_s);
        cells->setImageData(QImage(10, 10, QImage::Format_RGB32));
        QApplication::clipboard()->setMimeData(cells);
        m_edit->paste();
        QCOMPARE(m_edit->toPlainText(), u"1\t2"_s);
        QVERIFY(!strip()->isVisible());
    }

    void aLongTextMayGoAsAFile()
    {
        const QString text = u"line\n"_s.repeated(900);
        QTest::keyClicks(m_edit, u"see: "_s);
        QApplication::clipboard()->setText(text);
        m_edit->paste();
        auto *accept = strip()->findChild<QPushButton *>(u"sendAsFile"_s);
        QVERIFY(accept->isVisible());
        QVERIFY(m_edit->toPlainText().size() > 4'000); // until somebody wants it otherwise
        QTest::mouseClick(accept, Qt::LeftButton);
        QCOMPARE(m_edit->toPlainText(), u"see: "_s);
        QVERIFY(!accept->isVisible());
        QTest::keyClick(m_edit, Qt::Key_Return);
        QFile sent(fake().sentFiles.first().first().path);
        QVERIFY(sent.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(sent.readAll()), text);
    }

    void whatTheServerDoesNotTakeIsRefusedWithTheReason()
    {
        transfersOf(session()).limit = 10;
        paste({write(u"small.txt"_s, "small"), write(u"large.txt"_s, "larger than ten bytes")});
        QCOMPARE(names(), QStringList{u"small.txt"_s});
        QVERIFY(words().contains(u"“large.txt” is too large"_s));
        paste({m_here->path(), m_here->filePath(u"missing"_s)});
        QVERIFY(words().contains(u"is a folder"_s));
        QVERIFY(words().contains(u"“missing” cannot be read"_s));
        QCOMPARE(names(), QStringList{u"small.txt"_s});
    }

    void aMessageTakesOnlySoManyFiles()
    {
        QStringList many;
        for (int i = 0; i < Limits::attachmentsPerMessage + 5; ++i)
            many += write(u"%1.txt"_s.arg(i), "x");
        paste(many);
        QCOMPARE(names().size(), Limits::attachmentsPerMessage);
        QVERIFY(words().contains(u"at most 20 files"_s));
        QVERIFY(words().contains(u"2 more"_s));
    }

    void filesAreTakenOutByMouseAndByKey()
    {
        paste({write(u"a.txt"_s, "a"), write(u"b.txt"_s, "b"), write(u"c.txt"_s, "c")});
        QTest::mouseClick(tiles().first()->findChild<IconButton *>(), Qt::LeftButton);
        QCOMPARE(names(), (QStringList{u"b.txt"_s, u"c.txt"_s}));
        tiles().first()->setFocus();
        QTest::keyClick(tiles().first(), Qt::Key_Delete);
        QCOMPARE(names(), QStringList{u"c.txt"_s});
        QVERIFY(tiles().first()->hasFocus());
        QTest::keyClick(tiles().first(), Qt::Key_Delete);
        QVERIFY(!strip()->isVisible());
        QVERIFY(m_edit->hasFocus());
    }

    void filesMayBeDroppedOnTheConversation()
    {
        auto *overlay = conversation()->findChild<QWidget *>(u"dropOverlay"_s);
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(write(u"a.txt"_s, "a"))});
        QVERIFY(drag(files));
        QVERIFY(overlay->isVisible());
        QCOMPARE(overlay->size(), conversation()->size());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(conversation(), &drop);
        QVERIFY(!overlay->isVisible());
        QCOMPARE(names(), QStringList{u"a.txt"_s});
    }

    void whatIsNoFileIsNotTakenWhenDropped()
    {
        auto *overlay = conversation()->findChild<QWidget *>(u"dropOverlay"_s);
        QMimeData link;
        link.setUrls({QUrl(u"https://example.org"_s)});
        QVERIFY(!drag(link));
        QVERIFY(!overlay->isVisible());
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(write(u"a.txt"_s, "a"))});
        m_window->workspace()->closeConversation();
        QVERIFY(!drag(files)); // into what?
    }

    void aDragThatGoesAwayLeavesNothing()
    {
        auto *overlay = conversation()->findChild<QWidget *>(u"dropOverlay"_s);
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(write(u"a.txt"_s, "a"))});
        QVERIFY(drag(files));
        QDragLeaveEvent leave;
        QApplication::sendEvent(conversation(), &leave);
        QVERIFY(!overlay->isVisible());
        QVERIFY(names().isEmpty());
    }

    void filesWaitInTheirConversation()
    {
        paste({write(u"a.txt"_s, "a")});
        open(u"with-li"_s);
        QVERIFY(names().isEmpty());
        QVERIFY(!strip()->isVisible());
        open(u"with-ana"_s);
        QCOMPARE(names(), QStringList{u"a.txt"_s});
    }

    void theKeyboardAndTheButtonAskWhichFiles()
    {
        QTest::keyClick(m_edit, Qt::Key_U, Qt::ControlModifier);
        auto *dialog = find<QFileDialog>(u"attachDialog"_s);
        QVERIFY(dialog);
        Q_EMIT dialog->filesSelected({write(u"a.txt"_s, "a")});
        dialog->close();
        QCOMPARE(names(), QStringList{u"a.txt"_s});
        QTRY_VERIFY(!find<QFileDialog>(u"attachDialog"_s));
        QTest::mouseClick(conversation()->findChild<IconButton *>(u"attachButton"_s), Qt::LeftButton);
        QVERIFY(find<QFileDialog>(u"attachDialog"_s));
        find<QFileDialog>(u"attachDialog"_s)->close();
    }

    void everythingInTheStripHasAName()
    {
        paste({write(u"a.txt"_s, "a")});
        QVERIFY(tiles().first()->accessibleName().startsWith(u"a.txt, "_s));
        QCOMPARE(tiles().first()->findChild<IconButton *>()->accessibleName(), u"Remove a.txt"_s);
        QVERIFY(conversation()
                    ->findChild<IconButton *>(u"attachButton"_s)
                    ->accessibleName()
                    .contains(u"Attach"_s));
    }

private:
    QWidget *conversation() { return find<QWidget>(u"conversationPane"_s); }
    AttachmentStrip *strip() { return conversation()->findChild<AttachmentStrip *>(); }
    QString words() { return strip()->findChild<QLabel *>(u"attachmentWords"_s)->text(); }

    QList<AttachmentTile *> tiles()
    {
        QList<AttachmentTile *> shown = strip()->findChildren<AttachmentTile *>();
        shown.removeIf([](const AttachmentTile *tile) { return tile->isHidden(); });
        return shown;
    }
    QStringList names()
    {
        QStringList names;
        for (const AttachmentTile *tile : tiles())
            names += tile->file().name;
        return names;
    }

    QString write(const QString &name, const QByteArray &contents) const
    {
        QFile file(m_here->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
            qFatal("cannot write");
        return file.fileName();
    }

    static QByteArray png(int width, int height)
    {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        return bytes;
    }

    void paste(const QStringList &paths)
    {
        auto *data = new QMimeData;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls += QUrl::fromLocalFile(path);
        data->setUrls(urls);
        QApplication::clipboard()->setMimeData(data);
        m_edit->paste();
    }

    bool drag(const QMimeData &data)
    {
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(conversation(), &enter);
        return enter.isAccepted();
    }

    std::unique_ptr<QTemporaryDir> m_here;
    ComposerEdit *m_edit = nullptr;
};

QTEST_MAIN(TestAttachments)
#include "tst_attachments.moc"
