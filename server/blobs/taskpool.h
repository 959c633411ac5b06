// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/poolwork.h"

#include <QCoroTask>

namespace Hearth {

// Threads for what would hold up the main thread: file contents, hashes, pictures, other servers.
class TaskPool
{
public:
    explicit TaskPool(int threads) { m_pool.setMaxThreadCount(threads); }
    ~TaskPool() { m_pool.waitForDone(); } // finishes what was begun
    Q_DISABLE_COPY_MOVE(TaskPool)

    // Begins `R work()`; co_await gives its answer, at once or later.
    template<typename F>
    [[nodiscard]] QCoro::Task<std::invoke_result_t<F>> run(F work)
    {
        PoolWork begun(m_pool, std::move(work));
        co_return co_await begun;
    }

    // Does it, without an answer.
    template<typename F>
    void post(F work)
    {
        m_pool.start(new Errand<F>(std::move(work)));
    }

private:
    template<typename F>
    class Errand final : public QRunnable
    {
    public:
        explicit Errand(F work)
            : m_work(std::move(work))
        {
            m_ready.store(true, std::memory_order_release);
        }

        void run() override
        {
            if (m_ready.load(std::memory_order_acquire)) // true; for the sanitizer, as in PoolWork
                m_work();
        }

    private:
        F m_work;
        std::atomic<bool> m_ready = false;
    };

    QThreadPool m_pool;
};

} // namespace Hearth
