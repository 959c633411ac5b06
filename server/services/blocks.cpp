// SPDX-License-Identifier: Apache-2.0
#include "services/blocks.h"

#include "services/memberships.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

Result<void> Blocks::checkContact(const UserId &user, const QList<UserId> &others) const
{
    if (m_blocked.isEmpty())
        return {};
    for (const UserId &other : others) {
        if (hasBlocked(other, user))
            return fail(ErrorCode::Blocked, u"This person does not want to hear from you."_s);
    }
    return {};
}

Result<void> Blocks::checkWriting(const ConversationState &conversation, const UserId &user) const
{
    if (conversation.type != ConversationType::Direct)
        return {};
    return checkContact(user, conversation.memberIds);
}

void Blocks::set(const UserId &user, const UserId &other, bool blocked)
{
    ++m_changes;
    if (blocked) {
        m_blocked[user].insert(other);
    } else if (const auto found = m_blocked.find(user); found != m_blocked.end()) {
        found->remove(other);
        if (found->isEmpty())
            m_blocked.erase(found);
    }
}

} // namespace Hearth
