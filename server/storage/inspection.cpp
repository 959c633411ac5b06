// SPDX-License-Identifier: Apache-2.0
#include "storage/inspection.h"

#include "storage/connection.h"
#include "storage/migrations.h"
#include "util/clock.h"

#include <QFileInfo>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 skewMs = 2'000; // between this clock and the database's

Finding ok(const QString &check, const QString &detail)
{
    return {check, Verdict::Ok, detail};
}

QString text(Sql &sql, const QString &statement)
{
    QString value;
    Rows row = sql.run(statement);
    if (row.next())
        row >> value;
    return value;
}

Finding inspectSchema(const DatabaseConfig &config)
{
    const auto status = migrationStatus(config);
    if (!status)
        return {u"schema"_s, Verdict::Fail, status.error().detail,
                u"Use the hearth-server that last used this database, or a newer one."_s};
    if (status->current == 0)
        return ok(u"schema"_s, u"none yet, made at the first start"_s);
    const QString version = u"version %1 of %2"_s.arg(status->current).arg(status->latest);
    if (status->pending.isEmpty())
        return ok(u"schema"_s, version);
    return {u"schema"_s, Verdict::Warn, version + "; missing: "_L1 + status->pending.join(u", "_s),
            u"\"hearth-server migrate up\" brings it up to date, and so does the next start. "
            "Make a backup first."_s};
}

QList<Finding> inspectSqlite(Sql &sql)
{
    QList<Finding> found{ok(u"database"_s, "SQLite "_L1 + text(sql, u"SELECT sqlite_version()"_s))};
    const QString journal = text(sql, u"PRAGMA journal_mode"_s);
    if (journal != "wal"_L1) {
        found +=
            {u"journal"_s, Verdict::Warn, u"mode "_s + journal + u", not wal: readers wait for writers"_s,
             u"Keep the database on a local disk; network file systems do not support it."_s};
    }
    const QString integrity = text(sql, u"PRAGMA quick_check(1)"_s);
    if (integrity == "ok"_L1)
        found += ok(u"integrity"_s, u"quick_check found nothing"_s);
    else
        found += {u"integrity"_s, Verdict::Fail, u"quick_check: "_s + integrity,
                  u"Stop the server, keep a copy of the file, and restore the last backup."_s};
    if (text(sql, u"PRAGMA auto_vacuum"_s) != "2"_L1) {
        found += {u"disk use"_s, Verdict::Warn,
                  u"the file keeps the space of what retention and users delete, for later use"_s,
                  u"To have it given back, stop the server and run \"hearth-server compact\"."_s};
    }
    return found;
}

Finding inspectClock(Sql &sql)
{
    const qint64 before = toMs(now());
    const qint64 theirs =
        text(sql, u"SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"_s).toLongLong();
    const qint64 skew = std::max<qint64>(0, std::max(before - theirs, theirs - toMs(now())));
    if (skew < skewMs)
        return ok(u"database clock"_s, u"agrees with this machine's"_s);
    return {u"database clock"_s, Verdict::Warn, u"%1 ms away from this machine's"_s.arg(skew),
            u"Run a time service (chrony, systemd-timesyncd) on both."_s};
}

QList<Finding> inspectPostgres(Sql &sql, int connections)
{
    const auto setting = [&sql](const QString &name) {
        return text(sql, u"SELECT current_setting('%1')"_s.arg(name));
    };
    QList<Finding> found{ok(u"database"_s, "PostgreSQL "_L1 + setting(u"server_version"_s))};
    if (setting(u"server_encoding"_s) != "UTF8"_L1) {
        found += {u"encoding"_s, Verdict::Fail, setting(u"server_encoding"_s),
                  u"Make the database with: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0"_s};
    }
    for (const QString &name : {u"fsync"_s, u"full_page_writes"_s}) {
        if (setting(name) != "on"_L1)
            found +=
                {u"durability"_s, Verdict::Fail, name + u" is off: a power cut can destroy the database"_s,
                 u"Set %1 = on in postgresql.conf."_s.arg(name)};
    }
    const int most = setting(u"max_connections"_s).toInt();
    const int taken = text(sql,
                           u"SELECT count(*) FROM pg_stat_activity WHERE backend_type = "
                           "'client backend' AND application_name <> 'hearth'"_s)
                          .toInt();
    const QString use =
        u"%1 allowed, %2 taken by others, %3 needed here"_s.arg(most).arg(taken).arg(connections);
    if (taken + connections < most)
        found += ok(u"connections"_s, use);
    else
        found += {u"connections"_s, Verdict::Warn, use,
                  u"Raise max_connections in postgresql.conf, or lower database.pool."_s};
    found += inspectClock(sql);
    return found;
}

} // namespace

QList<Finding> inspectDatabase(const DatabaseConfig &config)
{
    const bool sqlite = config.backend == DatabaseConfig::Backend::Sqlite;
    if (sqlite && !QFileInfo::exists(config.sqlitePath))
        return {ok(u"database"_s, u"SQLite, made at the first start"_s)};
    const QString place = sqlite ? config.sqlitePath : u"%1:%2"_s.arg(config.host).arg(config.port);
    const Finding away{u"database"_s, Verdict::Fail, u"no connection to %1"_s.arg(place),
                       sqlite ? u"Is the file a database, and may this user read and write it?"_s
                              : u"Is PostgreSQL running there, and are user, password and database name of "
                                "database.url right? Try psql with the same."_s};
    DatabaseConnection connection(config, Access::Read);
    if (!connection.open())
        return {away};
    QList<Finding> found;
    const auto fault = connection.run(Isolation::Statement, [&](Sql &sql) {
        found = sqlite ? inspectSqlite(sql) : inspectPostgres(sql, config.readers + 1);
        return true;
    });
    if (fault)
        return {away};
    return found << inspectSchema(config);
}

} // namespace Hearth
