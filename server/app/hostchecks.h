// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/inspection.h"

#include <QHostAddress>

namespace Hearth {

// What the machine has to offer to a server.

[[nodiscard]] QList<Finding> examineFolder(const QString &path); // rights, free space, writing
[[nodiscard]] Finding examineListening(const QHostAddress &host, quint16 port); // free, or ours
[[nodiscard]] Finding examineLimits(); // descriptors
[[nodiscard]] Finding examineClock();

// Bytes that this process may still write there; nothing when that cannot be said. Looks at the nearest
// folder that exists.
[[nodiscard]] std::optional<qint64> freeSpace(const QString &path);

inline constexpr qint64 lowSpace = qint64(1) << 30; // a day or so to act
inline constexpr qint64 noSpace = qint64(32) << 20; // what SQLite and PostgreSQL need to go on at all

} // namespace Hearth
