// SPDX-License-Identifier: Apache-2.0
#include "app/shutdownsignals.h"

#include <QSocketNotifier>

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace Hearth {

namespace {

std::atomic<int> writeEnd{-1};

// Only what signal-safety(7) allows.
void wake(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
}

void handle(int number, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(number, &action, nullptr);
}

} // namespace

ShutdownSignals::ShutdownSignals()
{
    if (::pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("no pipe for signals");
    writeEnd = m_pipe[1];
    m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        [[maybe_unused]] const auto got = ::read(m_pipe[0], bytes, sizeof bytes);
        Q_EMIT requested();
    });
    handle(SIGTERM, wake);
    handle(SIGINT, wake);
}

ShutdownSignals::~ShutdownSignals()
{
    // Whoever asks again while the last things are being written must not cut that short.
    handle(SIGTERM, SIG_IGN);
    handle(SIGINT, SIG_IGN);
    delete m_notifier;
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

} // namespace Hearth
