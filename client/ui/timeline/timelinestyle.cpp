// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelinestyle.h"

#include "models/phrases.h"
#include "ui/paint.h"

#include <QFontDatabase>
#include <QFontInfo>

#include <cmath>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace TimelineSize;

namespace {

constexpr qreal codeLeading = 1.4; // in font sizes
constexpr int bubbleMost = 560;
constexpr int bubbleShare = 72; // per cent of the column

int lineHeightOf(const QFont &font, qreal factor)
{
    return std::max(int(std::ceil(QFontInfo(font).pixelSize() * factor)), QFontMetrics(font).height());
}

// Twelve o'clock is longer than midnight in some languages, and the other way round in others.
int timeWidth(const QFont &font)
{
    const QFontMetrics metrics(font);
    int most = 0;
    for (int hour = 0; hour < 24; ++hour)
        most = std::max(most, metrics.horizontalAdvance(timeOfDay(QTime(hour, 0), QLocale())));
    return most;
}

RowSizes sizesOf(Density density, const QFont &timeFont)
{
    switch (density) {
    case Density::Cozy: return {};
    case Density::Bubbles: return {.bubblePadding = QSize(12, 6)};
    case Density::Compact: break;
    }
    return {.avatar = 0,
            .textLeft = TimelineSize::gutter + timeWidth(timeFont) + timeGap,
            .groupGap = 3,
            .rowGap = 2,
            .leading = 1.25,
            .nameInText = true};
}

int textWidthOf(int column, const RowSizes &sizes)
{
    if (!sizes.hasBubbles())
        return std::clamp(column, 40, textMaxWidth);
    return std::clamp(column * bubbleShare / 100, 64, bubbleMost) - 2 * sizes.bubblePadding.width();
}

} // namespace

TimelineStyle::TimelineStyle(const QFont &base, const ThemeColors &themeColors, Density density)
    : text(base)
    , colors(themeColors)
{
    // A family without emoji would otherwise get them from the first font that has a black and white one.
    if (!text.families().contains("Noto Color Emoji"_L1))
        text.setFamilies(text.families() << u"Noto Color Emoji"_s);
    name = relativeFont(text, 1, QFont::DemiBold);
    code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (text.pixelSize() > 0)
        code.setPixelSize(text.pixelSize());
    else
        code.setPointSizeF(text.pointSizeF());
    code = relativeFont(code, 0.93);
    small = relativeFont(text, 0.86);

    row = sizesOf(density, small);
    lineHeight = lineHeightOf(text, row.leading);
    codeLineHeight = lineHeightOf(code, codeLeading);
    smallLineHeight = lineHeightOf(small, row.leading);
    headerHeight = lineHeight + 1;
    chipHeight = smallLineHeight + 6;
    dividerHeight = smallLineHeight + 8;
}

TimelineStyle TimelineStyle::onOwnBubble() const
{
    TimelineStyle style = *this;
    style.colors.secondary = colors.ownSecondary;
    style.colors.link = colors.ownLink;
    return style;
}

TimelineColumns::TimelineColumns(int viewWidth, Qt::LayoutDirection direction, const RowSizes &rowSizes)
    : sizes(rowSizes)
    , width(viewWidth)
    , mirrored(direction == Qt::RightToLeft)
    , textWidth(textWidthOf(viewWidth - rowSizes.textLeft - rightMargin, rowSizes))
{
    constexpr int gap = (rightMargin - stateIcon) / 2;
    const auto place = [this](int x, int w) { return mirrored ? width - x - w : x; };
    avatar = place(TimelineSize::gutter, sizes.avatar);
    text = textAt(textWidth, false);
    const int end = sizes.hasBubbles() ? width - rightMargin : sizes.textLeft + textWidth;
    state = place(end + gap, stateIcon);
}

int TimelineColumns::textAt(int usedWidth, bool trailing) const
{
    const int padding = sizes.bubblePadding.width();
    const int x = trailing ? width - rightMargin - padding - usedWidth : sizes.textLeft + padding;
    return mirrored ? width - x - usedWidth : x;
}

QRect TimelineColumns::gutter(int y, int height) const
{
    const int right = sizes.avatar > 0 ? TimelineSize::gutter + sizes.avatar : sizes.textLeft - timeGap;
    return {mirrored ? width - right : 0, y, right, height};
}

} // namespace Hearth
