// SPDX-License-Identifier: Apache-2.0
#include "core/messagechange.h"

#include <algorithm>

namespace Hearth {

namespace {

void react(Message &message, const QString &emoji, const UserId &self)
{
    auto reaction = std::ranges::find(message.reactions, emoji, &Reaction::emoji);
    if (reaction == message.reactions.end()) {
        message.reactions.append({emoji, 0, {}});
        reaction = std::prev(message.reactions.end());
    }
    if (reaction->userIds.contains(self))
        return;
    reaction->userIds.append(self);
    ++reaction->count;
}

void unreact(Message &message, const QString &emoji, const UserId &self)
{
    const auto reaction = std::ranges::find(message.reactions, emoji, &Reaction::emoji);
    if (reaction == message.reactions.end() || reaction->userIds.removeAll(self) == 0)
        return;
    if (--reaction->count <= 0)
        message.reactions.erase(reaction);
}

// Nothing of its content stays, as on the server.
void remove(Message &message)
{
    message.isDeleted = true;
    message.pinned = false;
    message.content.clear();
    message.mentions.clear();
    message.attachments.clear();
    message.reactions.clear();
    message.metadata = {};
}

} // namespace

Message withChange(Message message, const MessageChange &change, const UserId &self)
{
    if (message.isDeleted)
        return message;
    switch (change.kind) {
    case MessageChange::Kind::Edit:
        message.content = change.text;
        message.mentions = change.mentions;
        message.isEdited = true;
        message.editedAt = change.madeAt;
        break;
    case MessageChange::Kind::Remove: remove(message); break;
    case MessageChange::Kind::React: react(message, change.text, self); break;
    case MessageChange::Kind::Unreact: unreact(message, change.text, self); break;
    case MessageChange::Kind::Pin: message.pinned = true; break;
    case MessageChange::Kind::Unpin: message.pinned = false; break;
    }
    return message;
}

} // namespace Hearth
