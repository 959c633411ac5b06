// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Hearth {

// A picture that was made anew from decoded pixels: nothing of the original's metadata (place, camera, colour
// profile, comments) or of anything hidden in it is left.
struct Picture {
    QByteArray contents; // JPEG, or PNG where the image has transparency
    QString mimeType;
    int width = 0; // pixels
    int height = 0; // pixels
};

inline constexpr int thumbnailSide = 320; // pixels
inline constexpr int avatarSide = 512; // pixels

// The first frame of an image, upright, fitted into a square, never enlarged. Nothing for what cannot be
// decoded within bounds: 40 megapixels, 192 MiB of memory. `format` is that of SniffedType. For the task
// pool.
[[nodiscard]] std::optional<Picture> pictureOf(const QString &path, const QByteArray &format, int side);

} // namespace Hearth
