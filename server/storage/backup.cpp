// SPDX-License-Identifier: Apache-2.0
#include "storage/backup.h"

#include "storage/connection.h"
#include "storage/migrations.h"
#include "storage/postgrestools.h"
#include "util/uuid.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <thread>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isSqlite(const DatabaseConfig &config)
{
    return config.backend == DatabaseConfig::Backend::Sqlite;
}

// The result of work on a connection of its own.
template<typename F, typename R = std::invoke_result_t<F, Sql &>>
R withConnection(const DatabaseConfig &config, Access access, Isolation isolation, F work)
{
    DatabaseConnection connection(config, access);
    if (!connection.open())
        return fail(databaseAway());
    std::optional<R> result;
    const std::optional<Error> fault = connection.run(isolation, [&](Sql &sql) {
        result.emplace(work(sql));
        return result->has_value();
    });
    return fault ? R(fail(*fault)) : std::move(*result);
}

QString text(Sql &sql, const QString &statement)
{
    QString value;
    Rows row = sql.run(statement);
    if (row.next())
        row >> value;
    return value;
}

QStringList tablesOf(Sql &sql)
{
    QStringList tables;
    Rows rows = sql.run(Dialect::listTables(sql.backend()));
    while (rows.next())
        rows >> tables.emplaceBack();
    return tables;
}

Result<DatabaseSummary> readSummary(Sql &sql)
{
    DatabaseSummary summary;
    const QStringList tables = tablesOf(sql);
    if (tables.contains(u"meta"_s)) {
        summary.schemaVersion = text(sql, u"SELECT value FROM meta WHERE key = 'schema_version'"_s).toInt();
        summary.epoch = text(sql, u"SELECT value FROM meta WHERE key = 'epoch'"_s);
    }
    for (const QString &table : tables)
        summary.rows[table] = text(sql, u"SELECT count(*) FROM \"%1\""_s.arg(table)).toLongLong();
    return summary;
}

Result<DatabaseSummary> dumpSqlite(const DatabaseConfig &config, const QString &path)
{
    DatabaseConfig copy = config;
    copy.sqlitePath = path;
    return withConnection(config, Access::Write, Isolation::Statement,
                          [&path](Sql &sql) -> Result<void> {
                              sql.run(u"VACUUM INTO :path"_s, {{":path", path}});
                              return {};
                          })
        .and_then([&copy] { return summarize(copy); });
}

// pg_dump sees the same snapshot as the counts beside it.
Result<DatabaseSummary> dumpPostgres(const DatabaseConfig &config, const QString &path)
{
    return withConnection(
        config, Access::Read, Isolation::Snapshot, [&](Sql &sql) -> Result<DatabaseSummary> {
            sql.execute(u"SET LOCAL idle_in_transaction_session_timeout = 0"_s);
            sql.execute(u"SET LOCAL statement_timeout = 0"_s);
            const auto summary = readSummary(sql);
            const QString snapshot = text(sql, u"SELECT pg_export_snapshot()"_s);
            if (sql.failed())
                return summary;
            return runPostgresTool(config, u"pg_dump"_s,
                                   {u"--format=custom"_s, u"--no-owner"_s, u"--no-privileges"_s,
                                    u"--no-comments"_s, u"--snapshot="_s + snapshot, u"--file="_s + path})
                .and_then([&summary] { return summary; });
        });
}

tl::unexpected<Error> damaged(const QString &what)
{
    return fail(ErrorCode::PreconditionFailed, what);
}

Result<void> compare(const DatabaseSummary &found, const DatabaseSummary &expected)
{
    if (found.schemaVersion != expected.schemaVersion || found.epoch != expected.epoch)
        return damaged(u"The copy of the database is not the one that the backup describes."_s);
    for (auto it = expected.rows.begin(); it != expected.rows.end(); ++it) {
        if (found.rows.value(it.key(), -1) != it.value())
            return damaged(u"The table %1 should have %2 rows and has %3."_s.arg(it.key())
                               .arg(it.value())
                               .arg(found.rows.value(it.key(), 0)));
    }
    return {};
}

// The database as it is from now on, if it is what was expected.
Result<DatabaseSummary> renew(Sql &sql, const DatabaseSummary &expected, CopiedSessions sessions)
{
    return readSummary(sql)
        .and_then([&expected](const DatabaseSummary &found) { return compare(found, expected); })
        .and_then([&sql, sessions] {
            sql.run(u"UPDATE meta SET value = :epoch WHERE key = 'epoch'"_s, {{":epoch", uuidV7()}});
            if (sessions == CopiedSessions::End)
                sql.run(u"UPDATE sessions SET revoked_at = :now WHERE revoked_at IS NULL"_s,
                        {{":now", now()}});
            return readSummary(sql);
        });
}

tl::unexpected<Error> inUse()
{
    return fail(ErrorCode::Conflict, u"A server uses this database. Stop it first."_s);
}

// Changing the journal needs the file alone, and leaves nothing beside it.
Result<void> requireUnusedSqlite(const DatabaseConfig &config)
{
    if (!QFileInfo::exists(config.sqlitePath))
        return {};
    const auto mode =
        withConnection(config, Access::Write, Isolation::Statement, [](Sql &sql) -> Result<QString> {
            return text(sql, u"PRAGMA journal_mode = DELETE"_s);
        });
    if (mode && *mode == "delete"_L1)
        return {};
    return inUse();
}

