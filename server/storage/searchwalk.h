// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/deadline.h"
#include "storage/searchprobe.h"

namespace Hearth {

// probe() on PostgreSQL, whose GIN gives all matches in no order: it is asked for the newest stretch of time
// first, and for the ones before as long as there is not enough. How long the next one is follows from what
// was in the last one; one with too many matches is asked again in parts.
[[nodiscard]] QList<qint64> probePostgres(Sql &sql, const SearchProbe &probe, const Deadline &deadline);

} // namespace Hearth
