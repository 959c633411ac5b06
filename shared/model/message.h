// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/file.h"
#include "model/names.h"

#include <QJsonObject>
#include <QList>

namespace Hearth {

enum class MessageType { Text, Image, Video, Audio, File, Location, System };

template<>
inline constexpr std::array enumNames<MessageType>{QLatin1StringView("text"),  QLatin1StringView("image"),
                                                   QLatin1StringView("video"), QLatin1StringView("audio"),
                                                   QLatin1StringView("file"),  QLatin1StringView("location"),
                                                   QLatin1StringView("system")};

// A stretch of the content that names a member, in UTF-16 code units.
struct Mention {
    UserId userId;
    int offset = 0;
    int length = 0;

    bool operator==(const Mention &) const = default;
};

struct Reaction {
    QString emoji;
    int count = 0;
    QList<UserId> userIds; // the first 50

    bool operator==(const Reaction &) const = default;
};

// What a message said before it was edited.
struct MessageVersion {
    QString content;
    QList<Mention> mentions;
    Timestamp writtenAt = {};

    bool operator==(const MessageVersion &) const = default;
};

struct Message {
    MessageId id;
    ConversationId conversationId;
    qint64 seq = 0; // place in the conversation, from 1, without a gap
    qint64 change = 0; // the conversation's count when this message last changed
    UserId senderId;
    std::optional<QString> clientMsgId = {};
    MessageType type = MessageType::Text;
    QString content;
    QList<Mention> mentions;
    std::optional<MessageId> replyToId = {};
    std::optional<MessageId> threadRootId = {};
    std::optional<int> replyCount = {}; // of a thread's first message; deleted replies are not counted
    QList<File> attachments;
    QJsonObject metadata;
    QList<Reaction> reactions;
    bool pinned = false;
    bool isEdited = false;
    std::optional<Timestamp> editedAt = {};
    bool isDeleted = false;
    std::optional<Timestamp> deletedAt = {};
    Timestamp createdAt = {};

    bool operator==(const Message &) const = default;
};

} // namespace Hearth
