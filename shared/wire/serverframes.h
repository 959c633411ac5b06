// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/requests.h"

#include <variant>

// What the server sends over the WebSocket. As in clientframes.h: appended to ServerFrame, described,
// handled, or it does not compile.
namespace Hearth {

struct ServerLimits {
    int frameBytes = 0;
    int contentCodePoints = 0;
    int groupMembers = 0;
    std::optional<qint64> fileBytes = {}; // of one upload

    bool operator==(const ServerLimits &) const = default;
};

template<typename F, Const<ServerLimits> T>
void describe(F &f, T &v)
{
    f.required("frame_bytes", v.frameBytes);
    f.required("content_code_points", v.contentCodePoints);
    f.required("group_members", v.groupMembers);
    f.optional("file_bytes", v.fileBytes);
}

// The first frame: the client sends nothing before it.
struct Hello {
    static constexpr QLatin1StringView type{"hello"};
    Account user;
    std::optional<SessionId> sessionId = {}; // external tokens have none
    QString serverVersion;
    int protocol = 1;
    QList<QString> features;
    ServerLimits limits;
    int heartbeatMs = 0;
    QString epoch; // names the database; another one voids all cursors
    Timestamp serverTime = {};
};

template<typename F, Const<Hello> T>
void describe(F &f, T &v)
{
    f.required("user", v.user);
    f.optional("session_id", v.sessionId);
    f.required("server_version", v.serverVersion);
    f.required("protocol", v.protocol);
    f.required("features", v.features);
    f.required("limits", v.limits);
    f.required("heartbeat_ms", v.heartbeatMs);
    f.required("epoch", v.epoch);
    f.required("server_time", v.serverTime);
}

struct Ack {
    static constexpr QLatin1StringView type{"ack"};
    QString id;
    QJsonObject data; // what it holds follows from the request
};

template<typename F, Const<Ack> T>
void describe(F &f, T &v)
{
    f.required("id", v.id);
    f.defaulted("data", v.data);
}

struct ErrorFrame {
    static constexpr QLatin1StringView type{"error"};
    std::optional<QString> id = {};
    Error error;
};

void describe(JsonWriter &f, const ErrorFrame &frame);
void describe(JsonReader &f, ErrorFrame &frame);

struct NewMessage {
    static constexpr QLatin1StringView type{"message.new"};
    Message data;
};

template<typename F, Const<NewMessage> T>
void describe(F &f, T &v)
{
    f.required("data", v.data);
}

// An edit or a pin: the message as it is now.
struct MessageUpdated {
    static constexpr QLatin1StringView type{"message.updated"};
    Message data;
};

// What a deletion leaves of a message.
struct MessageDeleted {
    static constexpr QLatin1StringView type{"message.deleted"};
    Message data;
};

template<typename F, typename T>
requires Const<T, MessageUpdated> || Const<T, MessageDeleted>
void describe(F &f, T &v)
{
    f.required("data", v.data);
}

struct ReactionFields {
    ConversationId conversationId;
    MessageId messageId;
    UserId userId; // who reacted
    QString emoji;
    qint64 change = 0;
    QList<Reaction> reactions; // all that the message has now

    bool operator==(const ReactionFields &) const = default;
};

struct ReactionAdded : ReactionFields {
    static constexpr QLatin1StringView type{"reaction.added"};
};

struct ReactionRemoved : ReactionFields {
    static constexpr QLatin1StringView type{"reaction.removed"};
};

template<typename F, typename T>
requires Const<T, ReactionAdded> || Const<T, ReactionRemoved>
void describe(F &f, T &v)
{
    f.required("conversation_id", v.conversationId);
    f.required("message_id", v.messageId);
    f.required("user_id", v.userId);
    f.required("emoji", v.emoji);
    f.required("change", v.change);
    f.required("reactions", v.reactions);
}

// A member's watermark moved to `seq`.
struct ReceiptFields {
    ConversationId conversationId;
    std::optional<MessageId> messageId = {}; // the message at `seq`, where it is at hand
    qint64 seq = 0;
    UserId userId;
    Timestamp at = {};

