// SPDX-License-Identifier: Apache-2.0
#include "gateway/epolleventdispatcher.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>
#include <QVarLengthArray>

#include <algorithm>
#include <cerrno>
#include <limits>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace Hearth {

namespace {

constexpr int batchSize = 32; // events taken from the kernel in a turn, in which all else has its part

// What a notifier of each type asks for, and what it is told of: errors concern everybody.
constexpr std::array<quint32, 3> asked{EPOLLIN, EPOLLOUT, EPOLLPRI};
constexpr quint32 concernsAll = EPOLLERR | EPOLLHUP;

} // namespace

EpollEventDispatcher::EpollEventDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wakeFd(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    epoll_event event{EPOLLIN, {.fd = m_wakeFd}};
    if (m_epoll < 0 || m_wakeFd < 0 || epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeFd, &event) != 0)
        qFatal("No descriptors for the event loop: %s", qPrintable(qt_error_string(errno)));
}

EpollEventDispatcher::~EpollEventDispatcher()
{
    ::close(m_wakeFd);
    ::close(m_epoll);
}

bool EpollEventDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted = false;
    const bool woken = m_woken.exchange(false); // before: what is posted from here on wakes the loop again
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();

    const bool mayBlock = flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_interrupted;
    if (mayBlock)
        Q_EMIT aboutToBlock();
    if (m_interrupted)
        return false;

    int handled = woken ? 1 : 0;
    const int timeout = mayBlock && !woken && !m_woken ? timeoutMs(flags) : 0;
    if (flags.testFlag(QEventLoop::ExcludeSocketNotifiers))
        handled += waitForWakeUp(timeout);
    else
        handled += waitForNotifiers(timeout);
    if (!flags.testFlag(QEventLoop::X11ExcludeTimers))
        handled += m_timers.fire();
    return handled > 0;
}

int EpollEventDispatcher::timeoutMs(QEventLoop::ProcessEventsFlags flags) const
{
    const auto due = m_timers.nextDue();
    if (!due || flags.testFlag(QEventLoop::X11ExcludeTimers))
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due - TimerQueue::Clock::now());
    return int(std::clamp<qint64>(left.count(), 0, std::numeric_limits<int>::max()));
}

// The buffers are local: a handler may run an event loop of its own.
int EpollEventDispatcher::waitForNotifiers(int timeoutMs)
{
    applyChanges();
    std::array<epoll_event, batchSize> events;
    const int count = epoll_wait(m_epoll, events.data(), batchSize, m_alwaysReady.empty() ? timeoutMs : 0);

    int handled = 0;
    QVarLengthArray<Ready, batchSize> ready;
    for (int i = 0; i < count; ++i) {
        if (events[size_t(i)].data.fd == m_wakeFd)
            handled += consumeWakeUp();
        else
            collect(ready, events[size_t(i)].data.fd, events[size_t(i)].events);
    }
    for (int fd : m_alwaysReady)
        collect(ready, fd, EPOLLIN | EPOLLOUT);

    for (const Ready &r : ready) {
        // A handler before this one may have disabled the notifier, or closed the descriptor and opened
        // another with the same number.
        const Registration &registration = m_descriptors[size_t(r.fd)].registrations[r.type];
        if (registration.serial != r.serial)
            continue;
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(registration.notifier, &event);
        ++handled;
    }
    return handled;
}

template<typename List>
void EpollEventDispatcher::collect(List &ready, int fd, quint32 events) const
{
    const Descriptor &descriptor = m_descriptors[size_t(fd)];
    for (size_t type = 0; type < typeCount; ++type) {
        const Registration &registration = descriptor.registrations[type];
        if (registration.notifier && (events & (asked[type] | concernsAll)))
            ready.append({fd, type, registration.serial});
    }
}

// Not on the epoll set: a socket that is ready and not to be served would end every wait.
int EpollEventDispatcher::waitForWakeUp(int timeoutMs)
{
    pollfd wake{m_wakeFd, POLLIN, 0};
    return poll(&wake, 1, timeoutMs) > 0 ? consumeWakeUp() : 0;
}

// The flag stays set until the next turn, which handles what was posted and does not wait: who finds it set
// does not write to the descriptor.
int EpollEventDispatcher::consumeWakeUp()
{
    eventfd_t ignored = 0;
    eventfd_read(m_wakeFd, &ignored);
    return 1;
}

void EpollEventDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const auto fd = size_t(notifier->socket());
    if (fd >= m_descriptors.size())
        m_descriptors.resize(fd + 1);
    Registration &registration = m_descriptors[fd].registrations[notifier->type()];
    if (registration.notifier && registration.notifier != notifier)
        qWarning("Multiple socket notifiers for descriptor %d and type %d", int(fd), notifier->type());
    registration = {notifier, ++m_lastSerial};
    noteChange(int(fd));
}

void EpollEventDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int fd = int(notifier->socket());
    if (size_t(fd) >= m_descriptors.size())
        return;
    Descriptor &descriptor = m_descriptors[size_t(fd)];
    Registration &registration = descriptor.registrations[notifier->type()];
    if (registration.notifier != notifier)
        return;
    registration = {};
    if (wantedEvents(descriptor) != 0) {
        noteChange(fd);
        return;
    }
    // At once: the descriptor may be closed next, and its number given to another file.
    if (descriptor.known)
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, fd, nullptr);
    if (descriptor.alwaysReady)
        std::erase(m_alwaysReady, fd);
    descriptor.known = 0;
    descriptor.alwaysReady = false;
}

quint32 EpollEventDispatcher::wantedEvents(const Descriptor &descriptor)
{
    quint32 events = 0;
    for (size_t type = 0; type < typeCount; ++type) {
        if (descriptor.registrations[type].notifier)
            events |= asked[type];
    }
    return events;
}

// Changes are told to the kernel before the next wait: a write notifier mostly comes and goes within a turn.
void EpollEventDispatcher::noteChange(int fd)
{
    Descriptor &descriptor = m_descriptors[size_t(fd)];
    if (!descriptor.changed)
        m_changed.push_back(fd);
    descriptor.changed = true;
}

void EpollEventDispatcher::applyChanges()
{
    const std::vector<int> changed = std::exchange(m_changed, {});
    for (int fd : changed) {
        m_descriptors[size_t(fd)].changed = false;
        apply(fd);
    }
}

void EpollEventDispatcher::apply(int fd)
{
    Descriptor &descriptor = m_descriptors[size_t(fd)];
    const quint32 wanted = wantedEvents(descriptor);
    if (wanted == descriptor.known || descriptor.alwaysReady)
        return;

    epoll_event event{wanted, {.fd = fd}};
    int error = 0;
    const auto control = [&](int operation) {
        error = epoll_ctl(m_epoll, operation, fd, &event) == 0 ? 0 : errno;
    };
    control(descriptor.known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD);
    if (error == ENOENT) // it was closed and opened again under a notifier
        control(EPOLL_CTL_ADD);
    else if (error == EEXIST)
        control(EPOLL_CTL_MOD);

    if (error == 0) {
        descriptor.known = wanted;
    } else if (error == EPERM) {
        descriptor.alwaysReady = true;
        m_alwaysReady.push_back(fd);
    } else {
        qWarning("Socket notifier for descriptor %d: %s, disabling", fd, qPrintable(qt_error_string(error)));
        disableAll(fd);
    }
}

void EpollEventDispatcher::disableAll(int fd)
{
    m_descriptors[size_t(fd)].known = 0;
    for (size_t type = 0; type < typeCount; ++type) {
        if (auto *notifier = m_descriptors[size_t(fd)].registrations[type].notifier)
            notifier->setEnabled(false);
    }
}

void EpollEventDispatcher::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object)
{
    m_timers.add(id, interval, type, object);
}

bool EpollEventDispatcher::unregisterTimer(int id)
{
    return m_timers.remove(id);
}

bool EpollEventDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollEventDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.timersOf(object);
}

int EpollEventDispatcher::remainingTime(int id)
{
    return m_timers.remainingMs(id);
}

// In its own thread the loop is not waiting: the flag alone makes the next wait return at once.
void EpollEventDispatcher::wakeUp()
{
    if (!m_woken.exchange(true) && QThread::currentThread() != thread())
        eventfd_write(m_wakeFd, 1);
}

void EpollEventDispatcher::interrupt()
{
    m_interrupted = true;
    wakeUp();
}

} // namespace Hearth
