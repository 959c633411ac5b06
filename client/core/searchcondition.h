// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/searchtext.h"
#include "model/ids.h"

#include <QVariantList>

namespace Hearth {

// What of a search can be asked of the table of stored messages.
struct SearchCondition {
    QString text; // of a WHERE
    QVariantList values;
};

// The conversations that a name (or id) in an in: filter means.
using ConversationsCalled = std::function<QList<ConversationId>(const QString &name)>;

// Nothing when a filter asks for what is not stored here.
[[nodiscard]] std::optional<SearchCondition>
searchCondition(const QList<SearchPart> &parts, const UserId &self, const ConversationsCalled &called);

} // namespace Hearth
