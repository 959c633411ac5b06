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
        m_pool.start(std::move(work));
    }

private:
    QThreadPool m_pool;
};

} // namespace Hearth
