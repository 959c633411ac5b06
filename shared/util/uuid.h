// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Hearth {

// A new UUID of version 7 (RFC 9562, section 5.7) in lower-case text. Ids made by one process sort in the
// order in which they were made, also within one millisecond and when the clock steps back. Thread-safe.
[[nodiscard]] QString uuidV7();

// True for the 36-character text form of any UUID, in either case.
[[nodiscard]] bool isUuid(QStringView text);

} // namespace Hearth
