// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelineview.h"

#include "ui/timeline/readers.h"
#include "ui/timeline/rowtoolbar.h"
#include "ui/timeline/timelineaccessible.h"

#include <QHelpEvent>
#include <QPaintEvent>
#include <QToolTip>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int highlightMs = 1'500;
constexpr int layoutsKept = 400;
constexpr auto spinnerDelay = 600ms; // most messages are acknowledged before anybody could see a spinner
constexpr int stickyTop = 8;
constexpr int stickyMs = 1200;
constexpr int rowReach = 4; // the ground of a hovered row reaches a little beyond it, the focus' frame, too

} // namespace

TimelineView::TimelineView(const TimelineStore &store, Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_store(store)
    , m_theme(theme)
    , m_style(font(), theme.colors(), theme.density())
    , m_columns(0, layoutDirection(), m_style.row)
    , m_layouts(layoutsKept)
    , m_flow(store, [this](int row) { return measure(row); })
    , m_selection(store)
    , m_toolbar(new RowToolbar(theme, viewport()))
{
    m_style.mirrored = isRightToLeft();
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that the width never depends on the content
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Messages"));
    installTimelineAccessibility();
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    m_highlight.setStartValue(1.0);
    m_highlight.setEndValue(0.0);
    m_highlight.setDuration(highlightMs);
    connect(&m_highlight, &QVariantAnimation::valueChanged, this, [this] { updateRow(m_highlightId); });
    connect(m_toolbar, &RowToolbar::triggered, this,
            [this](RowAction action) { act(action, m_store.indexOf(m_toolbarId)); });
    connect(m_toolbar, &RowToolbar::reactionTriggered, this,
            [this](const QString &emoji) { Q_EMIT reactionToggled(m_toolbarId, emoji); });
    connect(m_toolbar, &RowToolbar::menuRequested, this, [this] {
        if (const int row = m_store.indexOf(m_toolbarId); row >= 0)
            showMenu(m_toolbar->mapToGlobal(m_toolbar->rect().bottomLeft()),
                     {.row = row, .place = {m_toolbarId, 0}});
    });
    connect(&theme, &Theme::changed, this, &TimelineView::restyle);
    connect(verticalScrollBar(), &QScrollBar::sliderReleased, this, &TimelineView::syncScrollBar);
}

TimelineView::~TimelineView() = default;

void TimelineView::storeChanged()
{
    m_flow.place();
    moved();
    if (hasSelection()) // it may end elsewhere now
        viewport()->update();
}

void TimelineView::refresh()
{
    m_layouts.clear(); // names are in them
    storeChanged(); // another name may need another line
    viewport()->update();
}

void TimelineView::startOver()
{
    m_selection.clear();
    m_currentId.clear();
    m_hoverId.clear();
    m_layouts.clear();
    m_flow.forgetHeights();
    m_flow.goToEnd();
    storeChanged();
    viewport()->update();
}

void TimelineView::scrollToEnd()
{
    m_flow.goToEnd();
    moved();
}

void TimelineView::scrollToRow(int row, int y)
{
    m_flow.goToRow(row, y);
    moved();
}

const MessageLayout &TimelineView::layoutOf(int row) const
{
    const TimelineItem &item = m_store.itemOf(row);
    const LayoutKey key{item.id, item.revision};
    if (const MessageLayout *layout = m_layouts.object(key))
        return *layout;
    MessageLayout *layout = layOut(item).release(); // the cache owns it
    m_layouts.insert(key, layout);
    return *layout;
}

// A bubble is not wider than what is in it.
std::unique_ptr<MessageLayout> TimelineView::layOut(const TimelineItem &item) const
{
    const MessageNames names{m_store.self(), [this](const UserId &id) { return m_store.nameOf(id); }};
    const TimelineStyle style = isTrailing(item, m_style.row) ? m_style.onOwnBubble() : m_style;
    auto layout = std::make_unique<MessageLayout>(item, m_columns.textWidth, style, names);
    if (!m_style.row.hasBubbles() || item.type == MessageType::System)
        return layout;
    return std::make_unique<MessageLayout>(item, layout->usedWidth(m_style.mirrored), style, names);
}

int TimelineView::bodyX(int row) const
{
    return bodyOrigin(0, m_store.itemOf(row), layoutOf(row), m_columns).x();
}

QPoint TimelineView::bodyOf(const RowFlow::Placed &placed) const
{
    return {bodyX(placed.row), placed.bodyY()};
}

RowFlow::Metrics TimelineView::measure(int row) const
{
    const TimelineRow &r = m_store.rows().at(row);
    return rowMetrics(r.kind, r.isMessage() ? layoutOf(row).height() : 0, m_style);
}

void TimelineView::restyle()
{
    m_style = TimelineStyle(font(), m_theme.colors(), m_theme.density());
    m_style.mirrored = isRightToLeft();
    m_style.showsThreads = m_rights.threads;
    m_style.offersReactions = m_rights.writes;
    m_columns = TimelineColumns(viewport()->width(), layoutDirection(), m_style.row);
    m_layouts.clear();
    storeChanged();
    viewport()->update();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange
        || event->type() == QEvent::LanguageChange)
        restyle();
}

