// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/connection.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace Hearth {

// One piece of work for a worker, and where its answer goes. Both are called on the worker; `answer` once,
// with the fault that kept the work from being done, or null.
struct Job {
    Isolation isolation = Isolation::Snapshot;
    std::function<bool(Sql &)> work; // true: commit
    std::function<void(const Error *)> answer;
};

// Threads that own one connection each and take jobs from one queue; with one thread, jobs are done in the
// order in which they came. While no connection is open, jobs are answered `unavailable` at once and the
// threads try to connect again, at most a second apart.
class WorkerPool
{
public:
    using Observer = std::function<void(const char *lane, std::chrono::nanoseconds duration)>;

    WorkerPool(const DatabaseConfig &config, Access access, int threads, Observer observer);
    ~WorkerPool(); // finishes what was queued
    Q_DISABLE_COPY_MOVE(WorkerPool)

    void post(Job job);
    void postLater(Job job); // done when nothing else waits, or after one job that does

    [[nodiscard]] bool isAvailable() const;
    [[nodiscard]] bool isRefused() const; // from a job that the database did not do to one that wrote

private:
    enum class State { Connecting, Available, Away };

    void work(const DatabaseConfig &config);
    void serve(DatabaseConnection &connection);
    std::optional<Job> take();
    void noteOpened();
    void noteLost();
    void noteDone(bool refused, bool wrote);
    void refuseWhenAway();
    bool waitForNextTry(std::chrono::milliseconds pause); // false: the pool ends
    void enqueue(std::deque<Job> &queue, Job job);

    const Access m_access;
    const Observer m_observer;
    mutable std::mutex m_mutex; // guards all that follows but the threads
    std::condition_variable m_changed;
    std::deque<Job> m_queue;
    std::deque<Job> m_later;
    bool m_laterIsDue = false; // it has let another job pass
    State m_state = State::Connecting;
    int m_open = 0; // connections
    bool m_refused = false;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace Hearth
