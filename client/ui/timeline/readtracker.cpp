// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/readtracker.h"

#include "ui/timeline/timelineview.h"

#include <QApplication>

#include <algorithm>

namespace Hearth {

ReadTracker::ReadTracker(TimelineView &view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ReadTracker::look);
    connect(&view, &TimelineView::positionChanged, this, &ReadTracker::look);
    qApp->installEventFilter(this);
}

void ReadTracker::reset(qint64 readSeq)
{
    m_readSeq = readSeq;
    m_seenSince.clear();
    m_timer.stop();
}

void ReadTracker::setTimes(std::chrono::milliseconds look, std::chrono::milliseconds idle)
{
    m_lookTime = look;
    m_idleTime = idle;
    this->look();
}

bool ReadTracker::isSomebodyThere() const
{
    return m_view.isVisible() && m_view.isActiveWindow()
        && m_clock.elapsed() - m_lastInput < m_idleTime.count();
}

void ReadTracker::look()
{
    if (!isSomebodyThere()) {
        m_seenSince.clear();
        m_timer.stop();
        return;
    }
    const qint64 now = m_clock.elapsed();
    const QList<qint64> seqs = m_view.readableSeqs();
    m_seenSince.removeIf([&](auto entry) { return !seqs.contains(entry.key()); });
    qint64 read = m_readSeq;
    qint64 nextDue = -1;
    for (const qint64 seq : seqs) {
        if (seq <= m_readSeq)
            continue;
        auto since = m_seenSince.find(seq);
        if (since == m_seenSince.end())
            since = m_seenSince.insert(seq, now);
        const qint64 due = *since + m_lookTime.count() - now;
        if (due <= 0)
            read = std::max(read, seq);
        else
            nextDue = nextDue < 0 ? due : std::min(nextDue, due);
    }
    if (nextDue >= 0)
        m_timer.start(int(nextDue));
    if (read > m_readSeq) {
        m_readSeq = read;
        Q_EMIT readUpTo(read);
    }
}

// Looks again when somebody comes back.
void ReadTracker::noteInput()
{
    const bool wasThere = isSomebodyThere();
    m_lastInput = m_clock.elapsed();
    if (!wasThere)
        look();
}

bool ReadTracker::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin: noteInput(); break;
    case QEvent::ActivationChange:
        if (watched == m_view.window())
            QMetaObject::invokeMethod(this, &ReadTracker::look, Qt::QueuedConnection);
        break;
    default: break;
    }
    return false;
}

} // namespace Hearth
