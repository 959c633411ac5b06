// SPDX-License-Identifier: Apache-2.0
#include "storage/systemmessages.h"

#include "util/uuid.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

QString sentence(SystemEvent event)
{
    switch (event) {
    case SystemEvent::MemberAdded: return u"A member was added."_s;
    case SystemEvent::MemberRemoved: return u"A member was removed."_s;
    case SystemEvent::MemberLeft: return u"A member left."_s;
    case SystemEvent::MemberRoleChanged: return u"The role of a member was changed."_s;
    case SystemEvent::ConversationRenamed: return u"The conversation was renamed."_s;
    case SystemEvent::ConversationDescribed: return u"The description was changed."_s;
    }
    return {};
}

} // namespace

Message writeSystemMessage(Sql &sql, ConversationLock &lock, SystemEvent event, const UserId &actor,
                           QJsonObject values, Timestamp at)
{
    values.insert("event"_L1, toName(event));
    values.insert("actor_id"_L1, actor);
    Message message;
    message.id = uuidV7();
    message.conversationId = lock.id();
    message.seq = lock.takeSeq();
    message.change = lock.takeChange();
    message.senderId = actor;
    message.type = MessageType::System;
    message.content = sentence(event);
    message.metadata = values;
    message.createdAt = at;
    sql.run(
        u"INSERT INTO messages (id, conversation_id, seq, change, ordinal, sender_id, request_hash, type,"
        " content, metadata, created_at) VALUES (:id, :conversation, :seq, :change, :ordinal, :sender, '',"
        " :type, :content, :metadata, :created)"_s,
        {{":id", message.id},
         {":conversation", message.conversationId},
         {":seq", message.seq},
         {":change", message.change},
         {":ordinal", lock.lastOrdinal()},
         {":sender", actor},
         {":type", message.type},
         {":content", message.content},
         {":metadata", toJson(message.metadata)},
         {":created", at}});
    return message;
}

} // namespace Hearth
