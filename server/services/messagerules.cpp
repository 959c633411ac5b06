// SPDX-License-Identifier: Apache-2.0
#include "services/messagerules.h"

#include "services/memberrules.h"
#include "util/uuid.h"
#include "wire/limits.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <array>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<Error> invalid(const QString &pointer, const QString &detail)
{
    return fail(ErrorCode::InvalidField, detail, pointer);
}

// A boundary inside a surrogate pair would cut a character in two.
bool isBoundary(const QString &text, int at)
{
    return at == text.size() || !text[at].isLowSurrogate();
}

Result<void> checkMentions(const QList<Mention> &mentions, const QString &content,
                           const ConversationState &conversation)
{
    if (mentions.size() > Limits::mentionsPerMessage)
        return invalid(u"/mentions"_s, u"At most %1 mentions."_s.arg(Limits::mentionsPerMessage));
    QList<std::pair<int, int>> stretches;
    for (qsizetype i = 0; i < mentions.size(); ++i) {
        const Mention &mention = mentions[i];
        const QString pointer = u"/mentions/%1"_s.arg(i);
        const qint64 end = qint64(mention.offset) + mention.length;
        if (mention.length < 1 || end > content.size())
            return invalid(pointer + "/offset"_L1, u"The mention is outside the text."_s);
        if (!isBoundary(content, mention.offset) || !isBoundary(content, int(end)))
            return invalid(pointer + "/offset"_L1, u"The mention cuts a character in two."_s);
        if (!conversation.members.contains(mention.userId))
            return invalid(pointer + "/user_id"_L1, u"Only members can be mentioned."_s);
        stretches.append({mention.offset, int(end)});
    }
    std::ranges::sort(stretches);
    for (qsizetype i = 1; i < stretches.size(); ++i) {
        if (stretches[i].first < stretches[i - 1].second)
            return invalid(u"/mentions"_s, u"Mentions must not overlap."_s);
    }
    return {};
}

Result<void> checkContent(const QString &content, bool hasAttachments)
{
    const qsizetype length = codePointCount(content);
    if (content.trimmed().isEmpty() && !hasAttachments)
        return invalid(u"/content"_s, u"A message needs text."_s);
    if (length > Limits::contentCodePoints)
        return invalid(u"/content"_s,
                       u"At most %1 characters; these are %2."_s.arg(Limits::contentCodePoints).arg(length));
    return {};
}

// That they exist is known when the message is stored.
Result<void> checkAttachments(const QStringList &ids)
{
    if (ids.size() > Limits::attachmentsPerMessage)
        return invalid(u"/attachment_ids"_s, u"At most %1 attachments."_s.arg(Limits::attachmentsPerMessage));
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (ids.indexOf(ids[i]) != i)
            return invalid(u"/attachment_ids/%1"_s.arg(i), u"A file can be attached once."_s);
    }
    return {};
}

bool isWebAddress(const QString &text)
{
    constexpr int urlLength = 2048;
    const QUrl url(text, QUrl::StrictMode);
    return text.size() <= urlLength && url.isValid() && !url.host().isEmpty()
        && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

bool isNumberWithin(const QJsonValue &value, double min, double max)
{
    return value.isDouble() && value.toDouble() >= min && value.toDouble() <= max;
}

// What is wrong with one entry of the metadata, or nothing.
QString faultOf(const QString &key, const QJsonValue &value)
{
    constexpr double large = 9'007'199'254'740'991; // 2^53 - 1
    if (key == "latitude"_L1 && !isNumberWithin(value, -90, 90))
        return u"Must be a number of degrees from -90 to 90."_s;
    if (key == "longitude"_L1 && !isNumberWithin(value, -180, 180))
        return u"Must be a number of degrees from -180 to 180."_s;
    static constexpr std::array measures{"file_size"_L1, "duration"_L1, "width"_L1, "height"_L1};
    if (std::ranges::find(measures, key) != measures.end() && !isNumberWithin(value, 0, large))
        return u"Must be a number, 0 or more."_s;
    if ((key == "media_url"_L1 || key == "thumbnail_url"_L1) && !isWebAddress(value.toString()))
        return u"Must be an http or https address."_s;
    if ((key == "file_name"_L1 || key == "location_name"_L1)
        && (!value.isString() || value.toString().size() > 255))
        return u"Must be text of at most 255 characters."_s;
    return {};
}

// Emoji presentation, skin tones, keycaps, joiners and the tags of regional flags: Unicode TR 51,
// section 1.4.
bool isEmojiPart(char32_t c)
{
    constexpr char32_t joiner = 0x200D, emojiStyle = 0xFE0F, textStyle = 0xFE0E, keycap = 0x20E3;
    const bool isTag = c >= 0xE0020 && c <= 0xE007F;
    return c == joiner || c == emojiStyle || c == textStyle || c == keycap || isTag;
}

bool isEmojiBase(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    const bool isTone = c >= 0x1F3FB && c <= 0x1F3FF; // "symbol, modifier", like accents that are no emoji
    return category == QChar::Symbol_Other || isTone || c == 0x203C || c == 0x2049
        || (category == QChar::Symbol_Math && c >= 0x2190);
}

Result<void> mayWrite(const MessageContext &context)
{
    if (context.actor.canSendMessages)
        return {};
    return fail(ErrorCode::Forbidden, u"You may not write in this conversation."_s);
}

Result<void> mustStand(const Message &message)
{
    if (message.isDeleted)
        return fail(ErrorCode::Conflict, u"This message was deleted."_s);
    return {};
}

tl::unexpected<Error> notWithSystemMessages()
{
    return fail(ErrorCode::Forbidden, u"This message was made by the server."_s);
}

} // namespace

