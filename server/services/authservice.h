// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "services/externaltokens.h"
#include "services/tokens.h"
#include "storage/sessionstore.h"
#include "storage/userstore.h"
#include "wire/requests.h"

#include <QCache>

#include <functional>

namespace Hearth {

class PasswordHasher;

// Who may make an account for themselves.
enum class Registration { Open, Invite, Closed };

template<>
inline constexpr std::array enumNames<Registration>{QLatin1StringView("open"), QLatin1StringView("invite"),
                                                    QLatin1StringView("closed")};

// Accounts, their sessions, and who makes a request.
class AuthService
{
public:
    static constexpr std::chrono::minutes accessLifetime{15};
    static constexpr std::chrono::days refreshLifetime{30};

    AuthService(UserStore &users, SessionStore &sessions, PasswordHasher &hasher, AccessTokens accessTokens,
                std::optional<ExternalTokens> externalTokens, Registration registration);

    // forbidden unless registration is open; invalid_field; conflict at /username.
    QCoro::Task<Result<AuthTokens>> registerAccount(RegisterRequest request, QString ip);

    // unauthorized, in the same words and after the same work, whether the name or the password is wrong.
    QCoro::Task<Result<AuthTokens>> login(LoginRequest request, QString ip);

    // The old refresh token is void afterwards. Whoever presents it once more ends the session: one of the
    // two who had it stole it.
    QCoro::Task<Result<AuthTokens>> refresh(QString refreshToken);

    // External callers have no session; for them this does nothing.
    QCoro::Task<Result<void>> logout(Caller caller);

    // unauthorized or token_expired. Usually answered from memory.
    QCoro::Task<Result<Caller>> authenticate(QByteArray token);

    // For administrators on the command line: regardless of `registration`.
    QCoro::Task<Result<StoredUser>> addAccount(RegisterRequest request, bool admin);
    QCoro::Task<Result<QByteArray>> issueToken(QString username, std::chrono::seconds lifetime);

    // Called when a session has ended before its time: its connections must be closed.
    using SessionObserver = std::function<void(const SessionId &)>;
    void setRevokedObserver(SessionObserver observer) { m_revoked = std::move(observer); }

private:
    // What is remembered of a session or an external identity, until the store is asked again.
    struct Sighting {
        bool valid = true;
        bool admin = false;
        Timestamp until = {};
    };

    struct OpenedSession {
        StoredSession session;
        QByteArray refreshToken;
    };

    QCoro::Task<Result<OpenedSession>> openSession(UserId user, QString deviceName, QString ip,
                                                   std::chrono::seconds lifetime);
    QCoro::Task<Result<Caller>> callerOf(AccessGrant grant);
    QCoro::Task<Result<Caller>> callerOf(ExternalIdentity identity);
    QCoro::Task<Result<StoredUser>> externalUser(NewUser user);
    [[nodiscard]] AuthTokens tokensFor(const StoredUser &user, const SessionId &session,
                                       const QByteArray &refreshToken) const;
    [[nodiscard]] const Sighting *recall(const QByteArray &key) const;
    void remember(const QByteArray &key, bool valid, bool admin);
    void noteRevoked(const SessionId &session);

    UserStore &m_users;
    SessionStore &m_sessions;
    PasswordHasher &m_hasher;
    const AccessTokens m_accessTokens;
    const std::optional<ExternalTokens> m_externalTokens;
    const Registration m_registration;
    SessionObserver m_revoked;
    QCache<QByteArray, Sighting> m_seen{50'000};
};

} // namespace Hearth
