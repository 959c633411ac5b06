// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QByteArray>

#include <memory>

namespace Hearth {

// What each guess of a passphrase costs: libsodium's "moderate" choice for argon2id. A file names its own, so
// that later ones may cost more.
struct SealCost {
    quint32 passes = 3; // 1 to 64
    quint32 memoryKiB = 256 * 1024; // 8 to 4 GiB
};

// What opens one sealed file. Its memory is kept from the swap, and zeroed when it goes.
class SealKey;
using SealKeyPtr = std::shared_ptr<const SealKey>;

// A small file that nobody reads or changes without its passphrase. These work for a while or wait for the
// disk, and may be called on any thread. Errors: NotFound, there is no file; Forbidden, the passphrase is
// another one; Internal, the file is damaged; UnknownType, a newer program wrote it; Unavailable, the disk or
// the memory is full, or the file cannot be read.
[[nodiscard]] Result<SealKeyPtr> makeSealKey(const QString &passphrase, const SealCost &cost);
[[nodiscard]] Result<SealKeyPtr> openSealed(const QString &path, const QString &passphrase);
[[nodiscard]] Result<QByteArray> readSealed(const QString &path, const SealKey &key);
[[nodiscard]] Result<void> writeSealed(const QString &path, const SealKey &key, const QByteArray &contents);

void wipe(QByteArray &secret); // overwrites it, where nobody shares it

} // namespace Hearth
