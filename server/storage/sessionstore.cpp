// SPDX-License-Identifier: Apache-2.0
#include "storage/sessionstore.h"

#include "storage/userrows.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::hours keptAfterTheEnd{24};

#define HEARTH_SESSION \
    "SELECT s.id, s.user_id, s.refresh_hash, s.device_name, s.platform, s.app_version, s.ip, s.created_at, " \
    "s.last_used_at, s.expires_at, s.revoked_at FROM sessions AS s "

QString stored(const QByteArray &hash)
{
    return QString::fromLatin1(hash.toBase64());
}

QList<StoredSession> readSessions(Rows &&rows)
{
    QList<StoredSession> sessions;
    while (rows.next()) {
        StoredSession session;
        rows >> session.id >> session.userId >> session.refreshHash >> session.deviceName >> session.platform
            >> session.appVersion >> session.ip >> session.createdAt >> session.lastUsedAt
            >> session.expiresAt >> session.revokedAt;
        session.refreshHash = QByteArray::fromBase64(session.refreshHash);
        sessions.append(session);
    }
    return sessions;
}

std::optional<StoredSession> readSession(Rows &&rows)
{
    const QList<StoredSession> sessions = readSessions(std::move(rows));
    return sessions.isEmpty() ? std::nullopt : std::optional(sessions.first());
}

std::optional<StoredSession> readByValidHash(Sql &sql, const QByteArray &hash)
{
    return readSession(
        sql.run(u"" HEARTH_SESSION "WHERE s.refresh_hash = :hash {for update}"_s, {{":hash", stored(hash)}}));
}

std::optional<StoredSession> readByFormerHash(Sql &sql, const QByteArray &hash)
{
    return readSession(sql.run(u"" HEARTH_SESSION "JOIN former_refresh_hashes AS f ON f.session_id = s.id "
                               "WHERE f.hash = :hash {for update}"_s,
                               {{":hash", stored(hash)}}));
}

bool isLive(const std::optional<StoredSession> &session, Timestamp now)
{
    return session && !session->revokedAt && session->expiresAt > now;
}

void writeRotation(Sql &sql, const StoredSession &session, const QByteArray &former)
{
    sql.run(u"INSERT INTO former_refresh_hashes (hash, session_id) VALUES (:hash, :session)"_s,
            {{":hash", stored(former)}, {":session", session.id}});
    sql.run(u"UPDATE sessions SET refresh_hash = :hash, last_used_at = :used, expires_at = :expires"
            " WHERE id = :id"_s,
            {{":hash", stored(session.refreshHash)},
             {":used", session.lastUsedAt},
             {":expires", session.expiresAt},
             {":id", session.id}});
}

void writeRevocation(Sql &sql, const SessionId &id, Timestamp now)
{
    sql.run(u"UPDATE sessions SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL"_s,
            {{":now", now}, {":id", id}});
}

void writeSession(Sql &sql, const StoredSession &session)
{
    sql.run(u"INSERT INTO sessions (id, user_id, refresh_hash, device_name, platform, app_version, ip,"
            " created_at, last_used_at, expires_at) VALUES (:id, :user, :hash, :device, :platform, :version,"
            " :ip, :created, :used, :expires)"_s,
            {{":id", session.id},
             {":user", session.userId},
             {":hash", stored(session.refreshHash)},
             {":device", session.deviceName},
             {":platform", session.platform},
             {":version", session.appVersion},
             {":ip", session.ip},
             {":created", session.createdAt},
             {":used", session.lastUsedAt},
             {":expires", session.expiresAt}});
}

QList<StoredSession> readLive(Sql &sql, const UserId &user, Timestamp now)
{
    return readSessions(sql.run(u"" HEARTH_SESSION "WHERE s.user_id = :user AND s.revoked_at IS NULL"
                                " AND s.expires_at > :now ORDER BY s.last_used_at DESC, s.id DESC"_s,
                                {{":user", user}, {":now", now}}));
}

void forgetEnded(Sql &sql, const UserId &user, Timestamp before)
{
    sql.run(u"DELETE FROM sessions WHERE user_id = :user"
            " AND (expires_at < :expired OR revoked_at < :revoked)"_s,
            {{":user", user}, {":expired", before}, {":revoked", before}});
}

} // namespace

