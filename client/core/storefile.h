// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QSqlDatabase>

namespace Hearth {

// The two files of an account, as one SQLite connection. `cache.sqlite` holds what the server knows and can
// be fetched again. `outbox.sqlite` (schema `own`) holds what exists nowhere else: outbox, drafts, reads that
// the server has not heard of. So a lost cache costs nothing but time.
//
// Both are in WAL mode, where what was committed survives the end of this process. The cache syncs at
// checkpoints (synchronous=NORMAL), the outbox at every commit (FULL): it survives a power cut, too.
struct StoreFiles {
    QSqlDatabase db;
    std::optional<Error> mended = {}; // what was wrong with a file that had to be set aside
};

// On the thread that will use the connection. A damaged file and one of a newer version are set aside under
// another name and begun anew; of an outbox what can be read is kept.
[[nodiscard]] Result<StoreFiles> openStoreFiles(const QString &folder, const QString &connectionName);

// A file that says that the cache was found damaged while in use: it is set aside when it is opened next.
[[nodiscard]] QString damageMarker(const QString &folder);

} // namespace Hearth
