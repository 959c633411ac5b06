// SPDX-License-Identifier: Apache-2.0
#include "loop.h"

#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <array>

namespace Hearth::Bench {

Loop::Loop()
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_timer(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC))
{
    if (m_epoll < 0 || m_timer < 0)
        fatal("cannot make an event loop");
    add(m_timer, EPOLLIN, *this);
}

Loop::~Loop()
{
    close(m_timer);
    close(m_epoll);
}

void Loop::add(int fd, uint32_t events, EventHandler &handler)
{
    epoll_event event{.events = events, .data = {.ptr = &handler}};
    if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event) != 0)
        fatal("epoll_ctl failed");
}

void Loop::change(int fd, uint32_t events, EventHandler &handler)
{
    epoll_event event{.events = events, .data = {.ptr = &handler}};
    epoll_ctl(m_epoll, EPOLL_CTL_MOD, fd, &event);
}

void Loop::remove(int fd)
{
    epoll_ctl(m_epoll, EPOLL_CTL_DEL, fd, nullptr);
}

void Loop::turn(TimePoint until)
{
    if (m_pacer)
        until = std::min(until, m_pacer());
    if (until != m_armed) {
        const auto ns = std::max(std::chrono::nanoseconds(1), until.time_since_epoch());
        const auto s = std::chrono::duration_cast<std::chrono::seconds>(ns);
        const itimerspec timer{.it_interval = {}, .it_value = {s.count(), (ns - s).count()}};
        timerfd_settime(m_timer, TFD_TIMER_ABSTIME, &timer, nullptr);
        m_armed = until;
    }
    std::array<epoll_event, 256> events;
    const int count = epoll_wait(m_epoll, events.data(), int(events.size()), -1);
    for (int i = 0; i < count; ++i)
        static_cast<EventHandler *>(events[size_t(i)].data.ptr)->ready(events[size_t(i)].events);
}

void Loop::ready(uint32_t)
{
    uint64_t expirations = 0;
    [[maybe_unused]] const auto size = read(m_timer, &expirations, sizeof expirations);
    m_armed = {};
}

} // namespace Hearth::Bench
