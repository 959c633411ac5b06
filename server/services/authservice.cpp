// SPDX-License-Identifier: Apache-2.0
#include "services/authservice.h"

#include "services/accountrules.h"
#include "services/loginthrottle.h"
#include "services/passwordhasher.h"
#include "util/uuid.h"

#include <QCryptographicHash>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

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

tl::unexpected<Error> mayNotEnter()
{
    return fail(ErrorCode::Unauthorized, u"This account is disabled."_s);
}

} // namespace

AuthService::AuthService(UserStore &users, InviteStore &invites, SessionService &sessions,
                         AccessCache &access, LoginThrottle &throttle, PasswordHasher &hasher,
                         std::optional<ExternalTokens> externalTokens, Registration registration)
    : m_users(users)
    , m_invites(invites)
    , m_sessions(sessions)
    , m_access(access)
    , m_throttle(throttle)
    , m_hasher(hasher)
    , m_externalTokens(std::move(externalTokens))
    , m_registration(registration)
{ }

QCoro::Task<Result<AuthTokens>> AuthService::registerAccount(RegisterRequest request, SignInDevice device)
{
    // Before anything else: whoever may not register learns nothing about names.
    if (auto allowed = co_await checkRegistration(request.invite); !allowed)
        co_return fail(std::move(allowed.error()));
    const auto invite = m_registration == Registration::Invite && request.invite
        ? std::optional(canonicalCode(*request.invite))
        : std::nullopt;
    const auto user = co_await makeAccount(request, false, invite);
    if (!user)
        co_return fail(user.error());
    const auto opened = co_await m_sessions.open(user->account.user.id, device, refreshLifetime);
    if (!opened)
        co_return fail(opened.error());
    co_return tokensFor(*user, *opened);
}

QCoro::Task<Result<void>> AuthService::checkRegistration(std::optional<QString> invite)
{
    if (m_registration == Registration::Closed)
        co_return fail(ErrorCode::Forbidden, u"This server takes no new accounts."_s);
    if (m_registration == Registration::Open)
        co_return Result<void>();
    if (!invite)
        co_return fail(ErrorCode::Forbidden,
                       u"New accounts here are made by invitation of an administrator."_s, u"/invite"_s);
    co_return co_await m_invites.check(canonicalCode(*invite), now());
}

QCoro::Task<Result<AuthTokens>> AuthService::login(LoginRequest request, SignInDevice device)
{
    const auto user = co_await checkCredentials(request, device.ip);
    if (!user)
        co_return fail(user.error());
    // Only who knows the password hears of it.
    if (user->banned)
        co_return fail(ErrorCode::Forbidden, u"This account is banned."_s);
    if (!user->mayEnter())
        co_return fail(ErrorCode::Forbidden, u"This account is disabled."_s);
    const auto opened =
        co_await m_sessions.open(user->account.user.id, device, refreshLifetime, user->passwordHash);
    if (!opened)
        co_return fail(opened.error());
    co_return tokensFor(*user, *opened);
}

QCoro::Task<Result<StoredUser>> AuthService::checkCredentials(LoginRequest request, QString ip)
{
    if (auto allowed = m_throttle.begin(request.username, ip); !allowed)
        co_return fail(std::move(allowed.error()));
    auto user = co_await m_users.byUsername(request.username);
    const bool known = user.has_value();
    if (!known && user.error().code != ErrorCode::NotFound) {
        m_throttle.giveBack(request.username, ip);
        co_return user;
    }
    const std::optional<QString> hash = known ? user->passwordHash : std::nullopt;
    const auto matches = co_await m_hasher.verify(request.password, hash);
    if (!matches) {
        m_throttle.giveBack(request.username, ip);
        co_return fail(matches.error());
    }
    if (!*matches)
        co_return fail(ErrorCode::Unauthorized, u"The username or the password is wrong."_s);
    m_throttle.succeeded(request.username, ip);
    co_return user;
}

QCoro::Task<Result<AuthTokens>> AuthService::refresh(QString refreshToken)
{
    const auto opened = co_await m_sessions.rotate(refreshToken, refreshLifetime);
    if (!opened)
        co_return fail(opened.error());
    const auto user = co_await m_users.byId(opened->session.userId);
    if (!user)
        co_return fail(user.error());
    if (!user->mayEnter())
        co_return signInAgain();
    co_return tokensFor(*user, *opened);
}

