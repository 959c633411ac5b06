// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

// Names of files that somebody else has given: what the server let through is not taken on trust.
namespace Hearth {

// As it may be shown: without control characters and those that turn the direction of text round, which could
// make an ending look like another.
[[nodiscard]] QString shownFileName(const QString &name);

// As it may be written to a disk: the last part of a path, no hidden file, without what Windows forbids, at
// most 255 bytes of UTF-8 (the ending is kept). "file" when nothing is left.
[[nodiscard]] QString safeFileName(const QString &name);

// Whether opening it may run a program: by its ending or by its type.
[[nodiscard]] bool mayRun(const QString &name, const QString &mimeType);

} // namespace Hearth
