// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/database.h"

#include <QMap>
#include <QSet>

namespace Hearth {

// What a database holds, to be compared with what comes out of a backup of it.
struct DatabaseSummary {
    int schemaVersion = 0; // 0: no database yet
    QString epoch;
    QMap<QString, qint64> rows; // of each table

    [[nodiscard]] bool isEmpty() const; // nobody has used it yet
};

// All of these open connections of their own and block.

// unavailable when there is no connection. A SQLite file that does not exist is not made.
[[nodiscard]] Result<DatabaseSummary> summarize(const DatabaseConfig &config);

// Writes a copy of the database, as it is at one moment, to a file that does not exist yet: a SQLite
// database, or the custom format of pg_dump, which must be installed. Servers may go on meanwhile.
[[nodiscard]] Result<DatabaseSummary> dumpDatabase(const DatabaseConfig &config, const QString &path);

// Sessions that ended after a copy was made are live in it.
enum class CopiedSessions { Keep, End };

// Puts such a copy in the place of what the database holds now, checks it against what it should hold, and
// gives the database a new epoch, so that clients forget how far they were. The copy of a SQLite database
// must stand on the same file system as the database, and is moved. conflict while a server uses the
// database. precondition_failed when the copy is damaged, not what was expected, or newer than this binary
// knows; the database is then as it was.
[[nodiscard]] Result<DatabaseSummary> loadDatabase(const DatabaseConfig &config, const QString &path,
                                                   const DatabaseSummary &expected,
                                                   CopiedSessions sessions = CopiedSessions::Keep);

// The ids of all files that have a row: contents of others are of no use.
[[nodiscard]] Result<QSet<QString>> listFiles(const DatabaseConfig &config);

// conflict while a server uses the database.
[[nodiscard]] Result<void> requireUnused(const DatabaseConfig &config);

// SQLite: rewrites the file without its unused pages, and so that retention can give space back from then on.
// conflict while a server uses it. PostgreSQL needs none of this, and is left alone.
[[nodiscard]] Result<void> compactDatabase(const DatabaseConfig &config);

} // namespace Hearth