Result<void> checkDraft(const MessageDraft &draft, const ConversationState &conversation)
{
    if (auto checked = checkContent(draft.content, !draft.attachmentIds.isEmpty()); !checked)
        return checked;
    if (draft.type == MessageType::System)
        return invalid(u"/type"_s, u"System messages are made by the server."_s);
    if (draft.clientMsgId && !isUuid(*draft.clientMsgId))
        return invalid(u"/client_msg_id"_s, u"Must be a UUID."_s);
    if (auto checked = checkAttachments(draft.attachmentIds); !checked)
        return checked;
    if (QJsonDocument(draft.metadata).toJson(QJsonDocument::Compact).size() > Limits::metadataBytes)
        return invalid(u"/metadata"_s, u"At most %1 bytes of JSON."_s.arg(Limits::metadataBytes));
    if (auto checked = checkMetadata(draft.type, draft.metadata); !checked)
        return checked;
    return checkMentions(draft.mentions, draft.content, conversation);
}

Result<void> checkEdit(const MessageEdit &edit, bool hasAttachments, const ConversationState &conversation)
{
    return checkContent(edit.content, hasAttachments).and_then([&] {
        return checkMentions(edit.mentions, edit.content, conversation);
    });
}

Result<void> checkMetadata(MessageType type, const QJsonObject &metadata)
{
    for (auto entry = metadata.begin(); entry != metadata.end(); ++entry) {
        if (const QString fault = faultOf(entry.key(), *entry); !fault.isEmpty())
            return invalid("/metadata/"_L1 + entry.key(), fault);
    }
    if (type == MessageType::Location) {
        for (const QLatin1StringView key : {"latitude"_L1, "longitude"_L1}) {
            if (!metadata.contains(key))
                return invalid("/metadata/"_L1 + key, u"A location needs it."_s);
        }
    }
    return {};
}

bool isEmoji(QStringView text)
{
    if (text.isEmpty() || text.size() > Limits::emojiCodeUnits || !text.isValidUtf16())
        return false;
    const QList<uint> codePoints = text.toUcs4();
    bool hasBase = false;
    for (qsizetype i = 0; i < codePoints.size(); ++i) {
        const char32_t c = codePoints[i];
        // "1", "#" and "*" are emoji as keycaps only: followed by U+FE0F and U+20E3.
        const bool isKeycap = ((c >= '0' && c <= '9') || c == '#' || c == '*')
            && (codePoints.value(i + 1) == 0x20E3 || codePoints.value(i + 2) == 0x20E3);
        hasBase = hasBase || isKeycap || isEmojiBase(c);
        if (!isKeycap && !isEmojiBase(c) && !isEmojiPart(c))
            return false;
    }
    return hasBase;
}

Result<void> mayEdit(const MessageContext &context)
{
    const Message &message = context.message;
    if (message.type == MessageType::System)
        return notWithSystemMessages();
    if (message.senderId != context.actor.userId)
        return fail(ErrorCode::Forbidden, u"Only its sender can edit a message."_s);
    return mustStand(message).and_then([&context] { return mayWrite(context); });
}

Result<void> mayDelete(const MessageContext &context)
{
    const Message &message = context.message;
    if (message.type == MessageType::System)
        return notWithSystemMessages();
    if (message.senderId == context.actor.userId)
        return mayWrite(context);
    const MemberRole sender = context.senderRole.value_or(MemberRole::Member);
    if (!standsAbove(context.conversationType, context.actor.role, sender))
        return fail(ErrorCode::Forbidden, u"You may not delete this message."_s);
    return {};
}

Result<void> mayPin(const MessageContext &context)
{
    return mustStand(context.message).and_then([&context] { return mayWrite(context); });
}

Result<void> mayReact(const MessageContext &context)
{
    if (context.message.type == MessageType::System)
        return notWithSystemMessages();
    return mustStand(context.message).and_then([&context] { return mayWrite(context); });
}

Result<void> checkName(const QString &name, int maxLength, const QString &pointer)
{
    if (name.trimmed().isEmpty())
        return invalid(pointer, u"Must not be empty."_s);
    if (name.size() > maxLength)
        return invalid(pointer, u"At most %1 characters."_s.arg(maxLength));
    return {};
}

} // namespace Hearth
