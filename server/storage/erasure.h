// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "storage/sql.h"

#include <QList>

namespace Hearth {

// Removes all that belongs to these messages besides their rows, in the caller's transaction: earlier
// contents, mentions, reactions, and whatever else holds what they said. What remains in the rows is the
// caller's.
void eraseContents(Sql &sql, const QList<MessageId> &messages);

} // namespace Hearth
