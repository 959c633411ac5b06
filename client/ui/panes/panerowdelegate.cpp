// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/panerowdelegate.h"

#include "models/panerow.h"
#include "models/phrases.h"
#include "ui/listrow.h"
#include "ui/paint.h"
#include "ui/panes/panemargin.h"
#include "ui/theme.h"

#include <QPainter>

namespace Hearth {

namespace {

constexpr int avatarSize = 32;
constexpr int textLeft = paneMargin + avatarSize + 10;
constexpr int topMargin = 9;
constexpr int unreadDot = 8;
constexpr int textLines = 2; // below the first
constexpr int leadIn = 40; // code units shown before the first highlight
constexpr int excerptLength = 240;

// The stretch of a long text that has the first highlight.
PaneRow excerpt(PaneRow row)
{
    const int first = row.highlights.isEmpty() ? 0 : row.highlights.first().offset;
    int from = first > 2 * leadIn ? first - leadIn : 0;
    if (const auto space = row.text.indexOf(u' ', from); from > 0 && space >= 0 && space < first)
        from = int(space) + 1; // not in the middle of a word
    if (from > 0 && row.text[from].isLowSurrogate())
        ++from;
    const QString lead = from > 0 ? QStringLiteral("…") : QString();
    row.text = lead + row.text.mid(from, excerptLength);
    for (Highlight &highlight : row.highlights)
        highlight.offset += int(lead.size()) - from;
    row.highlights.removeIf(
        [&row](const Highlight &h) { return h.offset < 0 || h.offset + h.length > row.text.size(); });
    return row;
}

// Where the last of the lines ends. All begin at the leading edge, whatever direction the text has.
qsizetype layOutLines(QTextLayout &layout, int width, int lines, Qt::LayoutDirection direction)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setAlignment(direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    layout.setTextOption(option);
    layout.beginLayout();
    qsizetype end = 0;
    qreal y = 0;
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
        end = line.textStart() + line.textLength();
    }
    layout.endLayout();
    return end;
}

// The first lines, for which the rows have room. A text that goes on ends with dots.
void breakIntoLines(QTextLayout &layout, int width, int lines, Qt::LayoutDirection direction)
{
    qsizetype end = layOutLines(layout, width, lines, direction);
    if (end == layout.text().size())
        return;
    QString text = layout.text().left(end);
    do {
        while (!text.isEmpty() && text.back().isSpace())
            text.chop(1);
        layout.setText(text + u'…');
        end = layOutLines(layout, width, lines, direction);
        text.truncate(layout.previousCursorPosition(int(text.size())));
    } while (end < layout.text().size() && !text.isEmpty());
}

// What a notification is about is too long to stand beside a name.
bool hasContextLine(const PaneRow &row)
{
    return row.isNotification && !row.context.isEmpty();
}

} // namespace

PaneRowDelegate::PaneRowDelegate(Theme &theme, AvatarSource &avatars, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_avatars(avatars)
{ }

QSize PaneRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, 2 * topMargin + (1 + textLines) * QFontMetrics(option.font).height() + 4};
}

void PaneRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const PaneRow row = excerpt(index.data(PaneRoles::RowRole).value<PaneRow>());
    const ThemeColors &colors = m_theme.colors();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, option, selected ? colors.selection : hovered ? colors.hover : QColor(), colors);

    const int line = QFontMetrics(option.font).height();
    const int width = option.rect.width() - paneMargin - textLeft;
    QTextLayout text(row.text, option.font);
    text.setFormats(highlightsOf(row));
    const int before = hasContextLine(row) ? 1 : 0;
    breakIntoLines(text, width, textLines - before, option.direction);
    QStyleOptionViewItem content = option; // with fewer lines it stands in the middle of the row
    content.rect.translate(0, (textLines - before - text.lineCount()) * line / 2);
    paintHead(*painter, content, row);
    const int top = topMargin + (1 + before) * line + 3;
    paintText(*painter, placeInRow(content, textLeft, top, width, (textLines - before) * line), row, text);
    painter->restore();
}

void PaneRowDelegate::paintHead(QPainter &painter, const QStyleOptionViewItem &option,
                                const PaneRow &row) const
{
    const ThemeColors &colors = m_theme.colors();
    const QColor secondary = option.state & QStyle::State_Selected ? colors.text : colors.secondary;
    const auto place = [&option](int x, int y, int w, int h) { return placeInRow(option, x, y, w, h); };
    const auto drawLine = [&](const QRect &rect, const QString &text, const QFont &font,
                              const QColor &color) {
        return paintLine(painter, rect, text, font, color, option.direction);
    };
    paintAvatar(painter, place(paneMargin, topMargin + 2, avatarSize, avatarSize), row.title, row.colorKey,
                option.font, &m_avatars);

    const int line = QFontMetrics(option.font).height();
    int right = option.rect.width() - paneMargin;
    if (row.unread) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.accent);
        painter.drawEllipse(
            place(right - unreadDot, topMargin + (line - unreadDot) / 2, unreadDot, unreadDot));
    }
    if (row.isNotification) // the time stays where it is when one is read
        right -= unreadDot + 6;
    const QFont timeFont = relativeFont(option.font, 0.88);
    const QString time = shortTime(row.at, QDateTime::currentDateTime(), QLocale());
    const int timeWidth = QFontMetrics(timeFont).horizontalAdvance(time) + 1;
    drawLine(place(right - timeWidth, topMargin, timeWidth, line), time, timeFont, secondary);
    right -= timeWidth + 8;
    const QFont nameFont = relativeFont(option.font, 1, row.unread ? QFont::Bold : QFont::DemiBold);
    const int room = right - textLeft;
    const QFont contextFont = relativeFont(option.font, 0.92);
    const bool isBeside = !row.context.isEmpty() && !hasContextLine(row);
    const int forName = isBeside ? std::max(room / 2, 40) : room;
    const int used = drawLine(place(textLeft, topMargin, forName, line), row.title, nameFont, colors.text);
    if (isBeside)
        drawLine(place(textLeft + used + 6, topMargin, room - used - 6, line), row.context, contextFont,
                 secondary);
    else if (!row.context.isEmpty())
        drawLine(place(textLeft, topMargin + line + 1, option.rect.width() - paneMargin - textLeft, line),
                 row.context, contextFont, secondary);
}

QList<QTextLayout::FormatRange> PaneRowDelegate::highlightsOf(const PaneRow &row) const
{
    QList<QTextLayout::FormatRange> formats;
    for (const Highlight &highlight : row.highlights) {
        QTextLayout::FormatRange range{highlight.offset, highlight.length, {}};
        range.format.setFontWeight(QFont::DemiBold);
        range.format.setForeground(m_theme.colors().text);
        range.format.setBackground(m_theme.colors().ownBubble);
        formats.append(range);
    }
    return formats;
}

void PaneRowDelegate::paintText(QPainter &painter, const QRect &area, const PaneRow &row,
                                const QTextLayout &layout) const
{
    painter.setPen(row.highlights.isEmpty() ? m_theme.colors().text : m_theme.colors().secondary);
    painter.save();
    painter.setClipRect(area);
    layout.draw(&painter, area.topLeft());
    painter.restore();
}

} // namespace Hearth
