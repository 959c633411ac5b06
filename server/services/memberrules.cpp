// SPDX-License-Identifier: Apache-2.0
#include "services/memberrules.h"

#include "wire/limits.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<Error> forbidden(const QString &detail)
{
    return fail(ErrorCode::Forbidden, detail);
}

bool manages(MemberRole role)
{
    return role == MemberRole::Owner || role == MemberRole::Admin;
}

// Two people, equal, for as long as either wants to write.
Result<void> checkGroup(ConversationType type)
{
    if (type == ConversationType::Direct)
        return forbidden(u"A direct conversation has two equal members and no fields of its own."_s);
    return {};
}

Result<void> checkLastOwner(bool lastOwner)
{
    if (lastOwner)
        return fail(ErrorCode::Conflict, u"Make somebody else an owner first, or delete the conversation."_s);
    return {};
}

Result<void> checkRole(const MemberScene &scene, MemberRole role)
{
    if (scene.actor != MemberRole::Owner)
        return forbidden(u"Only owners change roles."_s);
    return checkLastOwner(scene.lastOwner && role != MemberRole::Owner);
}

Result<void> checkSending(const MemberScene &scene, const MemberPatch &patch)
{
    const MemberRole target = scene.target.value_or(MemberRole::Member);
    if (!standsAbove(scene.type, scene.actor, target))
        return forbidden(u"You may not decide whether this member writes."_s);
    if (!*patch.canSendMessages && manages(patch.role.value_or(target)))
        return fail(ErrorCode::InvalidField, u"Owners and admins may always write."_s,
                    u"/can_send_messages"_s);
    return {};
}

} // namespace

bool standsAbove(ConversationType type, MemberRole actor, MemberRole target)
{
    return type == ConversationType::Group
        && (actor == MemberRole::Owner || (actor == MemberRole::Admin && target == MemberRole::Member));
}

Result<void> mayChangeConversation(ConversationType type, MemberRole actor)
{
    if (auto group = checkGroup(type); !group)
        return group;
    if (!manages(actor))
        return forbidden(u"Only owners and admins change the conversation."_s);
    return {};
}

Result<void> mayDeleteConversation(ConversationType type, MemberRole actor)
{
    if (auto group = checkGroup(type); !group)
        return group;
    if (actor != MemberRole::Owner)
        return forbidden(u"Only owners delete the conversation."_s);
    return {};
}

Result<void> mayAddMember(const MemberScene &scene)
{
    if (auto group = checkGroup(scene.type); !group)
        return group;
    if (!manages(scene.actor))
        return forbidden(u"Only owners and admins add members."_s);
    if (!scene.target && scene.memberCount >= Limits::groupMembers)
        return fail(ErrorCode::Conflict, u"A group has at most %1 members."_s.arg(Limits::groupMembers));
    return {};
}

Result<void> mayRemoveMember(const MemberScene &scene)
{
    if (auto group = checkGroup(scene.type); !group)
        return group;
    if (scene.self)
        return checkLastOwner(scene.lastOwner);
    if (!standsAbove(scene.type, scene.actor, scene.target.value_or(MemberRole::Member)))
        return forbidden(u"You may not remove this member."_s);
    return {};
}

Result<void> mayChangeMember(const MemberScene &scene, const MemberPatch &patch)
{
    if (auto group = checkGroup(scene.type); !group)
        return group;
    if (patch.role) {
        if (auto allowed = checkRole(scene, *patch.role); !allowed)
            return allowed;
    }
    return patch.canSendMessages ? checkSending(scene, patch) : Result<void>();
}

} // namespace Hearth