// A connection that was just closed is listed a moment longer.
Result<void> requireUnusedPostgres(const DatabaseConfig &config)
{
    return withConnection(config, Access::Read, Isolation::Statement, [](Sql &sql) -> Result<void> {
        for (int i = 0; i < 20; ++i) {
            if (text(sql,
                     u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                     " AND application_name = 'hearth' AND pid <> pg_backend_pid()"_s)
                == "0"_L1)
                return {};
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        return inUse();
    });
}

Result<DatabaseSummary> loadSqlite(const DatabaseConfig &config, const QString &path,
                                   const DatabaseSummary &expected, CopiedSessions sessions)
{
    DatabaseConfig copy = config;
    copy.sqlitePath = path;
    const auto loaded =
        withConnection(copy, Access::Write, Isolation::Write, [&](Sql &sql) -> Result<DatabaseSummary> {
            if (const QString fault = text(sql, u"PRAGMA integrity_check(1)"_s); fault != "ok"_L1)
                return damaged(u"The copy of the database is damaged: "_s + fault);
            return renew(sql, expected, sessions);
        });
    if (!loaded)
        return loaded.error().code == ErrorCode::Unavailable
            ? damaged(u"The copy of the database cannot be opened."_s)
            : loaded;
    // Both without a journal beside them, so that one file takes the other's place at once.
    if (auto alone = requireUnusedSqlite(copy).and_then([&] { return requireUnusedSqlite(config); }); !alone)
        return fail(alone.error());
    if (std::rename(QFile::encodeName(path).constData(), QFile::encodeName(config.sqlitePath).constData())
        != 0)
        return fail(ErrorCode::Internal, u"The copy cannot be moved to %1."_s.arg(config.sqlitePath));
    return loaded;
}

Result<void> dropTables(const DatabaseConfig &config)
{
    return withConnection(config, Access::Write, Isolation::Write, [](Sql &sql) -> Result<void> {
        for (const QString &table : tablesOf(sql))
            sql.execute(u"DROP TABLE \"%1\" CASCADE"_s.arg(table));
        return {};
    });
}

Result<DatabaseSummary> loadPostgres(const DatabaseConfig &config, const QString &path,
                                     const DatabaseSummary &expected, CopiedSessions sessions)
{
    // A dump that cannot be read is found out before anything is removed.
    return requireUnusedPostgres(config)
        .and_then([&] {
            return runPostgresTool(config, u"pg_restore"_s, {u"--list"_s, path});
        })
        .and_then([&] { return dropTables(config); })
        .and_then([&] {
            return runPostgresTool(config, u"pg_restore"_s,
                                   {u"--single-transaction"_s, u"--exit-on-error"_s, u"--clean"_s,
                                    u"--if-exists"_s, u"--no-owner"_s, u"--no-privileges"_s,
                                    u"--dbname="_s + postgresAddress(config), path});
        })
        .and_then([&] {
            return withConnection(config, Access::Write, Isolation::Write,
                                  [&](Sql &sql) { return renew(sql, expected, sessions); });
        });
}

} // namespace

bool DatabaseSummary::isEmpty() const
{
    const auto unused = [this](const QString &table) { return rows.value(table, 0) == 0; };
    return unused(u"users"_s) && unused(u"conversations"_s) && unused(u"messages"_s);
}

Result<DatabaseSummary> summarize(const DatabaseConfig &config)
{
    if (isSqlite(config) && !QFileInfo::exists(config.sqlitePath))
        return DatabaseSummary{};
    return withConnection(config, Access::Read, Isolation::Snapshot, readSummary);
}

Result<DatabaseSummary> dumpDatabase(const DatabaseConfig &config, const QString &path)
{
    auto summary = isSqlite(config) ? dumpSqlite(config, path) : dumpPostgres(config, path);
    if (summary && summary->schemaVersion == 0)
        return fail(ErrorCode::NotFound, u"There is no database yet."_s);
    return summary;
}

Result<DatabaseSummary> loadDatabase(const DatabaseConfig &config, const QString &path,
                                     const DatabaseSummary &expected, CopiedSessions sessions)
{
    if (expected.schemaVersion > latestSchemaVersion()) {
        return damaged(u"The backup has schema version %1, and this hearth-server knows versions up to %2."_s
                           .arg(expected.schemaVersion)
                           .arg(latestSchemaVersion()));
    }
    return isSqlite(config) ? loadSqlite(config, path, expected, sessions)
                            : loadPostgres(config, path, expected, sessions);
}

Result<void> requireUnused(const DatabaseConfig &config)
{
    return isSqlite(config) ? requireUnusedSqlite(config) : requireUnusedPostgres(config);
}

Result<QSet<QString>> listFiles(const DatabaseConfig &config)
{
    return withConnection(config, Access::Read, Isolation::Statement, [](Sql &sql) -> Result<QSet<QString>> {
        QSet<QString> ids;
        Rows rows = sql.run(u"SELECT id FROM files"_s);
        while (rows.next()) {
            QString id;
            rows >> id;
            ids.insert(id);
        }
        return ids;
    });
}

Result<void> compactDatabase(const DatabaseConfig &config)
{
    if (!isSqlite(config))
        return {};
    // In WAL mode VACUUM would keep the auto_vacuum that the file was made with.
    return withConnection(config, Access::Write, Isolation::Statement, [](Sql &sql) -> Result<void> {
        if (text(sql, u"PRAGMA journal_mode = DELETE"_s) != "delete"_L1)
            return inUse();
        sql.execute(u"PRAGMA auto_vacuum = INCREMENTAL"_s);
        sql.execute(u"VACUUM"_s);
        return {};
    });
}

} // namespace Hearth
