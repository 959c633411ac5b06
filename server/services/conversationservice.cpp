// SPDX-License-Identifier: Apache-2.0
#include "services/conversationservice.h"

#include "services/memberrules.h"
#include "services/memberships.h"
#include "services/messagerules.h"
#include "services/placeholders.h"
#include "services/presenceservice.h"
#include "services/receiptservice.h"
#include "services/typingservice.h"
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

Result<void> checkConversationName(const QString &name)
{
    return checkName(name, Limits::conversationNameLength, u"/name"_s);
}

Result<void> checkDescription(const std::optional<QString> &description)
{
    if (description && description->size() > Limits::descriptionLength)
        return fail(ErrorCode::InvalidField, u"At most %1 characters."_s.arg(Limits::descriptionLength),
                    u"/description"_s);
    return {};
}

Result<void> checkRequest(const CreateConversation &request, const QList<UserId> &members)
{
    for (qsizetype i = 0; i < request.memberIds.size(); ++i) {
        const UserId &id = request.memberIds[i];
        if (id.isEmpty() || id.size() > Limits::userIdLength)
            return fail(ErrorCode::InvalidField, u"A user id has 1 to 128 characters."_s,
                        u"/member_ids/%1"_s.arg(i));
    }
    if (auto checked = checkDescription(request.description); !checked)
        return checked;
    if (request.type == ConversationType::Direct && members.size() != 2)
        return fail(ErrorCode::InvalidField, u"A direct conversation has exactly one other member."_s,
                    u"/member_ids"_s);
    if (request.type == ConversationType::Direct)
        return {};
    if (members.size() > Limits::groupMembers)
        return fail(ErrorCode::InvalidField, u"At most %1 members."_s.arg(Limits::groupMembers),
                    u"/member_ids"_s);
    return checkConversationName(request.name.value_or(QString()));
}

} // namespace

ConversationService::ConversationService(ConversationStore &store, UserStore &users, Memberships &memberships,
                                         ReceiptService &receipts, TypingService &typing,
                                         PresenceService &presence, Publisher &publisher)
    : m_store(store)
    , m_users(users)
    , m_memberships(memberships)
    , m_receipts(receipts)
    , m_typing(typing)
    , m_presence(presence)
    , m_publisher(publisher)
{ }

QCoro::Task<Result<ConversationService::Created>> ConversationService::create(Caller caller,
                                                                              CreateConversation request)
{
    const QList<UserId> members = distinctMembers(request.memberIds, caller.userId);
    if (auto checked = checkRequest(request, members); !checked)
        co_return fail(std::move(checked.error()));
    if (auto welcome = m_memberships.blocks().checkContact(caller.userId, members); !welcome)
        co_return fail(std::move(welcome.error()));
    if (auto made = co_await makePlaceholders(m_users, caller, members); !made)
        co_return fail(std::move(made.error()));

    const bool group = request.type == ConversationType::Group;
    NewConversation insert{uuidV7(),
                           request.type,
                           group ? request.name : std::nullopt,
                           group ? request.description : std::nullopt,
                           group ? request.history : History::All,
                           caller.userId,
                           members,
                           now()};
    auto made = co_await m_store.insert(std::move(insert));
    if (!made)
        co_return fail(std::move(made.error()));
    m_receipts.hideReadMarks(caller.userId, made->conversation);
    if (made->created) {
        m_presence.forgetAudiences(members);
        ConversationCreated frame{made->id, made->conversation.lastChange, made->conversation};
        m_publisher.publish({caller.userId}, frame);
        frame.data.my = {}; // a plain member who has read nothing, as everybody else is now
        QList<UserId> others = members;
        others.removeOne(caller.userId);
        m_publisher.publish(others, frame);
    }
    co_return Created{std::move(made->conversation), made->created};
}

QCoro::Task<Result<Conversation>> ConversationService::get(Caller caller, ConversationId id)
{
    co_await m_receipts.flush();
    auto conversation = co_await m_store.get(id, caller.userId);
    if (conversation)
        m_receipts.hideReadMarks(caller.userId, *conversation);
    co_return conversation;
}

QCoro::Task<Result<ConversationPage>> ConversationService::list(Caller caller, int limit,
                                                                std::optional<ConversationCursor> after)
{
    co_await m_receipts.flush();
    auto page = co_await m_store.list(caller.userId, limit, after);
    if (page) {
        for (Conversation &conversation : page->items)
            m_receipts.hideReadMarks(caller.userId, conversation);
    }
    co_return page;
}

QCoro::Task<Result<Conversation>> ConversationService::edit(Caller caller, ConversationId id,
                                                            ConversationEdit edit)
{
    const auto state = co_await m_memberships.requireMember(id, caller.userId);
    if (!state)
        co_return fail(state.error());
    if (auto allowed = mayChangeConversation((*state)->type, (*state)->member(caller.userId)->role); !allowed)
        co_return fail(std::move(allowed.error()));
    if (auto checked = edit.name ? checkConversationName(*edit.name) : Result<void>(); !checked)
        co_return fail(std::move(checked.error()));
    if (auto checked = checkDescription(edit.description.value_or(std::nullopt)); !checked)
        co_return fail(std::move(checked.error()));
    co_await m_receipts.flush();
    auto done = co_await m_store.edit(id, caller.userId, std::move(edit), mayChangeConversation, now());
    if (!done)
        co_return fail(std::move(done.error()));
    if (done->change > 0) {
        for (const Message &notice : std::as_const(done->notices))
            (*state)->noteMessage(notice.seq, notice.id);
        m_publisher.publish((*state)->memberIds, ConversationUpdated{id, done->change, done->fields});
        for (const Message &notice : std::as_const(done->notices))
            m_publisher.publish((*state)->memberIds, NewMessage{notice});
    }
    m_receipts.hideReadMarks(caller.userId, done->conversation);
    co_return std::move(done->conversation);
}

QCoro::Task<Result<void>> ConversationService::remove(Caller caller, ConversationId id)
{
    const auto state = co_await m_memberships.requireMember(id, caller.userId);
    if (!state)
        co_return fail(state.error());
    if (auto allowed = mayDeleteConversation((*state)->type, (*state)->member(caller.userId)->role); !allowed)
        co_return allowed;
    const auto done = co_await m_store.remove(id, caller.userId, mayDeleteConversation, now());
    if (!done) {
        m_memberships.noteFailure(id, done.error());
        co_return fail(done.error());
    }
    MembershipUpdate update{id, done->change};
    update.gone = done->members;
    m_memberships.apply(**state, update);
    m_typing.closed(id);
    m_presence.forgetAudiences(done->members);
    m_publisher.publish(done->members, ConversationDeleted{id, done->change});
    co_return Result<void>();
}

} // namespace Hearth
