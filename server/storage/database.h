// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/handover.h"
#include "util/result.h"

#include <QCoroTask>

#include <chrono>
#include <functional>
#include <memory>

namespace Hearth {

class Sql;

struct DatabaseConfig {
    enum class Backend { Sqlite, PostgreSql };

    Backend backend = Backend::Sqlite;
    QString sqlitePath = {};
    QString host = {};
    int port = 5432;
    QString user = {};
    QString password = {};
    QString name = {};
    QString sslMode = {}; // libpq's sslmode; empty leaves libpq's default
    int readers = 4;
};

// `postgres://user:pass@host:port/db[?sslmode=…]`, `postgresql://…` or `sqlite:path`.
[[nodiscard]] Result<DatabaseConfig> parseDatabaseUrl(const QString &url);

// The database and the threads that talk to it. Lives on the main thread; `work` runs on a worker that owns
// one connection, and the answer comes back to the caller's thread, always through its event loop. When the
// database is away, `work` is not run and the answer is `unavailable`; the workers reconnect by themselves,
// at most a second apart.
class Database
{
public:
    explicit Database(DatabaseConfig config);
    ~Database(); // finishes what was queued
    Q_DISABLE_COPY_MOVE(Database)

    // Connects, migrates an older or empty database, and starts the workers. A schema that is newer than this
    // binary knows is refused. Not to be destroyed before this is answered, unlike later.
    [[nodiscard]] QCoro::Task<Result<void>> open();

    // Runs `Result<T> work(Sql &)` on one of the readers, in a read-only snapshot.
    template<typename F>
    [[nodiscard]] auto read(F work) -> QCoro::Task<std::invoke_result_t<F, Sql &>>
    {
        return run(Lane::Read, std::move(work));
    }

    // Runs `Result<T> work(Sql &)` on the one writer as a transaction of its own: committed when it returns a
    // value, rolled back when it returns an error. Writes are answered in the order of their commits.
    template<typename F>
    [[nodiscard]] auto write(F work) -> QCoro::Task<std::invoke_result_t<F, Sql &>>
    {
        return run(Lane::Write, std::move(work));
    }

    // As write(), for the one that hands the answers of a commit out bit by bit, and keeps their order
    // itself. `catchUp` is called before anybody else's write() is answered: it hands out what is left.
    template<typename F>
    [[nodiscard]] auto writeBatch(F work) -> QCoro::Task<std::invoke_result_t<F, Sql &>>
    {
        return run(Lane::WriteBatch, std::move(work));
    }
    void setCatchUp(std::function<void()> catchUp) { *m_catchUp = std::move(catchUp); }

    // As read(), for work of one statement, which is a snapshot by itself: saves two round trips.
    template<typename F>
    [[nodiscard]] auto query(F work) -> QCoro::Task<std::invoke_result_t<F, Sql &>>
    {
        return run(Lane::Query, std::move(work));
    }

    // As write(), but lets other writes pass: when many wait, it comes after every second of them.
    template<typename F>
    [[nodiscard]] auto writeLater(F work) -> QCoro::Task<std::invoke_result_t<F, Sql &>>
    {
        return run(Lane::WriteLater, std::move(work));
    }

    // As read(), on connections for searches, of which there are few and whose statements end after a second:
    // however many search, reading goes on.
    template<typename F>
    [[nodiscard]] auto search(F work) -> QCoro::Task<std::invoke_result_t<F, Sql &>>
    {
        return run(Lane::Search, std::move(work));
    }

    [[nodiscard]] bool isAvailable() const;
    // False from a write that the database refused (no room, read-only) to the next that it took.
    [[nodiscard]] bool acceptsWrites() const;
    // Writes what is there already; for finding out whether writes are taken again.
    [[nodiscard]] QCoro::Task<Result<void>> tryToWrite();
    [[nodiscard]] QString epoch() const; // names this database; changed by a restore
    [[nodiscard]] DatabaseConfig::Backend backend() const;

    // Called on a worker for each piece of work: the lane's name and how long it took. For metrics.
    using Observer = std::function<void(const char *lane, std::chrono::nanoseconds duration)>;
    void setObserver(Observer observer); // before open()

private:
    enum class Lane { Query, Read, Write, WriteBatch, WriteLater, Search };
    using Work = std::function<bool(Sql &)>; // true: commit
    using Answer = std::function<void(const Error *)>; // with the fault that kept the work from being done

    template<typename F, typename R = std::invoke_result_t<F, Sql &>>
    QCoro::Task<R> run(Lane lane, F work)
    {
        std::optional<R> result;
        Handover<R> answer;
        const std::shared_ptr<const std::function<void()>> catchUp = m_catchUp; // answers may outlive this
        post(
            lane,
            [&work, &result](Sql &sql) {
                result.emplace(work(sql));
                return result->has_value();
            },
            [&result, &answer](const Error *fault) {
                answer.set(fault ? R(fail(*fault)) : std::move(*result));
            });
        R answered = co_await answer;
        if (lane == Lane::Write && *catchUp)
            (*catchUp)();
        co_return answered;
    }
    void post(Lane lane, Work work, Answer answer);

    struct Private;
    const std::unique_ptr<Private> d;
    const std::shared_ptr<std::function<void()>> m_catchUp = std::make_shared<std::function<void()>>();
};

} // namespace Hearth
