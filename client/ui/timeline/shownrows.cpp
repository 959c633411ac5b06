// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/shownrows.h"

#include <QHash>

#include <cstdlib>
#include <optional>

namespace Hearth {

namespace {

bool looksAlike(const ShownRow &a, const ShownRow &b)
{
    return a.rect.size() == b.rect.size() && a.bodyTop == b.bodyTop && a.revision == b.revision
        && a.kind == b.kind && a.isContinued == b.isContinued && a.progress == b.progress
        && a.readers == b.readers;
}

} // namespace

RowRepaint repaintOf(const QList<ShownRow> &before, const QList<ShownRow> &after, const QRect &viewport)
{
    QHash<QString, const ShownRow *> known;
    for (const ShownRow &row : before)
        known.insert(row.id, &row);
    std::optional<int> shift; // of the first that stays; whoever moves otherwise is painted
    QRegion changed(viewport);
    for (const ShownRow &row : after) {
        const ShownRow *old = known.value(row.id);
        if (!old || !looksAlike(*old, row))
            continue;
        const int moved = row.rect.top() - old->rect.top();
        if (!shift)
            shift = moved;
        if (moved == *shift)
            changed -= row.rect;
    }
    if (!shift || std::abs(*shift) >= viewport.height())
        return {.changed = viewport};
    return {*shift, changed};
}

} // namespace Hearth
