// SPDX-License-Identifier: Apache-2.0
#include "storage/workerpool.h"

#include <algorithm>
#include <iterator>
#include <utility>

#ifdef Q_OS_LINUX
#    include <pthread.h>
#endif

namespace Hearth {

using namespace std::chrono_literals;

namespace {

constexpr auto firstPause = 50ms;
constexpr auto longestPause = 1'000ms; // protocol.md, Rules: back-off to the database

const char *laneName(Access access)
{
    switch (access) {
    case Access::Read: return "read";
    case Access::Write: return "write";
    case Access::Search: break;
    }
    return "search";
}

// As `top -H` and debuggers show it.
void nameThisThread([[maybe_unused]] const QByteArray &name)
{
#ifdef Q_OS_LINUX
    pthread_setname_np(pthread_self(), name);
#endif
}

} // namespace

WorkerPool::WorkerPool(const DatabaseConfig &config, Access access, int threads, Observer observer)
    : m_access(access)
    , m_observer(std::move(observer))
{
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back([this, config] {
            nameThisThread(QByteArray("db-") + laneName(m_access));
            work(config);
        });
    }
}

WorkerPool::~WorkerPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void WorkerPool::post(Job job)
{
    enqueue(m_queue, std::move(job));
}

void WorkerPool::postLater(Job job)
{
    enqueue(m_later, std::move(job));
}

void WorkerPool::enqueue(std::deque<Job> &queue, Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_state != State::Away) {
            queue.push_back(std::move(job));
            m_changed.notify_one();
            return;
        }
    }
    const Error away = databaseAway();
    job.answer(&away);
}

bool WorkerPool::isAvailable() const
{
    const std::lock_guard lock(m_mutex);
    return m_state == State::Available;
}

bool WorkerPool::isRefused() const
{
    const std::lock_guard lock(m_mutex);
    return m_refused;
}

void WorkerPool::work(const DatabaseConfig &config)
{
    DatabaseConnection connection(config, m_access);
    auto pause = firstPause;
    while (true) {
        if (connection.open()) {
            noteOpened();
            serve(connection);
            if (connection.isOpen())
                return; // nothing is left to do, and nothing will come
            noteLost();
            pause = firstPause;
        }
        refuseWhenAway();
        if (!waitForNextTry(pause))
            return;
        pause = std::min(2 * pause, longestPause);
    }
}

// Works until the connection is gone or the pool ends.
void WorkerPool::serve(DatabaseConnection &connection)
{
    while (connection.isOpen()) {
        const std::optional<Job> job = take();
        if (!job)
            return;
        const auto begin = std::chrono::steady_clock::now();
        const std::optional<Error> fault = connection.run(job->isolation, job->work);
        if (m_observer)
            m_observer(laneName(m_access), std::chrono::steady_clock::now() - begin);
        noteDone(fault && fault->code == ErrorCode::Unavailable && connection.isOpen(),
                 connection.takeWrote());
        job->answer(fault ? &*fault : nullptr);
    }
}

std::optional<Job> WorkerPool::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ending || !m_queue.empty() || !m_later.empty(); });
    const bool isLatersTurn = m_queue.empty() || (m_laterIsDue && !m_later.empty());
    std::deque<Job> &queue = isLatersTurn ? m_later : m_queue;
    if (queue.empty())
        return {};
    m_laterIsDue = !isLatersTurn && !m_later.empty();
    Job job = std::move(queue.front());
    queue.pop_front();
    return job;
}

void WorkerPool::noteOpened()
{
    const std::lock_guard lock(m_mutex);
    ++m_open;
    m_state = State::Available;
}

void WorkerPool::noteLost()
{
    const std::lock_guard lock(m_mutex);
    --m_open;
}

// A job that only read proves nothing about writing.
void WorkerPool::noteDone(bool refused, bool wrote)
{
    const std::lock_guard lock(m_mutex);
    if (refused || wrote)
        m_refused = refused;
}

// When no connection is left, whoever waits is told.
void WorkerPool::refuseWhenAway()
{
    std::deque<Job> refused;
    {
        const std::lock_guard lock(m_mutex);
        if (m_open > 0)
            return;
        m_state = State::Away;
        refused = std::exchange(m_queue, {});
        std::move(m_later.begin(), m_later.end(), std::back_inserter(refused));
        m_later.clear();
    }
    const Error away = databaseAway();
    for (const Job &job : refused)
        job.answer(&away);
}

bool WorkerPool::waitForNextTry(std::chrono::milliseconds pause)
{
    std::unique_lock lock(m_mutex);
    return !m_changed.wait_for(lock, pause, [this] { return m_ending; });
}

} // namespace Hearth
