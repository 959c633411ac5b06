// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"
#include "ui/theme.h"

#include <QPainter>

namespace Hearth {

// The sign beside a message of one's own: clock, spinner, one tick, two ticks, two ticks in the accent
// colour, "!". `turn` is the spinner's angle in degrees.
void paintStateIcon(QPainter &painter, const QRect &rect, MessageProgress progress, const ThemeColors &colors,
                    int turn);

} // namespace Hearth
