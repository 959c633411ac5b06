// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/requests.h"

#include <variant>

// What a client may send over the WebSocket: one struct a frame type. A type joins the protocol by being
// appended to ClientFrame; without a `describe` the decoder does not compile, without a handler the server's
// frame handlers do not (std::visit).
namespace Hearth {

struct SendMessage {
    static constexpr QLatin1StringView type{"message.send"};
    ConversationId conversationId;
    MessageDraft draft;
};

template<typename F, Const<SendMessage> T>
void describe(F &f, T &v)
{
    f.required("conversation_id", v.conversationId);
    describe(f, v.draft);
}

struct EditMessage {
    static constexpr QLatin1StringView type{"message.edit"};
    MessageId messageId;
    MessageEdit edit;
};

template<typename F, Const<EditMessage> T>
void describe(F &f, T &v)
{
    f.required("message_id", v.messageId);
    describe(f, v.edit);
}

struct DeleteMessage {
    static constexpr QLatin1StringView type{"message.delete"};
    MessageId messageId;
};

template<typename F, Const<DeleteMessage> T>
void describe(F &f, T &v)
{
    f.required("message_id", v.messageId);
}

struct AddReaction {
    static constexpr QLatin1StringView type{"reaction.add"};
    MessageId messageId;
    QString emoji;
};

struct RemoveReaction {
    static constexpr QLatin1StringView type{"reaction.remove"};
    MessageId messageId;
    QString emoji;
};

template<typename F, typename T>
requires Const<T, AddReaction> || Const<T, RemoveReaction>
void describe(F &f, T &v)
{
    f.required("message_id", v.messageId);
    f.required("emoji", v.emoji);
}

struct MarkDelivered {
    static constexpr QLatin1StringView type{"message.delivered"};
    ConversationId conversationId;
    qint64 seq = 0;
};

template<typename F, Const<MarkDelivered> T>
void describe(F &f, T &v)
{
    f.required("conversation_id", v.conversationId);
    f.required("seq", v.seq);
}

// Either a message, or a conversation and a place in it.
struct MarkRead {
    static constexpr QLatin1StringView type{"message.read"};
    std::optional<MessageId> messageId = {};
    std::optional<ConversationId> conversationId = {};
    std::optional<qint64> seq = {};
};

template<typename F, Const<MarkRead> T>
void describe(F &f, T &v)
{
    f.optional("message_id", v.messageId);
    f.optional("conversation_id", v.conversationId);
    f.optional("seq", v.seq);
    if constexpr (!std::is_const_v<T>) {
        if (!v.messageId && !(v.conversationId && v.seq))
            f.reject("message_id", QStringLiteral("Either message_id, or conversation_id and seq."));
    }
}

struct StartTyping {
    static constexpr QLatin1StringView type{"typing.start"};
    ConversationId conversationId;
};

struct StopTyping {
    static constexpr QLatin1StringView type{"typing.stop"};
    ConversationId conversationId;
};

template<typename F, typename T>
requires Const<T, StartTyping> || Const<T, StopTyping>
void describe(F &f, T &v)
{
    f.required("conversation_id", v.conversationId);
}

struct UpdatePresence {
    static constexpr QLatin1StringView type{"presence.update"};
    PresenceStatus status = PresenceStatus::Online;
};

template<typename F, Const<UpdatePresence> T>
void describe(F &f, T &v)
{
    f.required("status", v.status);
}

struct SubscribePresence {
    static constexpr QLatin1StringView type{"presence.subscribe"};
    QList<UserId> userIds; // replaces the former list
};

template<typename F, Const<SubscribePresence> T>
void describe(F &f, T &v)
{
    f.required("user_ids", v.userIds);
}

struct SyncRequest {
    static constexpr QLatin1StringView type{"sync"};
    std::optional<Timestamp> since = {}; // server_time of the last sync.done
};

template<typename F, Const<SyncRequest> T>
void describe(F &f, T &v)
{
    f.optional("since", v.since);
}

struct ChangesRequest {
    static constexpr QLatin1StringView type{"changes"};
    ConversationId conversationId;
    qint64 since = 0;
    std::optional<int> limit = {}; // 1 to Limits::changesMax
};

template<typename F, Const<ChangesRequest> T>
void describe(F &f, T &v)
{
    f.required("conversation_id", v.conversationId);
    f.required("since", v.since);
    f.optional("limit", v.limit);
}

struct RefreshAuth {
    static constexpr QLatin1StringView type{"auth.refresh"};
    QString token;
};

template<typename F, Const<RefreshAuth> T>
void describe(F &f, T &v)
{
    f.required("token", v.token);
}

struct Ping {
    static constexpr QLatin1StringView type{"ping"};
};

template<typename F, Const<Ping> T>
void describe(F &, T &)
{ }

using ClientFrame = std::variant<SendMessage, MarkDelivered, MarkRead, StartTyping, StopTyping,
                                 UpdatePresence, SubscribePresence, SyncRequest, ChangesRequest, RefreshAuth,
                                 Ping, EditMessage, DeleteMessage, AddReaction, RemoveReaction>;

// A request and the id that its ack or error repeats.
struct ClientRequest {
    std::optional<QString> id = {};
    ClientFrame frame;
};

// What is wrong with a frame, and the id to answer to when it had one.
struct FrameFault {
    std::optional<QString> id = {};
    Error error;
};

// Fields are accepted flat or inside `data`; encode writes the latter.
[[nodiscard]] tl::expected<ClientRequest, FrameFault> decodeClientFrame(const QByteArray &utf8);
[[nodiscard]] QByteArray encode(const ClientRequest &request);

} // namespace Hearth
