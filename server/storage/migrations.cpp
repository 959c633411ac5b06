// SPDX-License-Identifier: Apache-2.0
#include "storage/migrations.h"

#include "storage/connection.h"
#include "storage/migrations/0001_messaging.h"
#include "storage/migrations/0002_service.h"
#include "storage/migrations/0003_retention.h"
#include "storage/migrations/0004_notifications.h"
#include "storage/migrations/0005_search.h"
#include "storage/migrations/0006_accounts.h"
#include "storage/migrations/0007_members.h"
#include "storage/migrations/0008_orphans.h"
#include "storage/migrations/0009_unread.h"
#include "util/uuid.h"

#include <array>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Migration {
    const char *name;
    const char *statements; // each but the last ends with ";\n", and none holds that inside
};

// In this order, for ever: the version of a schema is how many of these it has seen.
constexpr std::array migrations{
    Migration{"messaging", Migrations::messaging}, Migration{"service", Migrations::service},
    Migration{"retention", Migrations::retention}, Migration{"notifications", Migrations::notifications},
    Migration{"search", Migrations::search},       Migration{"accounts", Migrations::accounts},
    Migration{"members", Migrations::members},     Migration{"orphans", Migrations::orphans},
    Migration{"unread", Migrations::unread},
};
constexpr int latestVersion = int(migrations.size());

void createMeta(Sql &sql)
{
    sql.execute(Dialect::adaptSchema(u"CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)"_s,
                                     sql.backend()));
    sql.run(u"INSERT INTO meta (key, value) VALUES ('schema_version', '0'), ('epoch', :epoch)"_s,
            {{":epoch", uuidV7()}});
}

QString readMeta(Sql &sql, const QString &key)
{
    QString value;
    Rows rows = sql.run(u"SELECT value FROM meta WHERE key = :key"_s, {{":key", key}});
    if (rows.next())
        rows >> value;
    return value;
}

bool hasMeta(Sql &sql)
{
    int count = 0;
    Rows rows = sql.run(Dialect::countTables(sql.backend()), {{":name", u"meta"_s}});
    if (rows.next())
        rows >> count;
    return count > 0;
}

Result<MigrationStatus> readStatus(Sql &sql)
{
    MigrationStatus status{.latest = latestVersion};
    if (hasMeta(sql)) {
        status.current = readMeta(sql, u"schema_version"_s).toInt();
        status.epoch = readMeta(sql, u"epoch"_s);
    }
    if (status.current > latestVersion) {
        return fail(ErrorCode::PreconditionFailed,
                    u"The database has schema version %1, and this hearth-server knows versions up to %2. "
                    "Start a newer hearth-server, or restore the backup made before the upgrade."_s
                        .arg(status.current)
                        .arg(latestVersion));
    }
    for (int i = status.current; i < latestVersion; ++i)
        status.pending += QLatin1StringView(migrations[size_t(i)].name);
    return status;
}

// Takes one step, if one is missing, and says what is missing then.
Result<MigrationStatus> step(Sql &sql)
{
    const QString lock = Dialect::lockMigrations(sql.backend());
    if (!lock.isEmpty())
        sql.execute(lock);
    if (!hasMeta(sql))
        createMeta(sql);
    const Result<MigrationStatus> status = readStatus(sql);
    if (!status || status->pending.isEmpty())
        return status;
    const QString statements = QString::fromUtf8(migrations[size_t(status->current)].statements);
    for (const QString &statement : Dialect::adaptSchema(statements, sql.backend()).split(u";\n"_s))
        sql.execute(statement);
    sql.run(u"UPDATE meta SET value = :version WHERE key = 'schema_version'"_s,
            {{":version", QString::number(status->current + 1)}});
    return readStatus(sql);
}

Result<MigrationStatus> runOn(DatabaseConnection &connection, Isolation isolation,
                              const std::function<Result<MigrationStatus>(Sql &)> &work)
{
    Result<MigrationStatus> status = fail(databaseAway());
    const std::optional<Error> fault = connection.run(isolation, [&](Sql &sql) {
        status = work(sql);
        return status.has_value();
    });
    if (fault)
        return fail(*fault);
    return status;
}

} // namespace

Result<MigrationStatus> migrationStatus(const DatabaseConfig &config)
{
    DatabaseConnection connection(config, Access::Read);
    if (!connection.open())
        return fail(databaseAway());
    return runOn(connection, Isolation::Snapshot, readStatus);
}

int latestSchemaVersion()
{
    return latestVersion;
}

Result<MigrationStatus> migrate(const DatabaseConfig &config)
{
    DatabaseConnection connection(config, Access::Write);
    if (!connection.open())
        return fail(databaseAway());
    while (true) {
        Result<MigrationStatus> status = runOn(connection, Isolation::Write, step);
        if (!status || status->pending.isEmpty())
            return status;
    }
}

} // namespace Hearth
