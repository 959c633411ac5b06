// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QRect>

class QPainter;
class QStyleOptionViewItem;

// What the rows of all lists have in common.
namespace Hearth {

struct ThemeColors;

// The ground, unless its colour is invalid, and a ring around it when the row has the focus.
void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const QColor &ground,
                    const ThemeColors &colors);

// A rectangle given from the left edge of the row, mirrored where people write from right to left.
[[nodiscard]] QRect placeInRow(const QStyleOptionViewItem &option, int x, int y, int width, int height);

} // namespace Hearth
