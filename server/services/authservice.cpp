// SPDX-License-Identifier: Apache-2.0
#include "services/authservice.h"

#include "services/accountrules.h"
#include "services/passwordhasher.h"
#include "util/uuid.h"

#include <QCryptographicHash>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// How long a change that another process made (the command line, another instance) may go unnoticed.
constexpr std::chrono::seconds sightingLifetime{30};
constexpr int deviceNameLength = 128; // UTF-16 code units

tl::unexpected<Error> signInAgain()
{
    return fail(ErrorCode::Unauthorized, u"This session has ended. Sign in again."_s);
}

tl::unexpected<Error> notFoundIsSignedOut(const Error &error)
{
    return error.code == ErrorCode::NotFound ? signInAgain() : fail(error);
}

// What a token says about a person, so that a token that says something else is looked at again.
QByteArray keyOf(const NewUser &user)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &text : {user.id, user.username, user.displayName, user.email.value_or(QString()),
                                user.avatarUrl.value_or(QString())}) {
        hash.addData(text.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return hash.result();
}

} // namespace

AuthService::AuthService(UserStore &users, SessionStore &sessions, PasswordHasher &hasher,
                         AccessTokens accessTokens, std::optional<ExternalTokens> externalTokens,
                         Registration registration)
    : m_users(users)
    , m_sessions(sessions)
    , m_hasher(hasher)
    , m_accessTokens(std::move(accessTokens))
    , m_externalTokens(std::move(externalTokens))
    , m_registration(registration)
{ }

QCoro::Task<Result<AuthTokens>> AuthService::registerAccount(RegisterRequest request, QString ip)
{
    if (m_registration == Registration::Invite)
        co_return fail(ErrorCode::Forbidden,
                       u"New accounts here are made by invitation of an administrator."_s);
    if (m_registration == Registration::Closed)
        co_return fail(ErrorCode::Forbidden, u"This server takes no new accounts."_s);
    const auto user = co_await addAccount(request, false);
    if (!user)
        co_return fail(user.error());
    const auto opened = co_await openSession(user->account.user.id, request.deviceName.value_or(QString()),
                                             ip, refreshLifetime);
    if (!opened)
        co_return fail(opened.error());
    co_return tokensFor(*user, opened->session.id, opened->refreshToken);
}

QCoro::Task<Result<AuthTokens>> AuthService::login(LoginRequest request, QString ip)
{
    const auto user = co_await m_users.byUsername(request.username);
    if (!user && user.error().code != ErrorCode::NotFound)
        co_return fail(user.error());
    const std::optional<QString> hash = user ? user->passwordHash : std::nullopt;
    const auto matches = co_await m_hasher.verify(request.password, hash);
    if (!matches)
        co_return fail(matches.error());
    if (!*matches)
        co_return fail(ErrorCode::Unauthorized, u"The username or the password is wrong."_s);
    if (user->disabled)
        co_return fail(ErrorCode::Forbidden, u"This account is disabled."_s);
    const auto opened = co_await openSession(user->account.user.id, request.deviceName.value_or(QString()),
                                             ip, refreshLifetime);
    if (!opened)
        co_return fail(opened.error());
    co_return tokensFor(*user, opened->session.id, opened->refreshToken);
}

QCoro::Task<Result<AuthTokens>> AuthService::refresh(QString refreshToken)
{
    const QByteArray next = makeRefreshToken();
    const Timestamp at = now();
    const auto refresh = co_await m_sessions.rotate(refreshTokenHash(refreshToken.toUtf8()),
                                                    refreshTokenHash(next), at, at + refreshLifetime);
    if (!refresh)
        co_return fail(refresh.error());
    if (refresh->outcome == RefreshOutcome::Reused)
        noteRevoked(refresh->session.id);
    if (refresh->outcome != RefreshOutcome::Rotated)
        co_return signInAgain();
    const auto user = co_await m_users.byId(refresh->session.userId);
    if (!user)
        co_return fail(user.error());
    if (user->disabled)
        co_return signInAgain();
    co_return tokensFor(*user, refresh->session.id, next);
}

QCoro::Task<Result<void>> AuthService::logout(Caller caller)
{
    if (!caller.sessionId)
        co_return {};
    auto revoked = co_await m_sessions.revoke(*caller.sessionId, now());
    if (revoked)
        noteRevoked(*caller.sessionId);
    co_return revoked;
}

QCoro::Task<Result<Caller>> AuthService::authenticate(QByteArray token)
{
    // Whose key made the signature decides what a token is; nothing that it says about itself does.
    auto grant = m_accessTokens.verify(token, now());
    if (grant)
        return callerOf(std::move(*grant));
    auto identity = grant.error().code == ErrorCode::TokenExpired || !m_externalTokens
        ? Result<ExternalIdentity>(fail(grant.error()))
        : m_externalTokens->verify(token, now());
    if (identity)
        return callerOf(std::move(*identity));
    return [](Error error) -> QCoro::Task<Result<Caller>> { co_return fail(error); }(identity.error());
}

