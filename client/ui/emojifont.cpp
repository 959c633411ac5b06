// SPDX-License-Identifier: Apache-2.0
#include "ui/emojifont.h"

#include <QPainter>
#include <QPixmapCache>

namespace Hearth {

namespace {

QPixmap pictureOf(const QString &emoji, const QFont &font, const QPen &pen, qreal ratio)
{
    // The selectors would be taken from another font, as this one has none: that divides a sequence. This
    // font needs none for colour.
    QString sequence = emoji;
    sequence.remove(QChar(0xfe0f));
    const int side = 2 * font.pixelSize(); // glyphs are wider than the font is high
    QPixmap picture(QSize(side, side) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setFont(font);
    painter.setPen(pen);
    painter.drawText(QRectF(0, 0, side, side), Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip,
                     sequence);
    return picture;
}

} // namespace

QFont emojiFont(const QFont &base, int pixelSize)
{
    QFont font = base;
    font.setFamilies(QStringList(QStringLiteral("Noto Color Emoji")) + base.families());
    font.setPixelSize(pixelSize);
    return font;
}

void paintEmoji(QPainter &painter, const QRectF &rect, const QString &emoji, int pixelSize)
{
    // The picture of a glyph is unpacked from the font's file each time, so it is kept.
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QFont font = emojiFont(painter.font(), pixelSize);
    const QString key = QStringLiteral("emoji %1 %2 %3 %4")
                            .arg(emoji, font.toString(), painter.pen().color().name())
                            .arg(ratio);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = pictureOf(emoji, font, painter.pen(), ratio);
        QPixmapCache::insert(key, picture);
    }
    QRectF place({}, picture.deviceIndependentSize());
    place.moveCenter(rect.center());
    painter.drawPixmap(place.topLeft(), picture);
}

} // namespace Hearth
