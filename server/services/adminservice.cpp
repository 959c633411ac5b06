// SPDX-License-Identifier: Apache-2.0
#include "services/adminservice.h"

#include "services/accesscache.h"
#include "services/audit.h"
#include "services/tokens.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

QLatin1StringView actionName(AccountFlag flag, bool value)
{
    switch (flag) {
    case AccountFlag::Admin: return value ? "make_admin"_L1 : "unmake_admin"_L1;
    case AccountFlag::Disabled: return value ? "disable"_L1 : "enable"_L1;
    case AccountFlag::Banned: break;
    }
    return value ? "ban"_L1 : "unban"_L1;
}

} // namespace

Result<void> requireAdmin(const Caller &caller)
{
    if (!caller.admin)
        return fail(ErrorCode::Forbidden, u"This is for administrators of the server."_s);
    return {};
}

AdminUser asAdminsSee(const StoredUser &stored)
{
    return {.account = stored.account,
            .admin = stored.admin,
            .disabled = stored.disabled,
            .banned = stored.banned,
            .external = !stored.passwordHash && !stored.deletedAt,
            .deletedAt = stored.deletedAt};
}

AdminService::AdminService(UserStore &users, AccountStore &accounts, AdminStore &store, AccessCache &access)
    : m_users(users)
    , m_accounts(accounts)
    , m_store(store)
    , m_access(access)
{ }

QCoro::Task<Result<QList<AdminUser>>> AdminService::users(Caller caller, UserFilter filter, QString prefix,
                                                          int limit, UserId after)
{
    if (auto allowed = requireAdmin(caller); !allowed)
        co_return fail(std::move(allowed.error()));
    const auto stored = co_await m_store.users(filter, prefix, limit, after);
    if (!stored)
        co_return fail(stored.error());
    QList<AdminUser> users;
    for (const StoredUser &user : *stored)
        users.append(asAdminsSee(user));
    co_return users;
}

QCoro::Task<Result<AdminUser>> AdminService::user(Caller caller, UserId id)
{
    if (auto allowed = requireAdmin(caller); !allowed)
        co_return fail(std::move(allowed.error()));
    const auto stored = co_await m_users.byId(id);
    co_return stored.map(asAdminsSee);
}

QCoro::Task<Result<AdminUser>> AdminService::setFlag(Caller caller, UserId id, AccountFlag flag, bool value)
{
    if (auto allowed = requireAdmin(caller); !allowed)
        co_return fail(std::move(allowed.error()));
    const auto stored = co_await m_accounts.setFlag(id, flag, value, now());
    if (!stored)
        co_return fail(stored.error());
    m_access.setPerson(*stored);
    audit(caller, actionName(flag, value), id);
    co_return asAdminsSee(*stored);
}

QCoro::Task<Result<ResetCode>> AdminService::resetPassword(Caller caller, UserId id)
{
    if (auto allowed = requireAdmin(caller); !allowed)
        co_return fail(std::move(allowed.error()));
    ResetCode code{makeCode(), now() + resetCodeLifetime};
    const auto stored =
        co_await m_accounts.setResetCode(id, refreshTokenHash(code.code.toUtf8()), code.expiresAt);
    if (!stored)
        co_return fail(stored.error());
    audit(caller, "reset_password"_L1, id);
    co_return code;
}

QCoro::Task<Result<Statistics>> AdminService::statistics(Caller caller)
{
    if (auto allowed = requireAdmin(caller); !allowed)
        co_return fail(std::move(allowed.error()));
    auto statistics = co_await m_store.statistics();
    if (statistics && m_online)
        statistics->online = m_online();
    co_return statistics;
}

} // namespace Hearth
