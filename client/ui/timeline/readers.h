// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"
#include "ui/timeline/messagelayout.h"

#include <QPainter>

// Who has read up to a message, as small pictures at its end.
namespace Hearth {

class AvatarSource;

// The others whose last read message of those that are loaded is in this row: who read most recently comes
// last. Nobody stands at a message of his own, and in conversations of more than 50 nobody at all.
[[nodiscard]] QList<UserId> readersAt(const TimelineStore &store, int row);

struct ReaderDisc {
    QRect rect;
    UserId user = {}; // empty: `label` instead of a picture
    QString label = {};
};

// Pictures of up to three and the number of the rest, beside the last line where that leaves room for them;
// otherwise their number beside the text, unless the state of one's own message stands there. Beside a bubble
// there always is room. Receipts change no geometry, so there may be none elsewhere. `origin` is where the
// body begins.
[[nodiscard]] QList<ReaderDisc> layOutReaders(const QList<UserId> &readers, const MessageLayout &layout,
                                              QPoint origin, bool hasState, const TimelineColumns &columns,
                                              const TimelineStyle &style);

void paintReaders(QPainter &painter, const QList<ReaderDisc> &discs, const TimelineStore &store,
                  const QColor &ground, const TimelineStyle &style, AvatarSource *avatars);

} // namespace Hearth
