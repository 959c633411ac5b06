// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/picturereader.h"

#include <QCoreApplication>
#include <QHash>
#include <QImageReader>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 pixelsRead = 64'000'000; // whole; larger ones are fitted while they are read
constexpr qint64 pixelsTaken = 250'000'000; // more is not a photograph
constexpr int allocationMegabytes = 512;

struct PictureReaderWords {
    Q_DECLARE_TR_FUNCTIONS(Hearth::PictureReader)
};

QString mimeTypeOf(const QByteArray &format)
{
    static const QHash<QByteArray, QString> types{{"png", u"image/png"_s},
                                                  {"jpeg", u"image/jpeg"_s},
                                                  {"gif", u"image/gif"_s},
                                                  {"webp", u"image/webp"_s},
                                                  {"bmp", u"image/bmp"_s}};
    return types.value(format);
}

bool isTurned(const QImageReader &reader)
{
    return reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
}

tl::unexpected<Error> unreadable()
{
    return fail(ErrorCode::UnsupportedMediaType, PictureReaderWords::tr("This picture cannot be read."));
}

} // namespace

Result<QImage> readPicture(const QString &path, QSize most)
{
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (mimeTypeOf(reader.format()).isEmpty())
        return unreadable();
    const QSize stored = reader.size();
    const qint64 pixels = qint64(stored.width()) * stored.height();
    if (stored.isEmpty() || pixels > pixelsTaken)
        return unreadable();
    if (most.isEmpty() && pixels > pixelsRead)
        most = {8'000, 8'000};
    const QSize seen = isTurned(reader) ? stored.transposed() : stored;
    if (!most.isEmpty() && (seen.width() > most.width() || seen.height() > most.height())) {
        const QSize fitted = seen.scaled(most, Qt::KeepAspectRatio).expandedTo({1, 1});
        reader.setScaledSize(isTurned(reader) ? fitted.transposed() : fitted);
    }
    QImageReader::setAllocationLimit(allocationMegabytes);
    QImage image = reader.read();
    if (image.isNull())
        return unreadable();
    return image;
}

PictureInfo pictureInfo(const QString &path)
{
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    const QString type = mimeTypeOf(reader.format());
    if (type.isEmpty() || reader.size().isEmpty())
        return {};
    return {isTurned(reader) ? reader.size().transposed() : reader.size(), type};
}

} // namespace Hearth