QCoro::Task<Result<Caller>> AuthService::authenticate(QByteArray token)
{
    // Whose key made the signature decides what a token is; nothing that it says about itself does.
    auto grant = m_sessions.verify(token, now());
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
    if (auto live = co_await m_sessions.requireLive(grant); !live)
        co_return fail(std::move(live.error()));
    const auto person = co_await personOf(grant.userId);
    if (!person)
        co_return fail(person.error());
    // The session may have ended meanwhile.
    if (!person->mayEnter || m_access.isLive(grant.sessionId) == false)
        co_return signInAgain();
    co_return Caller{grant.userId, grant.sessionId, grant.expiresAt, person->admin};
}

QCoro::Task<Result<Caller>> AuthService::callerOf(ExternalIdentity identity)
{
    const auto person = co_await personOf(identity.user);
    if (!person)
        co_return fail(person.error());
    if (!person->mayEnter)
        co_return mayNotEnter();
    co_return Caller{identity.user.id, {}, identity.expiresAt, person->admin};
}

QCoro::Task<Result<AccessCache::Person>> AuthService::personOf(UserId id)
{
    if (const auto known = m_access.person(id))
        co_return *known;
    const auto user = co_await m_users.byId(id);
    if (!user && user.error().code == ErrorCode::NotFound)
        co_return signInAgain();
    if (!user)
        co_return fail(user.error());
    co_return m_access.learn(*user);
}

// An account with a password of ours stays ours: no other issuer speaks for it.
QCoro::Task<Result<AccessCache::Person>> AuthService::personOf(NewUser external)
{
    const QByteArray key = keyOf(external);
    const Timestamp *believed = m_identities.object(key);
    if (believed && *believed > now()) {
        if (const auto known = m_access.person(external.id))
            co_return *known;
    }
    const auto known = co_await m_users.byId(external.id);
    if (!known && known.error().code != ErrorCode::NotFound)
        co_return fail(known.error());
    if (known && known->passwordHash)
        co_return fail(ErrorCode::Unauthorized, u"This account signs in with its password."_s);
    auto user = known;
    // Nothing is written about those who are not welcome.
    if (!known || (known->mayEnter() && saysMore(external, *known)))
        user = co_await m_users.upsertExternal(external);
    if (!user)
        co_return fail(user.error());
    if (known)
        tellProfile(known->account.user, user->account.user);
    m_identities.insert(key, new Timestamp(now() + m_access.lifetime()));
    co_return m_access.learn(*user);
}

void AuthService::tellProfile(const User &before, const User &after) const
{
    const bool changed = before.displayName != after.displayName || before.avatarUrl != after.avatarUrl;
    if (changed && m_profileObserver)
        m_profileObserver(after);
}

QCoro::Task<Result<StoredUser>> AuthService::addAccount(RegisterRequest request, bool admin)
{
    return makeAccount(std::move(request), admin, {});
}

QCoro::Task<Result<StoredUser>> AuthService::makeAccount(RegisterRequest request, bool admin,
                                                         std::optional<QString> invite)
{
    if (auto checked = checkAccount(request); !checked)
        co_return fail(checked.error());
    auto hash = co_await m_hasher.hash(request.password);
    if (!hash)
        co_return fail(hash.error());
    NewUser user{.id = uuidV7(),
                 .username = request.username,
                 .displayName = request.displayName.value_or(request.username).trimmed(),
                 .email = request.email,
                 .passwordHash = std::move(*hash),
                 .admin = admin,
                 .invite = invite};
    co_return co_await m_users.insert(std::move(user));
}

QCoro::Task<Result<QByteArray>> AuthService::issueToken(QString username, std::chrono::seconds lifetime)
{
    const auto user = co_await m_users.byUsername(username);
    if (!user)
        co_return fail(user.error());
    SignInDevice device;
    device.name = u"hearth-server token issue"_s;
    const auto opened = co_await m_sessions.open(user->account.user.id, device, lifetime);
    if (!opened)
        co_return fail(opened.error());
    const StoredSession &session = opened->session;
    co_return m_sessions.accessToken(session.userId, session.id, session.createdAt, session.expiresAt);
}

AuthTokens AuthService::tokensFor(const StoredUser &user, const SessionService::Opened &opened) const
{
    const Timestamp at = now();
    AuthTokens tokens;
    tokens.accessToken = QString::fromLatin1(
        m_sessions.accessToken(user.account.user.id, opened.session.id, at, at + m_accessLifetime));
    tokens.refreshToken = QString::fromLatin1(opened.refreshToken);
    tokens.expiresIn = int(m_accessLifetime.count());
    tokens.user = user.own();
    return tokens;
}

} // namespace Hearth
