// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/administration.h"
#include "storage/database.h"

namespace Hearth {

// What people reported to the administrators.
class ReportStore
{
public:
    explicit ReportStore(Database &db)
        : m_db(db)
    { }

    // The stored report: while one of this reporter about the same is open, that one.
    QCoro::Task<Result<AbuseReport>> insert(AbuseReport report);

    // By id, the oldest first, with the messages as they are now.
    QCoro::Task<Result<QList<AbuseReport>>> list(bool open, int limit, QString after);

    // The resolved report; one that was resolved before stays as it is. not_found.
    QCoro::Task<Result<AbuseReport>> resolve(QString id, UserId by, Timestamp at);

private:
    Database &m_db;
};

} // namespace Hearth
