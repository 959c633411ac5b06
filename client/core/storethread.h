// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sql.h"
#include "util/poolwork.h"
#include "util/uuid.h"

#include <QCoroTask>

namespace Hearth {

// The thread that owns the local files. Work is done in the order it was given, and answered in that order.
class StoreThread
{
public:
    explicit StoreThread(QString folder);
    ~StoreThread();

    QCoro::Task<Result<std::optional<Error>>> open(); // what had to be mended, if anything

    // Finishes what was queued and answers it; later work is refused with `unavailable`.
    void close();

    // Runs `Result<T> work(Sql &)` on the thread.
    template<typename F, typename R = std::invoke_result_t<F, Sql &>>
    QCoro::Task<R> run(F work)
    {
        if (!m_open)
            co_return fail(closed());
        PoolWork job(m_thread, [this, &work]() -> R {
            if (!m_sql)
                return fail(closed()); // it could not be opened
            R answer = work(*m_sql);
            noteDamage();
            return answer;
        });
        co_return co_await job;
    }

private:
    [[nodiscard]] static Error closed();
    Result<std::optional<Error>> openHere();
    void noteDamage();
    bool shutDownHere();

    const QString m_folder;
    const QString m_name = uuidV7(); // of the database connection
    std::unique_ptr<Sql> m_sql; // used on m_thread only
    bool m_open = false; // or being opened
    QThreadPool m_thread; // one thread, which stays: a connection belongs to the thread that opened it
};

} // namespace Hearth
