// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/rowpainter.h"

#include "models/phrases.h"
#include "ui/paint.h"
#include "ui/timeline/stateicon.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPainterPath>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace TimelineSize;

namespace {

struct RowText {
    Q_DECLARE_TR_FUNCTIONS(Hearth::TimelineView)
};

int baselineIn(int top, int height, const QFontMetrics &metrics)
{
    return top + (height - metrics.height()) / 2 + metrics.ascent();
}

void fillRounded(QPainter &painter, const QRect &rect, qreal radius, const QColor &color)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(rect, radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void outlineRounded(QPainter &painter, const QRect &rect, qreal radius, const QPen &pen)
{
    const qreal half = pen.widthF() / 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

// Name and time on one baseline; the name gives way. One's own bubbles need no name.
void paintHeader(QPainter &painter, const QRect &area, const QString &name, Timestamp at, bool fromRight,
                 const TimelineStyle &style)
{
    const QFontMetrics nameMetrics(style.name);
    const QFontMetrics timeMetrics(style.small);
    const QString time = timeLabel(at);
    const int timeWidth = timeMetrics.horizontalAdvance(time);
    const QString shown = nameMetrics.elidedText(name, Qt::ElideRight, area.width() - timeWidth - timeGap);
    const int nameWidth = nameMetrics.horizontalAdvance(shown);
    const int before = shown.isEmpty() ? 0 : nameWidth + timeGap;
    const int baseline = baselineIn(area.top(), area.height(), nameMetrics);
    const int right = area.right() + 1;
    painter.setFont(style.name);
    painter.setPen(style.colors.text);
    painter.drawText(fromRight ? right - nameWidth : area.left(), baseline, shown);
    painter.setFont(style.small);
    painter.setPen(style.colors.secondary);
    painter.drawText(fromRight ? right - before - timeWidth : area.left() + before, baseline, time);
}

void paintTime(QPainter &painter, int bodyY, Timestamp at, const MessageLayout &layout,
               const TimelineColumns &columns, const TimelineStyle &style)
{
    const QString time = timeLabel(at);
    const QRect space = columns.gutter(bodyY, style.lineHeight);
    const int width = QFontMetrics(style.small).horizontalAdvance(time);
    painter.setFont(style.small);
    painter.setPen(style.colors.secondary);
    painter.drawText(columns.mirrored ? space.left() : space.right() + 1 - width,
                     bodyY + layout.firstBaseline(), time);
}

void paintNameInText(QPainter &painter, QPoint origin, const QString &name, const MessageLayout &layout,
                     const TimelineStyle &style)
{
    const QRect rect = layout.name().translated(origin);
    const QFontMetrics metrics(style.name);
    painter.setFont(style.name);
    painter.setPen(style.colors.text);
    painter.drawText(rect.left(), origin.y() + layout.firstBaseline(),
                     metrics.elidedText(name, Qt::ElideRight, rect.width()));
}

// Of the replies, the reactions, or the text.
int middleOfLowestLine(const MessageLayout &layout)
{
    int middle = layout.lastLineCenter();
    if (!layout.reactions().isEmpty())
        middle = layout.reactions().last().rect.center().y();
    for (const MessageTarget &target : layout.targets()) {
        if (target.kind == MessageTarget::Kind::Thread)
            middle = target.rects.first().center().y();
    }
    return middle;
}

void paintPin(QPainter &painter, int bodyY, const MessageLayout &layout, const TimelineColumns &columns,
              const TimelineStyle &style)
{
    constexpr int size = 12;
    const QRect space = columns.gutter(bodyY, style.lineHeight);
    // Before the time where that is always there; otherwise where the time is when the pointer is.
    const bool outside = columns.sizes.nameInText;
    const int inset = outside ? space.width() - size - 4 : 0; // beside the ring of the focus
    const int x = columns.mirrored ? space.left() + inset : space.right() + 1 - size - inset;
    const int y = outside ? layout.firstBaseline() + 1 - size : middleOfLowestLine(layout) - size / 2;
    paintIcon(painter, QRect(x, bodyY + y, size, size), u"pin"_s, style.colors.secondary);
}

// Corners where a bubble meets another one of the same person are less round.
void paintBubble(QPainter &painter, const QRect &area, bool own, bool joinsAbove, bool joinsBelow,
                 const TimelineStyle &style)
{
    constexpr qreal round = 12;
    constexpr qreal joined = 4;
    const qreal above = joinsAbove ? joined : round;
    const qreal below = joinsBelow ? joined : round;
    const bool atRight = own != style.mirrored;
    const auto corner = [](QPainterPath &path, QPointF center, qreal radius, qreal angle) {
        path.arcTo(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius, angle, -90);
    };
    const qreal topLeft = atRight ? round : above;
    const qreal topRight = atRight ? above : round;
    const qreal bottomRight = atRight ? below : round;
    const qreal bottomLeft = atRight ? round : below;
    const QRectF rect = QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path(QPointF(rect.left(), rect.top() + topLeft));
    corner(path, rect.topLeft() + QPointF(topLeft, topLeft), topLeft, 180);
    corner(path, rect.topRight() + QPointF(-topRight, topRight), topRight, 90);
    corner(path, rect.bottomRight() - QPointF(bottomRight, bottomRight), bottomRight, 0);
    corner(path, rect.bottomLeft() + QPointF(bottomLeft, -bottomLeft), bottomLeft, 270);
    path.closeSubpath();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor &ground = own ? style.colors.ownBubble : style.colors.hover;
    painter.setPen(QPen(ground, 1));
    painter.setBrush(ground);
    painter.drawPath(path);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

// On one's own bubble the colour of what is selected would hardly be seen.
QColor selectionOn(bool ownBubble, const ThemeColors &colors)
{
    if (!ownBubble)
        return colors.selection;
    QColor ground = colors.accent;
    ground.setAlphaF(0.4F);
    return ground;
}

void paintBlock(QPainter &painter, QPoint origin, const MessageLayout::Block &block, const RowPaint &how,
                const QColor &selected, const TimelineStyle &style)
{
    for (const int x : block.quoteBars) {
        const QRect bar = block.quoteRect.translated(origin).adjusted(x, 0, 0, 0);
        painter.fillRect(QRect(bar.left(), bar.top(), quoteBar, bar.height()), style.colors.divider);
    }
    if (!block.box.isNull()) {
        const QRect box = block.box.translated(origin);
        fillRounded(painter, box, 6, style.colors.codeBackground);
        outlineRounded(painter, box, 6, QPen(style.colors.divider, 1));
    }
    for (const auto &[rect, color] : block.grounds)
        fillRounded(painter, rect.translated(origin), 4, color);
    if (!block.marker.isEmpty()) {
        painter.setFont(style.text);
        painter.setPen(style.colors.secondary);
        const int width = style.mirrored ? 0 : QFontMetrics(style.text).horizontalAdvance(block.marker);
        painter.drawText(origin + block.markerPos - QPoint(width, 0), block.marker);
    }

    QList<QTextLayout::FormatRange> selection;
    const int from = std::max(0, how.selectionStart - block.start);
    const int to = std::min(block.length, how.selectionStart + how.selectionLength - block.start);
    if (from < to) {
        QTextCharFormat format;
        format.setBackground(selected);
        format.setForeground(style.colors.text);
        selection.append({from, to - from, format});
    }
    painter.setPen(style.colors.text);
    block.layout->draw(&painter, origin + block.pos, selection);
}

void paintTargets(QPainter &painter, QPoint origin, const MessageLayout &layout, const RowPaint &how,
                  const TimelineStyle &style)
{
    for (int i = 0; i < layout.targets().size(); ++i) {
        const MessageTarget &target = layout.targets().at(i);
        using Kind = MessageTarget::Kind;
        const bool isPartOfText = target.kind == Kind::Link || target.kind == Kind::Versions;
        const bool isBox = target.kind == Kind::Quote || target.kind == Kind::Reaction
            || target.kind == Kind::React || target.file >= 0;
        if (!isPartOfText && !isBox) {
            const QRect rect = target.rects.first().translated(origin);
            painter.setFont(style.small);
            painter.setPen(style.colors.link);
            painter.drawText(rect.left(), baselineIn(rect.top(), rect.height(), QFontMetrics(style.small)),
                             target.label);
        }
        for (const QRect &part : target.rects) {
            const QRect rect = part.translated(origin);
            if (i == how.hoveredTarget && !isBox)
                paintEdge(painter, rect.adjusted(0, 0, 0, -1), Qt::BottomEdge, style.colors.link);
            if (i == how.focusedTarget)
                outlineRounded(painter, rect.adjusted(-3, -2, 3, 2), 4, QPen(style.colors.accent, 2));
        }
    }
}

} // namespace

RowFlow::Metrics rowMetrics(TimelineRow::Kind kind, int bodyHeight, const TimelineStyle &style)
{
    // Half of the gap within a group is above each row, half below.
    const RowSizes &sizes = style.row;
    const int half = sizes.rowGap / 2;
    const int padding = sizes.bubblePadding.height();
    const int body = bodyHeight + 2 * padding;
    switch (kind) {
    case TimelineRow::Kind::Day: return {groupGap + style.chipHeight, groupGap};
    case TimelineRow::Kind::New: // as far from what is above as the group that it begins is from it
        return {sizes.groupGap + style.dividerHeight, sizes.groupGap - half};
    case TimelineRow::Kind::System: return {sizes.groupGap + bodyHeight, sizes.groupGap - half};
    case TimelineRow::Kind::Continued: return {body + sizes.rowGap, half + padding};
    case TimelineRow::Kind::First: break;
    }
    const int top = sizes.groupGap - half;
    const int header = sizes.hasHeader() ? style.headerHeight : 0;
    const int picture = sizes.avatar > 0 ? sizes.avatar + 2 : 0;
    return {top + std::max(header + body, picture) + half, top + header + padding};
}

bool isTrailing(const TimelineItem &item, const RowSizes &sizes)
{
    return sizes.hasBubbles() && item.own && item.type != MessageType::System;
}

QPoint bodyOrigin(int bodyY, const TimelineItem &item, const MessageLayout &layout,
                  const TimelineColumns &columns)
{
    return {columns.textAt(layout.width(), isTrailing(item, columns.sizes)), bodyY};
}

QRect bubbleRect(QPoint origin, const MessageLayout &layout, const RowSizes &sizes)
{
    const QPoint padding(sizes.bubblePadding.width(), sizes.bubblePadding.height());
    return {origin - padding, QSize(layout.width(), layout.height()) + 2 * sizes.bubblePadding};
}

QRect stateRect(const MessageLayout &layout, int bodyY, const TimelineColumns &columns)
{
    return {columns.state, bodyY + layout.lastLineCenter() - stateIcon / 2, stateIcon, stateIcon};
}

QString dayLabel(QDate day, QDate today)
{
    if (day == today)
        return RowText::tr("Today");
    if (day == today.addDays(-1))
        return RowText::tr("Yesterday");
    return QLocale().toString(day,
                              day.year() == today.year()
                                  ? RowText::tr("dddd, d MMMM", "a day of this year, QDate format")
                                  : RowText::tr("d MMMM yyyy", "a day of another year, QDate format"));
}

QString timeLabel(Timestamp at)
{
    return timeOfDay(QDateTime::fromMSecsSinceEpoch(toMs(at)).time(), QLocale());
}

QRect dayChipRect(int y, QDate day, const TimelineColumns &columns, const TimelineStyle &style)
{
    const int width = QFontMetrics(style.small).horizontalAdvance(dayLabel(day, QDate::currentDate())) + 24;
    return {(columns.width - width) / 2, y, width, style.chipHeight};
}

void paintDayChip(QPainter &painter, int y, QDate day, const TimelineColumns &columns,
                  const TimelineStyle &style)
{
    const QRect rect = dayChipRect(y, day, columns, style);
    fillRounded(painter, rect, rect.height() / 2.0, style.colors.sidebar);
    outlineRounded(painter, rect, rect.height() / 2.0, QPen(style.colors.divider, 1));
    painter.setFont(style.small);
    painter.setPen(style.colors.secondary);
    painter.drawText(rect, Qt::AlignCenter, dayLabel(day, QDate::currentDate()));
}

void paintNewLine(QPainter &painter, int y, const TimelineColumns &columns, const TimelineStyle &style)
{
    QFont font = style.small;
    font.setWeight(QFont::DemiBold);
    const QString label = RowText::tr("New");
    const int width = QFontMetrics(font).horizontalAdvance(label);
    const int middle = y + style.dividerHeight / 2;
    const int x = columns.mirrored ? gutter : columns.width - gutter - width;
    const int lineLeft = columns.mirrored ? x + width + 8 : gutter;
    const int lineRight = columns.mirrored ? columns.width - gutter : x - 8;
    paintEdge(painter, QRect(lineLeft, middle, lineRight - lineLeft, 1), Qt::TopEdge, style.colors.danger);
    painter.setFont(font);
    painter.setPen(style.colors.danger);
    painter.drawText(x, baselineIn(y, style.dividerHeight, QFontMetrics(font)), label);
}

void paintMessage(QPainter &painter, const RowFlow::Placed &placed, TimelineRow::Kind kind,
                  const TimelineItem &item, const MessageLayout &layout, const RowPaint &how,
                  const TimelineColumns &columns, const TimelineStyle &style)
{
    const RowSizes &sizes = style.row;
    const bool isSystem = kind == TimelineRow::Kind::System;
    const bool trailing = isTrailing(item, sizes);
    const TimelineStyle bodyStyle = trailing ? style.onOwnBubble() : style;
    const bool hasHeader = kind == TimelineRow::Kind::First && sizes.hasHeader();
    const int bodyY = placed.bodyY();
    const QPoint origin = bodyOrigin(bodyY, item, layout, columns);
    const int top = bodyY - sizes.bubblePadding.height() - style.headerHeight; // of the header
    const QRect ground(QPoint(0, hasHeader ? top - 3 : placed.y),
                       QPoint(columns.width - 1, placed.bottom() - 1));
    if (how.hovered && !isSystem && !sizes.hasBubbles())
        painter.fillRect(ground, style.colors.hover);
    if (!isSystem && sizes.hasBubbles())
        paintBubble(painter, bubbleRect(origin, layout, sizes), item.own,
                    kind == TimelineRow::Kind::Continued, how.isContinued, style);

    if (hasHeader) {
        if (!trailing)
            paintAvatar(painter, QRectF(columns.avatar, top + 2, sizes.avatar, sizes.avatar), how.name,
                        item.senderId, style.name, how.avatars);
        const QRect area(columns.textAt(columns.textWidth, trailing), top, columns.textWidth,
                         style.headerHeight);
        paintHeader(painter, area, trailing ? QString() : how.name, item.at, trailing != columns.mirrored,
                    style);
    } else if (!isSystem && (sizes.nameInText || how.hovered || how.focused)) {
        paintTime(painter, bodyY, item.at, layout, columns, style);
    }
    if (!layout.name().isNull())
        paintNameInText(painter, origin, how.name, layout, style);
    if (item.pinned)
        paintPin(painter, bodyY, layout, columns, style);
    if (!layout.quote().rect.isNull())
        paintQuote(painter, origin, layout.quote(), bodyStyle);
    paintReactions(painter, origin, layout.reactions(), bodyStyle);
    for (const MessageLayout::Block &block : layout.blocks())
        paintBlock(painter, origin, block, how, selectionOn(trailing, style.colors), bodyStyle);
    paintTargets(painter, origin, layout, how, bodyStyle);
    paintStateIcon(painter, stateRect(layout, bodyY, columns), how.progress, style.colors, how.spinnerTurn);
    if (how.focused)
        outlineRounded(painter, ground.adjusted(2, 0, -2, sizes.hasBubbles() ? 3 : 0), 6,
                       QPen(style.colors.accent, 2)); // not over the edge of the bubble
}

} // namespace Hearth
