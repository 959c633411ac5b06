// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/conversation.h"
#include "util/result.h"

#include <QHash>
#include <QSet>

namespace Hearth {

struct ConversationState;

// Who wants to hear no more of whom: a blocked person neither writes to whoever blocked them, nor brings them
// into a new group, nor sees whether they are there. In groups that both are in they go on reading each
// other. Asked with every message, typing notice and change of presence: all that stand are kept in memory,
// some 200 bytes each.
class Blocks
{
public:
    [[nodiscard]] bool hasBlocked(const UserId &user, const UserId &other) const
    {
        const auto blocked = m_blocked.constFind(user);
        return blocked != m_blocked.cend() && blocked->contains(other);
    }

    // `blocked` when somebody of `others` has blocked `user`: for who starts a conversation with them.
    [[nodiscard]] Result<void> checkContact(const UserId &user, const QList<UserId> &others) const;

    // `blocked` when this is a direct conversation whose other member has blocked `user`: for all that they
    // would make the other see. Reading stays.
    [[nodiscard]] Result<void> checkWriting(const ConversationState &conversation, const UserId &user) const;

    void set(const UserId &user, const UserId &other, bool blocked);
    [[nodiscard]] quint64 changes() const { return m_changes; } // so far

private:
    quint64 m_changes = 0;
    QHash<UserId, QSet<UserId>> m_blocked; // by who blocked them
};

} // namespace Hearth