void TimelineView::resizeEvent(QResizeEvent *)
{
    const TimelineColumns columns(viewport()->width(), layoutDirection(), m_style.row);
    if (columns.textWidth != m_columns.textWidth)
        m_layouts.clear();
    m_columns = columns;
    m_flow.setViewport(viewport()->height());
    storeChanged();
    viewport()->update();
}

// A message that is being sent looks queued at first.
MessageProgress TimelineView::shownProgress(const TimelineItem &item) const
{
    const MessageProgress progress = m_store.progress(item);
    const bool fresh = progress == MessageProgress::Sending && now() - item.sendingSince < spinnerDelay;
    return fresh ? MessageProgress::Queued : progress;
}

bool TimelineView::isContinued(int row) const
{
    return row + 1 < m_store.rows().size() && m_store.rows().at(row + 1).kind == TimelineRow::Kind::Continued;
}

RowPaint TimelineView::rowPaint(int row, const MessageLayout &layout) const
{
    const TimelineItem &item = m_store.itemOf(row);
    const bool hovered = item.id == m_hoverId;
    const bool focused = item.id == m_currentId && hasFocus();
    const auto [start, length] = m_selection.rangeIn(row, int(layout.plainText().size()));
    return {.hovered = hovered,
            .focused = focused,
            .focusedTarget = focused ? m_currentTarget : -1,
            .hoveredTarget = hovered ? m_hoverTarget : -1,
            .selectionStart = start,
            .selectionLength = length,
            .progress = shownProgress(item),
            .spinnerTurn = m_spinnerTurn,
            .name = m_store.nameOf(item.senderId),
            .isContinued = isContinued(row),
            .avatars = m_avatars};
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_style.colors.window);
    const RowFlow::Placed *current = m_flow.placed(m_store.indexOf(m_currentId));
    const auto paintIfExposed = [&](const RowFlow::Placed &placed) {
        if (placed.y < event->rect().bottom() + rowReach && placed.bottom() > event->rect().top() - rowReach)
            paintRow(painter, placed);
    };
    for (const RowFlow::Placed &placed : m_flow.visible()) {
        if (&placed != current)
            paintIfExposed(placed);
    }
    if (current)
        paintIfExposed(*current); // the frame of the focus lies over its neighbours
    paintAllReaders(painter, event->rect());
    paintStickyDay(painter);
}

void TimelineView::paintRow(QPainter &painter, const RowFlow::Placed &placed)
{
    const TimelineRow &row = m_store.rows().at(placed.row);
    const TimelineItem &item = m_store.itemOf(placed.row);
    if (row.kind == TimelineRow::Kind::Day) {
        paintDayChip(painter, placed.bodyY(), item.day, m_columns, m_style);
    } else if (row.kind == TimelineRow::Kind::New) {
        paintNewLine(painter, placed.bodyY(), m_columns, m_style);
    } else {
        if (item.id == m_highlightId && m_highlight.state() == QAbstractAnimation::Running) {
            QColor ground = m_style.colors.selection;
            ground.setAlphaF(float(m_highlight.currentValue().toReal()));
            painter.fillRect(0, placed.y, viewport()->width(), placed.bottom() - placed.y, ground);
        }
        const MessageLayout &layout = layoutOf(placed.row);
        const RowPaint how = rowPaint(placed.row, layout);
        paintMessage(painter, placed, row.kind, item, layout, how, m_columns, m_style);
        paintAttachments(painter, placed, how);
        if (m_store.progress(item) == MessageProgress::Sending && !m_spinnerTimer.isActive())
            m_spinnerTimer.start(50, this);
    }
}

