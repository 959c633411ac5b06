// SPDX-License-Identifier: Apache-2.0
#include "ui/emojifont.h"

#include <QPainter>

namespace Hearth {

QFont emojiFont(const QFont &base, int pixelSize)
{
    QFont font = base;
    font.setFamilies(QStringList(QStringLiteral("Noto Color Emoji")) + base.families());
    font.setPixelSize(pixelSize);
    return font;
}

void paintEmoji(QPainter &painter, const QRectF &rect, const QString &emoji, int pixelSize)
{
    const QFont before = painter.font();
    painter.setFont(emojiFont(before, pixelSize));
    // The selectors would be taken from another font, as this one has none: that divides a sequence. This
    // font needs none for colour.
    QString sequence = emoji;
    sequence.remove(QChar(0xfe0f));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, sequence);
    painter.setFont(before);
}

} // namespace Hearth
