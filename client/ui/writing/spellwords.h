// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/writing/codestretches.h"

#include <QString>

namespace Hearth {

// The words of a line whose spelling can be checked: not code, links, addresses, mentions or shortcodes, and
// nothing with digits or underscores.
[[nodiscard]] QList<Stretch> wordsToCheck(const QString &line);

// A word as dictionaries have it.
[[nodiscard]] QString wordAt(const QString &line, const Stretch &word);

} // namespace Hearth
