// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/conversation.h"
#include "model/notification.h"
#include "model/sessioninfo.h"
#include "model/user.h"
#include "wire/jsonreader.h"

// The JSON form of every struct in model/: one `describe` each serves reading and writing.
// Wire names are literals that stay when the C++ side is renamed.
namespace Hearth {

template<typename T, typename Plain>
concept Const = std::same_as<std::remove_const_t<T>, Plain>;

template<typename F, Const<User> T>
void describe(F &f, T &v)
{
    f.required("id", v.id);
    f.required("username", v.username);
    f.required("display_name", v.displayName);
    f.optional("avatar_url", v.avatarUrl);
    f.optional("status", v.status);
    f.optional("last_seen", v.lastSeen);
}

template<typename F, Const<AccountSettings> T>
void describe(F &f, T &v)
{
    f.defaulted("read_receipts", v.readReceipts);
    f.defaulted("presence", v.presence);
}

template<typename F, Const<Account> T>
void describe(F &f, T &v)
{
    describe(f, v.user);
    f.optional("email", v.email);
    f.required("created_at", v.createdAt);
    f.defaulted("settings", v.settings);
}

template<typename F, Const<Presence> T>
void describe(F &f, T &v)
{
    f.required("user_id", v.userId);
    f.required("status", v.status);
    f.optional("last_seen", v.lastSeen);
}

template<typename F, Const<File> T>
void describe(F &f, T &v)
{
    f.required("id", v.id);
    f.required("name", v.name);
    f.required("mime_type", v.mimeType);
    f.required("size", v.size);
    f.required("sha256", v.sha256);
    f.optional("width", v.width);
    f.optional("height", v.height);
    f.optional("duration", v.duration);
    f.defaulted("thumbnail", v.thumbnail);
    f.required("uploaded_by", v.uploadedBy);
    f.required("created_at", v.createdAt);
}

template<typename F, Const<Mention> T>
void describe(F &f, T &v)
{
    f.required("user_id", v.userId);
    f.required("offset", v.offset);
    f.required("length", v.length);
}

template<typename F, Const<Reaction> T>
void describe(F &f, T &v)
{
    f.required("emoji", v.emoji);
    f.required("count", v.count);
    f.required("user_ids", v.userIds);
}

template<typename F, Const<MessageVersion> T>
void describe(F &f, T &v)
{
    f.required("content", v.content);
    f.defaulted("mentions", v.mentions);
    f.required("written_at", v.writtenAt);
}

template<typename F, Const<Message> T>
void describe(F &f, T &v)
{
    f.required("id", v.id);
    f.required("conversation_id", v.conversationId);
    f.required("seq", v.seq);
    f.required("change", v.change);
    f.required("sender_id", v.senderId);
    f.optional("client_msg_id", v.clientMsgId);
    f.required("type", v.type);
    f.required("content", v.content);
    f.defaulted("mentions", v.mentions);
    f.optional("reply_to_id", v.replyToId);
    f.optional("thread_root_id", v.threadRootId);
    f.optional("reply_count", v.replyCount);
    f.defaulted("attachments", v.attachments);
    f.defaulted("metadata", v.metadata);
    f.defaulted("reactions", v.reactions);
    f.flag("pinned", v.pinned);
    f.defaulted("is_edited", v.isEdited);
    f.optional("edited_at", v.editedAt);
    f.defaulted("is_deleted", v.isDeleted);
    f.optional("deleted_at", v.deletedAt);
    f.required("created_at", v.createdAt);
}

template<typename F, Const<Member> T>
void describe(F &f, T &v)
{
    f.required("user_id", v.userId);
    f.required("role", v.role);
    f.defaulted("can_send_messages", v.canSendMessages);
    f.required("joined_at", v.joinedAt);
    f.defaulted("delivered_seq", v.deliveredSeq);
    f.defaulted("read_seq", v.readSeq);
}

template<typename F, Const<OwnMembership> T>
void describe(F &f, T &v)
{
    f.required("role", v.role);
    f.required("read_seq", v.readSeq);
    f.required("unread_count", v.unreadCount);
    f.required("mention_count", v.mentionCount);
    f.optional("muted_until", v.mutedUntil);
    f.defaulted("pinned", v.pinned);
    f.defaulted("archived", v.archived);
    f.defaulted("level", v.level);
    f.optional("unread_from", v.unreadFrom);
}

template<typename F, Const<Conversation> T>
void describe(F &f, T &v)
{
    f.required("id", v.id);
    f.required("type", v.type);
    f.optional("name", v.name);
    f.optional("description", v.description);
    f.optional("avatar_url", v.avatarUrl);
    f.defaulted("history", v.history);
    f.required("member_count", v.memberCount);
    f.optional("members", v.members);
    f.optional("last_message", v.lastMessage);
    f.defaulted("first_seq", v.firstSeq);
    f.required("last_seq", v.lastSeq);
    f.required("last_change", v.lastChange);
    f.required("my", v.my);
    f.derived("unread_count", v.my.unreadCount);
    f.required("created_at", v.createdAt);
    f.required("updated_at", v.updatedAt);
}

template<typename F, Const<SessionInfo> T>
void describe(F &f, T &v)
{
    f.required("id", v.id);
    f.required("device_name", v.deviceName);
    f.required("platform", v.platform);
    f.required("app_version", v.appVersion);
    f.required("ip", v.ip);
    f.required("created_at", v.createdAt);
    f.required("last_used_at", v.lastUsedAt);
    f.required("current", v.current);
}

template<typename F, Const<Notification> T>
void describe(F &f, T &v)
{
    f.required("id", v.id);
    f.required("number", v.number);
    f.required("type", v.type);
    f.required("title", v.title);
    f.required("body", v.body);
    f.defaulted("data", v.data);
    f.optional("read_at", v.readAt);
    f.required("created_at", v.createdAt);
}

} // namespace Hearth
