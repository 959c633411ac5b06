// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Hearth::Test {

// An empty database on the tests' PostgreSQL, for the server alone: unlike TestDatabase it needs nothing of
// the server's code. Dropped when it ends.
class PostgresDatabase
{
public:
    PostgresDatabase();
    ~PostgresDatabase();
    Q_DISABLE_COPY_MOVE(PostgresDatabase)

    [[nodiscard]] QString url() const; // as --database-url takes it

private:
    const QString m_name;
};

} // namespace Hearth::Test
