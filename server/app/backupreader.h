// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/manifest.h"

#include <functional>

namespace Hearth {

// What stands in a backup besides its database.
namespace BackupEntry {
inline constexpr QLatin1StringView manifest{"manifest.json"};
inline constexpr QLatin1StringView signingKey{"keys/signing.key"};
inline constexpr QLatin1StringView files{"files/"}; // what this begins is one, named as in its folder
} // namespace BackupEntry

// Where an entry is to be put; an empty path: nowhere, it is only read.
using BackupPlace = std::function<Result<QString>(const QString &name)>;

// Reads a backup to its end and compares all of it with its manifest; what it has put somewhere is on the
// disk. precondition_failed when it is not complete or not as it was.
[[nodiscard]] Result<Manifest> readBackup(const QString &path, const BackupPlace &place);

} // namespace Hearth
