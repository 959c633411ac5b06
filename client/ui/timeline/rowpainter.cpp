// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/rowpainter.h"

#include "ui/paint.h"
#include "ui/timeline/stateicon.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

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

// Name and time on one baseline; the name gives way.
void paintHeader(QPainter &painter, int top, const TimelineItem &item, const QString &name,
                 const TimelineColumns &columns, const TimelineStyle &style)
{
    constexpr int gap = 8;
    const QFontMetrics nameMetrics(style.name);
    const QFontMetrics timeMetrics(style.small);
    const QString time = timeLabel(item.at);
    const int timeWidth = timeMetrics.horizontalAdvance(time);
    const QString shown = nameMetrics.elidedText(name, Qt::ElideRight, columns.textWidth - timeWidth - gap);
    const int nameWidth = nameMetrics.horizontalAdvance(shown);
    const int baseline = baselineIn(top, style.headerHeight, nameMetrics);
    const int right = columns.text + columns.textWidth;
    painter.setFont(style.name);
    painter.setPen(style.colors.text);
    painter.drawText(columns.mirrored ? right - nameWidth : columns.text, baseline, shown);
    painter.setFont(style.small);
    painter.setPen(style.colors.secondary);
    painter.drawText(columns.mirrored ? right - nameWidth - gap - timeWidth : columns.text + nameWidth + gap,
                     baseline, time);
}

void paintBlock(QPainter &painter, QPoint origin, const MessageLayout::Block &block, const RowPaint &how,
                const TimelineStyle &style)
{
    for (const int x : block.quoteBars) {
        const QRect bar = block.quoteRect.translated(origin).adjusted(x, 0, 0, 0);
        painter.fillRect(QRect(bar.left(), bar.top(), 3, bar.height()), style.colors.divider);
    }
    if (!block.box.isNull()) {
        const QRect box = block.box.translated(origin);
        fillRounded(painter, box, 6, style.colors.codeBackground);
        outlineRounded(painter, box, 6, QPen(style.colors.divider, 1));
    }
    for (const QRect &rect : block.codeRects)
        fillRounded(painter, rect.translated(origin), 3, style.colors.codeBackground);
    if (!block.marker.isEmpty()) {
        painter.setFont(style.text);
        painter.setPen(style.colors.secondary);
        const int width = QFontMetrics(style.text).horizontalAdvance(block.marker);
        painter.drawText(origin + block.markerPos - QPoint(width, 0), block.marker);
    }

    QList<QTextLayout::FormatRange> selection;
    const int from = std::max(0, how.selectionStart - block.start);
    const int to = std::min(block.length, how.selectionStart + how.selectionLength - block.start);
    if (from < to) {
        QTextCharFormat format;
        format.setBackground(style.colors.selection);
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
        const bool isBox = target.kind == Kind::Quote || target.kind == Kind::Reaction || target.file >= 0;
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
                painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 1), style.colors.link);
            if (i == how.focusedTarget)
                outlineRounded(painter, rect.adjusted(-3, -2, 3, 2), 4, QPen(style.colors.accent, 2));
        }
    }
}

} // namespace

RowFlow::Metrics rowMetrics(TimelineRow::Kind kind, int bodyHeight, const TimelineStyle &style)
{
    // Half of the gap within a group is above each row, half below.
    constexpr int half = rowGap / 2;
    switch (kind) {
    case TimelineRow::Kind::Day: return {groupGap + style.chipHeight, groupGap};
    case TimelineRow::Kind::New: return {half + style.dividerHeight, half};
    case TimelineRow::Kind::System: return {groupGap + bodyHeight, groupGap - half};
    case TimelineRow::Kind::Continued: return {bodyHeight + rowGap, half};
    case TimelineRow::Kind::First: break;
    }
    const int top = groupGap - half;
    return {top + std::max(style.headerHeight + bodyHeight, avatar + 2) + half, top + style.headerHeight};
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
    return QLocale().toString(day, day.year() == today.year() ? u"dddd, d MMMM"_s : u"d MMMM yyyy"_s);
}

QString timeLabel(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(at)).toString(u"HH:mm"_s);
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
    painter.fillRect(QRect(lineLeft, middle, lineRight - lineLeft, 1), style.colors.danger);
    painter.setFont(font);
    painter.setPen(style.colors.danger);
    painter.drawText(x, baselineIn(y, style.dividerHeight, QFontMetrics(font)), label);
}

void paintMessage(QPainter &painter, const RowFlow::Placed &placed, TimelineRow::Kind kind,
                  const TimelineItem &item, const MessageLayout &layout, const RowPaint &how,
                  const TimelineColumns &columns, const TimelineStyle &style)
{
    const bool first = kind == TimelineRow::Kind::First;
    const int bodyY = placed.bodyY();
    const int top = first ? bodyY - style.headerHeight : bodyY;
    const QRect row(0, first ? top - 3 : placed.y, columns.width, 0);
    const QRect ground = QRect(row.topLeft(), QPoint(columns.width - 1, placed.bottom() - 1));
    if (how.hovered && kind != TimelineRow::Kind::System)
        painter.fillRect(ground, style.colors.hover);

    if (first) {
        paintAvatar(painter, QRectF(columns.avatar, top + 2, avatar, avatar), how.name, item.senderId,
                    style.name, how.avatars);
        paintHeader(painter, top, item, how.name, columns, style);
    } else if (kind == TimelineRow::Kind::Continued && (how.hovered || how.focused)) {
        const QString time = timeLabel(item.at);
        const QFontMetrics metrics(style.small);
        const QRect space = columns.gutter(bodyY, style.lineHeight);
        const int x = columns.mirrored ? space.left() : space.right() + 1 - metrics.horizontalAdvance(time);
        painter.setFont(style.small);
        painter.setPen(style.colors.secondary);
        painter.drawText(x, bodyY + layout.firstBaseline(), time);
    }

    if (item.pinned) {
        constexpr int size = 12;
        const QRect space = columns.gutter(bodyY, style.lineHeight);
        const QRect place(columns.mirrored ? space.left() : space.right() + 1 - size,
                          bodyY + layout.height() - size - 2, size, size);
        paintIcon(painter, place, u"pin"_s, style.colors.secondary);
    }
    const QPoint origin(columns.text, bodyY);
    if (!layout.quote().rect.isNull())
        paintQuote(painter, origin, layout.quote(), style);
    paintReactions(painter, origin, layout.reactions(), style);
    for (const MessageLayout::Block &block : layout.blocks())
        paintBlock(painter, origin, block, how, style);
    paintTargets(painter, origin, layout, how, style);
    paintStateIcon(painter, stateRect(layout, bodyY, columns), how.progress, style.colors, how.spinnerTurn);
    if (how.focused)
        outlineRounded(painter, ground.adjusted(2, 0, -2, 0), 6, QPen(style.colors.accent, 2));
}

} // namespace Hearth
