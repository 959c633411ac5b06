// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"

#include <QRegion>

namespace Hearth {

// All that a row in sight is painted from, as far as others than the view decide it.
struct ShownRow {
    QString id;
    QRect rect; // in the viewport
    int bodyTop = 0; // of the text, from the top of the row
    quint64 revision = 0; // of the message
    TimelineRow::Kind kind = TimelineRow::Kind::First;
    bool isContinued = false; // by the next row
    MessageProgress progress = MessageProgress::None;
    QList<UserId> readers = {}; // who has read up to here
};

// How the picture of some rows becomes that of others: first all of it moves down by `shift` pixels, then
// what is in `changed` is painted. A viewport that only scrolls, or to which rows come elsewhere, hardly
// paints anything.
struct RowRepaint {
    int shift = 0;
    QRegion changed = {};
};
[[nodiscard]] RowRepaint repaintOf(const QList<ShownRow> &before, const QList<ShownRow> &after,
                                   const QRect &viewport);

} // namespace Hearth
