// SPDX-License-Identifier: Apache-2.0
#include "faketransfers.h"

#include "ui/timeline/picturereader.h"
#include "ui/timeline/pictures.h"

#include <QBuffer>
#include <QImageWriter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestTimelinePictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_here = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<Session>(configFor(person(u"me"_s, u"Mia"_s)));
        m_pictures = std::make_unique<Pictures>(*m_session);
    }

    void cleanup()
    {
        m_pictures.reset();
        m_session.reset();
    }

    void aPictureComesInTheSizeOfItsBox()
    {
        const File file = add(u"p"_s, 800, 600);
        QVERIFY(m_pictures->picture(file, {400, 300}, 1).isNull());
        QTRY_COMPARE(m_pictures->picture(file, {400, 300}, 1).size(), QSize(400, 300));
        QTRY_COMPARE(m_pictures->picture(file, {400, 300}, 2).size(), QSize(800, 600));
        QCOMPARE(m_pictures->picture(file, {400, 300}, 2).pixelColor(400, 300), QColor(Qt::red));
        QCOMPARE(m_pictures->picture(file, {400, 300}, 2).pixelColor(0, 0).alpha(), 0); // round corners
    }

    void ofALargePictureTheThumbnailIsEnough()
    {
        File file = add(u"p"_s, 320, 240);
        file.size = 5'000'000;
        file.thumbnail = true;
        file.width = 4'000;
        file.height = 3'000;
        (void)m_pictures->picture(file, {420, 315}, 1);
        QTRY_COMPARE(m_pictures->picture(file, {420, 315}, 1).size(), QSize(420, 315));
    }

    void whatIsOutOfSightIsNotFetched()
    {
        transfersOf(*m_session).waits = true;
        QList<File> files;
        for (int i = 0; i < 8; ++i)
            files += add(u"p%1"_s.arg(i), 100, 100);
        for (const File &file : std::as_const(files))
            (void)m_pictures->picture(file, {100, 100}, 1);
        QTRY_COMPARE(transfersOf(*m_session).asked, (QStringList{u"fetch p7"_s, u"fetch p6"_s}));
        m_pictures->setInSight({u"p0"_s});
        answerAll(*m_session);
        QTRY_VERIFY(!m_pictures->picture(files[0], {100, 100}, 1).isNull());
        QCOMPARE(transfersOf(*m_session).asked, (QStringList{u"fetch p7"_s, u"fetch p6"_s, u"fetch p0"_s}));
    }

    void memoryIsLimited()
    {
        m_pictures = std::make_unique<Pictures>(*m_session, nullptr, 300'000);
        for (int i = 0; i < 6; ++i) {
            const File file = add(u"p%1"_s.arg(i), 200, 200);
            QTRY_VERIFY(!m_pictures->picture(file, {200, 200}, 1).isNull());
        }
        QVERIFY(m_pictures->bytes() <= 300'000);
    }

    void whatDoesNotComeIsTriedAgainOnceOnline()
    {
        File file = add(u"p"_s, 100, 100);
        const QString path = transfersOf(*m_session).paths.take(u"p"_s);
        (void)m_pictures->picture(file, {100, 100}, 1);
        QTRY_VERIFY(m_pictures->isMissing(u"p"_s));
        (void)m_pictures->picture(file, {100, 100}, 1);
        QCOMPARE(transfersOf(*m_session).asked.size(), 1); // not at every painting

        transfersOf(*m_session).paths.insert(u"p"_s, path);
        Q_EMIT m_session->connectionStateChanged(ConnectionState::Online);
        QVERIFY(!m_pictures->isMissing(u"p"_s));
        (void)m_pictures->picture(file, {100, 100}, 1);
        QTRY_VERIFY(!m_pictures->picture(file, {100, 100}, 1).isNull());
    }

    void aSentPictureStaysWhenItGetsItsNameFromTheServer()
    {
        const File local = add(u"local"_s, 100, 100);
        QTRY_VERIFY(!m_pictures->picture(local, {100, 100}, 1).isNull());
        Q_EMIT m_session->transfers().becameFile(u"local"_s, u"server"_s);
        File sent = local;
        sent.id = u"server"_s;
        QVERIFY(!m_pictures->picture(sent, {100, 100}, 1).isNull());
    }

    void closingWhilePicturesAreReadIsHarmless()
    {
        for (int i = 0; i < 4; ++i)
            (void)m_pictures->picture(add(u"p%1"_s.arg(i), 2'000, 2'000), {400, 400}, 1);
        QCoreApplication::processEvents();
        m_pictures.reset();
        QCoreApplication::processEvents();
    }

    void bombsAndOtherFormatsAreRefused()
    {
        QVERIFY(!readPicture(path(u"nothing"_s)));
        QVERIFY(!readPicture(write(u"text"_s, "P1 2 2 0 1 1 0"))); // a format, but none of ours
        QVERIFY(!readPicture(write(u"cut.png"_s, png(100, 100).left(40))));
        // A header that claims 60 000 x 60 000 pixels.
        QByteArray bomb = png(10, 10);
        const QByteArray large("\x00\x00\xea\x60", 4);
        bomb.replace(16, 4, large).replace(20, 4, large);
        QVERIFY(!readPicture(write(u"bomb.png"_s, bomb), {100, 100}));
    }

    void aPictureIsTurnedAsItsCameraWasHeld()
    {
        QImage image(40, 20, QImage::Format_RGB32);
        image.fill(Qt::blue);
        const QString turned = path(u"turned.jpg"_s);
        QImageWriter writer(turned, "jpeg");
        writer.setTransformation(QImageIOHandler::TransformationRotate90);
        QVERIFY(writer.write(image));
        QCOMPARE(pictureInfo(turned).pixels, QSize(20, 40));
        QCOMPARE(readPicture(turned, {10, 20})->size(), QSize(10, 20));
        QCOMPARE(readPicture(turned)->size(), QSize(20, 40));
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_here->filePath(name); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path(name);
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

    File add(const QString &id, int width, int height)
    {
        File file;
        file.id = id;
        file.name = id + u".png"_s;
        file.mimeType = u"image/png"_s;
        file.size = 1'000;
        file.width = width;
        file.height = height;
        transfersOf(*m_session).paths.insert(id, write(file.name, png(width, height)));
        return file;
    }

    std::unique_ptr<QTemporaryDir> m_here;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Pictures> m_pictures;
};

QTEST_MAIN(TestTimelinePictures)
#include "tst_timelinepictures.moc"
