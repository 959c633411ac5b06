// SPDX-License-Identifier: Apache-2.0
// Who has read up to which message, in the view.
#include "ui/timeline/readers.h"
#include "ui/timeline/timelineview.h"

#include <QHelpEvent>
#include <QLocale>
#include <QToolTip>

#include <algorithm>

namespace Hearth {

namespace {

constexpr int mostNames = 10;

} // namespace

QList<ReaderDisc> TimelineView::readerDiscs(const RowFlow::Placed &placed) const
{
    const QList<UserId> readers = readersAt(m_store, placed.row);
    if (readers.isEmpty())
        return {};
    const bool hasState = m_store.progress(m_store.itemOf(placed.row)) != MessageProgress::None;
    return layOutReaders(readers, layoutOf(placed.row), bodyOf(placed), hasState, m_columns, m_style);
}

void TimelineView::paintAllReaders(QPainter &painter, const QRect &area) const
{
    for (const RowFlow::Placed &placed : m_flow.visible()) {
        if (placed.y >= area.bottom() + 4 || placed.bottom() <= area.top() - 4)
            continue;
        const bool hovered = m_store.rows().at(placed.row).id == m_hoverId;
        const QColor &ground =
            hovered && !m_style.row.hasBubbles() ? m_style.colors.hover : m_style.colors.window;
        paintReaders(painter, readerDiscs(placed), m_store, ground, m_style, m_avatars);
    }
}

QString TimelineView::readersText(int row) const
{
    const QList<UserId> readers = readersAt(m_store, row);
    QStringList names;
    for (const UserId &id : readers.first(std::min<qsizetype>(readers.size(), mostNames)))
        names.append(m_store.nameOf(id));
    if (readers.size() > mostNames)
        names.append(tr("%Ln others", nullptr, int(readers.size()) - mostNames));
    return names.isEmpty() ? QString() : tr("Read up to here by %1").arg(locale().createSeparatedList(names));
}

bool TimelineView::showReadersToolTip(const QHelpEvent &event)
{
    const RowFlow::Placed *placed = m_flow.at(event.y());
    if (!placed)
        return false;
    const QList<ReaderDisc> discs = readerDiscs(*placed);
    if (std::ranges::none_of(discs, [&](const ReaderDisc &disc) { return disc.rect.contains(event.pos()); }))
        return false;
    QToolTip::showText(event.globalPos(), readersText(placed->row).toHtmlEscaped(), viewport());
    return true;
}

} // namespace Hearth
