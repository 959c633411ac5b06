// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/sql.h"

#include <functional>

namespace Hearth {

// What a connection is for.
enum class Access { Read, Write, Search };

// How a piece of work wants to see the database.
enum class Isolation {
    Statement, // a read of one statement, which is a snapshot by itself
    Snapshot, // reads that belong together
    Write,
};

// One connection to the database: opened, configured and used by one thread.
class DatabaseConnection
{
public:
    DatabaseConnection(DatabaseConfig config, Access access);
    ~DatabaseConnection();
    Q_DISABLE_COPY_MOVE(DatabaseConnection)

    bool open(); // anew when it is open
    [[nodiscard]] bool isOpen() const { return m_sql != nullptr; }
    [[nodiscard]] bool takeWrote() { return m_sql && m_sql->takeWrote(); } // Sql::takeWrote()

    // Runs `work` in a transaction, which is committed when it says so. Work that a deadlock or a lost
    // connection undid is run again; not when the connection is lost while committing, as the commit may have
    // happened. Answers why nothing could be done, or nothing.
    std::optional<Error> run(Isolation isolation, const std::function<bool(Sql &)> &work);

private:
    std::optional<Sql::Failure> attempt(Isolation isolation, const std::function<bool(Sql &)> &work,
                                        bool &committing);
    [[nodiscard]] QSqlDatabase configured() const;
    void apply(const QString &setting);
    void close();

    const DatabaseConfig m_config;
    const Access m_access;
    const QString m_name; // among Qt's connections
    std::unique_ptr<Sql> m_sql;
};

} // namespace Hearth
