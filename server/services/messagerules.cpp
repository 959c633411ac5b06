// SPDX-License-Identifier: Apache-2.0
#include "services/messagerules.h"

#include "util/uuid.h"
#include "wire/limits.h"

#include <QJsonDocument>

#include <algorithm>

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

Result<void> checkMentions(const MessageDraft &draft, const ConversationState &conversation)
{
    if (draft.mentions.size() > Limits::mentionsPerMessage)
        return invalid(u"/mentions"_s, u"At most %1 mentions."_s.arg(Limits::mentionsPerMessage));
    QList<std::pair<int, int>> stretches;
    for (qsizetype i = 0; i < draft.mentions.size(); ++i) {
        const Mention &mention = draft.mentions[i];
        const QString pointer = u"/mentions/%1"_s.arg(i);
        const qint64 end = qint64(mention.offset) + mention.length;
        if (mention.length < 1 || end > draft.content.size())
            return invalid(pointer + "/offset"_L1, u"The mention is outside the text."_s);
        if (!isBoundary(draft.content, mention.offset) || !isBoundary(draft.content, int(end)))
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

} // namespace

Result<void> checkDraft(const MessageDraft &draft, const ConversationState &conversation)
{
    const qsizetype length = codePointCount(draft.content);
    if (draft.content.trimmed().isEmpty())
        return invalid(u"/content"_s, u"A message needs text."_s);
    if (length > Limits::contentCodePoints)
        return invalid(u"/content"_s,
                       u"At most %1 characters; these are %2."_s.arg(Limits::contentCodePoints).arg(length));
    if (draft.type == MessageType::System)
        return invalid(u"/type"_s, u"System messages are made by the server."_s);
    if (draft.clientMsgId && !isUuid(*draft.clientMsgId))
        return invalid(u"/client_msg_id"_s, u"Must be a UUID."_s);
    if (!draft.attachmentIds.isEmpty())
        return invalid(u"/attachment_ids/0"_s, u"There is no such file."_s);
    if (QJsonDocument(draft.metadata).toJson(QJsonDocument::Compact).size() > Limits::metadataBytes)
        return invalid(u"/metadata"_s, u"At most %1 bytes of JSON."_s.arg(Limits::metadataBytes));
    return checkMentions(draft, conversation);
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
