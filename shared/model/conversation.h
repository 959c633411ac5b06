// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/message.h"

namespace Hearth {

enum class ConversationType { Direct, Group };

template<>
inline constexpr std::array enumNames<ConversationType>{QLatin1StringView("direct"),
                                                        QLatin1StringView("group")};

enum class MemberRole { Owner, Admin, Member };

template<>
inline constexpr std::array enumNames<MemberRole>{QLatin1StringView("owner"), QLatin1StringView("admin"),
                                                  QLatin1StringView("member")};

// Which messages somebody who joins later gets to see.
enum class History { All, SinceJoin };

template<>
inline constexpr std::array enumNames<History>{QLatin1StringView("all"), QLatin1StringView("since_join")};

// What a member wants to be notified of.
enum class NotifyLevel { All, Mentions, None };

template<>
inline constexpr std::array enumNames<NotifyLevel>{QLatin1StringView("all"), QLatin1StringView("mentions"),
                                                   QLatin1StringView("none")};

struct Member {
    UserId userId;
    MemberRole role = MemberRole::Member;
    bool canSendMessages = true;
    Timestamp joinedAt = {};
    qint64 deliveredSeq = 0;
    qint64 readSeq = 0;

    bool operator==(const Member &) const = default;
};

// The caller's own view of a conversation.
struct OwnMembership {
    MemberRole role = MemberRole::Member;
    qint64 readSeq = 0;
    int unreadCount = 0;
    int mentionCount = 0;
    std::optional<Timestamp> mutedUntil = {};
    bool pinned = false;
    bool archived = false;
    NotifyLevel level = NotifyLevel::All;
    std::optional<qint64> unreadFrom = {}; // the seq from which they mean to read again

    bool operator==(const OwnMembership &) const = default;
};

struct Conversation {
    ConversationId id;
    ConversationType type = ConversationType::Direct;
    std::optional<QString> name = {};
    std::optional<QString> description = {};
    std::optional<QString> avatarUrl = {};
    History history = History::All;
    int memberCount = 0;
    std::optional<QList<Member>> members = {}; // left out above 100 members
    std::optional<Message> lastMessage = {};
    qint64 firstSeq = 1; // what lies below was removed by retention
    qint64 lastSeq = 0;
    qint64 lastChange = 0;
    OwnMembership my;
    Timestamp createdAt = {};
    Timestamp updatedAt = {};

    bool operator==(const Conversation &) const = default;
};

} // namespace Hearth