QCoro::Task<Result<Caller>> AuthService::callerOf(AccessGrant grant)
{
    const QByteArray key = grant.sessionId.toUtf8();
    Caller caller{grant.userId, grant.sessionId, grant.expiresAt};
    if (const Sighting *seen = recall(key)) {
        caller.admin = seen->admin;
        if (!seen->valid)
            co_return signInAgain();
        co_return caller;
    }
    const auto session = co_await m_sessions.byId(grant.sessionId);
    if (!session)
        co_return notFoundIsSignedOut(session.error());
    const auto user = co_await m_users.byId(grant.userId);
    if (!user)
        co_return notFoundIsSignedOut(user.error());

    // It may have been revoked while the store was being asked.
    const Sighting *meanwhile = recall(key);
    const bool valid = session->userId == grant.userId && !session->revokedAt && session->expiresAt > now()
        && !user->disabled && (!meanwhile || meanwhile->valid);
    remember(key, valid, user->admin);
    caller.admin = user->admin;
    if (!valid)
        co_return signInAgain();
    co_return caller;
}

QCoro::Task<Result<Caller>> AuthService::callerOf(ExternalIdentity identity)
{
    const QByteArray key = keyOf(identity.user);
    Caller caller{identity.user.id, {}, identity.expiresAt};
    if (const Sighting *seen = recall(key)) {
        caller.admin = seen->admin;
        co_return caller;
    }
    const auto user = co_await externalUser(std::move(identity.user));
    if (!user)
        co_return fail(user.error());
    if (user->disabled)
        co_return fail(ErrorCode::Unauthorized, u"This account is disabled."_s);
    remember(key, true, user->admin);
    caller.admin = user->admin;
    co_return caller;
}

// An account with a password of ours stays ours: no other issuer speaks for it.
QCoro::Task<Result<StoredUser>> AuthService::externalUser(NewUser user)
{
    const auto known = co_await m_users.byId(user.id);
    if (!known && known.error().code != ErrorCode::NotFound)
        co_return fail(known.error());
    if (known && known->passwordHash)
        co_return fail(ErrorCode::Unauthorized, u"This account signs in with its password."_s);
    co_return co_await m_users.upsertExternal(std::move(user));
}

QCoro::Task<Result<StoredUser>> AuthService::addAccount(RegisterRequest request, bool admin)
{
    if (auto checked = checkAccount(request); !checked)
        co_return fail(checked.error());
    auto hash = co_await m_hasher.hash(request.password);
    if (!hash)
        co_return fail(hash.error());
    NewUser user{uuidV7(),
                 request.username,
                 request.displayName.value_or(request.username).trimmed(),
                 request.email,
                 {},
                 std::move(*hash),
                 admin};
    co_return co_await m_users.insert(std::move(user));
}

QCoro::Task<Result<QByteArray>> AuthService::issueToken(QString username, std::chrono::seconds lifetime)
{
    const auto user = co_await m_users.byUsername(username);
    if (!user)
        co_return fail(user.error());
    const auto opened =
        co_await openSession(user->account.user.id, u"hearth-server token issue"_s, {}, lifetime);
    if (!opened)
        co_return fail(opened.error());
    const StoredSession &session = opened->session;
    co_return m_accessTokens.issue({session.userId, session.id, session.expiresAt}, session.createdAt);
}

QCoro::Task<Result<AuthService::OpenedSession>>
AuthService::openSession(UserId user, QString deviceName, QString ip, std::chrono::seconds lifetime)
{
    OpenedSession opened;
    opened.refreshToken = makeRefreshToken();
    const Timestamp at = now();
    opened.session = {uuidV7(),
                      user,
                      refreshTokenHash(opened.refreshToken),
                      deviceName.left(deviceNameLength),
                      ip,
                      at,
                      at,
                      at + lifetime,
                      {}};
    const auto stored = co_await m_sessions.insert(opened.session);
    if (!stored)
        co_return fail(stored.error());
    co_return opened;
}

AuthTokens AuthService::tokensFor(const StoredUser &user, const SessionId &session,
                                  const QByteArray &refreshToken) const
{
    const Timestamp at = now();
    AuthTokens tokens;
    tokens.accessToken =
        QString::fromLatin1(m_accessTokens.issue({user.account.user.id, session, at + accessLifetime}, at));
    tokens.refreshToken = QString::fromLatin1(refreshToken);
    tokens.expiresIn = int(std::chrono::seconds(accessLifetime).count());
    tokens.user = user.account;
    return tokens;
}

const AuthService::Sighting *AuthService::recall(const QByteArray &key) const
{
    const Sighting *seen = m_seen.object(key);
    return seen && seen->until > now() ? seen : nullptr;
}

void AuthService::remember(const QByteArray &key, bool valid, bool admin)
{
    m_seen.insert(key, new Sighting{valid, admin, now() + sightingLifetime});
}

void AuthService::noteRevoked(const SessionId &session)
{
    remember(session.toUtf8(), false, false);
    if (m_revoked)
        m_revoked(session);
}

} // namespace Hearth
