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
inline constexpr int rightMargin = 24; // holds the state of one's own messages
inline constexpr int groupGap = 10;
inline constexpr int rowGap = 2;
inline constexpr int stateIcon = 16;
inline constexpr int endPadding = 8; // above the first row and below the last
inline constexpr int indent = 20; // of a list level
inline constexpr int quoteIndent = 12;
inline constexpr int codePadding = 10;
inline constexpr int blockGap = 6;
} // namespace TimelineSize

// Fonts, measures and colours of the timeline: all that follows from the application font and the theme.
struct TimelineStyle {
    TimelineStyle(const QFont &base, const ThemeColors &themeColors);

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
    ThemeColors colors;
    bool showsThreads = true; // how many replies began with a message
    bool mirrored = false; // where people read from right to left
};

// Where the parts of a row stand from left to right; mirrored where people read from right to left.
struct TimelineColumns {
    TimelineColumns(int width, Qt::LayoutDirection direction);

    int width = 0;
    bool mirrored = false;
    int avatar = 0; // left edges
    int text = 0;
    int textWidth = 0;
    int state = 0;

    [[nodiscard]] QRect gutter(int y, int height) const; // between the edge and the text
};

} // namespace Hearth
