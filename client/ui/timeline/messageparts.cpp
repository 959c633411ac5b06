// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/messageparts.h"

#include "ui/emojifont.h"
#include "ui/paint.h"

#include <QCoreApplication>
#include <QLocale>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int barWidth = 3;
constexpr int quotePadding = 8; // between bar and words
constexpr int nameGap = 6;
constexpr int chipPadding = 8;
constexpr int chipGap = 4;
constexpr int plusSize = 12;

struct PartText {
    Q_DECLARE_TR_FUNCTIONS(Hearth::MessageLayout)
};

QFont nameFont(const TimelineStyle &style)
{
    QFont font = style.small;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont signFont(const TimelineStyle &style)
{
    return emojiFont(style.small, qRound(QFontInfo(style.small).pixelSize() * 1.1));
}

QRect mirrored(const QRect &rect, int width, const TimelineStyle &style)
{
    return style.mirrored ? QRect(width - rect.right() - 1, rect.y(), rect.width(), rect.height()) : rect;
}

int baselineOf(const QRect &rect, const QFont &font)
{
    const QFontMetrics metrics(font);
    return rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
}

} // namespace

QuoteBox layOutQuote(const QuotedMessage &quoted, const QString &name, int width, const TimelineStyle &style)
{
    QuoteBox quote;
    quote.dim = quoted.gone || quoted.seq == 0;
    if (quoted.gone)
        quote.text = PartText::tr("This message is not there any more.");
    else if (quoted.seq == 0)
        quote.text = PartText::tr("A message further up");
    else
        quote.text = quoted.text;
    quote.name = quote.dim ? QString() : name;
    const int words = QFontMetrics(style.small).horizontalAdvance(quote.text)
        + (quote.name.isEmpty() ? 0 : QFontMetrics(nameFont(style)).horizontalAdvance(quote.name) + nameGap);
    const int needed = barWidth + quotePadding + words + quotePadding;
    quote.rect = mirrored({0, 0, std::min(width, needed), style.smallLineHeight + 4}, width, style);
    return quote;
}

QList<ReactionChip> layOutReactions(const QList<Reaction> &reactions, const UserId &self, int top, int width,
                                    const TimelineStyle &style)
{
    QList<ReactionChip> chips;
    const QFontMetrics signs(signFont(style));
    const QFontMetrics numbers(style.small);
    const int height = std::max(leastTarget, style.smallLineHeight + 6);
    int x = 0;
    int y = top;
    const auto place = [&](ReactionChip chip, int chipWidth) {
        if (x > 0 && x + chipWidth > width) {
            x = 0;
            y += height + chipGap;
        }
        chip.rect = mirrored({x, y, chipWidth, height}, width, style);
        x += chipWidth + chipGap;
        chips.append(chip);
    };
    for (const Reaction &reaction : reactions) {
        const QString count = QLocale().toString(reaction.count);
        const int inside =
            signs.horizontalAdvance(reaction.emoji) + chipGap + numbers.horizontalAdvance(count);
        place({{}, reaction.emoji, count, reaction.userIds.contains(self)}, 2 * chipPadding + inside);
    }
    if (style.offersReactions)
        place({}, plusSize + 2 * chipPadding);
    return chips;
}

void paintQuote(QPainter &painter, QPoint origin, const QuoteBox &quote, const TimelineStyle &style)
{
    const QRect rect = quote.rect.translated(origin);
    const bool fromRight = style.mirrored;
    painter.fillRect(QRect(fromRight ? rect.right() + 1 - barWidth : rect.left(), rect.top() + 2, barWidth,
                           rect.height() - 4),
                     quote.dim ? style.colors.divider : style.colors.accent);
    QRect words = fromRight ? rect.adjusted(quotePadding, 0, -barWidth - quotePadding, 0)
                            : rect.adjusted(barWidth + quotePadding, 0, -quotePadding, 0);
    const auto draw = [&](const QString &text, const QFont &font, const QColor &color) {
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, words.width());
        const int width = metrics.horizontalAdvance(shown);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(fromRight ? words.right() + 1 - width : words.left(), baselineOf(rect, font), shown);
        fromRight ? words.setRight(words.right() - width - nameGap)
                  : words.setLeft(words.left() + width + nameGap);
    };
    if (!quote.name.isEmpty())
        draw(quote.name, nameFont(style), style.colors.text);
    draw(quote.text, style.small, style.colors.secondary);
}

void paintReactions(QPainter &painter, QPoint origin, const QList<ReactionChip> &chips,
                    const TimelineStyle &style)
{
    const QFont signs = signFont(style);
    for (const ReactionChip &chip : chips) {
        const QRect rect = chip.rect.translated(origin);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(chip.own ? style.colors.accent : style.colors.divider, 1));
        painter.setBrush(chip.own ? style.colors.selection : style.colors.sidebar);
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2.0,
                                rect.height() / 2.0);
        painter.setRenderHint(QPainter::Antialiasing, false);
        if (chip.isMore()) {
            const QRect sign(rect.left() + chipPadding, rect.center().y() + 1 - plusSize / 2, plusSize,
                             plusSize);
            paintIcon(painter, sign, u"plus"_s, style.colors.secondary);
            continue;
        }
        const int numberWidth = QFontMetrics(style.small).horizontalAdvance(chip.count);
        painter.setPen(style.colors.text);
        painter.setFont(signs);
        const int left = rect.left() + chipPadding;
        const int right = rect.right() + 1 - chipPadding;
        painter.drawText(style.mirrored ? right - QFontMetrics(signs).horizontalAdvance(chip.emoji) : left,
                         baselineOf(rect, signs), chip.emoji);
        painter.setFont(style.small);
        painter.drawText(style.mirrored ? left : right - numberWidth, baselineOf(rect, style.small),
                         chip.count);
    }
}

} // namespace Hearth
