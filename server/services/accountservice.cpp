// SPDX-License-Identifier: Apache-2.0
#include "services/accountservice.h"

#include "services/accountrules.h"
#include "services/loginthrottle.h"
#include "services/passwordhasher.h"
#include "services/privacy.h"
#include "services/tokens.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> checkUpdate(const Caller &caller, const ProfileUpdate &update)
{
    if (caller.isExternal() && (update.username || update.displayName || update.email || update.clearsEmail))
        return fail(ErrorCode::Forbidden, u"Your user service says what you are called; change it there."_s);
    return (update.username ? checkUsername(*update.username) : Result<void>())
        .and_then([&] { return update.displayName ? checkDisplayName(*update.displayName) : Result<void>(); })
        .and_then([&] { return update.email ? checkEmail(*update.email) : Result<void>(); });
}

ProfileChange changeOf(const ProfileUpdate &update)
{
    ProfileChange change;
    change.username = update.username;
    if (update.displayName)
        change.displayName = update.displayName->trimmed();
    if (update.email || update.clearsEmail)
        change.email = update.email;
    if (update.settings) {
        change.showsReceipts = update.settings->readReceipts;
        change.showsPresence = update.settings->presence;
    }
    return change;
}

} // namespace

AccountService::AccountService(UserStore &users, AccountStore &accounts, AccessCache &access,
                               LoginThrottle &throttle, PasswordHasher &hasher, Privacy &privacy)
    : m_users(users)
    , m_accounts(accounts)
    , m_access(access)
    , m_throttle(throttle)
    , m_hasher(hasher)
    , m_privacy(privacy)
{ }

QCoro::Task<Result<Account>> AccountService::update(Caller caller, ProfileUpdate update)
{
    if (auto checked = checkUpdate(caller, update); !checked)
        co_return fail(std::move(checked.error()));
    const ProfileChange change = changeOf(update);
    const auto user = co_await m_accounts.update(caller.userId, change);
    if (!user)
        co_return fail(user.error());
    m_privacy.set(caller.userId, user->account.settings);
    co_return user->own();
}

QCoro::Task<Result<void>> AccountService::changePassword(Caller caller, ChangePassword request, QString ip)
{
    if (auto checked = checkPassword(request.newPassword, u"/new_password"_s); !checked)
        co_return checked;
    const auto user = co_await requirePassword(caller, request.oldPassword, ip, u"/old_password"_s);
    if (!user)
        co_return fail(user.error());
    const auto hash = co_await m_hasher.hash(request.newPassword);
    if (!hash)
        co_return fail(hash.error());
    const auto ended =
        co_await m_accounts.setPassword(caller.userId, *user->passwordHash, *hash, caller.sessionId, now());
    if (!ended)
        co_return fail(ended.error());
    m_access.endSessions(*ended);
    co_return Result<void>();
}

QCoro::Task<Result<StoredUser>> AccountService::requirePassword(Caller caller, QString password, QString ip,
                                                                QString pointer)
{
    auto user = co_await m_users.byId(caller.userId);
    if (!user)
        co_return user;
    if (!user->passwordHash)
        co_return fail(ErrorCode::Forbidden, u"You have no password here; your user service has it."_s);
    const QString username = user->account.user.username;
    if (auto allowed = m_throttle.begin(username, ip); !allowed)
        co_return fail(std::move(allowed.error()));
    const auto matches = co_await m_hasher.verify(password, user->passwordHash);
    if (!matches) {
        m_throttle.giveBack(username, ip);
        co_return fail(matches.error());
    }
    if (!*matches)
        co_return fail(ErrorCode::InvalidField, u"The password is wrong."_s, pointer);
    m_throttle.succeeded(username, ip);
    co_return user;
}

QCoro::Task<Result<void>> AccountService::redeemResetCode(RedeemResetCode request, QString ip)
{
    const tl::unexpected<Error> refused =
        fail(ErrorCode::Unauthorized, u"The username or the code is wrong, or the code is no longer good."_s);
    if (auto checked = checkPassword(request.newPassword, u"/new_password"_s); !checked)
        co_return checked;
    if (auto allowed = m_throttle.begin(request.username, ip); !allowed)
        co_return allowed;
    const QByteArray code = refreshTokenHash(canonicalCode(request.code).toUtf8());
    const auto id = co_await m_accounts.checkResetCode(request.username, code, now());
    if (!id) {
        if (id.error().code == ErrorCode::NotFound)
            co_return refused;
        m_throttle.giveBack(request.username, ip);
        co_return fail(id.error());
    }
    const auto hash = co_await m_hasher.hash(request.newPassword);
    if (!hash) {
        m_throttle.giveBack(request.username, ip);
        co_return fail(hash.error());
    }
    const auto ended = co_await m_accounts.redeemResetCode(*id, code, *hash, now());
    if (!ended)
        co_return ended.error().code == ErrorCode::NotFound ? refused : fail(ended.error());
    m_throttle.succeeded(request.username, ip);
    m_access.endSessions(*ended);
    co_return Result<void>();
}

} // namespace Hearth
