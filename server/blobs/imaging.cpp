// SPDX-License-Identifier: Apache-2.0
#include "blobs/imaging.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QImageWriter>

#include <cstring>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 maxPixels = 40'000'000; // a header may promise more than memory holds
constexpr int maxMegabytes = 192; // of one decoded image
constexpr int jpegQuality = 82;

// The pixels and nothing else: a copy by Qt's own means keeps texts and the colour profile.
QImage pixelsOf(QImage image)
{
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace::SRgb);
    const QImage source =
        image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    QImage pixels(source.size(), source.format());
    for (int y = 0; y < source.height(); ++y)
        std::memcpy(pixels.scanLine(y), source.constScanLine(y), size_t(source.width()) * 4);
    return pixels;
}

QSize fitted(const QSize &size, int side)
{
    if (size.width() <= side && size.height() <= side)
        return size;
    return size.scaled(side, side, Qt::KeepAspectRatio).expandedTo({1, 1});
}

bool isOpaque(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return true;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(line[x]) != 0xff)
                return false;
        }
    }
    return true;
}

} // namespace

std::optional<Picture> pictureOf(const QString &path, const QByteArray &format, int side)
{
    QImageReader::setAllocationLimit(maxMegabytes);
    QImageReader reader(path, format);
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty() || qint64(size.width()) * size.height() > maxPixels)
        return std::nullopt;
    if (const QSize target = fitted(size, side); target != size)
        reader.setScaledSize(target);
    QImage image = reader.read();
    if (image.isNull())
        return std::nullopt;
    // Not every decoder keeps to the size that it was told, or to that of the header.
    if (const QSize target = fitted(image.size(), side); target != image.size())
        image = image.scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);

    const QImage pixels = pixelsOf(image);
    const bool opaque = isOpaque(pixels);
    Picture picture{{}, opaque ? u"image/jpeg"_s : u"image/png"_s, pixels.width(), pixels.height()};
    QBuffer out(&picture.contents);
    QImageWriter writer(&out, opaque ? "jpeg" : "png");
    if (opaque)
        writer.setQuality(jpegQuality);
    if (!writer.write(pixels))
        return std::nullopt;
    return picture;
}

} // namespace Hearth
