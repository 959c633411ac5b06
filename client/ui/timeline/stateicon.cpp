// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/stateicon.h"

#include <QPainterPath>

namespace Hearth {

namespace {

// All paths are drawn in a square of 16.
QPainterPath tick(qreal x)
{
    QPainterPath path({x, 8.5});
    path.lineTo(x + 3, 11.5);
    path.lineTo(x + 9, 4.5);
    return path;
}

// The lower arm of the second tick is hidden behind the first.
QPainterPath twoTicks()
{
    QPainterPath path = tick(1);
    path.moveTo(7.6, 10.8);
    path.lineTo(8.4, 11.5);
    path.lineTo(14.4, 4.5);
    return path;
}

QPainterPath clock()
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), 5.25, 5.25);
    path.moveTo(8, 5);
    path.lineTo(8, 8.25);
    path.lineTo(10.25, 9.5);
    return path;
}

QPainterPath spinner(int turn)
{
    const QRectF circle(2.75, 2.75, 10.5, 10.5);
    QPainterPath path;
    path.arcMoveTo(circle, -turn);
    path.arcTo(circle, -turn, -270);
    return path;
}

} // namespace

void paintStateIcon(QPainter &painter, const QRect &rect, MessageProgress progress, const ThemeColors &colors,
                    int turn)
{
    if (progress == MessageProgress::None)
        return;
    const bool loud = progress == MessageProgress::Read;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 16.0, rect.height() / 16.0);
    painter.setPen(
        QPen(loud ? colors.accent : colors.secondary, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (progress) {
    case MessageProgress::Queued: painter.drawPath(clock()); break;
    case MessageProgress::Sending: painter.drawPath(spinner(turn)); break;
    case MessageProgress::Sent: painter.drawPath(tick(3.5)); break;
    case MessageProgress::Delivered:
    case MessageProgress::Read: painter.drawPath(twoTicks()); break;
    case MessageProgress::Failed:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.danger);
        painter.drawEllipse(QPointF(8, 8), 6.5, 6.5);
        painter.setPen(QPen(colors.window, 1.75, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(8, 4.75), QPointF(8, 8.5));
        painter.drawPoint(QPointF(8, 11.25));
        break;
    case MessageProgress::None: break;
    }
    painter.restore();
}

} // namespace Hearth
