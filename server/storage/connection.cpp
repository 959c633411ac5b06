// SPDX-License-Identifier: Apache-2.0
#include "storage/connection.h"

#include <QLoggingCategory>
#include <QSqlError>

#include <atomic>
#include <thread>
#include <utility>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcConnection, "hearth.storage.connection")

constexpr int attempts = 5; // at a transaction that the database asks to repeat
constexpr int busyAttempts = 250; // at a setting
constexpr auto busyPause = 20ms;

QString uniqueName()
{
    static std::atomic<quint64> count = 0;
    return u"hearth-%1"_s.arg(++count);
}

} // namespace

DatabaseConnection::DatabaseConnection(DatabaseConfig config, Access access)
    : m_config(std::move(config))
    , m_access(access)
    , m_name(uniqueName())
{ }

DatabaseConnection::~DatabaseConnection()
{
    close();
}

bool DatabaseConnection::open()
{
    close();
    QSqlDatabase database = configured();
    if (!database.open()) {
        qCWarning(lcConnection) << "cannot open the database:" << database.lastError().driverText();
        return false;
    }
    m_sql = std::make_unique<Sql>(std::exchange(database, {}), m_config.backend);
    for (const QString &setting : Dialect::settings(m_config.backend, m_access != Access::Write))
        apply(setting);
    if (m_access == Access::Search) {
        for (const QString &setting : Dialect::searchSettings(m_config.backend))
            apply(setting);
    }
    if (m_sql->failed())
        close();
    return isOpen();
}

// SQLite does not wait by itself for somebody else who is just turning the same file to WAL.
void DatabaseConnection::apply(const QString &setting)
{
    for (int count = 1; !m_sql->execute(setting) && count < busyAttempts; ++count) {
        if (m_sql->failure()->fault != Dialect::Fault::Repeat)
            return;
        m_sql->forgetFailure();
        std::this_thread::sleep_for(busyPause);
    }
}

QSqlDatabase DatabaseConnection::configured() const
{
    const bool sqlite = m_config.backend == DatabaseConfig::Backend::Sqlite;
    QSqlDatabase database = QSqlDatabase::addDatabase(sqlite ? u"QSQLITE"_s : u"QPSQL"_s, m_name);
    database.setDatabaseName(sqlite ? m_config.sqlitePath : m_config.name);
    database.setConnectOptions(Dialect::connectOptions(m_config));
    if (!sqlite) {
        database.setHostName(m_config.host);
        database.setPort(m_config.port);
        database.setUserName(m_config.user);
        database.setPassword(m_config.password);
    }
    return database;
}

void DatabaseConnection::close()
{
    m_sql.reset();
    QSqlDatabase::removeDatabase(m_name);
}

std::optional<Error> DatabaseConnection::run(Isolation isolation, const std::function<bool(Sql &)> &work)
{
    using Dialect::Fault;
    for (int count = 1;; ++count) {
        bool committing = false;
        const std::optional<Sql::Failure> failure = attempt(isolation, work, committing);
        if (!failure)
            return {};
        const bool again = count < attempts
            && (failure->fault == Fault::Repeat || (failure->fault == Fault::Lost && !committing));
        if (failure->fault == Fault::Lost && !open())
            return failure->error;
        if (!again)
            return failure->error;
    }
}

std::optional<Sql::Failure>
DatabaseConnection::attempt(Isolation isolation, const std::function<bool(Sql &)> &work, bool &committing)
{
    if (isolation == Isolation::Write)
        m_sql->execute(Dialect::beginWrite(m_config.backend));
    else if (isolation == Isolation::Snapshot)
        m_sql->execute(Dialect::beginSnapshot(m_config.backend));
    const bool keep = !m_sql->failed() && work(*m_sql) && !m_sql->failed();
    const bool transaction = isolation != Isolation::Statement;
    if (transaction && keep) {
        committing = true;
        m_sql->execute(u"COMMIT"_s);
    }
    std::optional<Sql::Failure> failure = m_sql->failure();
    m_sql->forgetFailure();
    if (transaction && (!keep || failure) && !(failure && failure->fault == Dialect::Fault::Lost)) {
        m_sql->execute(u"ROLLBACK"_s);
        m_sql->forgetFailure(); // SQLite has rolled back already after some errors
    }
    return failure;
}

} // namespace Hearth