    bool operator==(const ReceiptFields &) const = default;
};

struct MessageDelivered : ReceiptFields {
    static constexpr QLatin1StringView type{"message.delivered"};
};

struct MessageRead : ReceiptFields {
    static constexpr QLatin1StringView type{"message.read"};
};

template<typename F, typename T>
requires Const<T, MessageDelivered> || Const<T, MessageRead>
void describe(F &f, T &v)
{
    f.required("conversation_id", v.conversationId);
    f.optional("message_id", v.messageId);
    f.required("seq", v.seq);
    f.required("user_id", v.userId);
    f.required("at", v.at);
}

struct TypingIndicator {
    static constexpr QLatin1StringView type{"typing.indicator"};
    ConversationId conversationId;
    UserId userId;
    bool isTyping = false;
};

template<typename F, Const<TypingIndicator> T>
void describe(F &f, T &v)
{
    f.required("conversation_id", v.conversationId);
    f.required("user_id", v.userId);
    f.required("is_typing", v.isTyping);
}

struct PresenceChanged {
    static constexpr QLatin1StringView type{"presence.changed"};
    Presence presence;
};

template<typename F, Const<PresenceChanged> T>
void describe(F &f, T &v)
{
    describe(f, v.presence);
}

struct UserUpdated {
    static constexpr QLatin1StringView type{"user.updated"};
    User user; // without `status` and `last_seen`
};

template<typename F, Const<UserUpdated> T>
void describe(F &f, T &v)
{
    f.required("user", v.user);
}

struct ConversationCreated {
    static constexpr QLatin1StringView type{"conversation.created"};
    ConversationId conversationId;
    qint64 change = 0;
    Conversation data;
};

template<typename F, Const<ConversationCreated> T>
void describe(F &f, T &v)
{
    f.required("conversation_id", v.conversationId);
    f.required("change", v.change);
    f.required("data", v.data);
}

// A conversation without what differs between its members, so that one frame serves them all.
struct ConversationFields {
    ConversationId id;
    ConversationType type = ConversationType::Group;
    std::optional<QString> name = {};
    std::optional<QString> description = {};
    std::optional<QString> avatarUrl = {};
    History history = History::All;
    int memberCount = 0;
    qint64 firstSeq = 1;
    qint64 lastSeq = 0;
    qint64 lastChange = 0;
    Timestamp createdAt = {};
    Timestamp updatedAt = {};

    bool operator==(const ConversationFields &) const = default;
};

template<typename F, Const<ConversationFields> T>
void describe(F &f, T &v)
{
    f.required("id", v.id);
    f.required("type", v.type);
    f.optional("name", v.name);
    f.optional("description", v.description);
    f.optional("avatar_url", v.avatarUrl);
    f.defaulted("history", v.history);
    f.required("member_count", v.memberCount);
    f.defaulted("first_seq", v.firstSeq);
    f.required("last_seq", v.lastSeq);
    f.required("last_change", v.lastChange);
    f.required("created_at", v.createdAt);
    f.required("updated_at", v.updatedAt);
}

struct ConversationUpdated {
    static constexpr QLatin1StringView type{"conversation.updated"};
    ConversationId conversationId;
    qint64 change = 0;
    ConversationFields data;
};

template<typename F, Const<ConversationUpdated> T>
void describe(F &f, T &v)
{
    f.required("conversation_id", v.conversationId);
    f.required("change", v.change);
    f.required("data", v.data);
}

// There is nothing left to show, so it carries no data.
struct ConversationDeleted {
    static constexpr QLatin1StringView type{"conversation.deleted"};
    ConversationId conversationId;
    qint64 change = 0;
};

template<typename F, Const<ConversationDeleted> T>
void describe(F &f, T &v)
{
    f.required("conversation_id", v.conversationId);
    f.required("change", v.change);
}

struct MemberFields {
    ConversationId conversationId;
    qint64 change = 0;
    Member data;

