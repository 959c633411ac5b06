// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/message.h"
#include "model/user.h"

namespace Hearth {

// Whom a text names: "@" and a username, not within a word, whatever the case. In order, not overlapping.
[[nodiscard]] QList<Mention> mentionsIn(const QString &text, const QList<User> &people);

} // namespace Hearth
