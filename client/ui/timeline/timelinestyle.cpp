// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelinestyle.h"

#include "ui/paint.h"

#include <QFontDatabase>
#include <QFontInfo>

#include <cmath>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace TimelineSize;

namespace {

constexpr qreal leading = 1.46; // of text, in font sizes
constexpr qreal codeLeading = 1.4;

int lineHeightOf(const QFont &font, qreal factor)
{
    return std::max(int(std::ceil(QFontInfo(font).pixelSize() * factor)), QFontMetrics(font).height());
}

} // namespace

TimelineStyle::TimelineStyle(const QFont &base, const ThemeColors &themeColors)
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

    lineHeight = lineHeightOf(text, leading);
    codeLineHeight = lineHeightOf(code, codeLeading);
    smallLineHeight = lineHeightOf(small, leading);
    headerHeight = lineHeight + 1;
    chipHeight = smallLineHeight + 6;
    dividerHeight = smallLineHeight + 8;
}

TimelineColumns::TimelineColumns(int viewWidth, Qt::LayoutDirection direction)
    : width(viewWidth)
    , mirrored(direction == Qt::RightToLeft)
    , textWidth(std::clamp(viewWidth - textLeft - rightMargin, 40, textMaxWidth))
{
    constexpr int gap = (rightMargin - stateIcon) / 2;
    const auto place = [this](int x, int w) { return mirrored ? width - x - w : x; };
    avatar = place(TimelineSize::gutter, TimelineSize::avatar);
    text = place(textLeft, textWidth);
    state = place(textLeft + textWidth + gap, stateIcon);
}

QRect TimelineColumns::gutter(int y, int height) const
{
    constexpr int right = TimelineSize::gutter + TimelineSize::avatar;
    return {mirrored ? width - right : 0, y, right, height};
}

} // namespace Hearth
