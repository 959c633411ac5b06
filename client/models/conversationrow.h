// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"
#include "model/presence.h"

namespace Hearth {

class Session;

// What one line of the conversation list says.
struct ConversationRow {
    enum class Preview { Message, Typing, Draft };

    ConversationId id;
    QString title;
    UserId colorKey; // whose colour the avatar has: the other person, or the group itself
    std::optional<PresenceStatus> presence; // of the other one of a direct conversation, when known
    Preview previewKind = Preview::Message;
    QString preview;
    Timestamp lastActivity = {};
    int unreadCount = 0;
    int mentionCount = 0;
    bool muted = false;
    bool pinned = false;
    bool archived = false;
    bool direct = false;
    QList<UserId> people; // whose names or presence the row tells

    bool operator==(const ConversationRow &) const = default;
};

// The name of a conversation: what a group is called, or who is in it.
[[nodiscard]] QString conversationTitle(const Session &session, const ConversationSummary &summary);

// A message in one line; what it brings along where it says nothing.
[[nodiscard]] QString contentPreview(const Message &message);

// `open`: the conversation is on the screen, so its draft is not told again.
[[nodiscard]] ConversationRow conversationRow(const Session &session, const ConversationSummary &summary,
                                              bool open);

// What a badge counts: what is unread, or from where somebody means to read again.
[[nodiscard]] int unreadOf(const Conversation &conversation);

// Nobody is to be disturbed by it, now.
[[nodiscard]] bool isMuted(const OwnMembership &my);

// Pinned ones first, then by last activity, then by id so that the order is total.
[[nodiscard]] bool standsBefore(const ConversationRow &a, const ConversationRow &b);

// The badge's text: the count, capped at 999+ where there is room for that.
[[nodiscard]] QString badgeText(int count, int most = 999);

// The row in words, for screen readers.
[[nodiscard]] QString spokenRow(const ConversationRow &row);

} // namespace Hearth

Q_DECLARE_METATYPE(Hearth::ConversationRow)
