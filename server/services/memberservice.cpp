// SPDX-License-Identifier: Apache-2.0
#include "services/memberservice.h"

#include "services/memberrules.h"
#include "services/placeholders.h"
#include "services/presenceservice.h"
#include "services/receiptservice.h"
#include "services/typingservice.h"
#include "wire/limits.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// What the memory says; `actor` is a member.
MemberScene sceneOf(const ConversationState &state, const UserId &actor, const UserId &target)
{
    MemberScene scene{state.type, int(state.memberIds.size()), state.members.value(actor).role};
    scene.self = actor == target;
    const auto other = state.members.constFind(target);
    if (other == state.members.cend())
        return scene;
    scene.target = other->role;
    const auto isOwner = [](const MembershipRow &row) { return row.role == MemberRole::Owner; };
    scene.lastOwner = isOwner(*other) && std::ranges::count_if(state.members, isOwner) == 1;
    return scene;
}

// Watermarks move in memory first.
Member withWatermarks(const ConversationState &state, Member member)
{
    if (const auto row = state.members.constFind(member.userId); row != state.members.cend()) {
        member.deliveredSeq = std::max(member.deliveredSeq, row->deliveredSeq);
        member.readSeq = std::max(member.readSeq, row->readSeq);
    }
    return member;
}

} // namespace

MemberService::MemberService(Memberships &memberships, MemberStore &store, UserStore &users,
                             ReceiptService &receipts, TypingService &typing, PresenceService &presence,
                             Publisher &publisher)
    : m_memberships(memberships)
    , m_store(store)
    , m_users(users)
    , m_receipts(receipts)
    , m_typing(typing)
    , m_presence(presence)
    , m_publisher(publisher)
{ }

QCoro::Task<Result<MemberService::Added>> MemberService::add(Caller caller, ConversationId conversation,
                                                             UserId user)
{
    const auto state = co_await m_memberships.requireMember(conversation, caller.userId);
    if (!state)
        co_return fail(state.error());
    if (auto allowed = mayAddMember(sceneOf(**state, caller.userId, user)); !allowed)
        co_return fail(std::move(allowed.error()));
    if (user.isEmpty() || user.size() > Limits::userIdLength)
        co_return fail(ErrorCode::InvalidField, u"A user id has 1 to 128 characters."_s, u"/user_id"_s);
    const QList<UserId> named(1, user);
    if (auto welcome = m_memberships.blocks().checkContact(caller.userId, named); !welcome)
        co_return fail(std::move(welcome.error()));
    if (auto made = co_await makePlaceholders(m_users, caller, named); !made)
        co_return fail(std::move(made.error()));

    const auto done = co_await m_store.add(conversation, caller.userId, user, mayAddMember, now());
    if (!done) {
        m_memberships.noteFailure(conversation, done.error());
        co_return fail(done.error());
    }
    if (done->changed())
        tellAdded(**state, *done);
    QList<Member> shown(1, withWatermarks(**state, done->member));
    m_receipts.hideReadMarks(caller.userId, shown);
    co_return Added{shown.first(), done->changed()};
}

QCoro::Task<Result<Member>> MemberService::update(Caller caller, ConversationId conversation, UserId user,
                                                  MemberPatch patch)
{
    const auto state = co_await m_memberships.requireMember(conversation, caller.userId);
    if (!state)
        co_return fail(state.error());
    if (auto allowed = mayChangeMember(sceneOf(**state, caller.userId, user), patch); !allowed)
        co_return fail(std::move(allowed.error()));
    const auto done =
        co_await m_store.update(conversation, caller.userId, user, patch, mayChangeMember, now());
    if (!done) {
        m_memberships.noteFailure(conversation, done.error());
        co_return fail(done.error());
    }
    if (done->changed())
        tellUpdated(**state, *done);
    QList<Member> shown(1, withWatermarks(**state, done->member));
    m_receipts.hideReadMarks(caller.userId, shown);
    co_return shown.first();
}

