// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/administration.h"

#include <variant>

// What an export of a person's data holds: one record of JSON in each line, `{"kind": …, "data": …}`.
namespace Hearth {

struct ExportedProfile {
    static constexpr QLatin1StringView kind{"profile"};
    Account account;
    bool admin = false;
};

template<typename F, Const<ExportedProfile> T>
void describe(F &f, T &v)
{
    describe(f, v.account);
    f.flag("admin", v.admin);
}

struct ExportedSession {
    static constexpr QLatin1StringView kind{"session"};
    SessionInfo session;
    std::optional<Timestamp> endedAt = {};
};

template<typename F, Const<ExportedSession> T>
void describe(F &f, T &v)
{
    describe(f, v.session);
    f.optional("ended_at", v.endedAt);
}

// A conversation that one is or was in; who left does not learn what it is called now.
struct ExportedConversation {
    static constexpr QLatin1StringView kind{"conversation"};
    ConversationId id;
    ConversationType type = ConversationType::Direct;
    std::optional<QString> name = {};
    MemberRole role = MemberRole::Member;
    Timestamp joinedAt = {};
    std::optional<Timestamp> leftAt = {};
    bool pinned = false;
    bool archived = false;
    std::optional<Timestamp> mutedUntil = {};
    NotifyLevel level = NotifyLevel::All;
};

template<typename F, Const<ExportedConversation> T>
void describe(F &f, T &v)
{
    f.required("id", v.id);
    f.required("type", v.type);
    f.optional("name", v.name);
    f.required("role", v.role);
    f.required("joined_at", v.joinedAt);
    f.optional("left_at", v.leftAt);
    f.required("pinned", v.pinned);
    f.required("archived", v.archived);
    f.optional("muted_until", v.mutedUntil);
    f.required("level", v.level);
}

// A message that one sent.
struct ExportedMessage {
    static constexpr QLatin1StringView kind{"message"};
    Message message;
};

template<typename F, Const<ExportedMessage> T>
void describe(F &f, T &v)
{
    describe(f, v.message);
}

// What stood in a message of one's own before an edit.
struct ExportedEarlierContent {
    static constexpr QLatin1StringView kind{"earlier_content"};
    MessageId messageId;
    QString content;
    Timestamp writtenAt = {};
};

template<typename F, Const<ExportedEarlierContent> T>
void describe(F &f, T &v)
{
    f.required("message_id", v.messageId);
    f.required("content", v.content);
    f.required("written_at", v.writtenAt);
}

struct ExportedReaction {
    static constexpr QLatin1StringView kind{"reaction"};
    MessageId messageId;
    QString emoji;
    Timestamp at = {};
};

template<typename F, Const<ExportedReaction> T>
void describe(F &f, T &v)
{
    f.required("message_id", v.messageId);
    f.required("emoji", v.emoji);
    f.required("at", v.at);
}

// A file that one uploaded; its contents are at /api/v1/files/:id.
struct ExportedFile {
    static constexpr QLatin1StringView kind{"file"};
    File file;
};

template<typename F, Const<ExportedFile> T>
void describe(F &f, T &v)
{
    describe(f, v.file);
}

// When one had received or read a conversation up to a place.
struct ExportedReceipt {
    static constexpr QLatin1StringView kind{"receipt"};
    ConversationId conversationId;
    QString what; // delivered or read
    qint64 upToSeq = 0;
    Timestamp at = {};
};

template<typename F, Const<ExportedReceipt> T>
void describe(F &f, T &v)
{
    f.required("conversation_id", v.conversationId);
    f.required("what", v.what);
    f.required("up_to_seq", v.upToSeq);
    f.required("at", v.at);
}

struct ExportedNotification {
    static constexpr QLatin1StringView kind{"notification"};
    Notification notification;
};

template<typename F, Const<ExportedNotification> T>
void describe(F &f, T &v)
{
    describe(f, v.notification);
}

struct ExportedBlock {
    static constexpr QLatin1StringView kind{"block"};
    UserId userId; // who is blocked
    Timestamp at = {};
};

template<typename F, Const<ExportedBlock> T>
void describe(F &f, T &v)
{
    f.required("user_id", v.userId);
    f.required("at", v.at);
}

// A report that one made.
struct ExportedReport {
    static constexpr QLatin1StringView kind{"report"};
    QString id;
    std::optional<UserId> userId = {};
    std::optional<MessageId> messageId = {};
    QString reason;
    Timestamp createdAt = {};
};

template<typename F, Const<ExportedReport> T>
void describe(F &f, T &v)
{
    f.required("id", v.id);
    f.optional("user_id", v.userId);
    f.optional("message_id", v.messageId);
    f.required("reason", v.reason);
    f.required("created_at", v.createdAt);
}

// One that one made, for somebody else.
struct ExportedInvite {
    static constexpr QLatin1StringView kind{"invite"};
    Invite invite;
};

template<typename F, Const<ExportedInvite> T>
void describe(F &f, T &v)
{
    describe(f, v.invite);
}

using ExportRecord = std::variant<ExportedProfile, ExportedSession, ExportedConversation, ExportedMessage,
                                  ExportedEarlierContent, ExportedReaction, ExportedFile, ExportedReceipt,
                                  ExportedNotification, ExportedBlock, ExportedReport, ExportedInvite>;

// With the line break (https://jsonlines.org).
[[nodiscard]] inline QByteArray exportLine(const ExportRecord &record)
{
    return std::visit(
        [](const auto &data) {
            QByteArray line;
            {
                JsonWriter fields(line);
                fields.required("kind", data.kind);
                fields.required("data", data);
            }
            return line + '\n';
        },
        record);
}

} // namespace Hearth
