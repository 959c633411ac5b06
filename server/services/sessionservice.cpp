// SPDX-License-Identifier: Apache-2.0
#include "services/sessionservice.h"

#include "util/uuid.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::minutes lastUseGranularity{1};
constexpr int deviceNameLength = 128; // UTF-16 code units
constexpr int platformLength = 32;
constexpr int appVersionLength = 32;

// What a client says of itself is cut, not refused: nobody should fail to sign in for it.
QString cut(const QString &text, int length)
{
    QString shown = text.trimmed().left(length);
    if (!shown.isEmpty() && shown.back().isHighSurrogate())
        shown.chop(1);
    return shown;
}

} // namespace

tl::unexpected<Error> signInAgain()
{
    return fail(ErrorCode::Unauthorized, u"This session has ended. Sign in again."_s);
}

SessionService::SessionService(SessionStore &store, AccessCache &access, AccessTokens tokens)
    : m_store(store)
    , m_access(access)
    , m_tokens(std::move(tokens))
{ }

QCoro::Task<Result<SessionService::Opened>> SessionService::open(UserId user, SignInDevice device,
                                                                 std::chrono::seconds lifetime,
                                                                 std::optional<QString> passwordHash)
{
    Opened opened;
    opened.refreshToken = makeRefreshToken();
    const Timestamp at = now();
    opened.session = {.id = uuidV7(),
                      .userId = user,
                      .refreshHash = refreshTokenHash(opened.refreshToken),
                      .deviceName = cut(device.name, deviceNameLength),
                      .platform = cut(device.platform, platformLength),
                      .appVersion = cut(device.appVersion, appVersionLength),
                      .ip = device.ip,
                      .createdAt = at,
                      .lastUsedAt = at,
                      .expiresAt = at + lifetime};
    const auto ended = co_await m_store.insert(opened.session, passwordHash);
    if (!ended)
        co_return fail(ended.error());
    m_access.endSessions(*ended);
    co_return opened;
}

QCoro::Task<Result<SessionService::Opened>> SessionService::rotate(QString refreshToken,
                                                                   std::chrono::seconds lifetime)
{
    Opened opened;
    opened.refreshToken = makeRefreshToken();
    const Timestamp at = now();
    const auto refresh = co_await m_store.rotate(refreshTokenHash(refreshToken.toUtf8()),
                                                 refreshTokenHash(opened.refreshToken), at, at + lifetime);
    if (!refresh)
        co_return fail(refresh.error());
    if (refresh->outcome == RefreshOutcome::Reused)
        m_access.endSession(refresh->session.id);
    if (refresh->outcome != RefreshOutcome::Rotated)
        co_return signInAgain();
    opened.session = refresh->session;
    co_return opened;
}

QByteArray SessionService::accessToken(const UserId &user, const SessionId &session, Timestamp at,
                                       Timestamp expiresAt) const
{
    return m_tokens.issue({user, session, expiresAt}, at);
}

Result<AccessGrant> SessionService::verify(const QByteArray &token, Timestamp at) const
{
    return m_tokens.verify(token, at);
}

QCoro::Task<Result<void>> SessionService::requireLive(AccessGrant grant)
{
    auto live = m_access.isLive(grant.sessionId);
    if (!live) {
        const auto session = co_await m_store.byId(grant.sessionId);
        if (!session && session.error().code != ErrorCode::NotFound)
            co_return fail(session.error());
        const Timestamp at = now();
        const bool found =
            session && session->userId == grant.userId && !session->revokedAt && session->expiresAt > at;
        // It may have ended while the store was being asked, which is remembered then.
        live = m_access.learn(grant.sessionId, found);
        if (found && at - session->lastUsedAt >= lastUseGranularity)
            m_store.touch(grant.sessionId, at); // nobody waits for it
    }
    if (!*live)
        co_return signInAgain();
    co_return Result<void>();
}

QCoro::Task<Result<QList<SessionInfo>>> SessionService::list(Caller caller)
{
    const auto live = co_await m_store.live(caller.userId, now());
    if (!live)
        co_return fail(live.error());
    QList<SessionInfo> sessions;
    for (const StoredSession &session : *live)
        sessions.append({session.id, session.deviceName, session.platform, session.appVersion, session.ip,
                         session.createdAt, session.lastUsedAt, session.id == caller.sessionId});
    co_return sessions;
}

QCoro::Task<Result<SessionInfo>> SessionService::find(Caller caller, SessionId id)
{
    const auto sessions = co_await list(std::move(caller));
    if (!sessions)
        co_return fail(sessions.error());
    const auto session = std::ranges::find(*sessions, id, &SessionInfo::id);
    if (session == sessions->end())
        co_return fail(ErrorCode::NotFound, u"There is no such session."_s);
    co_return *session;
}

QCoro::Task<Result<void>> SessionService::end(Caller caller, SessionId id)
{
    auto ended = co_await m_store.revokeOf(caller.userId, id, now());
    if (ended)
        m_access.endSession(id);
    co_return ended;
}

QCoro::Task<Result<void>> SessionService::endOwn(Caller caller)
{
    if (!caller.sessionId)
        co_return Result<void>();
    auto ended = co_await m_store.revoke(*caller.sessionId, now());
    if (ended)
        m_access.endSession(*caller.sessionId);
    co_return ended;
}

} // namespace Hearth