QCoro::Task<Result<void>> MemberService::remove(Caller caller, ConversationId conversation, UserId user)
{
    const auto state = co_await m_memberships.requireMember(conversation, caller.userId);
    if (!state)
        co_return fail(state.error());
    if (auto allowed = mayRemoveMember(sceneOf(**state, caller.userId, user)); !allowed)
        co_return allowed;
    const auto done = co_await m_store.remove(conversation, caller.userId, user, mayRemoveMember, now());
    if (!done) {
        m_memberships.noteFailure(conversation, done.error());
        co_return fail(done.error());
    }
    tellRemoved(**state, *done);
    co_return Result<void>();
}

QCoro::Task<Result<MemberPage>> MemberService::page(Caller caller, ConversationId conversation, int limit,
                                                    std::optional<MemberCursor> after)
{
    co_await m_receipts.flush();
    auto page = co_await m_store.page(conversation, caller.userId, limit, after);
    if (page)
        m_receipts.hideReadMarks(caller.userId, page->items);
    co_return page;
}

QCoro::Task<Result<OwnMembership>> MemberService::setOwn(Caller caller, ConversationId conversation,
                                                         OwnSettings settings)
{
    co_await m_receipts.flush();
    auto own = co_await m_store.setOwn(conversation, caller.userId, settings, now());
    if (own)
        m_publisher.publish({caller.userId}, ConversationSettings{conversation, *own}, caller.connection);
    co_return own;
}

// Nothing below awaits: members hear of changes in the order of their commits.

// How far the member has read is shown to those who may know it.
template<typename Frame>
void MemberService::tellMembers(const QList<UserId> &audience, Frame frame)
{
    QList<UserId> seeing, others;
    for (const UserId &user : audience)
        (m_receipts.seesReadMark(user, frame.data.userId) ? seeing : others).append(user);
    m_publisher.publish(seeing, frame);
    if (others.isEmpty())
        return;
    frame.data.readSeq = 0;
    m_publisher.publish(others, frame);
}

void MemberService::tellAdded(ConversationState &state, const MemberChange &done)
{
    const UserId &user = done.member.userId;
    remember(state, done, false);
    if (state.member(user) && done.seenByThem) {
        ConversationCreated frame{state.id, done.change, *done.seenByThem};
        m_receipts.hideReadMarks(user, frame.data);
        m_publisher.publish({user}, frame);
    }
    tellMembers(state.memberIds, MemberAdded{{state.id, done.change, done.member}});
    tellNotice(state, done);
}

void MemberService::tellUpdated(ConversationState &state, const MemberChange &done)
{
    remember(state, done, false);
    const Member member = withWatermarks(state, done.member);
    tellMembers(state.memberIds, MemberUpdated{{state.id, done.change, member}});
    tellNotice(state, done);
}

void MemberService::tellRemoved(ConversationState &state, const MemberChange &done)
{
    const UserId &user = done.member.userId;
    const Member member = withWatermarks(state, done.member);
    remember(state, done, true);
    m_typing.left(state.id, user);
    QList<UserId> audience = state.memberIds;
    audience.removeOne(user); // they may be back by a later commit
    audience += user;
    tellMembers(audience, MemberRemoved{{state.id, done.change, member}});
    tellNotice(state, done);
}

void MemberService::remember(ConversationState &state, const MemberChange &done, bool gone)
{
    MembershipUpdate update{state.id, done.lastChange()};
    if (gone)
        update.gone += done.member.userId;
    else
        update.present += done.row;
    if (done.notice) {
        update.lastSeq = done.notice->seq;
        update.lastMessageId = done.notice->id;
    }
    m_memberships.apply(state, update);
    m_presence.forgetAudiences(state.memberIds + QList<UserId>{done.member.userId});
}

void MemberService::tellNotice(const ConversationState &state, const MemberChange &done)
{
    if (done.notice)
        m_publisher.publish(state.memberIds, NewMessage{*done.notice});
}

} // namespace Hearth
