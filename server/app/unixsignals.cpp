// SPDX-License-Identifier: Apache-2.0
#include "app/unixsignals.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace Hearth {

namespace {

std::array<std::atomic<int>, NSIG> writeEnds; // by signal number, of those that somebody waits for

// Only what signal-safety(7) allows.
void wake(int number)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnds[size_t(number)], &byte, 1);
}

void handle(int number, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(number, &action, nullptr);
}

} // namespace

UnixSignals::UnixSignals(std::vector<int> numbers)
    : m_numbers(std::move(numbers))
{
    if (::pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("no pipe for signals");
    m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        [[maybe_unused]] const auto got = ::read(m_pipe[0], bytes, sizeof bytes);
        Q_EMIT received();
    });
    for (const int number : m_numbers) {
        writeEnds[size_t(number)] = m_pipe[1];
        handle(number, wake);
    }
}

UnixSignals::~UnixSignals()
{
    for (const int number : m_numbers)
        handle(number, SIG_IGN);
    delete m_notifier;
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

} // namespace Hearth
