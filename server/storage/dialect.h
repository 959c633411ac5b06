// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/database.h"

class QSqlError;

// What PostgreSQL and SQLite spell differently. Everything else in this folder is written once for both.
namespace Hearth::Dialect {

using Backend = DatabaseConfig::Backend;

// The statement in the words of one database. It may hold these:
//   {rows id TEXT, seq BIGINT}  the values of a RowSet as a table named `rows` with these columns
//   {for update}                locks the rows that are read until the transaction ends
//   {greatest} and {least}      the function that gives the largest or smallest of its arguments
[[nodiscard]] QString adapt(const QString &sql, Backend backend);

// Statements that create tables: text compares by its bytes, so that both databases sort alike. They may hold
//   {row number}    the type of a key by which the rows of a table are stored
//   {search texts}  the table search_texts (rowid, tokens), which finds rows by tokens (searchprobe.h)
[[nodiscard]] QString adaptSchema(const QString &sql, Backend backend);

[[nodiscard]] QString beginWrite(Backend backend);
[[nodiscard]] QString beginSnapshot(Backend backend);

// Run on a connection when it was opened.
[[nodiscard]] QStringList settings(Backend backend, bool readOnly);

// Besides these, on a connection that searches.
[[nodiscard]] QStringList searchSettings(Backend backend);

// The driver's options for opening a connection.
[[nodiscard]] QString connectOptions(const DatabaseConfig &config);

// Holds back others who migrate until the transaction ends; empty where the transaction itself does.
[[nodiscard]] QString lockMigrations(Backend backend);

// Asks how many tables are named :name.
[[nodiscard]] QString countTables(Backend backend);

// Lists the tables of this schema by name.
[[nodiscard]] QString listTables(Backend backend);

// What can be done about a statement that failed.
enum class Fault {
    Lost, // the connection is gone
    Repeat, // deadlock, serialization failure, busy: the same transaction may succeed now
    Refused, // no room, time-out: later, perhaps
    Conflict, // a unique value is taken
    Other,
};
[[nodiscard]] Fault classify(const QSqlError &error, Backend backend);

} // namespace Hearth::Dialect
