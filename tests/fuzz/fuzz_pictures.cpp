// SPDX-License-Identifier: Apache-2.0
#include "blobs/imaging.h"
#include "blobs/sniffing.h"
#include "fuzz/fuzz.h"

#include <QImage>
#include <QTemporaryFile>

using namespace Hearth;

// Whatever is uploaded has a type, and what is made of a picture is one, small, and of another's making. The
// decoders are Qt's; what is checked is what we let them see and what we believe of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static QTemporaryFile file;
    if (!file.isOpen()) {
        qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &) {}); // of the decoders
        if (!file.open())
            return 0;
    }
    file.resize(0);
    file.seek(0);
    file.write(reinterpret_cast<const char *>(data), qint64(size));
    file.flush();

    const SniffedType type = sniff(file.fileName());
    Fuzz::require(!type.mimeType.isEmpty());
    Fuzz::require(type.imageFormat.isEmpty() == type.size.isEmpty());
    if (type.imageFormat.isEmpty())
        return 0;
    const auto picture = pictureOf(file.fileName(), type.imageFormat, thumbnailSide);
    if (!picture)
        return 0;
    Fuzz::require(qint64(type.size.width()) * type.size.height() <= 40'000'000);
    Fuzz::require(picture->width > 0 && picture->width <= thumbnailSide);
    Fuzz::require(picture->height > 0 && picture->height <= thumbnailSide);
    const QImage made = QImage::fromData(picture->contents);
    Fuzz::require(made.size() == QSize(picture->width, picture->height));
    return 0;
}