void TimelineView::highlightRow(int row)
{
    m_highlight.stop();
    updateRow(m_highlightId);
    m_highlightId = m_store.rows().at(row).id;
    const bool still = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0;
    QEasingCurve curve(QEasingCurve::InQuad);
    if (still)
        curve.setCustomType([](qreal progress) { return progress < 1 ? 0.0 : 1.0; });
    m_highlight.setEasingCurve(curve);
    m_highlight.start();
}

QRect TimelineView::stickyDayRect() const
{
    if (!m_stickyTimer.isActive() || m_flow.visible().empty())
        return {};
    const RowFlow::Placed *top = m_flow.at(stickyTop + m_style.chipHeight / 2);
    if (!top || m_store.rows().at(top->row).kind == TimelineRow::Kind::Day)
        return {};
    int y = stickyTop;
    for (const RowFlow::Placed &placed : m_flow.visible()) {
        if (m_store.rows().at(placed.row).kind != TimelineRow::Kind::Day)
            continue;
        if (placed.row < top->row && placed.bodyY() + m_style.chipHeight > 0)
            return {}; // the day's own chip is still there
        if (placed.row > top->row) // the next day's pushes it out
            y = std::min(y, placed.bodyY() - m_style.chipHeight - 4);
    }
    return dayChipRect(y, m_store.itemOf(top->row).day, m_columns, m_style);
}

void TimelineView::paintStickyDay(QPainter &painter)
{
    m_stickyRect = stickyDayRect();
    if (m_stickyRect.isNull())
        return;
    const RowFlow::Placed *top = m_flow.at(stickyTop + m_style.chipHeight / 2);
    paintDayChip(painter, m_stickyRect.top(), m_store.itemOf(top->row).day, m_columns, m_style);
}

void TimelineView::scrollPixels(int dy)
{
    if (m_flow.scrollBy(dy) != 0)
        m_stickyTimer.start(stickyMs, this);
    moved();
}

QList<ShownRow> TimelineView::shownRows() const
{
    QList<ShownRow> shown;
    for (const RowFlow::Placed &placed : m_flow.visible()) {
        const TimelineRow &row = m_store.rows().at(placed.row);
        const TimelineItem &item = m_store.itemOf(placed.row);
        shown.append({.id = row.id,
                      .rect = {0, placed.y, viewport()->width(), placed.metrics.height},
                      .bodyTop = placed.metrics.bodyTop,
                      .revision = item.revision,
                      .kind = row.kind,
                      .isContinued = isContinued(placed.row),
                      .progress = row.isMessage() ? m_store.progress(item) : MessageProgress::None,
                      .readers = readersAt(m_store, placed.row)});
    }
    return shown;
}

void TimelineView::repaint(const RowRepaint &how)
{
    if (how.shift == 0 && how.changed.isEmpty())
        return;
    if (how.shift != 0) {
        viewport()->scroll(0, how.shift);
        // What a row that left reached into.
        const int edge = how.shift < 0 ? 0 : viewport()->height() - rowReach;
        viewport()->update(0, edge, viewport()->width(), rowReach);
    }
    for (const QRect &rect : how.changed)
        viewport()->update(rect.adjusted(0, -rowReach, 0, rowReach));
    // The day at the top does not move along.
    for (const QRect &rect : {m_stickyRect, m_stickyRect.translated(0, how.shift), stickyDayRect()}) {
        if (rect.isValid())
            viewport()->update(rect.adjusted(-2, -2, 2, 2));
    }
}

void TimelineView::moved()
{
    const QList<ShownRow> before = std::exchange(m_shown, shownRows());
    repaint(repaintOf(before, m_shown, viewport()->rect()));
    syncScrollBar();
    if (!m_selecting && viewport()->underMouse())
        updateHover(m_pointer);
    updateToolbar();
    tellFilesInSight();
    Q_EMIT positionChanged();
}

