// SPDX-License-Identifier: Apache-2.0
#include "ui/listrow.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace Hearth {

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const QColor &ground,
                    const ThemeColors &colors)
{
    const QRectF area = QRectF(option.rect).adjusted(6, 1, -6, -1);
    if (ground.isValid()) {
        const bool framed = colors.selectionBorder.isValid() && ground == colors.selection;
        painter.setPen(framed ? QPen(colors.selectionBorder, 1) : Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(framed ? area.adjusted(0.5, 0.5, -0.5, -0.5) : area, 8, 8);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(QPen(colors.link, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 7, 7);
    }
}

QRect placeInRow(const QStyleOptionViewItem &option, int x, int y, int width, int height)
{
    const QRect rect(option.rect.left() + x, option.rect.top() + y, width, height);
    return QStyle::visualRect(option.direction, option.rect, rect);
}

} // namespace Hearth
