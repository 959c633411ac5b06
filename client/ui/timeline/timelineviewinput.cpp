// SPDX-License-Identifier: Apache-2.0
// What people do with the mouse in the timeline.
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QTextBoundaryFinder>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

TimelineView::Hit TimelineView::hitTest(QPoint point) const
{
    const RowFlow::Placed *placed = m_flow.at(point.y());
    if (!placed || !m_store.rows().at(placed->row).isMessage())
        return {};
    const MessageLayout &layout = layoutOf(placed->row);
    const QPoint local = point - bodyOf(*placed);
    Hit hit{.row = placed->row, .place = {m_store.rows().at(placed->row).id, 0}};
    hit.target = layout.targetAt(local);
    hit.text = layout.isOverText(local);
    hit.state = stateRect(layout, placed->bodyY(), m_columns).contains(point);
    hit.place.position = layout.positionAt(local);
    return hit;
}

// The day whose chip is there.
QDate TimelineView::dayAt(QPoint point) const
{
    const QRect sticky = stickyDayRect();
    if (const RowFlow::Placed *top = m_flow.at(sticky.center().y()); top && sticky.contains(point))
        return m_store.itemOf(top->row).day;
    const RowFlow::Placed *placed = m_flow.at(point.y());
    if (!placed || m_store.rows().at(placed->row).kind != TimelineRow::Kind::Day)
        return {};
    const QDate day = m_store.itemOf(placed->row).day;
    return dayChipRect(placed->bodyY(), day, m_columns, m_style).contains(point) ? day : QDate();
}

// Above the first message that is seen: its beginning; below the last: its end.
TextPlace TimelineView::nearestPlace(QPoint point) const
{
    const RowFlow::Placed *nearest = nullptr;
    for (const RowFlow::Placed &placed : m_flow.visible()) {
        if (!m_store.rows().at(placed.row).isMessage())
            continue;
        if (nearest && point.y() < placed.y)
            break;
        nearest = &placed;
    }
    if (!nearest)
        return {};
    const MessageLayout &layout = layoutOf(nearest->row);
    const int bodyY = nearest->bodyY();
    int position = layout.positionAt(point - bodyOf(*nearest));
    if (point.y() < nearest->y)
        position = 0;
    else if (point.y() >= bodyY + layout.height())
        position = int(layout.plainText().size());
    return {m_store.rows().at(nearest->row).id, position};
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    constexpr int pixelsPerLine = 20;
    m_pointer = event->position().toPoint();
    int dy = event->pixelDelta().y();
    if (dy == 0)
        dy = event->angleDelta().y() * QApplication::wheelScrollLines() * pixelsPerLine / 120;
    if (dy != 0)
        scrollPixels(dy);
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    m_pressed = hitTest(point);
    if (event->button() != Qt::LeftButton)
        return;
    updateRow(std::exchange(m_currentId, QString()));
    if (m_tripleClickTimer.isActive() && m_pressed.row >= 0) {
        m_tripleClickTimer.stop();
        m_selection.start({m_pressed.place.rowId, 0});
        m_selection.extendTo({m_pressed.place.rowId, int(layoutOf(m_pressed.row).plainText().size())});
        viewport()->update();
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier && hasSelection())
        m_selection.extendTo(nearestPlace(point));
    else
        m_selection.start(nearestPlace(point));
    m_selecting = true;
    viewport()->update();
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = m_pointer = event->position().toPoint();
    if (!m_selecting) {
        updateHover(point);
        return;
    }
    m_dragPos = point;
    m_selection.extendTo(nearestPlace(point));
    viewport()->update();
    const bool outside = point.y() < 0 || point.y() >= viewport()->height();
    if (outside && !m_autoScrollTimer.isActive())
        m_autoScrollTimer.start(30, this);
    else if (!outside)
        m_autoScrollTimer.stop();
}

