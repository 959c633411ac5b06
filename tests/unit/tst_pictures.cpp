// SPDX-License-Identifier: Apache-2.0
#include "blobs/imaging.h"
#include "blobs/sniffing.h"

#include <QBuffer>
#include <QColorSpace>
#include <QElapsedTimer>
#include <QFile>
#include <QImageReader>
#include <QImageWriter>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

// Left half red, right half blue.
QImage flag(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, x < width / 2 ? qRgb(255, 0, 0) : qRgb(0, 0, 255));
    }
    return image;
}

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, format);
    if (!writer.write(image))
        qFatal("cannot write %s: %s", format, qPrintable(writer.errorString()));
    return bytes;
}

// A JPEG whose camera was turned: the pixels are to be shown turned by 90 degrees clockwise (orientation 6 of
// Exif 2.3, tag 0x0112).
QByteArray turnedJpeg(const QImage &image)
{
    const QByteArray exif("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0", 32);
    const QByteArray segment = QByteArray("\xff\xe1\0", 3) + char(exif.size() + 2) + exif;
    return encoded(image, "jpeg").insert(2, segment);
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    return bigEndian(quint32(data.size())) + type + data + bigEndian(crc32(type + data));
}

// A PNG that says it is so large, and has next to nothing in it.
QByteArray hugePng(quint32 side)
{
    return QByteArray("\x89PNG\r\n\x1a\n")
        + chunk("IHDR", bigEndian(side) + bigEndian(side) + QByteArray("\x08\x06\0\0\0", 5))
        + chunk("IDAT", qCompress(QByteArray(100, '\0')).sliced(4)) + chunk("IEND", {});
}

