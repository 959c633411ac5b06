// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/answer.h"
#include "core/sql.h"
#include "util/uuid.h"

#include <QCoroTask>
#include <QThread>

#include <functional>

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
        Answer<R> answer;
        if (!isOpen())
            answer.set(fail(ErrorCode::Unavailable, QStringLiteral("The local data is closed.")));
        else
            post([this, answer, work = std::move(work)](Sql &sql) mutable {
                reply([answer, result = work(sql)]() mutable { answer.set(std::move(result)); });
            });
        co_return co_await answer;
    }

private:
    [[nodiscard]] bool isOpen() const { return m_thread.isRunning(); }
    void post(std::function<void(Sql &)> job);
    void shutDownHere();
    void reply(std::function<void()> result);
    Result<std::optional<Error>> openHere();

    const QString m_folder;
    const QString m_name = uuidV7(); // of the database connection
    QThread m_thread;
    QObject m_replies; // on the thread of the owner
    std::unique_ptr<QObject> m_jobs; // on m_thread
    std::unique_ptr<Sql> m_sql; // used on m_thread only
};

} // namespace Hearth
