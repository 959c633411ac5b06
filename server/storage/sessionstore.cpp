// SPDX-License-Identifier: Apache-2.0
#include "storage/sessionstore.h"

#include "storage/sql.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

#define HEARTH_SESSION \
    "SELECT s.id, s.user_id, s.refresh_hash, s.device_name, s.ip, s.created_at, s.last_used_at, " \
    "s.expires_at, s.revoked_at FROM sessions AS s "

QString stored(const QByteArray &hash)
{
    return QString::fromLatin1(hash.toBase64());
}

std::optional<StoredSession> readSession(Rows &&row)
{
    if (!row.next())
        return {};
    StoredSession session;
    row >> session.id >> session.userId >> session.refreshHash >> session.deviceName >> session.ip
        >> session.createdAt >> session.lastUsedAt >> session.expiresAt >> session.revokedAt;
    session.refreshHash = QByteArray::fromBase64(session.refreshHash);
    return session;
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

} // namespace

QCoro::Task<Result<void>> SessionStore::insert(StoredSession session)
{
    return m_db.write([session](Sql &sql) -> Result<void> {
        sql.run(u"INSERT INTO sessions (id, user_id, refresh_hash, device_name, ip, created_at, last_used_at,"
                " expires_at) VALUES (:id, :user, :hash, :device, :ip, :created, :used, :expires)"_s,
                {{":id", session.id},
                 {":user", session.userId},
                 {":hash", stored(session.refreshHash)},
                 {":device", session.deviceName},
                 {":ip", session.ip},
                 {":created", session.createdAt},
                 {":used", session.lastUsedAt},
                 {":expires", session.expiresAt}});
        return {};
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

QCoro::Task<Result<StoredSession>> SessionStore::byId(SessionId id)
{
    return m_db.query([id](Sql &sql) -> Result<StoredSession> {
        const auto session = readSession(sql.run(u"" HEARTH_SESSION "WHERE s.id = :id"_s, {{":id", id}}));
        if (!session)
            return fail(ErrorCode::NotFound, u"There is no such session."_s);
        return *session;
    });
}

} // namespace Hearth
