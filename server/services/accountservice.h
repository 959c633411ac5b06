// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/accesscache.h"
#include "services/caller.h"
#include "storage/accountstore.h"
#include "wire/accounts.h"

namespace Hearth {

class LoginThrottle;
class PasswordHasher;
class Privacy;

// What people change of their own account.
class AccountService
{
public:
    AccountService(UserStore &users, AccountStore &accounts, AccessCache &access, LoginThrottle &throttle,
                   PasswordHasher &hasher, Privacy &privacy);

    // invalid_field; conflict at /username. Names and address of an external person are forbidden to change:
    // their user service tells them.
    QCoro::Task<Result<Account>> update(Caller caller, ProfileUpdate update);

    // All other sessions end at once. invalid_field at /old_password when that is wrong, after the same
    // braking as a login.
    QCoro::Task<Result<void>> changePassword(Caller caller, ChangePassword request, QString ip);

    // With a code of an administrator. All sessions end. unauthorized, in the same words whatever is wrong.
    QCoro::Task<Result<void>> redeemResetCode(RedeemResetCode request, QString ip);

    // For what somebody who found an open session must not do: the account, when this is its password.
    // forbidden without one, invalid_field at `pointer` when it is wrong, rate_limited.
    QCoro::Task<Result<StoredUser>> requirePassword(Caller caller, QString password, QString ip,
                                                    QString pointer);

private:
    UserStore &m_users;
    AccountStore &m_accounts;
    AccessCache &m_access;
    LoginThrottle &m_throttle;
    PasswordHasher &m_hasher;
    Privacy &m_privacy;
};

} // namespace Hearth
