// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support.h"

#include <cstdint>
#include <functional>

namespace Hearth::Bench {

// Somebody who waits for a descriptor. It must outlive the turn in which it takes its descriptor out.
class EventHandler
{
public:
    virtual ~EventHandler() = default;
    virtual void ready(uint32_t events) = 0; // EPOLLIN, EPOLLOUT, …
};

// One epoll set, with a timer as fine as the clock so that an open load keeps its schedule.
class Loop : EventHandler
{
public:
    Loop();
    ~Loop() override;
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    void add(int fd, uint32_t events, EventHandler &handler);
    void change(int fd, uint32_t events, EventHandler &handler);
    void remove(int fd);

    // Does what is due by now and says when it has something to do again; called before each wait.
    using Pacer = std::function<TimePoint()>;
    void setPacer(Pacer pacer) { m_pacer = std::move(pacer); }

    // Handles what is ready; when nothing is, waits for it until then.
    void turn(TimePoint until);

    // Turns until the condition holds; false when it did not before `deadline`.
    template<typename Condition>
    bool runUntil(TimePoint deadline, Condition condition)
    {
        while (!condition()) {
            if (Clock::now() >= deadline)
                return false;
            turn(deadline);
        }
        return true;
    }

private:
    void ready(uint32_t events) override;

    int m_epoll;
    int m_timer;
    TimePoint m_armed;
    Pacer m_pacer;
};

} // namespace Hearth::Bench
