// SPDX-License-Identifier: Apache-2.0
#include "services/erasureservice.h"

#include "services/accesscache.h"
#include "services/accountservice.h"
#include "services/adminservice.h"
#include "services/audit.h"
#include "services/conversationservice.h"
#include "services/memberservice.h"
#include "services/privacy.h"
#include "services/userservice.h"
#include "storage/messagestore.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int messagesPerCommit = 100; // so that nobody else's message waits for long

QList<UserId> readersOf(const DeletedMessages &removed, qint64 seq)
{
    QList<UserId> readers;
    for (const MembershipRow &member : removed.members) {
        if (member.firstVisibleSeq <= seq)
            readers += member.userId;
    }
    return readers;
}

// Somebody else was faster: the same person on another instance, or whoever removed them.
bool isSettled(const Error &error)
{
    return error.code == ErrorCode::NotFound;
}

} // namespace

ErasureService::ErasureService(Parts parts, std::chrono::milliseconds interval)
    : m_parts(parts)
{
    m_timer.setInterval(interval);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
}

QCoro::Task<Result<void>> ErasureService::eraseOwn(Caller caller, DeleteAccount request, QString ip)
{
    if (!caller.isExternal()) {
        const auto known =
            co_await m_parts.accountService.requirePassword(caller, request.password, ip, u"/password"_s);
        if (!known)
            co_return fail(known.error());
    }
    co_return co_await begin(caller.userId, request.messages);
}

QCoro::Task<Result<void>> ErasureService::erase(Caller caller, UserId user, ErasedMessages messages)
{
    if (auto allowed = requireAdmin(caller); !allowed)
        co_return allowed;
    auto begun = co_await begin(user, messages);
    if (begun)
        audit(caller, "delete_user"_L1, user);
    co_return begun;
}

QCoro::Task<Result<void>> ErasureService::begin(UserId user, ErasedMessages messages)
{
    const auto erased = co_await m_parts.accounts.erase(user, messages, now());
    if (!erased)
        co_return fail(erased.error());
    m_parts.access.setPerson(*erased);
    m_parts.privacy.set(user, {});
    co_await m_parts.users.tellChanged(user);
    finish(user, messages); // nobody waits for it
    co_return Result<void>();
}

void ErasureService::start()
{
    m_timer.start();
    look();
}

QCoro::Task<void> ErasureService::look()
{
    const auto pending = co_await m_parts.accounts.pendingErasures();
    if (!pending)
        co_return;
    for (const PendingErasure &erasure : *pending)
        co_await finish(erasure.id, erasure.messages);
}

// Where it fails, the next look goes on: every step may be taken twice.
QCoro::Task<void> ErasureService::finish(UserId user, ErasedMessages messages)
{
    if (m_running.contains(user))
        co_return;
    m_running.insert(user);
    auto done = co_await leaveGroups(user);
    if (done && messages == ErasedMessages::Erase)
        done = co_await removeMessages(user);
    if (done)
        done = co_await m_parts.accounts.noteErased(user);
    m_running.remove(user);
}

QCoro::Task<Result<void>> ErasureService::leaveGroups(UserId user)
{
    const auto groups = co_await m_parts.accounts.groupsToLeave(user);
    if (!groups)
        co_return fail(groups.error());
    for (const GroupToLeave &group : *groups) {
        const auto left = co_await leave(user, group);
        if (!left && !isSettled(left.error()))
            co_return left;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> ErasureService::leave(UserId user, GroupToLeave group)
{
    Caller self;
    self.userId = user;
    if (group.isAlone && group.isOwner)
        co_return co_await m_parts.conversations.remove(self, group.id);
    if (group.heir) {
        MemberPatch owner;
        owner.role = MemberRole::Owner;
        const auto made = co_await m_parts.members.update(self, group.id, *group.heir, owner);
        if (!made)
            co_return fail(made.error());
    }
    co_return co_await m_parts.members.remove(self, group.id, user);
}

QCoro::Task<Result<void>> ErasureService::removeMessages(UserId user)
{
    Timestamp from{};
    while (true) {
        const auto removed = co_await m_parts.messages.removeNextOf(user, from, messagesPerCommit, now());
        if (!removed)
            co_return fail(removed.error());
        if (removed->messages.isEmpty())
            co_return Result<void>();
        // Nothing is awaited until all are told: frames leave in the order of the commits.
        for (const Message &message : removed->messages)
            m_parts.publisher.publish(readersOf(*removed, message.seq), MessageDeleted{message});
        from = removed->from;
    }
}

} // namespace Hearth
