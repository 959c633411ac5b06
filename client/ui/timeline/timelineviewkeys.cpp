// SPDX-License-Identifier: Apache-2.0
// What the keyboard does in the timeline.
#include "ui/timeline/timelineaccessible.h"
#include "ui/timeline/timelineview.h"

#include <QKeyEvent>

#include <algorithm>

namespace Hearth {

// Tab goes through the links and actions of the row that the keyboard is at, then on to the next widget.
bool TimelineView::focusNextPrevChild(bool next)
{
    const int row = currentRow();
    if (row >= 0 && isRowVisible(row)) {
        const int count = int(layoutOf(row).targets().size());
        const int target = m_currentTarget + (next ? 1 : -1);
        if (target >= -1 && target < count && count > 0) {
            m_currentTarget = target;
            updateRow(m_currentId);
            announceCurrentTarget(*this);
            return true;
        }
    }
    m_currentTarget = -1;
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const int page = viewport()->height() * 9 / 10;
    const int row = currentRow();
    if (event->matches(QKeySequence::Copy)) {
        hasSelection() ? copySelection() : copyRow(row);
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->key() == Qt::Key_Up) {
        moveCurrent(-1);
    } else if (event->key() == Qt::Key_Down) {
        moveCurrent(1);
    } else if (event->key() == Qt::Key_PageUp) {
        scrollPixels(page);
    } else if (event->key() == Qt::Key_PageDown) {
        scrollPixels(-page);
    } else if (event->key() == Qt::Key_Home) {
        m_store.hasOlder() && m_store.olderCount() > 0
            ? Q_EMIT seekRequested(m_store.firstSeq() - m_store.olderCount())
            : scrollToRow(0, TimelineSize::endPadding);
    } else if (event->key() == Qt::Key_End) {
        m_store.hasNewer() ? Q_EMIT endRequested() : scrollToEnd();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && row >= 0
               && !layoutOf(row).targets().isEmpty()) {
        activate(row, std::max(0, m_currentTarget));
    } else if (event->key() == Qt::Key_Delete && row >= 0
               && m_store.progress(m_store.itemOf(row)) == MessageProgress::Failed) {
        Q_EMIT deleteRequested(m_currentId);
    } else if (!(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) && row >= 0
               && actByKey(event->key(), row)) {
        event->accept();
    } else if (event->key() == Qt::Key_Escape && (hasSelection() || row >= 0)) {
        m_selection.clear();
        m_currentId.clear();
        viewport()->update();
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT escapePressed();
    } else {
        event->ignore();
    }
}

void TimelineView::moveCurrent(int step)
{
    const auto isMessage = [this](int row) { return m_store.rows().at(row).isMessage(); };
    const int count = int(m_store.rows().size());
    int row = currentRow();
    if (row < 0 || !isRowVisible(row)) { // begin with what is seen
        const auto &visible = m_flow.visible();
        if (visible.empty())
            return;
        row = step > 0 ? visible.front().row - 1 : visible.back().row + 1;
    }
    for (row += step; row >= 0 && row < count; row += step) {
        if (isMessage(row)) {
            setCurrentRow(row);
            return;
        }
    }
    scrollPixels(-step * m_style.lineHeight * 3);
}

void TimelineView::setCurrentRow(int row)
{
    updateRow(m_currentId);
    m_currentId = m_store.rows().at(row).id;
    m_currentTarget = -1;
    const RowFlow::Metrics metrics = measure(row);
    const int height = viewport()->height();
    const RowFlow::Placed *placed = m_flow.placed(row);
    constexpr int margin = TimelineSize::endPadding;
    if (!placed) {
        const bool above = m_flow.visible().empty() || row < m_flow.visible().front().row;
        scrollToRow(row, above ? margin : std::max(margin, height - margin - metrics.height));
    } else if (placed->y < margin) {
        scrollPixels(margin - placed->y);
    } else if (placed->bottom() > height - margin && metrics.height < height) {
        scrollPixels(height - margin - placed->bottom());
    }
    updateRow(m_currentId);
    updateToolbar();
    announceCurrentRow(*this);
}

} // namespace Hearth
