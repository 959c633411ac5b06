// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/timerqueue.h"

#include <array>
#include <atomic>
#include <vector>

namespace Hearth {

// A Qt event dispatcher on epoll: a turn of the loop costs what is ready, not what is connected
// (docs/performance.md has the figures). It behaves as Qt's own for Unix does, with level-triggered
// notifiers.
class EpollEventDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    explicit EpollEventDispatcher(QObject *parent = nullptr);
    ~EpollEventDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int id) override;

    void wakeUp() override; // thread-safe
    void interrupt() override; // thread-safe

private:
    static constexpr size_t typeCount = 3; // of QSocketNotifier::Type

    struct Registration {
        QSocketNotifier *notifier = nullptr;
        quint64 serial = 0; // of this registration, so that an event for an earlier one is recognised
    };
    struct Descriptor {
        std::array<Registration, typeCount> registrations = {};
        quint32 known = 0; // the events that epoll watches for; 0: it does not know the descriptor
        bool changed = false; // stands in m_changed
        bool alwaysReady = false; // a regular file: epoll refuses it, poll would call it ready
    };
    struct Ready {
        int fd;
        size_t type;
        quint64 serial;
    };

    [[nodiscard]] static quint32 wantedEvents(const Descriptor &descriptor);
    void noteChange(int fd);
    void applyChanges();
    void apply(int fd);
    void disableAll(int fd);

    [[nodiscard]] int timeoutMs(QEventLoop::ProcessEventsFlags flags) const;
    int waitForNotifiers(int timeoutMs);
    int waitForWakeUp(int timeoutMs);
    int consumeWakeUp();
    template<typename List>
    void collect(List &ready, int fd, quint32 events) const;

    const int m_epoll;
    const int m_wakeFd;
    std::vector<Descriptor> m_descriptors; // by descriptor, which the system numbers densely
    std::vector<int> m_changed;
    std::vector<int> m_alwaysReady;
    quint64 m_lastSerial = 0;
    TimerQueue m_timers;
    std::atomic<bool> m_woken = false;
    std::atomic<bool> m_interrupted = false;
};

} // namespace Hearth