QByteArray gifOfFrames(int frames)
{
    const QByteArray head("GIF89a\x01\0\x01\0\x80\0\0\xff\0\0\0\0\xff", 19);
    const QByteArray frame("!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0", 23);
    return head + frame.repeated(frames) + ';';
}

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attack47_theTypeIsThatOfTheContent_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("type");
        QTest::newRow("png") << encoded(flag(4, 4), "png") << u"image/png"_s;
        QTest::newRow("jpeg") << encoded(flag(4, 4), "jpeg") << u"image/jpeg"_s;
        QTest::newRow("gif") << gifOfFrames(1) << u"image/gif"_s;
        QTest::newRow("html") << QByteArray("<!DOCTYPE html><html><script>alert(1)</script></html>")
                              << u"text/html"_s;
        QTest::newRow("svg") << QByteArray("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">"
                                           "</svg>")
                             << u"image/svg+xml"_s;
        QTest::newRow("pdf") << QByteArray("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") << u"application/pdf"_s;
        QTest::newRow("text") << QByteArray("just words\n") << u"text/plain"_s;
        QTest::newRow("zip") << QByteArray("PK\x03\x04\x14\0\0\0\0\0", 10) << u"application/zip"_s;
        QTest::newRow("bytes") << QByteArray("\x01\x02\x03\xff\xfe\0\x80", 7)
                               << u"application/octet-stream"_s;
        QTest::newRow("nothing") << QByteArray() << u"application/octet-stream"_s;
    }

    void attack47_theTypeIsThatOfTheContent()
    {
        QFETCH(QByteArray, content);
        const SniffedType type = sniff(write(content, u"looks-like.png"_s));
        QTEST(type.mimeType, "type");
        const bool isRaster = type.mimeType == "image/png"_L1 || type.mimeType == "image/jpeg"_L1
            || type.mimeType == "image/gif"_L1;
        QCOMPARE(!type.imageFormat.isEmpty(), isRaster);
        QCOMPARE(type.size.isValid(), isRaster);
    }

    // What decides is where the image would be looked at: SVG, which may load things, never is.
    void attack47_onlyRasterImagesAreLookedInto()
    {
        const QString svg = write("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
        QVERIFY(sniff(svg).imageFormat.isEmpty());
        const QString polyglot = write("GIF89a/*\0\0\0*/=1;alert(1)//");
        const SniffedType type = sniff(polyglot);
        if (!type.imageFormat.isEmpty())
            QVERIFY(!pictureOf(polyglot, type.imageFormat, 320));
        const QString html = write("<html><body>");
        for (const char *format : {"png", "jpeg", "gif", "webp", "bmp"})
            QVERIFY(!pictureOf(html, format, 320));
    }

    void aPictureIsFittedAndNeverEnlarged()
    {
        const auto wide = pictureOf(write(encoded(flag(1'000, 500), "png")), "png", 320);
        QVERIFY(wide);
        QCOMPARE(QSize(wide->width, wide->height), QSize(320, 160));
        QCOMPARE(wide->mimeType, u"image/jpeg"_s);
        const QImage image = QImage::fromData(wide->contents);
        QCOMPARE(image.size(), QSize(320, 160));
        QVERIFY(qRed(image.pixel(20, 80)) > 200 && qBlue(image.pixel(300, 80)) > 200);

        const auto small = pictureOf(write(encoded(flag(7, 3), "png")), "png", 320);
        QCOMPARE(QSize(small->width, small->height), QSize(7, 3));
        const auto thin = pictureOf(write(encoded(flag(5'000, 2), "png")), "png", 320);
        QCOMPARE(QSize(thin->width, thin->height), QSize(320, 1));
    }

    void transparencyIsKept()
    {
        QImage image(400, 400, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        const auto picture = pictureOf(write(encoded(image, "png")), "png", 320);
        QCOMPARE(picture->mimeType, u"image/png"_s);
        QCOMPARE(qAlpha(QImage::fromData(picture->contents).pixel(10, 10)), 0);
        image.fill(Qt::white);
        QCOMPARE(pictureOf(write(encoded(image, "png")), "png", 320)->mimeType, u"image/jpeg"_s);
    }

    void aPhotographIsTurnedUpright()
    {
        const QString path = write(turnedJpeg(flag(800, 400)));
        QCOMPARE(sniff(path).size, QSize(400, 800));
        const auto picture = pictureOf(path, "jpeg", 320);
        QCOMPARE(QSize(picture->width, picture->height), QSize(160, 320));
        QVERIFY(!picture->contents.contains("Exif"));
        const QImage image = QImage::fromData(picture->contents);
        QVERIFY(qRed(image.pixel(80, 20)) > 200); // what was left is above
        QVERIFY(qBlue(image.pixel(80, 300)) > 200);
    }

    void attack48_metadataStaysBehind()
    {
        QImage image = flag(100, 100).convertToFormat(QImage::Format_ARGB32);
        image.setPixel(0, 0, qRgba(0, 0, 0, 0)); // so that it stays a PNG, which could hold all of it
        image.setText(u"GPS"_s, u"48.8584 N 2.2945 E"_s);
        image.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
        const QByteArray original = encoded(image, "png");
        QVERIFY(original.contains("48.8584") && original.contains("iCCP"));
        const auto picture = pictureOf(write(original), "png", 320);
        QVERIFY(picture);
        QVERIFY(!picture->contents.contains("48.8584"));
        QVERIFY(!picture->contents.contains("iCCP"));
        QVERIFY(QImage::fromData(picture->contents).textKeys().isEmpty());
    }

    void attack48_bombsAreNotUnpacked()
    {
        const QString bomb = write(hugePng(50'000));
        const SniffedType type = sniff(bomb);
        QCOMPARE(type.size, QSize(50'000, 50'000));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!pictureOf(bomb, type.imageFormat, 320));
        QVERIFY(!pictureOf(write(hugePng(6'400)), "png", 320)); // 41 megapixels
        QVERIFY(!pictureOf(write(hugePng(0x7fffffff)), "png", 320));

        const QString frames = write(gifOfFrames(200'000));
        QCOMPARE(sniff(frames).size, QSize(1, 1));
        const auto first = pictureOf(frames, "gif", 320);
        QVERIFY(first);
        QVERIFY(timer.elapsed() < 5'000);
    }

    void brokenImagesHaveNoPicture()
    {
        const QByteArray whole = encoded(flag(300, 300), "png");
        for (const qsizetype size : {qsizetype(9), qsizetype(30), qsizetype(60), whole.size() / 2}) {
            const QString path = write(whole.first(size));
            const SniffedType type = sniff(path);
            QVERIFY(type.imageFormat.isEmpty() || !pictureOf(path, type.imageFormat, 320));
        }
        QVERIFY(!pictureOf(m_folder.filePath(u"missing"_s), "png", 320));
    }

    void webpIsReadWhereItsPluginIs()
    {
        const QByteArray dot =
            QByteArray::fromBase64("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
        const QString path = write(dot);
        QCOMPARE(sniff(path).mimeType, u"image/webp"_s);
        QVERIFY2(QImageReader::supportedImageFormats().contains("webp"),
                 "qt6-image-formats-plugins is missing");
        QCOMPARE(sniff(path).size, QSize(1, 1));
        QVERIFY(pictureOf(path, "webp", 320));
    }

private:
    QString write(const QByteArray &content, const QString &name = {})
    {
        QFile file(m_folder.filePath(name.isEmpty() ? QString::number(++m_count) : name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(content);
        return file.fileName();
    }

    QTemporaryDir m_folder;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
