// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/memberships.h"
#include "wire/requests.h"

namespace Hearth {

// What a message must be to be stored (protocol.md, Shapes). The error names the field.
[[nodiscard]] Result<void> checkDraft(const MessageDraft &draft, const ConversationState &conversation);

// True for a name that people can read: storable, within `maxLength`, and not only white space.
[[nodiscard]] Result<void> checkName(const QString &name, int maxLength, const QString &pointer);

} // namespace Hearth
