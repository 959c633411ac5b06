// SPDX-License-Identifier: Apache-2.0
#include "core/storefile.h"

#include "core/logging.h"
#include "core/sql.h"
#include "core/storeschema.h"
#include "util/clock.h"

#include <QDir>
#include <QFile>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Health { Good, Damaged, Newer, Unusable };

Health healthOf(const QSqlError &error)
{
    qCWarning(lcStore) << "file failed" << error.nativeErrorCode() << error.databaseText();
    return isDamage(error) ? Health::Damaged : Health::Unusable;
}

// Brings the file that is attached as `schema` to the newest version.
Health prepare(const QSqlDatabase &db, const QString &schema, const QString &synchronous,
               const QList<QStringList> &migrations)
{
    QSqlQuery query(db);
    QStringList statements{u"PRAGMA %1.journal_mode = WAL"_s.arg(schema),
                           u"PRAGMA %1.synchronous = %2"_s.arg(schema, synchronous)};
    for (const QString &statement : statements) {
        if (!query.exec(statement))
            return healthOf(query.lastError());
    }
    if (!query.exec(u"PRAGMA %1.user_version"_s.arg(schema)) || !query.next())
        return healthOf(query.lastError());
    const qsizetype version = query.value(0).toInt();
    query.finish();
    if (version > migrations.size())
        return Health::Newer;

    statements.clear();
    for (qsizetype next = version; next < migrations.size(); ++next) {
        statements += u"BEGIN IMMEDIATE"_s;
        statements += migrations[next];
        statements += {u"PRAGMA %1.user_version = %2"_s.arg(schema).arg(next + 1), u"COMMIT"_s};
    }
    for (const QString &statement : statements) {
        if (!query.exec(statement)) {
            const Health health = healthOf(query.lastError());
            query.exec(u"ROLLBACK"_s);
            return health;
        }
    }
    return Health::Good;
}

// Returns the new path, or nothing when the file cannot be moved.
QString setAside(const QString &path)
{
    const QString aside = u"%1.%2.old"_s.arg(path).arg(toMs(now()));
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s})
        QFile::rename(path + suffix, aside + suffix);
    return QFile::rename(path, aside) ? aside : QString();
}

Error mended(Health health, const QString &what)
{
    const QString why =
        health == Health::Newer ? u"was written by a newer version of this program"_s : u"was damaged"_s;
    return {ErrorCode::Internal,
            u"The local %1 %2. It has been set aside and begun anew."_s.arg(what, why),
            {},
            {}};
}

tl::unexpected<Error> unusable(const QSqlError &error)
{
    return fail(ErrorCode::Internal, u"The local data cannot be opened: %1"_s.arg(error.databaseText()));
}

Health openCache(QSqlDatabase &db)
{
    return db.open() ? prepare(db, u"main"_s, u"NORMAL"_s, cacheMigrations()) : healthOf(db.lastError());
}

bool attach(const QSqlDatabase &db, const QString &path, const QString &schema)
{
    QSqlQuery query(db);
    query.prepare(u"ATTACH ? AS "_s + schema);
    query.bindValue(0, path);
    return query.exec();
}

Health openOutbox(const QSqlDatabase &db, const QString &path)
{
    if (!attach(db, path, u"own"_s))
        return healthOf(db.lastError());
    return prepare(db, u"own"_s, u"FULL"_s, outboxMigrations());
}

// Copies row by row, so that a damaged page costs only what comes after it.
void salvage(const QSqlDatabase &db, const QString &aside)
{
    if (!attach(db, aside, u"old"_s))
        return;
    const QStringList tables{
        u"outbox (client_msg_id, conversation_id, draft, written_at, error_code, error_detail)"_s,
        u"attachments (id, client_msg_id, position, path, name, mime_type, size, width, height, copied, file_id)"_s,
        u"drafts (conversation_id, text)"_s, u"reads (conversation_id, seq)"_s};
    for (const QString &table : tables) {
        const QString name = table.section(u' ', 0, 0);
        const QString columns = table.section(u' ', 1).mid(1).chopped(1);
        QSqlQuery from(db);
        QSqlQuery to(db);
        from.setForwardOnly(true);
        QStringList places(columns.count(u',') + 1, u"?"_s);
        to.prepare(u"INSERT OR IGNORE INTO own.%1 (%2) VALUES (%3)"_s.arg(name, columns, places.join(u',')));
        if (!from.exec(u"SELECT %1 FROM old.%2"_s.arg(columns, name)))
            continue;
        while (from.next()) {
            for (int i = 0; i < places.size(); ++i)
                to.bindValue(i, from.value(i));
            to.exec();
        }
    }
    QSqlQuery(db).exec(u"DETACH old"_s);
}

} // namespace

Result<StoreFiles> openStoreFiles(const QString &folder, const QString &connectionName)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::Internal, u"The folder for local data cannot be made."_s);
    const QString cachePath = folder + "/cache.sqlite"_L1;
    const QString outboxPath = folder + "/outbox.sqlite"_L1;
    StoreFiles files{QSqlDatabase::addDatabase(u"QSQLITE"_s, connectionName)};
    files.db.setDatabaseName(cachePath);
    files.db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s);

    const bool wasDamaged = QFile::remove(damageMarker(folder));
    Health health = wasDamaged ? Health::Damaged : openCache(files.db);
    if (health == Health::Damaged || health == Health::Newer) {
        files.mended = mended(health, u"copy of your messages"_s);
        files.db.close();
        setAside(cachePath);
        health = openCache(files.db);
    }
    if (health != Health::Good)
        return unusable(files.db.lastError());

    health = openOutbox(files.db, outboxPath);
    if (health == Health::Damaged || health == Health::Newer) {
        files.mended = mended(health, u"outbox"_s);
        QSqlQuery(files.db).exec(u"DETACH own"_s);
        const QString aside = setAside(outboxPath);
        health = openOutbox(files.db, outboxPath);
        if (health == Health::Good)
            salvage(files.db, aside);
    }
    if (health != Health::Good)
        return unusable(files.db.lastError());
    return files;
}

QString damageMarker(const QString &folder)
{
    return folder + "/cache.damaged"_L1;
}

} // namespace Hearth
