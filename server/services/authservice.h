// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "services/externaltokens.h"
#include "services/sessionservice.h"
#include "storage/invitestore.h"
#include "storage/userstore.h"
#include "wire/requests.h"

#include <functional>

namespace Hearth {

class LoginThrottle;
class PasswordHasher;

// Who may make an account for themselves.
enum class Registration { Open, Invite, Closed };

template<>
inline constexpr std::array enumNames<Registration>{QLatin1StringView("open"), QLatin1StringView("invite"),
                                                    QLatin1StringView("closed")};

// Making an account, signing in, and who makes a request.
class AuthService
{
public:
    static constexpr std::chrono::minutes accessLifetime{15};
    static constexpr std::chrono::days refreshLifetime{30};

    AuthService(UserStore &users, InviteStore &invites, SessionService &sessions, AccessCache &access,
                LoginThrottle &throttle, PasswordHasher &hasher, std::optional<ExternalTokens> externalTokens,
                Registration registration);

    // forbidden as the registration policy says, with pointer /invite when a good one would help;
    // invalid_field; conflict at /username.
    QCoro::Task<Result<AuthTokens>> registerAccount(RegisterRequest request, SignInDevice device);

    // unauthorized, in the same words and after the same work, whether the name or the password is wrong;
    // rate_limited after too many of these.
    QCoro::Task<Result<AuthTokens>> login(LoginRequest request, SignInDevice device);

    // The old refresh token is void afterwards. Whoever presents it once more ends the session: one of the
    // two who had it stole it.
    QCoro::Task<Result<AuthTokens>> refresh(QString refreshToken);

    // unauthorized or token_expired. Usually answered from memory.
    QCoro::Task<Result<Caller>> authenticate(QByteArray token);

    // For administrators on the command line: regardless of `registration`.
    QCoro::Task<Result<StoredUser>> addAccount(RegisterRequest request, bool admin);
    QCoro::Task<Result<QByteArray>> issueToken(QString username, std::chrono::seconds lifetime);

    void setAccessLifetime(std::chrono::seconds lifetime) { m_accessLifetime = lifetime; }

    // Called when a token brought a new name or picture of somebody who is known.
    using ProfileObserver = std::function<void(const User &)>;
    void setProfileObserver(ProfileObserver observer) { m_profileObserver = std::move(observer); }

private:
    QCoro::Task<Result<void>> checkRegistration(std::optional<QString> invite);
    QCoro::Task<Result<StoredUser>> makeAccount(RegisterRequest request, bool admin,
                                                std::optional<QString> invite);
    QCoro::Task<Result<StoredUser>> checkCredentials(LoginRequest request, QString ip);
    QCoro::Task<Result<Caller>> callerOf(AccessGrant grant);
    QCoro::Task<Result<Caller>> callerOf(ExternalIdentity identity);
    QCoro::Task<Result<AccessCache::Person>> personOf(UserId id);
    QCoro::Task<Result<AccessCache::Person>> personOf(NewUser external);
    void tellProfile(const User &before, const User &after) const;
    [[nodiscard]] AuthTokens tokensFor(const StoredUser &user, const SessionService::Opened &opened) const;

    UserStore &m_users;
    InviteStore &m_invites;
    SessionService &m_sessions;
    AccessCache &m_access;
    LoginThrottle &m_throttle;
    PasswordHasher &m_hasher;
    const std::optional<ExternalTokens> m_externalTokens;
    const Registration m_registration;
    std::chrono::seconds m_accessLifetime = accessLifetime;
    ProfileObserver m_profileObserver;
    QCache<QByteArray, Timestamp> m_identities{
        50'000}; // what tokens said of people, and until when to believe
};

} // namespace Hearth
