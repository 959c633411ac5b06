// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/conversationstore.h"

namespace Hearth {

// Who does something to whom, as far as a rule needs to know; read under the conversation's lock.
struct MemberScene {
    ConversationType type = ConversationType::Group;
    int memberCount = 0;
    MemberRole actor = MemberRole::Member;
    std::optional<MemberRole> target = {}; // nothing for somebody who is no member
    bool self = false; // the actor is the target
    bool lastOwner = false; // the target is the only owner
};

// What is to change about a member; what is empty stays.
struct MemberPatch {
    std::optional<MemberRole> role = {};
    std::optional<bool> canSendMessages = {};
};

// The rules of the services, asked again inside the writer's transaction, where nobody can get in between.
// Plain functions: they run on another thread.
using MemberRule = Result<void> (*)(const MemberScene &);
using MemberPatchRule = Result<void> (*)(const MemberScene &, const MemberPatch &);

// What one commit did to one member.
struct MemberChange {
    qint64 change = 0; // of the member; 0: it was so already, and nothing was stored
    Member member = {}; // as they are now, or were
    MembershipRow row = {}; // the same for the memory
    std::optional<Conversation> seenByThem = {}; // for who was added: the conversation at `change`
    std::optional<Message> notice = {}; // the system message that tells of it, with the next change

    [[nodiscard]] bool changed() const { return change > 0; }
    [[nodiscard]] qint64 lastChange() const { return notice ? notice->change : change; }
};

// Own settings to change; what is empty stays.
struct OwnSettings {
    std::optional<bool> pinned = {};
    std::optional<bool> archived = {};
    std::optional<std::optional<Timestamp>> mutedUntil = {}; // nothing inside ends the silence
    std::optional<NotifyLevel> level = {};
    std::optional<std::optional<qint64>> unreadFrom = {}; // nothing inside takes the mark away
};

// A page of members, by when they joined.
struct MemberCursor {
    Timestamp joinedAt = {};
    UserId userId;
};

struct MemberPage {
    QList<Member> items;
    std::optional<MemberCursor> next = {};
};

// The members of conversations. Whoever is no member gets not_found for everything.
class MemberStore
{
public:
    explicit MemberStore(Database &db)
        : m_db(db)
    { }

    // invalid_field at /user_id for an unknown user. Who left before comes back with a fresh membership.
    // Nobody has to catch up with what was there: it counts as read.
    QCoro::Task<Result<MemberChange>> add(ConversationId id, UserId actor, UserId user, MemberRule rule,
                                          Timestamp at);
    // not_found for somebody who is no member. Owners and admins may always write.
    QCoro::Task<Result<MemberChange>> update(ConversationId id, UserId actor, UserId user, MemberPatch patch,
                                             MemberPatchRule rule, Timestamp at);
    QCoro::Task<Result<MemberChange>> remove(ConversationId id, UserId actor, UserId user, MemberRule rule,
                                             Timestamp at);

    QCoro::Task<Result<MemberPage>> page(ConversationId id, UserId viewer, int limit,
                                         std::optional<MemberCursor> after);

    // Takes no change: only the heads of this user tell.
    QCoro::Task<Result<OwnMembership>> setOwn(ConversationId id, UserId user, OwnSettings settings,
                                              Timestamp at);

private:
    Database &m_db;
};

} // namespace Hearth
