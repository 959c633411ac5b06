// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/messagelayout.h"
#include "ui/timeline/rowflow.h"
#include "ui/timeline/timelinestyle.h"

#include <QPainter>

namespace Hearth {

class AvatarSource;

// All that a row's picture depends on beside the row.
struct RowPaint {
    bool hovered = false;
    bool focused = false; // by keyboard
    int focusedTarget = -1;
    int hoveredTarget = -1;
    int selectionStart = 0; // in the plain text
    int selectionLength = 0;
    MessageProgress progress = MessageProgress::None;
    int spinnerTurn = 0; // degrees
    QString name = {};
    bool isContinued = false; // the next row is of the same group
    AvatarSource *avatars = nullptr; // null: there are no pictures
};

[[nodiscard]] RowFlow::Metrics rowMetrics(TimelineRow::Kind kind, int bodyHeight, const TimelineStyle &style);

// Whether a message stands at the other side, as one's own bubbles do.
[[nodiscard]] bool isTrailing(const TimelineItem &item, const RowSizes &sizes);
// Where its body begins, whose top is `bodyY`.
[[nodiscard]] QPoint bodyOrigin(int bodyY, const TimelineItem &item, const MessageLayout &layout,
                                const TimelineColumns &columns);
[[nodiscard]] QRect bubbleRect(QPoint origin, const MessageLayout &layout, const RowSizes &sizes);

// Where a message's state stands; `bodyY` is the top of its body.
[[nodiscard]] QRect stateRect(const MessageLayout &layout, int bodyY, const TimelineColumns &columns);

[[nodiscard]] QString dayLabel(QDate day, QDate today);
[[nodiscard]] QString timeLabel(Timestamp at);

void paintDayChip(QPainter &painter, int y, QDate day, const TimelineColumns &columns,
                  const TimelineStyle &style);
[[nodiscard]] QRect dayChipRect(int y, QDate day, const TimelineColumns &columns, const TimelineStyle &style);
void paintNewLine(QPainter &painter, int y, const TimelineColumns &columns, const TimelineStyle &style);

// A message or a system row with its top at y.
void paintMessage(QPainter &painter, const RowFlow::Placed &placed, TimelineRow::Kind kind,
                  const TimelineItem &item, const MessageLayout &layout, const RowPaint &how,
                  const TimelineColumns &columns, const TimelineStyle &style);

} // namespace Hearth
