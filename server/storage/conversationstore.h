// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/conversation.h"
#include "storage/database.h"
#include "wire/requests.h"
#include "wire/serverframes.h"

namespace Hearth {

struct NewConversation {
    ConversationId id;
    ConversationType type = ConversationType::Direct;
    std::optional<QString> name = {};
    std::optional<QString> description = {};
    History history = History::All;
    UserId creator; // becomes owner of a group
    QList<UserId> memberIds; // everybody, the creator too, without duplicates
    Timestamp createdAt = {};
};

struct CreatedConversation {
    ConversationId id;
    bool created = true; // false: the direct conversation of these two existed
};

// What the services keep in memory about a conversation that is in use.
struct MembershipRow {
    UserId userId;
    MemberRole role = MemberRole::Member;
    bool canSendMessages = true;
    qint64 firstVisibleSeq = 1; // above 1 with history since_join
    qint64 deliveredSeq = 0;
    qint64 readSeq = 0;
};

struct ConversationRecord {
    ConversationId id;
    ConversationType type = ConversationType::Direct;
    qint64 lastSeq = 0;
    qint64 lastChange = 0;
    QList<MembershipRow> members;
};

// A page of a person's conversations, by last activity, newest first.
struct ConversationCursor {
    Timestamp lastActivityAt = {};
    ConversationId id;
};

struct ConversationPage {
    QList<Conversation> items;
    std::optional<ConversationCursor> next = {};
};

struct Heads {
    QList<Head> heads;
    QList<ConversationId> left;
    Timestamp serverTime = {}; // read in the same snapshot
};

class ConversationStore
{
public:
    explicit ConversationStore(Database &db)
        : m_db(db)
    { }

    // Direct: two members, unique for the pair. Unknown member ids are invalid_field with the pointer
    // /member_ids/<index in memberIds>.
    QCoro::Task<Result<CreatedConversation>> insert(NewConversation conversation);

    // Everything a Conversation shows, seen by `viewer`; not_found when there is none or they are no member.
    QCoro::Task<Result<Conversation>> get(ConversationId id, UserId viewer);
    QCoro::Task<Result<ConversationPage>> list(UserId viewer, int limit,
                                               std::optional<ConversationCursor> after);

    QCoro::Task<Result<ConversationRecord>> record(ConversationId id); // not_found

    // Conversations of `viewer` with any activity (message, change, own receipt or setting) since then; all
    // of them when `since` is empty.
    QCoro::Task<Result<Heads>> heads(UserId viewer, std::optional<Timestamp> since);

    // protocol.md, Resume 2. In one snapshot; not_found when `viewer` is no member.
    QCoro::Task<Result<Changes>> changes(ConversationId id, UserId viewer, qint64 since, int limit);

    // Who hears of `user` coming and going: the other members of direct conversations and of groups of up to
    // Limits::presenceMembers.
    QCoro::Task<Result<QList<UserId>>> presenceAudience(UserId user);

private:
    Database &m_db;
};

} // namespace Hearth
