// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>
#include <QString>

namespace Hearth {

// What the contents of a file are, whatever its name and its sender say.
struct SniffedType {
    QString mimeType; // application/octet-stream when nothing is known
    QByteArray imageFormat; // "png": of the raster images that are looked into; else empty
    QSize size = {}; // of such an image as it is shown, in pixels
};

// Reads the file's first bytes, and an image's header: for the task pool.
[[nodiscard]] SniffedType sniff(const QString &path);

} // namespace Hearth
