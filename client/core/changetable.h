// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/messagechange.h"
#include "core/sql.h"

// The changes to messages that the server has not confirmed. For the thread of the store; failures stay in
// `sql`.
namespace Hearth::ChangeTable {

void put(Sql &sql, const MessageChange &change);
void setError(Sql &sql, const QString &id, const std::optional<Error> &error);
void remove(Sql &sql, const QString &id);
[[nodiscard]] QList<MessageChange> all(Sql &sql); // in the order of making

} // namespace Hearth::ChangeTable
