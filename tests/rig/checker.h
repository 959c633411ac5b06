// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rig/record.h"

namespace Hearth::Rig {

// A promise (docs/reliability.md) that a record breaks, and the shortest piece of the record that shows it.
struct Violation {
    int promise = 0;
    QString what;
    QStringList evidence;
};

// Promises 1 (nothing acknowledged is lost), 2 (once for a client_msg_id), 3 (one order without a gap),
// 4 (every member gets every change) and, for live frames, 5 (nobody else does).
[[nodiscard]] QList<Violation> check(const Record &record);

[[nodiscard]] QString describe(const QList<Violation> &violations);

} // namespace Hearth::Rig
