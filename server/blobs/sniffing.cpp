// SPDX-License-Identifier: Apache-2.0
#include "blobs/sniffing.h"

#include <QFile>
#include <QImageReader>
#include <QMimeDatabase>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 headBytes = 16 * 1024; // the rules of shared-mime-info look no further but for a few

// Only these decoders ever see what strangers send.
QByteArray imageFormatOf(const QString &mimeType)
{
    static const QHash<QString, QByteArray> formats{{u"image/png"_s, "png"},
                                                    {u"image/jpeg"_s, "jpeg"},
                                                    {u"image/gif"_s, "gif"},
                                                    {u"image/webp"_s, "webp"},
                                                    {u"image/bmp"_s, "bmp"}};
    return formats.value(mimeType);
}

} // namespace

SniffedType sniff(const QString &path)
{
    SniffedType type{u"application/octet-stream"_s, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return type;
    const QByteArray head = file.read(headBytes);
    if (head.isEmpty())
        return type;
    type.mimeType = QMimeDatabase().mimeTypeForData(head).name();
    const QByteArray format = imageFormatOf(type.mimeType);
    if (format.isEmpty())
        return type;
    file.seek(0);
    QImageReader reader(&file, format);
    reader.setDecideFormatFromContent(false);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return type;
    type.imageFormat = format;
    type.size =
        reader.transformation().testFlag(QImageIOHandler::TransformationRotate90) ? size.transposed() : size;
    return type;
}

} // namespace Hearth
