// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/memberships.h"
#include "storage/messagestore.h"
#include "wire/requests.h"

namespace Hearth {

// What a message must be to be stored (protocol.md, Shapes). The error names the field.
[[nodiscard]] Result<void> checkDraft(const MessageDraft &draft, const ConversationState &conversation);

// The same for an edit of a message that has attachments, or none.
[[nodiscard]] Result<void> checkEdit(const MessageEdit &edit, bool hasAttachments,
                                     const ConversationState &conversation);

// Keys of `metadata` that have a meaning (places, measures, addresses of media) must fit it; a location needs
// its latitude and longitude. Other keys are the clients' own.
[[nodiscard]] Result<void> checkMetadata(MessageType type, const QJsonObject &metadata);

// One emoji or a sequence of code points that is shown as emoji: at most Limits::emojiCodeUnits.
[[nodiscard]] bool isEmoji(QStringView text);

// Who may do what with a stored message (protocol.md, Who may do what); forbidden, or conflict when it is
// deleted.
[[nodiscard]] Result<void> mayEdit(const MessageContext &context);
[[nodiscard]] Result<void> mayDelete(const MessageContext &context);
[[nodiscard]] Result<void> mayPin(const MessageContext &context);
[[nodiscard]] Result<void> mayReact(const MessageContext &context);

// True for a name that people can read: storable, within `maxLength`, and not only white space.
[[nodiscard]] Result<void> checkName(const QString &name, int maxLength, const QString &pointer);

} // namespace Hearth
