// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "storage/accountstore.h"

#include <QSet>
#include <QTimer>

namespace Hearth {

class AccessCache;
class AccountService;
class Blocks;
class ConversationService;
class MemberService;
class MessageStore;
class Privacy;
class UserService;

// Deletes accounts. At once: name, address, avatar, password, sessions, blocks and notifications; the person
// is out, and the id stays as a tombstone, so that what others said to them still stands somewhere. Soon
// after, and told to the members as if they had done it: they leave their groups, handing over what they
// alone own to the admin, or else the member, who is there for longest; and their messages are deleted if
// that was asked for. What a stop of the server interrupts goes on with the next one.
class ErasureService
{
public:
    struct Parts {
        AccountService &accountService;
        AccountStore &accounts;
        MessageStore &messages;
        MemberService &members;
        ConversationService &conversations;
        AccessCache &access;
        Privacy &privacy;
        UserService &users;
        Publisher &publisher;
    };

    explicit ErasureService(Parts parts, std::chrono::milliseconds interval = std::chrono::seconds(30));

    // One's own account, with the password unless it is somebody else's user service that has it.
    // invalid_field at /password, rate_limited; conflict for the last administrator.
    QCoro::Task<Result<void>> eraseOwn(Caller caller, DeleteAccount request, QString ip);

    // For administrators; forbidden for everybody else. not_found; conflict for the last administrator.
    QCoro::Task<Result<void>> erase(Caller caller, UserId user, ErasedMessages messages);

    // Goes on with what is not done yet, here or by another process, now and every half minute.
    void start();
    QCoro::Task<void> look(); // now

    [[nodiscard]] bool isBusy() const { return !m_running.isEmpty(); }

private:
    QCoro::Task<Result<void>> begin(UserId user, ErasedMessages messages);
    QCoro::Task<void> finish(UserId user, ErasedMessages messages);
    QCoro::Task<Result<void>> removeMessages(UserId user);
    QCoro::Task<Result<void>> leaveGroups(UserId user);
    QCoro::Task<Result<void>> leave(UserId user, GroupToLeave group);

    const Parts m_parts;
    QSet<UserId> m_running;
    QTimer m_timer;
};

} // namespace Hearth
