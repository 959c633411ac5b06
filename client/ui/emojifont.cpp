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
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, emoji);
    painter.setFont(before);
}

} // namespace Hearth
