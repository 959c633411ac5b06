// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QImage>

namespace Hearth {

// Reads a picture that somebody has sent, as it is to be seen (turned as its camera was held), no larger than
// `most` pixels; empty: as large as it is, up to 64 million pixels. Only formats that we name, and only sizes
// that can be meant: a small file may claim to be a very large picture. For any thread.
[[nodiscard]] Result<QImage> readPicture(const QString &path, QSize most = {});

// The size that it has, without reading all of it; empty when it is no picture of ours.
struct PictureInfo {
    QSize pixels;
    QString mimeType;
};
[[nodiscard]] PictureInfo pictureInfo(const QString &path);

} // namespace Hearth
