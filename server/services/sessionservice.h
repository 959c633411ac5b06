// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/sessioninfo.h"
#include "services/accesscache.h"
#include "services/caller.h"
#include "services/tokens.h"
#include "storage/sessionstore.h"

namespace Hearth {

// The device that somebody signs in on, as its session shows it.
struct SignInDevice {
    QString ip;
    QString name = {};
    QString platform = {};
    QString appVersion = {};
};

// Sessions: the devices on which people are signed in, and their tokens.
class SessionService
{
public:
    SessionService(SessionStore &store, AccessCache &access, AccessTokens tokens);

    struct Opened {
        StoredSession session;
        QByteArray refreshToken;
    };

    // unauthorized when the account was changed since its password, with this hash, was checked.
    QCoro::Task<Result<Opened>> open(UserId user, SignInDevice device, std::chrono::seconds lifetime,
                                     std::optional<QString> passwordHash = {});

    // A new refresh token for an old one, which is void then. Using it again ends the session.
    QCoro::Task<Result<Opened>> rotate(QString refreshToken, std::chrono::seconds lifetime);

    [[nodiscard]] QByteArray accessToken(const UserId &user, const SessionId &session, Timestamp at,
                                         Timestamp expiresAt) const;
    [[nodiscard]] Result<AccessGrant> verify(const QByteArray &token, Timestamp at) const;

    // unauthorized unless the session of the grant is alive. Usually answered from memory.
    QCoro::Task<Result<void>> requireLive(AccessGrant grant);

    // The caller's own, the last used first.
    QCoro::Task<Result<QList<SessionInfo>>> list(Caller caller);
    QCoro::Task<Result<SessionInfo>> find(Caller caller, SessionId id); // not_found unless it is the caller's
    QCoro::Task<Result<void>> end(Caller caller, SessionId id); // not_found unless it is the caller's
    QCoro::Task<Result<void>> endOwn(Caller caller); // harmless for external callers and when repeated

private:
    SessionStore &m_store;
    AccessCache &m_access;
    const AccessTokens m_tokens;
};

// What somebody gets whose token is no longer good.
[[nodiscard]] tl::unexpected<Error> signInAgain();

} // namespace Hearth
