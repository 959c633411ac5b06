// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/rowflow.h"

#include "ui/timeline/timelinestyle.h"

#include <algorithm>

namespace Hearth {

using TimelineSize::endPadding;

namespace {

constexpr int defaultHeight = 40; // before anything was measured

} // namespace

RowFlow::RowFlow(const TimelineStore &store, Measure measure)
    : m_store(store)
    , m_measure(std::move(measure))
{ }

void RowFlow::setViewport(int height)
{
    m_viewport = height;
}

void RowFlow::forgetHeights()
{
    m_heights.clear();
    m_measured = 0;
    m_measuredCount = 0;
}

RowFlow::Metrics RowFlow::measure(int row)
{
    const Metrics metrics = m_measure(row);
    const TimelineRow &r = m_store.rows().at(row);
    if (r.isMessage()) {
        m_measuredCount += m_heights.contains(r.id) ? 0 : 1;
        m_measured += metrics.height - m_heights.value(r.id);
    }
    m_heights.insert(r.id, metrics.height);
    return metrics;
}

int RowFlow::averageMessage() const
{
    return m_measuredCount > 0 ? int(m_measured / m_measuredCount) : defaultHeight;
}

int RowFlow::heightOf(int row) const
{
    return m_heights.value(m_store.rows().at(row).id, averageMessage());
}

void RowFlow::place()
{
    if (m_store.rows().isEmpty()) {
        m_visible.clear();
        m_atEnd = true;
        return;
    }
    if ((m_atEnd && !m_store.hasNewer()) || !placeAtAnchor())
        placeFromEnd();
}

void RowFlow::goToEnd()
{
    m_atEnd = true;
    if (!m_store.rows().isEmpty())
        placeFromEnd();
}

void RowFlow::goToRow(int row, int y)
{
    m_atEnd = false;
    placeFrom(row, y);
    pickAnchor();
}

// False when neither the anchor nor any other row that was in sight is there.
bool RowFlow::placeAtAnchor()
{
    int row = m_store.indexOf(m_anchorId);
    int bodyY = m_anchorY;
    if (row < 0) {
        const auto &rows = m_store.rows();
        const auto left = std::ranges::find_if(
            rows, [this](const TimelineRow &r) { return r.isMessage() && m_visibleBodies.contains(r.id); });
        if (left == rows.end())
            return false;
        row = int(left - rows.begin());
        bodyY = m_visibleBodies.value(left->id);
        m_anchorId = left->id;
        m_anchorY = bodyY;
    }
    m_atEnd = false;
    placeFrom(row, bodyY - measure(row).bodyTop);
    return true;
}

void RowFlow::placeFromEnd()
{
    m_visible.clear();
    int y = m_viewport - endPadding;
    for (int row = int(m_store.rows().size()) - 1; row >= 0 && y > 0; --row) {
        const Metrics metrics = measure(row);
        y -= metrics.height;
        m_visible.push_back({row, y, metrics});
    }
    std::ranges::reverse(m_visible);
    m_atEnd = !m_store.hasNewer();
    pickAnchor();
}

// Fills the viewport upwards and downwards from one row. Where that would leave room beyond the first or the
// last row, the content moves there: the one case in which the anchor gives way.
void RowFlow::placeFrom(int start, int startY)
{
    const int last = int(m_store.rows().size()) - 1;
    m_visible.clear();
    int top = startY;
    int first = start;
    while (first > 0 && top > 0) {
        --first;
        const Metrics metrics = measure(first);
        top -= metrics.height;
        m_visible.push_back({first, top, metrics});
    }
    std::ranges::reverse(m_visible);
    int bottom = startY;
    int row = start;
    for (; row <= last && bottom < m_viewport; ++row) {
        const Metrics metrics = measure(row);
        m_visible.push_back({row, bottom, metrics});
        bottom += metrics.height;
    }

    const int room = m_viewport - endPadding;
    if (row > last && bottom <= room) {
        placeFromEnd();
        return;
    }
    if (first == 0 && top > endPadding) {
        placeFrom(0, endPadding);
        pickAnchor();
        return;
    }
    std::erase_if(m_visible, [this](const Placed &p) { return p.bottom() <= 0 || p.y >= m_viewport; });
    m_visibleBodies.clear();
    for (const Placed &p : m_visible)
        m_visibleBodies.insert(m_store.rows().at(p.row).id, p.bodyY());
}

// The first message whose text begins in sight, or else the last one that is seen.
void RowFlow::pickAnchor()
{
    m_visibleBodies.clear();
    const Placed *anchor = nullptr;
    for (const Placed &p : m_visible) {
        const TimelineRow &row = m_store.rows().at(p.row);
        m_visibleBodies.insert(row.id, p.bodyY());
        if (row.isMessage() && (!anchor || anchor->bodyY() < 0))
            anchor = &p;
    }
    if (!anchor)
        return;
    m_anchorId = m_store.rows().at(anchor->row).id;
    m_anchorY = anchor->bodyY();
}

int RowFlow::scrollBy(int dy)
{
    if (m_visible.empty() || dy == 0 || (m_atEnd && dy < 0))
        return 0;
    const Placed from = m_visible.front();
    m_atEnd = false;
    placeFrom(from.row, from.y + dy);
    pickAnchor();
    if (const Placed *now = placed(from.row))
        return now->y - from.y;
    return dy;
}

RowFlow::ScrollRange RowFlow::scrollRange() const
{
    if (m_visible.empty())
        return {};
    const int above =
        pixelsAbove() + int(std::min<qint64>(m_store.olderCount(), 1'000'000)) * averageMessage();
    const int below =
        pixelsBelow() + int(std::min<qint64>(m_store.newerCount(), 1'000'000)) * averageMessage();
    return {above, above + below};
}

int RowFlow::pixelsAbove() const
{
    if (m_visible.empty())
        return 0;
    const Placed &first = m_visible.front();
    int sum = first.row == 0 ? endPadding - first.y : -first.y;
    for (int row = 0; row < first.row; ++row)
        sum += heightOf(row);
    return std::max(0, sum);
}

int RowFlow::pixelsBelow() const
{
    if (m_visible.empty())
        return 0;
    const Placed &last = m_visible.back();
    int sum = last.bottom() - m_viewport;
    const int count = int(m_store.rows().size());
    for (int row = last.row + 1; row < count; ++row)
        sum += heightOf(row);
    return std::max(0, sum + endPadding);
}

qint64 RowFlow::unloadedSeqAt(int value) const
{
    const int average = averageMessage();
    const qint64 older = m_store.olderCount();
    if (value < older * average)
        return m_store.firstSeq() - older + value / average;
    int loaded = 0;
    for (int row = 0; row < m_store.rows().size(); ++row)
        loaded += heightOf(row);
    const qint64 beyond = value - older * average - loaded;
    return beyond > 0 && m_store.newerCount() > 0 ? m_store.lastSeq() + 1 + beyond / average : 0;
}

void RowFlow::scrollToValue(int value)
{
    if (m_store.rows().isEmpty())
        return;
    if (value >= scrollRange().maximum && !m_store.hasNewer()) {
        goToEnd();
        return;
    }
    qint64 y = m_store.olderCount() * averageMessage() - value;
    const int count = int(m_store.rows().size());
    int row = 0;
    for (; row < count - 1 && y + heightOf(row) <= 0; ++row)
        y += heightOf(row);
    goToRow(row, int(y));
}

const RowFlow::Placed *RowFlow::placed(int row) const
{
    const auto it = std::ranges::lower_bound(m_visible, row, {}, &Placed::row);
    return it != m_visible.end() && it->row == row ? &*it : nullptr;
}

const RowFlow::Placed *RowFlow::at(int y) const
{
    const auto it =
        std::ranges::find_if(m_visible, [y](const Placed &p) { return y >= p.y && y < p.bottom(); });
    return it == m_visible.end() ? nullptr : &*it;
}

} // namespace Hearth