    bool operator==(const MemberFields &) const = default;
};

struct MemberAdded : MemberFields {
    static constexpr QLatin1StringView type{"member.added"};
};

// They left, or were removed; `data` is what they were.
struct MemberRemoved : MemberFields {
    static constexpr QLatin1StringView type{"member.removed"};
};

struct MemberUpdated : MemberFields {
    static constexpr QLatin1StringView type{"member.updated"};
};

template<typename F, typename T>
requires Const<T, MemberAdded> || Const<T, MemberRemoved> || Const<T, MemberUpdated>
void describe(F &f, T &v)
{
    f.required("conversation_id", v.conversationId);
    f.required("change", v.change);
    f.required("data", v.data);
}

// The caller's own settings of a conversation, changed on another device.
struct ConversationSettings {
    static constexpr QLatin1StringView type{"conversation.settings"};
    ConversationId conversationId;
    OwnMembership my;
};

template<typename F, Const<ConversationSettings> T>
void describe(F &f, T &v)
{
    f.required("conversation_id", v.conversationId);
    f.required("my", v.my);
}

struct NewNotification {
    static constexpr QLatin1StringView type{"notification.new"};
    Notification data;
};

template<typename F, Const<NewNotification> T>
void describe(F &f, T &v)
{
    f.required("data", v.data);
}

// Notifications were read on another device: one, or all up to a number.
struct NotificationsRead {
    static constexpr QLatin1StringView type{"notification.read"};
    std::optional<QString> notificationId = {};
    std::optional<qint64> upTo = {};
    int unreadCount = 0; // that remain
    Timestamp at = {};
};

template<typename F, Const<NotificationsRead> T>
void describe(F &f, T &v)
{
    f.optional("notification_id", v.notificationId);
    f.optional("up_to", v.upTo);
    f.required("unread_count", v.unreadCount);
    f.required("at", v.at);
}

// Where a conversation of the caller stands.
struct Head {
    ConversationId conversationId;
    qint64 lastChange = 0;
    qint64 lastSeq = 0;
    OwnMembership my;

    bool operator==(const Head &) const = default;
};

template<typename F, Const<Head> T>
void describe(F &f, T &v)
{
    f.required("conversation_id", v.conversationId);
    f.required("last_change", v.lastChange);
    f.required("last_seq", v.lastSeq);
    f.required("my", v.my);
}

struct SyncHeads {
    static constexpr QLatin1StringView type{"sync.heads"};
    QList<Head> heads;
    QList<ConversationId> left; // conversations that the caller is no longer in
};

template<typename F, Const<SyncHeads> T>
void describe(F &f, T &v)
{
    f.required("heads", v.heads);
    f.defaulted("left", v.left);
}

struct SyncDone {
    static constexpr QLatin1StringView type{"sync.done"};
    std::optional<QString> id = {};
    Timestamp serverTime = {};
    QString epoch;
};

template<typename F, Const<SyncDone> T>
void describe(F &f, T &v)
{
    f.optional("id", v.id);
    f.required("server_time", v.serverTime);
    f.required("epoch", v.epoch);
}

struct Pong {
    static constexpr QLatin1StringView type{"pong"};
    std::optional<QString> id = {};
};

template<typename F, Const<Pong> T>
void describe(F &f, T &v)
{
    f.optional("id", v.id);
}

struct ServerDraining {
    static constexpr QLatin1StringView type{"server.draining"};
    int reconnectAfterMs = 0;
};

template<typename F, Const<ServerDraining> T>
void describe(F &f, T &v)
{
    f.required("reconnect_after_ms", v.reconnectAfterMs);
}

using ServerFrame =
    std::variant<Hello, Ack, ErrorFrame, NewMessage, MessageDelivered, MessageRead, TypingIndicator,
                 PresenceChanged, UserUpdated, ConversationCreated, SyncHeads, SyncDone, Pong, ServerDraining,
                 MessageUpdated, MessageDeleted, ReactionAdded, ReactionRemoved, ConversationUpdated,
                 ConversationDeleted, MemberAdded, MemberRemoved, MemberUpdated, ConversationSettings,
                 NewNotification, NotificationsRead>;

[[nodiscard]] QByteArray encode(const ServerFrame &frame);

// The ack of a request whose answer is already a struct: encoded without a detour through QJsonObject.
template<typename T>
[[nodiscard]] QByteArray encodeAck(const QString &id, const T &data)
{
    QByteArray out;
    {
        JsonWriter fields(out);
        fields.required("type", Ack::type);
        fields.required("id", id);
        fields.required("data", data);
    }
    return out;
}

// Nothing when the type is not known: a client ignores what it does not know.
[[nodiscard]] Result<std::optional<ServerFrame>> decodeServerFrame(const QByteArray &utf8);

} // namespace Hearth
