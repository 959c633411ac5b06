// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "services/memberships.h"
#include "storage/memberstore.h"

namespace Hearth {

class PresenceService;
class ReceiptService;
class TypingService;
class UserStore;

// Who is in a conversation, and as what. not_found for strangers, forbidden by services/memberrules.h. Each
// change is told to the members and to the person concerned as soon as it is committed; whoever was removed
// hears of that, and then of nothing else.
class MemberService
{
public:
    MemberService(Memberships &memberships, MemberStore &store, UserStore &users, ReceiptService &receipts,
                  TypingService &typing, PresenceService &presence, Publisher &publisher);

    struct Added {
        Member member;
        bool added = true; // false: they were a member already
    };

    // An unknown user is invalid_field at /user_id, except under external identity (placeholders.h). `blocked` when
    // that person has blocked the caller.
    QCoro::Task<Result<Added>> add(Caller caller, ConversationId conversation, UserId user);
    // not_found for somebody who is no member. A patch that changes nothing is no error and tells nobody.
    QCoro::Task<Result<Member>> update(Caller caller, ConversationId conversation, UserId user,
                                       MemberPatch patch);
    QCoro::Task<Result<void>> remove(Caller caller, ConversationId conversation, UserId user); // or leave

    // By when they joined.
    QCoro::Task<Result<MemberPage>> page(Caller caller, ConversationId conversation, int limit,
                                         std::optional<MemberCursor> after);

    // Told to one's other sessions only.
    QCoro::Task<Result<OwnMembership>> setOwn(Caller caller, ConversationId conversation,
                                              OwnSettings settings);

private:
    void tellAdded(ConversationState &state, const MemberChange &done);
    void tellUpdated(ConversationState &state, const MemberChange &done);
    void tellRemoved(ConversationState &state, const MemberChange &done);
    void remember(ConversationState &state, const MemberChange &done, bool gone);
    template<typename Frame>
    void tellMembers(const QList<UserId> &audience, Frame frame);
    void tellNotice(const ConversationState &state, const MemberChange &done);

    Memberships &m_memberships;
    MemberStore &m_store;
    UserStore &m_users;
    ReceiptService &m_receipts;
    TypingService &m_typing;
    PresenceService &m_presence;
    Publisher &m_publisher;
};

} // namespace Hearth
