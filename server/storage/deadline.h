// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/sql.h"

namespace Hearth {

// Ends what a connection does for too long. On SQLite the statement that runs then fails as `unavailable`; on
// PostgreSQL statements have their own time-out (dialect.h), and who runs several asks passed() between them.
class Deadline
{
public:
    Deadline(Sql &sql, std::chrono::milliseconds time);
    ~Deadline();
    Q_DISABLE_COPY_MOVE(Deadline)

    [[nodiscard]] bool passed() const { return std::chrono::steady_clock::now() > m_end; }

private:
    const std::chrono::steady_clock::time_point m_end;
    const QVariant m_sqlite; // the driver's handle; invalid on PostgreSQL
};

} // namespace Hearth
