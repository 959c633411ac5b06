// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/export.h"

#include "storage/database.h"

namespace Hearth {

// Where an export goes on: in which section, and after what there. Opaque to callers.
struct ExportPlace {
    int section = 0;
    QStringList after = {};
};

struct ExportPage {
    QList<ExportRecord> records;
    std::optional<ExportPlace> next = {}; // nothing at the end
};

// Everything that is kept about one person, in pages.
class ExportStore
{
public:
    static constexpr int recordsAtOnce = 200;

    explicit ExportStore(Database &db)
        : m_db(db)
    { }

    // A few hundred records at most. not_found when there is no such user.
    QCoro::Task<Result<ExportPage>> page(UserId user, ExportPlace from);

private:
    Database &m_db;
};

} // namespace Hearth
