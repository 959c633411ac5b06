// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/conversation.h"
#include "model/file.h"
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
    Conversation conversation = {}; // as its creator sees it
};

// What is to change about a conversation; what is empty stays.
struct ConversationEdit {
    std::optional<QString> name = {};
    std::optional<std::optional<QString>> description = {}; // nothing inside removes it
    std::optional<std::optional<File>> avatar = {}; // announced (FileStore); nothing inside removes it
    qint64 uploadQuota = 0; // bytes of all files of whoever uploaded the avatar; 0: no quota
};

// The rules of the services, asked again inside the writer's transaction. Plain functions: they run on
// another thread.
using ConversationRule = Result<void> (*)(ConversationType, MemberRole actor);

struct EditedConversation {
    qint64 change = 0; // 0: it was so already, and nothing was stored
    ConversationFields fields = {}; // at `change`
    QList<Message> notices = {}; // the system messages that tell of it, with the changes that follow
    Conversation conversation = {}; // as the editor sees it after all of them
};

struct DeletedConversation {
    qint64 change = 0;
    QList<UserId> members; // those that it had
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

    // not_found when `actor` is no member.
    QCoro::Task<Result<EditedConversation>> edit(ConversationId id, UserId actor, ConversationEdit edit,
                                                 ConversationRule rule, Timestamp at);
    // Erases what it holds. Its row and its memberships stay behind, ended, so that whoever was away hears.
    QCoro::Task<Result<DeletedConversation>> remove(ConversationId id, UserId actor, ConversationRule rule,
                                                    Timestamp at);

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


    QCoro::Task<Result<qint64>> count(); // of all that exist; reads an index as a whole

private:
    Database &m_db;
};

} // namespace Hearth
