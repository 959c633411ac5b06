// SPDX-License-Identifier: Apache-2.0
#include "services/conversationservice.h"

#include "services/messagerules.h"
#include "services/presenceservice.h"
#include "services/receiptservice.h"
#include "util/uuid.h"
#include "wire/limits.h"

#include <QSet>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Everybody once, in the order given, the creator too.
QList<UserId> distinctMembers(const QList<UserId> &listed, const UserId &creator)
{
    QList<UserId> members;
    QSet<UserId> seen;
    for (const UserId &id : listed + QList<UserId>{creator}) {
        if (!seen.contains(id))
            members += id;
        seen += id;
    }
    return members;
}

Result<void> checkRequest(const CreateConversation &request, const QList<UserId> &members)
{
    for (qsizetype i = 0; i < request.memberIds.size(); ++i) {
        const UserId &id = request.memberIds[i];
        if (id.isEmpty() || id.size() > Limits::userIdLength)
            return fail(ErrorCode::InvalidField, u"A user id has 1 to 128 characters."_s,
                        u"/member_ids/%1"_s.arg(i));
    }
    if (request.description && request.description->size() > Limits::descriptionLength)
        return fail(ErrorCode::InvalidField, u"At most %1 characters."_s.arg(Limits::descriptionLength),
                    u"/description"_s);
    if (request.type == ConversationType::Direct && members.size() != 2)
        return fail(ErrorCode::InvalidField, u"A direct conversation has exactly one other member."_s,
                    u"/member_ids"_s);
    if (request.type == ConversationType::Direct)
        return {};
    if (members.size() > Limits::groupMembers)
        return fail(ErrorCode::InvalidField, u"At most %1 members."_s.arg(Limits::groupMembers),
                    u"/member_ids"_s);
    return checkName(request.name.value_or(QString()), Limits::conversationNameLength, u"/name"_s);
}

} // namespace

ConversationService::ConversationService(ConversationStore &store, UserStore &users, ReceiptService &receipts,
                                         PresenceService &presence, Publisher &publisher)
    : m_store(store)
    , m_users(users)
    , m_receipts(receipts)
    , m_presence(presence)
    , m_publisher(publisher)
{ }

QCoro::Task<Result<ConversationService::Created>> ConversationService::create(Caller caller,
                                                                              CreateConversation request)
{
    const QList<UserId> members = distinctMembers(request.memberIds, caller.userId);
    if (auto checked = checkRequest(request, members); !checked)
        co_return fail(std::move(checked.error()));
    if (caller.isExternal()) {
        if (auto made = co_await makePlaceholders(members); !made)
            co_return fail(std::move(made.error()));
    }

    const bool group = request.type == ConversationType::Group;
    NewConversation insert{uuidV7(),
                           request.type,
                           group ? request.name : std::nullopt,
                           group ? request.description : std::nullopt,
                           group ? request.history : History::All,
                           caller.userId,
                           members,
                           now()};
    const auto created = co_await m_store.insert(std::move(insert));
    if (!created)
        co_return fail(created.error());
    auto conversation = co_await m_store.get(created->id, caller.userId);
    if (!conversation)
        co_return fail(std::move(conversation.error()));
    if (created->created) {
        m_presence.forgetAudiences(members);
        ConversationCreated frame{created->id, conversation->lastChange, *conversation};
        m_publisher.publish({caller.userId}, frame);
        frame.data.my = {}; // a plain member who has read nothing, as everybody else is now
        QList<UserId> others = members;
        others.removeOne(caller.userId);
        m_publisher.publish(others, frame);
    }
    co_return Created{std::move(*conversation), created->created};
}

QCoro::Task<Result<void>> ConversationService::makePlaceholders(QList<UserId> ids)
{
    const auto known = co_await m_users.byIds(ids);
    if (!known)
        co_return fail(known.error());
    QSet<UserId> unknown(ids.begin(), ids.end());
    for (const User &user : *known)
        unknown.remove(user.id);
    for (const UserId &id : std::as_const(unknown)) {
        NewUser placeholder{id, id, id};
        if (const auto made = co_await m_users.upsertExternal(std::move(placeholder)); !made)
            co_return fail(made.error());
    }
    co_return Result<void>();
}

QCoro::Task<Result<Conversation>> ConversationService::get(Caller caller, ConversationId id)
{
    co_await m_receipts.flush();
    co_return co_await m_store.get(id, caller.userId);
}

QCoro::Task<Result<ConversationPage>> ConversationService::list(Caller caller, int limit,
                                                                std::optional<ConversationCursor> after)
{
    co_await m_receipts.flush();
    co_return co_await m_store.list(caller.userId, limit, after);
}

} // namespace Hearth
