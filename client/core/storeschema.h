// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace Hearth {

// The migrations of the two files of an account (storefile.h), oldest first: the version of a file is how
// many of them it has seen. Appended to, never changed.
[[nodiscard]] const QList<QStringList> &cacheMigrations();
[[nodiscard]] const QList<QStringList> &outboxMigrations();

} // namespace Hearth
