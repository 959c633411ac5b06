// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

class QPainter;
class QRectF;

namespace Hearth {

// A font that draws emoji in colour, even those that text fonts have in black (❤). Not for other text: it has
// digits, too.
[[nodiscard]] QFont emojiFont(const QFont &base, int pixelSize);

// One emoji in the middle of a rectangle.
void paintEmoji(QPainter &painter, const QRectF &rect, const QString &emoji, int pixelSize);

} // namespace Hearth