void TimelineView::syncScrollBar()
{
    QScrollBar *bar = verticalScrollBar();
    if (bar->isSliderDown())
        return;
    m_syncing = true;
    const RowFlow::ScrollRange range = m_flow.scrollRange();
    bar->setPageStep(std::max(1, viewport()->height()));
    bar->setSingleStep(3 * m_style.lineHeight);
    bar->setRange(0, range.maximum);
    bar->setValue(range.value);
    m_syncing = false;
}

// Only what the person does with the bar gets here.
void TimelineView::scrollContentsBy(int, int dy)
{
    if (m_syncing)
        return;
    const QScrollBar *bar = verticalScrollBar();
    if (bar->isSliderDown() || std::abs(dy) > 2 * viewport()->height())
        jumpTo(bar->value());
    else
        scrollPixels(dy);
}

void TimelineView::jumpTo(int value)
{
    m_seekSeq = m_flow.unloadedSeqAt(value);
    if (m_seekSeq > 0)
        m_seekTimer.start(120, this);
    else
        m_flow.scrollToValue(value);
    m_stickyTimer.start(stickyMs, this);
    moved();
    viewport()->update();
}

void TimelineView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_stickyTimer.timerId()) {
        const QRect rect = stickyDayRect();
        m_stickyTimer.stop();
        viewport()->update(rect.adjusted(-2, -2, 2, 2));
    } else if (event->timerId() == m_spinnerTimer.timerId()) {
        updateSpinners();
    } else if (event->timerId() == m_seekTimer.timerId()) {
        m_seekTimer.stop();
        Q_EMIT seekRequested(m_seekSeq);
    } else if (event->timerId() == m_autoScrollTimer.timerId()) {
        autoScroll();
    } else if (event->timerId() == m_tripleClickTimer.timerId()) {
        m_tripleClickTimer.stop();
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

void TimelineView::updateSpinners()
{
    m_spinnerTurn = (m_spinnerTurn + 18) % 360;
    bool any = false;
    for (const RowFlow::Placed &placed : m_flow.visible()) {
        if (!m_store.rows().at(placed.row).isMessage())
            continue;
        if (m_store.progress(m_store.itemOf(placed.row)) != MessageProgress::Sending)
            continue;
        any = true;
        viewport()->update(stateRect(layoutOf(placed.row), placed.bodyY(), m_columns));
    }
    if (!any)
        m_spinnerTimer.stop();
}

QList<qint64> TimelineView::readableSeqs() const
{
    QList<qint64> seqs;
    const int height = viewport()->height();
    for (const RowFlow::Placed &placed : m_flow.visible()) {
        if (!m_store.rows().at(placed.row).isMessage())
            continue;
        const int shown = std::min(placed.bottom(), height) - std::max(placed.y, 0);
        const bool endSeen = placed.metrics.height > height && placed.bottom() <= height;
        const qint64 seq = m_store.itemOf(placed.row).seq;
        if (seq > 0 && (2 * shown >= placed.metrics.height || endSeen))
            seqs.append(seq);
    }
    return seqs;
}

QRect TimelineView::rowRect(int row) const
{
    const RowFlow::Placed *placed = m_flow.placed(row);
    return placed ? QRect(0, placed->y, viewport()->width(), placed->metrics.height) : QRect();
}

QRect TimelineView::targetRect(int row, int target) const
{
    const RowFlow::Placed *placed = m_flow.placed(row);
    if (!placed || !m_store.rows().at(row).isMessage())
        return {};
    const QList<MessageTarget> &targets = layoutOf(row).targets();
    if (target < 0 || target >= targets.size() || targets.at(target).rects.isEmpty())
        return {};
    return targets.at(target).rects.first().translated(bodyOf(*placed));
}

void TimelineView::updateRow(const QString &id)
{
    if (const int row = m_store.indexOf(id); row >= 0)
        viewport()->update(rowRect(row).adjusted(0, -rowReach, 0, rowReach));
}

} // namespace Hearth
