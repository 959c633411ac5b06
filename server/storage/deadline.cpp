// SPDX-License-Identifier: Apache-2.0
#include "storage/deadline.h"

#include <QSqlDriver>

#include <sqlite3.h>

namespace Hearth {

namespace {

constexpr int stepsBetweenLooks = 1'000; // of SQLite's virtual machine

sqlite3 *handleOf(const QVariant &handle)
{
    return qstrcmp(handle.typeName(), "sqlite3*") == 0 ? *static_cast<sqlite3 *const *>(handle.constData())
                                                       : nullptr;
}

} // namespace

Deadline::Deadline(Sql &sql, std::chrono::milliseconds time)
    : m_end(std::chrono::steady_clock::now() + time)
    , m_sqlite(sql.connection().driver()->handle())
{
    const auto look = [](void *self) -> int { return static_cast<const Deadline *>(self)->passed(); };
    if (sqlite3 *handle = handleOf(m_sqlite))
        sqlite3_progress_handler(handle, stepsBetweenLooks, look, this);
}

Deadline::~Deadline()
{
    if (sqlite3 *handle = handleOf(m_sqlite))
        sqlite3_progress_handler(handle, 0, nullptr, nullptr);
}

} // namespace Hearth
