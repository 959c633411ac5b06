// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/message.h"
#include "model/user.h"

namespace Hearth {

// Whom a text names: each "@" that begins a word and is followed by somebody's display name or username, the
// longest that fits; not in code. Case and accents do not count. Of two with the same name the first one in
// the list is meant. At most as many as the server takes.
[[nodiscard]] QList<Mention> mentionsIn(const QString &text, const QList<User> &people);

} // namespace Hearth
