// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QFont>
#include <QFontMetrics>
#include <QRect>

namespace Hearth {

// The sizes of the timeline, in device-independent pixels.
namespace TimelineSize {
inline constexpr int gutter = 16; // from the edge to the picture
inline constexpr int avatar = 36;
inline constexpr int textLeft = 64;
inline constexpr int textMaxWidth = 720;
inline constexpr int timeGap = 8; // between a time and what it stands before
inline constexpr int rightMargin = 24; // holds the state of one's own messages
inline constexpr int groupGap = 10;
inline constexpr int rowGap = 2;
inline constexpr int stateIcon = 16;
inline constexpr int endPadding = 8; // above the first row and below the last
inline constexpr int indent = 20; // of a list level
inline constexpr int quoteIndent = 12;
inline constexpr int quoteBar = 3; // width
inline constexpr int codePadding = 10;
inline constexpr int blockGap = 6;
} // namespace TimelineSize

// What the densities make of a row, in device-independent pixels.
struct RowSizes {
    int avatar = TimelineSize::avatar; // 0: there are none
    int textLeft = TimelineSize::textLeft;
    int groupGap = TimelineSize::groupGap;
    int rowGap = TimelineSize::rowGap;
    qreal leading = 1.46; // of text, in font sizes
    bool nameInText = false; // time and name stand before every text, on its first line
    QSize bubblePadding{0, 0}; // between a bubble and what is in it; null: there are no bubbles

    bool operator==(const RowSizes &) const = default;
    [[nodiscard]] bool hasBubbles() const { return !bubblePadding.isNull(); }
    [[nodiscard]] bool hasHeader() const { return !nameInText; }
};

// Fonts, measures and colours of the timeline: all that follows from the application font and the theme.
struct TimelineStyle {
    TimelineStyle(const QFont &base, const ThemeColors &themeColors, Density density = Density::Cozy);
    [[nodiscard]] TimelineStyle onOwnBubble() const; // with colours that are read there

    QFont text;
    QFont name;
    QFont code;
    QFont small; // times, chips
    int lineHeight = 0; // of text
    int codeLineHeight = 0;
    int smallLineHeight = 0;
    int headerHeight = 0; // of the line with name and time
    int chipHeight = 0; // of a day
    int dividerHeight = 0; // of the New line
    RowSizes row;
    ThemeColors colors;
    bool showsThreads = true; // how many replies began with a message
    bool offersReactions = true; // more of them, after those that are there
    bool mirrored = false; // where people read from right to left
};

// Where the parts of a row stand from left to right; mirrored where people read from right to left.
struct TimelineColumns {
    TimelineColumns(int width, Qt::LayoutDirection direction, const RowSizes &sizes = {});

    RowSizes sizes;
    int width = 0;
    bool mirrored = false;
    int textWidth = 0; // at most
    int avatar = 0; // left edges
    int text = 0;
    int state = 0;

    // The left edge of text that is so wide; `trailing`: at the other side, as one's own bubbles.
    [[nodiscard]] int textAt(int usedWidth, bool trailing) const;
    // For times, between the edge and where texts begin.
    [[nodiscard]] QRect gutter(int y, int height) const;
};

} // namespace Hearth
