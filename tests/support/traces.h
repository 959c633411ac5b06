// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/databases.h"

#include <QDirIterator>

// Where something that should be gone still stands.
namespace Hearth::Test {

// The tables that hold this text (lower-case ASCII letters) in any column. They are read from the schema, so
// that a table which comes later is looked through, too.
inline QStringList tablesWith(TestDatabase &database, const QString &text)
{
    const bool postgres = database.isPostgres();
    const auto list = [&database](const QString &sql) {
        return database.execute(sql).toString().split(u',', Qt::SkipEmptyParts);
    };
    if (!postgres) // FTS5 keeps the bytes of deleted rows until it merges the parts of its index
        database.execute(QStringLiteral("INSERT INTO search_texts (search_texts) VALUES ('optimize')"));
    const QString tables = postgres
        ? QStringLiteral("SELECT string_agg(tablename, ',' ORDER BY tablename) FROM pg_tables"
                         " WHERE schemaname = current_schema()")
        : QStringLiteral("SELECT group_concat(name) FROM (SELECT name FROM sqlite_master"
                         " WHERE type = 'table' ORDER BY name)");
    QStringList found;
    for (const QString &table : list(tables)) {
        QString holds = QStringLiteral("position('%1' in lower(CAST(t AS TEXT))) > 0").arg(text);
        if (!postgres) {
            QStringList columns =
                list(QStringLiteral("SELECT group_concat(name) FROM pragma_table_info('%1')").arg(table));
            for (QString &column : columns)
                column = QStringLiteral("instr(lower(CAST(\"%1\" AS TEXT)), '%2') > 0"
                                        " OR instr(CAST(\"%1\" AS BLOB), CAST('%2' AS BLOB)) > 0")
                             .arg(column, text);
            holds = columns.join(QStringLiteral(" OR "));
        }
        if (database.execute(QStringLiteral("SELECT count(*) FROM \"%1\" AS t WHERE %2").arg(table, holds))
                .toLongLong()
            > 0)
            found += table;
    }
    return found;
}

// The files below a folder.
inline QStringList filesBelow(const QString &folder)
{
    QStringList paths;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         files.hasNext();)
        paths += files.next();
    return paths;
}

} // namespace Hearth::Test
