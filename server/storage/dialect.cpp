// SPDX-License-Identifier: Apache-2.0
#include "storage/dialect.h"

#include <QSqlError>

namespace Hearth::Dialect {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int sqliteBusyMs = 5'000;

// "id TEXT, seq BIGINT" as the table that a RowSet's parameters hold (rowset.h).
QString rowsTable(QStringView columns, Backend backend)
{
    QStringList names;
    QStringList values;
    for (const QStringView column : columns.split(u',')) {
        const QList<QStringView> words = column.trimmed().split(u' ');
        const QString index = QString::number(names.size());
        names += words.at(0).toString();
        values += backend == Backend::PostgreSql
            ? u"CAST(:rows_%1 AS %2[])"_s.arg(index, words.at(1).toString())
            : u"json_extract(value, '$[%1]') AS %2"_s.arg(index, names.last());
    }
    return backend == Backend::PostgreSql
        ? u"unnest(%1) AS rows(%2)"_s.arg(values.join(u", "_s), names.join(u", "_s))
        : u"(SELECT %1 FROM json_each(:rows)) AS rows"_s.arg(values.join(u", "_s));
}

// The tokens are our own (search/tokenizer.h). SQLite's simplest tokenizer leaves them as they are; where it
// keeps the text, deleting a row takes its tokens out of the index. PostgreSQL's list of what is not yet in
// the index is read by every search, so it is kept short.
QString searchTexts(Backend backend)
{
    return backend == Backend::PostgreSql
        ? u"CREATE TABLE search_texts (rowid BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL);\n"
          "CREATE INDEX search_texts_tokens ON search_texts USING gin (tokens)"
          " WITH (gin_pending_list_limit = 256)"_s
        : u"CREATE VIRTUAL TABLE search_texts USING fts5 (tokens, tokenize = 'ascii', columnsize = 0)"_s;
}

Fault classifySqlite(int code)
{
    constexpr int busy = 5, locked = 6, readOnly = 8, interrupted = 9, ioError = 10, full = 13,
                  cannotOpen = 14;
    constexpr int primaryKeyTaken = 1555, uniqueTaken = 2067;
    if (code == uniqueTaken || code == primaryKeyTaken)
        return Fault::Conflict;
    switch (code & 0xff) { // the rest of an extended code tells details
    case busy:
    case locked: return Fault::Repeat;
    case readOnly:
    case interrupted: // deadline.h
    case ioError:
    case full:
    case cannotOpen: return Fault::Refused;
    default: return Fault::Other;
    }
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html
Fault classifyPostgres(QStringView state)
{
    if (state.isEmpty() || state.startsWith(u"08") || state.startsWith(u"57P"))
        return Fault::Lost; // without a state the server has not answered
    if (state == u"40001" || state == u"40P01")
        return Fault::Repeat;
    if (state == u"23505")
        return Fault::Conflict;
    if (state.startsWith(u"53") || state == u"57014" || state == u"25006")
        return Fault::Refused; // out of resources, statement_timeout, a standby
    return Fault::Other;
}

} // namespace

QString adapt(const QString &sql, Backend backend)
{
    const bool postgres = backend == Backend::PostgreSql;
    QString adapted = sql;
    adapted.replace(u"{for update}"_s, postgres ? u"FOR UPDATE"_s : QString());
    adapted.replace(u"{greatest}"_s, postgres ? u"greatest"_s : u"max"_s);
    adapted.replace(u"{least}"_s, postgres ? u"least"_s : u"min"_s);
    const qsizetype begin = adapted.indexOf("{rows "_L1);
    if (begin >= 0) {
        const qsizetype end = adapted.indexOf(u'}', begin);
        const QStringView columns = QStringView(adapted).mid(begin + 6, end - begin - 6);
        adapted.replace(begin, end - begin + 1, rowsTable(columns, backend));
    }
    return adapted;
}

QString adaptSchema(const QString &sql, Backend backend)
{
    const bool postgres = backend == Backend::PostgreSql;
    QString adapted = sql;
    adapted.replace(u"{row number}"_s, postgres ? u"BIGINT"_s : u"INTEGER"_s);
    adapted.replace(u"{search texts}"_s, searchTexts(backend));
    if (postgres)
        adapted.replace(u" TEXT"_s, u" TEXT COLLATE \"C\""_s); // SQLite's own order already
    return adapted;
}

QString beginWrite(Backend backend)
{
    return backend == Backend::PostgreSql ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s;
}

QString beginSnapshot(Backend backend)
{
    return backend == Backend::PostgreSql ? u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s : u"BEGIN"_s;
}

QStringList settings(Backend backend, bool readOnly)
{
    if (backend == Backend::Sqlite) {
        // Space is given back bit by bit (retention). Only a file that is still empty takes this up.
        return {u"PRAGMA auto_vacuum = INCREMENTAL"_s, u"PRAGMA journal_mode = WAL"_s,
                u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s,
                readOnly ? u"PRAGMA query_only = ON"_s : u"PRAGMA query_only = OFF"_s};
    }
    // A commit that is acknowledged is on disk, whatever the server's default says. A process that was
    // stopped inside a transaction must not hold its locks for ever.
    return {u"SELECT set_config('synchronous_commit', 'on', false)"
            " WHERE current_setting('synchronous_commit') = 'off'"_s,
            u"SET standard_conforming_strings = on"_s, // the driver escapes for it
            u"SET client_min_messages = error"_s,
            u"SET statement_timeout = '30s'"_s,
            u"SET idle_in_transaction_session_timeout = '30s'"_s,
            readOnly ? u"SET default_transaction_read_only = on"_s
                     : u"SET default_transaction_read_only = off"_s};
}

QStringList searchSettings(Backend backend)
{
    if (backend == Backend::Sqlite)
        return {}; // deadline.h keeps the time there
    // The plan is known: by the index of tokens. Guesses about words that are said often in one conversation
    // and never in another would now and then read the whole table instead.
    // And in the order in which the statements join, the hits first: it has gone from a member to all
    // messages of their conversations instead, which takes most of a second where these are a million.
    return {u"SET statement_timeout = '1s'"_s,
            u"SET enable_seqscan = off"_s,
            u"SET jit = off"_s,
            u"SET join_collapse_limit = 1"_s,
            u"SET plan_cache_mode = force_custom_plan"_s,
            u"SET work_mem = '32MB'"_s};
}

QString connectOptions(const DatabaseConfig &config)
{
    if (config.backend == Backend::Sqlite)
        return u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(sqliteBusyMs);
    // Seconds and, for tcp_user_timeout, milliseconds: libpq's "Parameter Key Words".
    QString options = u"application_name=hearth;connect_timeout=2;tcp_user_timeout=10000;"
                      "keepalives_idle=10;keepalives_interval=3;keepalives_count=3"_s;
    if (!config.sslMode.isEmpty())
        options += u";sslmode="_s + config.sslMode;
    return options;
}

QString lockMigrations(Backend backend)
{
    // The number is arbitrary; it only has to be the same in every hearth-server.
    return backend == Backend::PostgreSql ? u"SELECT pg_advisory_xact_lock(7234017283807667300)"_s
                                          : QString();
}

QString countTables(Backend backend)
{
    return backend == Backend::PostgreSql
        ? u"SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = :name"_s
        : u"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = :name"_s;
}

QString listTables(Backend backend)
{
    return backend == Backend::PostgreSql
        ? u"SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"_s
        : u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@'"
          " ORDER BY name"_s;
}

Fault classify(const QSqlError &error, Backend backend)
{
    return backend == Backend::PostgreSql ? classifyPostgres(error.nativeErrorCode())
                                          : classifySqlite(error.nativeErrorCode().toInt());
}

} // namespace Hearth::Dialect