void TimelineView::autoScroll()
{
    const int beyond = m_dragPos.y() < 0 ? m_dragPos.y() : m_dragPos.y() - viewport()->height() + 1;
    scrollPixels(-std::clamp(beyond, -60, 60));
    m_selection.extendTo(nearestPlace(m_dragPos));
    viewport()->update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    m_autoScrollTimer.stop();
    if (event->button() != Qt::LeftButton || !std::exchange(m_selecting, false))
        return;
    const Hit hit = hitTest(event->position().toPoint());
    if (hasSelection()) {
        if (QApplication::clipboard()->supportsSelection())
            QApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
    } else if (hit.target >= 0 && hit.target == m_pressed.target
               && hit.place.rowId == m_pressed.place.rowId) {
        activate(hit.row, hit.target);
    } else if (const QDate day = dayAt(event->position().toPoint()); day.isValid()) {
        Q_EMIT dayActivated(day);
    }
    updateHover(event->position().toPoint());
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Hit hit = hitTest(event->position().toPoint());
    if (event->button() != Qt::LeftButton || hit.row < 0 || hit.target >= 0)
        return;
    selectWord(hit.place);
    m_tripleClickTimer.start(QApplication::doubleClickInterval(), this);
    viewport()->update();
}

void TimelineView::selectWord(const TextPlace &place)
{
    const QString &text = layoutOf(m_store.indexOf(place.rowId)).plainText();
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text);
    words.setPosition(place.position);
    const int from = words.isAtBoundary() && words.boundaryReasons() & QTextBoundaryFinder::StartOfItem
        ? place.position
        : std::max(0, int(words.toPreviousBoundary()));
    words.setPosition(from);
    const int to = int(words.toNextBoundary());
    m_selection.start({place.rowId, from});
    m_selection.extendTo({place.rowId, to < 0 ? int(text.size()) : to});
}

void TimelineView::updateHover(QPoint point)
{
    const bool inside = viewport()->rect().contains(point);
    const Hit hit = inside ? hitTest(point) : Hit{};
    const RowFlow::Placed *placed = inside ? m_flow.at(point.y()) : nullptr;
    const QString id = placed ? m_store.rows().at(placed->row).id : QString();
    if (id != m_hoverId || hit.target != m_hoverTarget) {
        updateRow(std::exchange(m_hoverId, id));
        m_hoverTarget = hit.target;
        updateRow(id);
        updateToolbar();
    }
    const bool pressable = hit.target >= 0 || (inside && dayAt(point).isValid());
    const Qt::CursorShape shape = pressable ? Qt::PointingHandCursor
        : hit.text                          ? Qt::IBeamCursor
                                            : Qt::ArrowCursor;
    if (viewport()->cursor().shape() != shape)
        viewport()->setCursor(shape);
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Enter)
        m_pointer = static_cast<QEnterEvent *>(event)->position().toPoint();
    if (event->type() == QEvent::Leave)
        updateHover({-1, -1});
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        return showReadersToolTip(*help) || showToolTip(help);
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool TimelineView::showToolTip(QHelpEvent *event)
{
    const Hit hit = hitTest(event->pos());
    QString text;
    if (hit.target >= 0) {
        const MessageTarget &target = layoutOf(hit.row).targets().at(hit.target);
        text = target.kind == MessageTarget::Kind::Link ? target.url : targetText(hit.row, hit.target);
    } else if (hit.state)
        text = progressText(m_store.itemOf(hit.row));
    // What somebody wrote must not be taken for rich text.
    QToolTip::showText(event->globalPos(), text.toHtmlEscaped(), viewport());
    return true;
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() != QContextMenuEvent::Keyboard) {
        showMenu(event->globalPos(), hitTest(event->pos()));
    } else if (const int row = currentRow(); row >= 0) {
        const QPoint corner = rowRect(row).topLeft() + QPoint(bodyX(row), m_style.lineHeight);
        showMenu(viewport()->mapToGlobal(corner), {.row = row, .place = {m_currentId, 0}});
    }
}

bool TimelineView::event(QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        updateRow(m_currentId);
        updateToolbar();
    }
    return QAbstractScrollArea::event(event);
}

} // namespace Hearth
