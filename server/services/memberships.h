// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/conversation.h"
#include "storage/conversationstore.h"

#include <QCache>
#include <QHash>

#include <memory>

namespace Hearth {

// What is kept in memory of a conversation in use: who is in it, and where it and its watermarks stand.
// It follows the commits of this instance: whoever commits a change updates it before anything else happens.
struct ConversationState {
    ConversationId id;
    ConversationType type = ConversationType::Direct;
    qint64 lastSeq = 0;
    MessageId lastMessageId; // empty until a message was sent while in memory
    QHash<UserId, MembershipRow> members;
    QList<UserId> memberIds;

    [[nodiscard]] MembershipRow *member(const UserId &id);

    // Who may see the message at that place: all members, but for those whose history begins later.
    [[nodiscard]] QList<UserId> readersOf(qint64 seq) const;
};

using ConversationStatePtr = std::shared_ptr<ConversationState>;

// The conversations in use. It answers from memory what every message needs to know.
class Memberships
{
public:
    explicit Memberships(ConversationStore &store, int conversationsKept = 50'000);

    // not_found when there is no such conversation or `user` is no member of it: a stranger learns nothing.
    QCoro::Task<Result<ConversationStatePtr>> requireMember(ConversationId id, UserId user);

private:
    struct Load;
    struct Loaded;
    std::shared_ptr<Load> loadOnce(const ConversationId &id);
    QCoro::Task<> load(ConversationId id, std::shared_ptr<Load> load);
    void keep(const ConversationStatePtr &state);

    ConversationStore &m_store;
    // One state per conversation, as long as anybody holds it; the cache decides how long nobody needs to.
    QHash<ConversationId, std::weak_ptr<ConversationState>> m_states;
    QHash<ConversationId, std::shared_ptr<Load>> m_loads;
    QCache<ConversationId, ConversationStatePtr> m_kept;
};

} // namespace Hearth
