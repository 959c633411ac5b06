// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/attachmentlayout.h"
#include "ui/timeline/timelinestyle.h"

#include <QImage>
#include <QPainter>

namespace Hearth {

// All that an attachment's look depends on beside its place.
struct AttachmentPaint {
    QImage picture = {}; // in device pixels
    bool missing = false; // the picture does not come
    Transfer transfer = {};
    bool hovered = false;
    bool showsSave = false;
};

inline constexpr int pictureRadius = 8; // of the corners; pictures come with theirs

void paintAttachment(QPainter &painter, QPoint origin, const AttachmentBox &box, const AttachmentPaint &how,
                     const TimelineStyle &style);

} // namespace Hearth