QCoro::Task<Result<QList<SessionId>>> SessionStore::insert(StoredSession session,
                                                           std::optional<QString> passwordHash)
{
    return m_db.write([session, passwordHash](Sql &sql) -> Result<QList<SessionId>> {
        const auto user = lockUser(sql, session.userId);
        if (!user || !user->mayEnter() || (passwordHash && user->passwordHash != passwordHash))
            return fail(ErrorCode::Unauthorized, u"This account has just been changed. Sign in again."_s);
        forgetEnded(sql, session.userId, session.createdAt - keptAfterTheEnd);
        QList<SessionId> ended;
        const QList<StoredSession> live = readLive(sql, session.userId, session.createdAt);
        for (const StoredSession &oldest : live.mid(livePerUser - 1)) {
            writeRevocation(sql, oldest.id, session.createdAt);
            ended.append(oldest.id);
        }
        writeSession(sql, session);
        return ended;
    });
}

QCoro::Task<Result<Refresh>> SessionStore::rotate(QByteArray hash, QByteArray nextHash, Timestamp now,
                                                  Timestamp expiresAt)
{
    return m_db.write([hash, nextHash, now, expiresAt](Sql &sql) -> Result<Refresh> {
        std::optional<StoredSession> session = readByValidHash(sql, hash);
        if (isLive(session, now)) {
            session->refreshHash = nextHash;
            session->lastUsedAt = now;
            session->expiresAt = expiresAt;
            writeRotation(sql, *session, hash);
            return Refresh{RefreshOutcome::Rotated, *session};
        }
        session = readByFormerHash(sql, hash);
        if (isLive(session, now)) {
            session->revokedAt = now;
            writeRevocation(sql, session->id, now);
            return Refresh{RefreshOutcome::Reused, *session};
        }
        return Refresh{};
    });
}

QCoro::Task<Result<void>> SessionStore::revoke(SessionId id, Timestamp now)
{
    return m_db.write([id, now](Sql &sql) -> Result<void> {
        writeRevocation(sql, id, now);
        return {};
    });
}

QCoro::Task<Result<void>> SessionStore::revokeOf(UserId user, SessionId id, Timestamp now)
{
    return m_db.write([user, id, now](Sql &sql) -> Result<void> {
        const auto session =
            readSession(sql.run(u"" HEARTH_SESSION "WHERE s.id = :id {for update}"_s, {{":id", id}}));
        if (!isLive(session, now) || session->userId != user)
            return fail(ErrorCode::NotFound, u"There is no such session."_s);
        writeRevocation(sql, id, now);
        return {};
    });
}

QCoro::Task<Result<void>> SessionStore::touch(SessionId id, Timestamp now)
{
    return m_db.writeLater([id, now](Sql &sql) -> Result<void> {
        sql.run(u"UPDATE sessions SET last_used_at = {greatest}(last_used_at, :now) WHERE id = :id"_s,
                {{":now", now}, {":id", id}});
        return {};
    });
}

QCoro::Task<Result<QList<StoredSession>>> SessionStore::live(UserId user, Timestamp now)
{
    return m_db.query(
        [user, now](Sql &sql) -> Result<QList<StoredSession>> { return readLive(sql, user, now); });
}

QCoro::Task<Result<StoredSession>> SessionStore::byId(SessionId id)
{
    return m_db.query([id](Sql &sql) -> Result<StoredSession> {
        const auto session = readSession(sql.run(u"" HEARTH_SESSION "WHERE s.id = :id"_s, {{":id", id}}));
        if (!session)
            return fail(ErrorCode::NotFound, u"There is no such session."_s);
        return *session;
    });
}

QList<SessionId> revokeSessions(Sql &sql, const UserId &user, const std::optional<SessionId> &kept,
                                Timestamp now)
{
    QList<SessionId> ended;
    for (const StoredSession &session : readLive(sql, user, now)) {
        if (session.id == kept)
            continue;
        writeRevocation(sql, session.id, now);
        ended.append(session.id);
    }
    return ended;
}

} // namespace Hearth
