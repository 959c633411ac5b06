// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/handover.h"

#include <QRunnable>
#include <QThreadPool>

namespace Hearth {

// `T work()` on a thread of a pool: co_await begins it and gives its answer. Stands in the frame of the
// coroutine that waits, as a Handover does; the pool may be destroyed meanwhile, which finishes the work.
template<typename F>
class PoolWork final : private QRunnable
{
public:
    PoolWork(QThreadPool &pool, F work)
        : m_pool(pool)
        , m_work(std::move(work))
    {
        setAutoDelete(false);
    }
    Q_DISABLE_COPY_MOVE(PoolWork)

    [[nodiscard]] auto operator co_await()
    {
        start();
        return m_answer.operator co_await();
    }

    // Instead of co_await, by who waits for the whole pool.
    void start()
    {
        m_begun.store(true, std::memory_order_release);
        m_pool.start(this);
    }

private:
    void run() override
    {
        if (m_begun.load(std::memory_order_acquire)) // true; for the sanitizer, as in Handover
            m_answer.set(m_work());
    }

    QThreadPool &m_pool;
    F m_work;
    Handover<std::invoke_result_t<F>> m_answer;
    std::atomic<bool> m_begun = false;
};

} // namespace Hearth
