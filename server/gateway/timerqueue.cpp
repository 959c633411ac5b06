// SPDX-License-Identifier: Apache-2.0
#include "gateway/timerqueue.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>
#include <bit>

namespace Hearth {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

void TimerQueue::add(int id, qint64 interval, Qt::TimerType type, QObject *object)
{
    Timer &timer = m_timers[id];
    timer = {interval, type, object, Clock::now() + milliseconds(interval), 0};
    m_byObject.insert({object, id});
    enqueue(id, timer);
}

bool TimerQueue::remove(int id)
{
    const auto it = m_timers.find(id);
    if (it == m_timers.end())
        return false;
    const Timer &timer = it->second;
    if (timer.turn)
        m_queue.erase({rounded(timer), timer.turn, id});
    m_byObject.erase({timer.object, id});
    m_timers.erase(it);
    return true;
}

bool TimerQueue::removeAll(QObject *object)
{
    const QList<int> ids = idsOf(object);
    for (int id : ids)
        remove(id);
    return !ids.isEmpty();
}

QList<QAbstractEventDispatcher::TimerInfo> TimerQueue::timersOf(QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> timers;
    for (int id : idsOf(object)) {
        const Timer &timer = m_timers.at(id);
        timers.append({id, int(timer.interval), timer.type});
    }
    return timers;
}

int TimerQueue::remainingMs(int id) const
{
    const auto it = m_timers.find(id);
    if (it == m_timers.end())
        return -1;
    const auto left = std::chrono::ceil<milliseconds>(it->second.due - Clock::now());
    return int(std::max<qint64>(left.count(), 0));
}

std::optional<TimerQueue::Clock::time_point> TimerQueue::nextDue() const
{
    if (m_queue.empty())
        return std::nullopt;
    return m_queue.begin()->at;
}

int TimerQueue::fire()
{
    int fired = 0;
    const Clock::time_point now = Clock::now();
    const quint64 lastTurn = m_lastTurn; // what handlers queue waits for the next call
    while (!m_queue.empty() && m_queue.begin()->at <= now && m_queue.begin()->turn <= lastTurn) {
        const int id = m_queue.begin()->id;
        m_queue.erase(m_queue.begin());
        Timer &timer = m_timers.at(id);
        timer.turn = 0;
        timer.due += milliseconds(timer.interval);
        if (timer.due < now) // it fell behind; what was missed is not made up for
            timer.due = now + milliseconds(timer.interval);
        QObject *const object = timer.object;

        QTimerEvent event(id);
        QCoreApplication::sendEvent(object, &event);
        ++fired;

        // The handler may have stopped it, and even started another timer under the same id.
        const auto it = m_timers.find(id);
        if (it != m_timers.end() && it->second.turn == 0)
            enqueue(id, it->second);
    }
    return fired;
}

QList<int> TimerQueue::idsOf(QObject *object) const
{
    QList<int> ids;
    for (auto at = m_byObject.lower_bound({object, 0}); at != m_byObject.end() && at->first == object; ++at)
        ids.append(at->second);
    return ids;
}

void TimerQueue::enqueue(int id, Timer &timer)
{
    timer.turn = ++m_lastTurn;
    m_queue.insert({rounded(timer), timer.turn, id});
}

// Onto a grid of at most a twentieth of the interval, so that timers of one kind come due together.
TimerQueue::Clock::time_point TimerQueue::rounded(const Timer &timer)
{
    milliseconds grid = 1s;
    if (timer.type != Qt::VeryCoarseTimer)
        grid = milliseconds(std::bit_floor(quint64(timer.interval) / 20));
    if (timer.type == Qt::PreciseTimer || grid <= 1ms)
        return timer.due;
    const auto due = timer.due.time_since_epoch();
    return Clock::time_point((due + grid - Clock::duration(1)) / grid * Clock::duration(grid));
}

} // namespace Hearth
