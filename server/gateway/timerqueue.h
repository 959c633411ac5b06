// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractEventDispatcher>

#include <chrono>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace Hearth {

// The timers of one thread, ordered by when they are due: starting, stopping and firing cost O(log n).
// Qt's own dispatchers keep a sorted list, where ten thousand time-outs cost ten thousand moves each.
class TimerQueue
{
public:
    using Clock = std::chrono::steady_clock;

    // `interval` in milliseconds, 0 or more. A coarse timer may be up to 5 % late and a very coarse one up to
    // a second, so that many fire in one turn; none fires early.
    void add(int id, qint64 interval, Qt::TimerType type, QObject *object);
    bool remove(int id);
    bool removeAll(QObject *object);

    [[nodiscard]] QList<QAbstractEventDispatcher::TimerInfo> timersOf(QObject *object) const;
    [[nodiscard]] int remainingMs(int id) const; // -1 when there is no such timer
    [[nodiscard]] std::optional<Clock::time_point> nextDue() const;

    // Sends every timer that is due now one QTimerEvent; returns how many. A timer whose event is being
    // handled is not sent again from an event loop inside its handler.
    int fire();

private:
    struct Timer {
        qint64 interval = 0;
        Qt::TimerType type = Qt::CoarseTimer;
        QObject *object = nullptr;
        Clock::time_point due = {}; // exact; the queue holds it rounded
        quint64 turn = 0; // of its place in the queue; 0 while its event is being handled
    };
    struct Place {
        Clock::time_point at;
        quint64 turn; // unique, and in the order of queueing
        int id;
        auto operator<=>(const Place &) const = default;
    };

    [[nodiscard]] QList<int> idsOf(QObject *object) const;
    void enqueue(int id, Timer &timer);
    [[nodiscard]] static Clock::time_point rounded(const Timer &timer);

    std::unordered_map<int, Timer> m_timers;
    std::set<std::pair<QObject *, int>> m_byObject; // an object may have any number of timers
    std::set<Place> m_queue;
    quint64 m_lastTurn = 0;
};

} // namespace Hearth
