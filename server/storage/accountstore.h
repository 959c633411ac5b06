// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/userstore.h"
#include "wire/accounts.h"

namespace Hearth {

// What is to be changed of a profile; what is empty stays.
struct ProfileChange {
    std::optional<QString> username = {};
    std::optional<QString> displayName = {};
    std::optional<std::optional<QString>> email = {}; // an empty one is taken away
    std::optional<bool> showsReceipts = {};
    std::optional<bool> showsPresence = {};
};

enum class AccountFlag { Admin, Disabled, Banned };

// A block as it stands: `removed` when it was lifted.
struct BlockChange {
    UserId userId; // who wants to hear no more
    UserId blockedId;
    bool removed = false;
};

// What other processes have done since some moment; states, so that seeing one twice is harmless.
struct AccountChanges {
    QList<StoredUser> users;
    QList<SessionId> endedSessions;
    QList<BlockChange> blocks;
    Timestamp until = {}; // ask again from here
};

// An account that is gone, and what is still to be done in conversations.
struct PendingErasure {
    UserId id;
    ErasedMessages messages = ErasedMessages::Keep;
};

struct GroupToLeave {
    ConversationId id;
    bool isOwner = false;
    bool isAlone = false; // nobody else is in it
    std::optional<UserId> heir = {}; // who has to become an owner first
};

// What is changed of an account after it was made.
class AccountStore
{
public:
    explicit AccountStore(Database &db)
        : m_db(db)
    { }

    // not_found; conflict with pointer /username when the name is taken.
    QCoro::Task<Result<StoredUser>> update(UserId id, ProfileChange change);

    // Ends all sessions but `kept`; the ids of those that ended. conflict when the password is no longer the
    // one with the hash `former`, which was checked before.
    QCoro::Task<Result<QList<SessionId>>> setPassword(UserId id, QString former, QString hash,
                                                      std::optional<SessionId> kept, Timestamp at);

    // The account as it is now. conflict when that would leave the server without an administrator who may
    // enter.
    QCoro::Task<Result<StoredUser>> setFlag(UserId id, AccountFlag flag, bool value, Timestamp at);

    // Replaces an earlier code. conflict for somebody without a password here.
    QCoro::Task<Result<void>> setResetCode(UserId id, QByteArray codeHash, Timestamp expiresAt);
    QCoro::Task<Result<UserId>> checkResetCode(QString username, QByteArray codeHash,
                                               Timestamp at); // not_found

    // Uses up the code, sets the password and ends all sessions; their ids. not_found.
    QCoro::Task<Result<QList<SessionId>>> redeemResetCode(UserId id, QByteArray codeHash, QString hash,
                                                          Timestamp at);

    // Leaves the id as a tombstone: what belongs to the account alone is gone when this answers, the rest is
    // pending. not_found; conflict for the last administrator.
    QCoro::Task<Result<StoredUser>> erase(UserId id, ErasedMessages messages, Timestamp at);
    QCoro::Task<Result<QList<PendingErasure>>> pendingErasures();
    QCoro::Task<Result<QList<GroupToLeave>>> groupsToLeave(UserId id);
    QCoro::Task<Result<void>> noteErased(UserId id); // nothing is pending any more

    // People who hide receipts or presence, as they are when a process starts.
    QCoro::Task<Result<QList<StoredUser>>> privateUsers();

    QCoro::Task<Result<AccountChanges>> changesSince(Timestamp since);

private:
    Database &m_db;
};

} // namespace Hearth
