// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "storage/accountstore.h"
#include "storage/adminstore.h"

#include <functional>

namespace Hearth {

class AccessCache;

// What administrators of the server do to accounts. forbidden for everybody else; each action leaves a line
// in the log.
class AdminService
{
public:
    static constexpr std::chrono::hours resetCodeLifetime{24};

    AdminService(UserStore &users, AccountStore &accounts, AdminStore &store, AccessCache &access);

    QCoro::Task<Result<QList<AdminUser>>> users(Caller caller, UserFilter filter, QString prefix, int limit,
                                                UserId after); // by id
    QCoro::Task<Result<AdminUser>> user(Caller caller, UserId id); // not_found

    // Whoever is disabled or banned loses their connections, and their tokens are refused, at once.
    // not_found; conflict for the last administrator who may enter.
    QCoro::Task<Result<AdminUser>> setFlag(Caller caller, UserId id, AccountFlag flag, bool value);

    // A code with which the person sets a new password; until then the old one works. Replaces an earlier
    // code. not_found; conflict for somebody without a password here.
    QCoro::Task<Result<ResetCode>> resetPassword(Caller caller, UserId id);

    QCoro::Task<Result<Statistics>> statistics(Caller caller);
    void setOnlineCounter(std::function<int()> counter) { m_online = std::move(counter); }

private:
    UserStore &m_users;
    AccountStore &m_accounts;
    AdminStore &m_store;
    AccessCache &m_access;
    std::function<int()> m_online;
};

[[nodiscard]] Result<void> requireAdmin(const Caller &caller); // forbidden

[[nodiscard]] AdminUser asAdminsSee(const StoredUser &stored);

} // namespace Hearth
