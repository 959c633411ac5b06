// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/codecs.h"
#include "wire/limits.h"

// The bodies that REST takes and gives where they are not a model struct. WebSocket frames that do the same
// thing carry the same struct (wire/frames.h).
namespace Hearth {

struct RegisterRequest {
    QString username;
    QString password;
    std::optional<QString> displayName = {};
    std::optional<QString> email = {};
    std::optional<QString> invite = {};
    std::optional<QString> deviceName = {};
};

template<typename F, Const<RegisterRequest> T>
void describe(F &f, T &v)
{
    f.required("username", v.username);
    f.required("password", v.password);
    f.optional("display_name", v.displayName);
    f.optional("email", v.email);
    f.optional("invite", v.invite);
    f.optional("device_name", v.deviceName);
}

struct LoginRequest {
    QString username;
    QString password;
    std::optional<QString> deviceName = {};
};

template<typename F, Const<LoginRequest> T>
void describe(F &f, T &v)
{
    f.required("username", v.username);
    f.required("password", v.password);
    f.optional("device_name", v.deviceName);
}

struct RefreshRequest {
    QString refreshToken;
};

template<typename F, Const<RefreshRequest> T>
void describe(F &f, T &v)
{
    f.required("refresh_token", v.refreshToken);
}

struct AuthTokens {
    QString accessToken;
    QString refreshToken;
    QString tokenType = QStringLiteral("Bearer");
    int expiresIn = 0; // seconds
    Account user;
};

template<typename F, Const<AuthTokens> T>
void describe(F &f, T &v)
{
    f.required("access_token", v.accessToken);
    f.required("refresh_token", v.refreshToken);
    f.required("token_type", v.tokenType);
    f.required("expires_in", v.expiresIn);
    f.required("user", v.user);
}

struct CreateConversation {
    ConversationType type = ConversationType::Direct;
    std::optional<QString> name = {};
    std::optional<QString> description = {};
    History history = History::All;
    QList<UserId> memberIds; // the caller is a member, listed or not
};

template<typename F, Const<CreateConversation> T>
void describe(F &f, T &v)
{
    f.required("type", v.type);
    f.optional("name", v.name);
    f.optional("description", v.description);
    f.defaulted("history", v.history);
    f.required("member_ids", v.memberIds);
}

// A message as its sender gives it. `parent_message_id` is another name for `reply_to_id`.
struct MessageDraft {
    std::optional<QString> clientMsgId = {}; // a UUID: makes sending repeatable for ever
    MessageType type = MessageType::Text;
    QString content;
    QList<Mention> mentions;
    std::optional<MessageId> replyToId = {};
    QList<QString> attachmentIds;
    QJsonObject metadata;

    bool operator==(const MessageDraft &) const = default;
};

template<typename F, Const<MessageDraft> T>
void describe(F &f, T &v)
{
    f.optional("client_msg_id", v.clientMsgId);
    f.defaulted("type", v.type);
    f.defaulted("content", v.content);
    f.defaulted("mentions", v.mentions);
    if constexpr (!std::is_const_v<T>)
        f.optional("parent_message_id", v.replyToId);
    f.optional("reply_to_id", v.replyToId);
    f.defaulted("attachment_ids", v.attachmentIds);
    f.defaulted("metadata", v.metadata);
    if constexpr (!std::is_const_v<T>) {
        if (nestingDepth(v.metadata) > Limits::metadataDepth)
            f.reject("metadata", QStringLiteral("Nested too deeply."));
    }
}

// What a message shall say from now on. Mentions are given anew, as their places may have moved.
struct MessageEdit {
    QString content;
    QList<Mention> mentions;

    bool operator==(const MessageEdit &) const = default;
};

template<typename F, Const<MessageEdit> T>
void describe(F &f, T &v)
{
    f.required("content", v.content);
    f.defaulted("mentions", v.mentions);
}

struct ReactionRequest {
    QString emoji;
};

template<typename F, Const<ReactionRequest> T>
void describe(F &f, T &v)
{
    f.required("emoji", v.emoji);
}

struct TypingRequest {
    bool isTyping = true;
};

template<typename F, Const<TypingRequest> T>
void describe(F &f, T &v)
{
    f.required("is_typing", v.isTyping);
}

// How far somebody has got: by place, or by the message at that place.
struct WatermarkRequest {
    std::optional<qint64> seq = {};
    std::optional<MessageId> messageId = {};
};

template<typename F, Const<WatermarkRequest> T>
void describe(F &f, T &v)
{
    f.optional("seq", v.seq);
    f.optional("message_id", v.messageId);
    if constexpr (!std::is_const_v<T>) {
        if (!v.seq && !v.messageId)
            f.reject("seq", QStringLiteral("Either seq or message_id is required."));
    }
}

// What changed in a conversation after a given change, read in one snapshot: states, not events.
struct Changes {
    std::optional<Conversation> conversation = {}; // when one of its fields changed
    QList<Member> members; // added or changed
    QList<UserId> removed;
    QList<Message> messages; // oldest change first
    qint64 lastChange = 0; // the next `since`
    bool hasMore = false;
    bool tooFar = false; // a snapshot instead: the newest messages only

    bool operator==(const Changes &) const = default;
};

template<typename F, Const<Changes> T>
void describe(F &f, T &v)
{
    f.optional("conversation", v.conversation);
    f.defaulted("members", v.members);
    f.defaulted("removed", v.removed);
    f.defaulted("messages", v.messages);
    f.required("last_change", v.lastChange);
    f.required("has_more", v.hasMore);
    f.flag("too_far", v.tooFar);
}

// One page of a list; on the wire the items stand under the plural of what they are.
template<typename T>
struct Page {
    QList<T> items;
    bool hasMore = false;
    std::optional<QString> nextCursor = {};
};

template<typename T>
inline constexpr const char *pageKey = nullptr;
template<>
inline constexpr const char *pageKey<User> = "users";
template<>
inline constexpr const char *pageKey<Conversation> = "conversations";
template<>
inline constexpr const char *pageKey<Message> = "messages";
template<>
inline constexpr const char *pageKey<MessageVersion> = "versions";
template<>
inline constexpr const char *pageKey<Member> = "members";
template<>
inline constexpr const char *pageKey<File> = "files";
template<>
inline constexpr const char *pageKey<SessionInfo> = "sessions";
template<>
inline constexpr const char *pageKey<Notification> = "notifications";

template<typename F, typename T>
void describe(F &f, Page<T> &v)
{
    f.required(pageKey<T>, v.items);
    f.required("has_more", v.hasMore);
    f.optional("next_cursor", v.nextCursor);
}

template<typename F, typename T>
void describe(F &f, const Page<T> &v)
{
    f.required(pageKey<T>, v.items);
    f.required("has_more", v.hasMore);
    f.optional("next_cursor", v.nextCursor);
}

// RFC 9457 problem details.
struct Problem {
    Error error;
    QString requestId;
};

void describe(JsonWriter &f, const Problem &problem);
void describe(JsonReader &f, Problem &problem);

} // namespace Hearth
