// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/database.h"

#include <QTemporaryDir>
#include <QTest>

namespace Hearth::Test {

using QCoro::waitFor; // runs a coroutine to its end in a local event loop

// The rows "sqlite" and "postgresql" of one data-driven test, or, called by initTestCase_data(), of all tests
// of a class. A test begins with `TestDatabase database;`, which reads the row.
void everyBackend();

// A fresh, empty database of the kind that the test's current row names, or that is named, removed when it
// ends. PostgreSQL is the server in the environment variable HEARTH_TEST_POSTGRES, or the one that ctest
// started; the test fails when there is none.
class TestDatabase
{
public:
    TestDatabase();
    explicit TestDatabase(bool postgres);
    ~TestDatabase();
    Q_DISABLE_COPY_MOVE(TestDatabase)

    [[nodiscard]] DatabaseConfig config() const { return m_config; }
    [[nodiscard]] QString url() const; // as --database-url takes it
    [[nodiscard]] bool isPostgres() const { return m_config.backend == DatabaseConfig::Backend::PostgreSql; }

    // The database with the stores' schema, opened at first use.
    [[nodiscard]] Database &open();
    void close(); // open() begins anew

    // Runs SQL behind the stores' back, on a connection of its own; gives the first column of the first row.
    QVariant execute(const QString &sql);

    // PostgreSQL: ends every connection of others to this database, as a restart of the server would.
    void cutConnections();

private:
    QTemporaryDir m_folder;
    DatabaseConfig m_config;
    std::unique_ptr<Database> m_database;
};

} // namespace Hearth::Test
