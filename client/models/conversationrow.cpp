// SPDX-License-Identifier: Apache-2.0
#include "models/conversationrow.h"

#include "core/session.h"
#include "models/knownpresence.h"
#include "models/phrases.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <tuple>

namespace Hearth {

namespace {

constexpr int namesInTitle = 4;

struct RowText {
    Q_DECLARE_TR_FUNCTIONS(ConversationRow)
};

QList<UserId> peopleInTitle(const Session &session, const ConversationSummary &summary)
{
    if (summary.directWith)
        return {*summary.directWith};
    QList<UserId> people;
    if (summary.conversation.name && !summary.conversation.name->isEmpty())
        return people;
    for (const Member &member : session.members(summary.conversation.id)) {
        if (member.userId != session.userId() && people.size() < namesInTitle)
            people << member.userId;
    }
    return people;
}

QStringList displayNames(const Session &session, const QList<UserId> &people)
{
    QStringList names;
    for (const UserId &id : people)
        names << session.user(id).displayName;
    return names;
}

QString fileNames(const QList<File> &files)
{
    QStringList names;
    for (const File &file : files)
        names << file.name;
    return singleLine(names.join(QStringLiteral(", ")));
}

QString messagePreview(const Session &session, const Conversation &conversation, const Message &message)
{
    const QString text = message.isDeleted ? RowText::tr("Message deleted") : contentPreview(message);
    if (message.type == MessageType::System)
        return text;
    if (message.senderId == session.userId())
        return RowText::tr("You: %1").arg(text);
    if (conversation.type == ConversationType::Group)
        return RowText::tr("%1: %2").arg(session.user(message.senderId).displayName, text);
    return text;
}

Timestamp activityOf(const Conversation &conversation)
{
    return conversation.lastMessage ? conversation.lastMessage->createdAt : conversation.createdAt;
}

} // namespace

QString contentPreview(const Message &message)
{
    const bool isFilesOnly = message.content.isEmpty() && !message.attachments.isEmpty();
    if (isFilesOnly && (message.type == MessageType::Text || message.type == MessageType::File))
        return fileNames(message.attachments);
    switch (message.type) {
    case MessageType::Text:
    case MessageType::System: return singleLine(message.content);
    case MessageType::Image: return RowText::tr("Image");
    case MessageType::Video: return RowText::tr("Video");
    case MessageType::Audio: return RowText::tr("Audio");
    case MessageType::File: return RowText::tr("File");
    case MessageType::Location: return RowText::tr("Location");
    }
    Q_UNREACHABLE();
}

QString conversationTitle(const Session &session, const ConversationSummary &summary)
{
    if (!summary.directWith && summary.conversation.name && !summary.conversation.name->isEmpty())
        return *summary.conversation.name;
    const QStringList names = displayNames(session, peopleInTitle(session, summary));
    return names.isEmpty() ? RowText::tr("Group") : QLocale().createSeparatedList(names);
}

ConversationRow conversationRow(const Session &session, const ConversationSummary &summary, bool open)
{
    const Conversation &conversation = summary.conversation;
    ConversationRow row;
    row.id = conversation.id;
    row.title = conversationTitle(session, summary);
    row.colorKey = summary.directWith.value_or(conversation.id);
    if (summary.directWith)
        row.presence = knownPresence(session, *summary.directWith);
    row.lastActivity = activityOf(conversation);
    row.unreadCount = unreadOf(conversation);
    row.mentionCount = conversation.my.mentionCount;
    row.muted = isMuted(conversation.my);
    row.pinned = conversation.my.pinned;
    row.archived = conversation.my.archived;
    row.direct = conversation.type == ConversationType::Direct;
    row.people = peopleInTitle(session, summary);
    if (conversation.lastMessage) {
        row.preview = messagePreview(session, conversation, *conversation.lastMessage);
        row.people << conversation.lastMessage->senderId;
    }

    const QList<OutgoingMessage> outgoing = session.outgoing(conversation.id);
    if (!outgoing.isEmpty() && outgoing.last().writtenAt >= row.lastActivity) {
        row.lastActivity = outgoing.last().writtenAt;
        row.preview = RowText::tr("You: %1").arg(singleLine(outgoing.last().draft.content));
    }
    if (const QList<UserId> typing = session.typing(conversation.id); !typing.isEmpty()) {
        row.previewKind = ConversationRow::Preview::Typing;
        row.preview = RowText::tr("%1…").arg(typingSentence(displayNames(session, typing)));
        row.people << typing;
    }
    if (!open && !summary.draft.isEmpty()) {
        row.previewKind = ConversationRow::Preview::Draft;
        row.preview = singleLine(summary.draft);
    }
    return row;
}

int unreadOf(const Conversation &conversation)
{
    const qint64 marked = conversation.my.unreadFrom
        ? conversation.lastSeq - std::max(*conversation.my.unreadFrom, conversation.firstSeq) + 1
        : 0;
    return std::max(conversation.my.unreadCount, int(std::max<qint64>(marked, 0)));
}

bool isMuted(const OwnMembership &my)
{
    return my.level == NotifyLevel::None || (my.mutedUntil && *my.mutedUntil > now());
}

bool standsBefore(const ConversationRow &a, const ConversationRow &b)
{
    return std::tuple(b.pinned, b.lastActivity, b.id) < std::tuple(a.pinned, a.lastActivity, a.id);
}

QString badgeText(int count, int most)
{
    const QString text = QLocale().toString(std::min(count, most));
    return count > most ? text + QLatin1Char('+') : text;
}

QString spokenRow(const ConversationRow &row)
{
    QStringList parts{row.title};
    if (row.presence)
        parts << presenceName(*row.presence);
    if (row.unreadCount == 1)
        parts << RowText::tr("one unread message");
    else if (row.unreadCount > 1)
        parts << RowText::tr("%1 unread messages").arg(badgeText(row.unreadCount));
    if (row.mentionCount > 0)
        parts << RowText::tr("you are mentioned");
    if (row.muted)
        parts << RowText::tr("muted");
    if (row.pinned)
        parts << RowText::tr("pinned");
    if (row.previewKind == ConversationRow::Preview::Draft)
        parts << RowText::tr("Draft: %1").arg(row.preview);
    else if (!row.preview.isEmpty())
        parts << row.preview;
    return parts.join(QStringLiteral(", "));
}

} // namespace Hearth
