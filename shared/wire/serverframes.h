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

    bool operator==(const ServerLimits &) const = default;
};

template<typename F, Const<ServerLimits> T>
void describe(F &f, T &v)
{
    f.required("frame_bytes", v.frameBytes);
    f.required("content_code_points", v.contentCodePoints);
    f.required("group_members", v.groupMembers);
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
                 PresenceChanged, ConversationCreated, SyncHeads, SyncDone, Pong, ServerDraining>;

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
