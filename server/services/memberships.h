// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/conversation.h"
#include "services/blocks.h"
#include "storage/conversationstore.h"

#include <QCache>
#include <QHash>

#include <memory>

namespace Hearth {

// What one commit did to who is in a conversation.
struct MembershipUpdate {
    ConversationId id;
    qint64 change = 0; // the last that the commit took
    QList<MembershipRow> present = {}; // added or changed
    QList<UserId> gone = {};
    qint64 lastSeq = 0; // of the system message that tells of it; 0 for none
    MessageId lastMessageId = {};
};

// What is kept in memory of a conversation in use: who is in it, and where it and its watermarks stand.
// It follows the commits of this instance: whoever commits a change updates it before anything else happens.
struct ConversationState {
    ConversationId id;
    ConversationType type = ConversationType::Direct;
    qint64 lastSeq = 0;
    qint64 knownChange = 0; // members are as they were after it; messages do not move it
    MessageId lastMessageId; // empty until a message was sent while in memory
    QHash<UserId, MembershipRow> members;
    QList<UserId> memberIds;

    [[nodiscard]] MembershipRow *member(const UserId &id);

    // Who may see the message at that place: all members, but for those whose history begins later.
    [[nodiscard]] QList<UserId> readersOf(qint64 seq) const;
    void apply(const MembershipUpdate &update); // older ones than knownChange change nobody
    void keepWatermarks(const ConversationState &before); // those that are not stored yet
    void noteMessage(qint64 seq, const MessageId &id);
};

using ConversationStatePtr = std::shared_ptr<ConversationState>;

// The conversations in use. It answers from memory what every message needs to know.
class Memberships
{
public:
    Memberships(ConversationStore &store, const Blocks &blocks, int conversationsKept = 50'000);

    // not_found when there is no such conversation or `user` is no member of it: a stranger learns nothing.
    QCoro::Task<Result<ConversationStatePtr>> requireMember(ConversationId id, UserId user);

    // Right after a commit, before anybody is told of it: `held`, the state that the caller works with, and
    // what is being loaded follow it.
    void apply(ConversationState &held, const MembershipUpdate &update);

    // A change failed. When the database went away meanwhile nobody knows whether it was committed: who asks
    // next finds what is stored.
    void noteFailure(const ConversationId &id, const Error &error);

    [[nodiscard]] const Blocks &blocks() const { return m_blocks; }

private:
    struct Load;
    struct Loaded;
    std::shared_ptr<Load> loadOnce(const ConversationId &id);
    QCoro::Task<> load(ConversationId id, std::shared_ptr<Load> load);
    void keep(const ConversationStatePtr &state);

    ConversationStore &m_store;
    const Blocks &m_blocks;
    // One state per conversation, as long as anybody holds it; the cache decides how long nobody needs to.
    QHash<ConversationId, std::weak_ptr<ConversationState>> m_states;
    QHash<ConversationId, std::shared_ptr<Load>> m_loads;
    QCache<ConversationId, ConversationStatePtr> m_kept;
    QHash<ConversationId, ConversationStatePtr> m_doubtful; // until they are loaded again
};

} // namespace Hearth
