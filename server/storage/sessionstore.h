// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "storage/database.h"
#include "util/clock.h"

#include <QList>

namespace Hearth {

class Sql;

// A device that is signed in. Only hashes of refresh tokens are stored.
struct StoredSession {
    SessionId id;
    UserId userId;
    QByteArray refreshHash; // of the one token that is valid now
    QString deviceName;
    QString platform = {};
    QString appVersion = {};
    QString ip;
    Timestamp createdAt = {};
    Timestamp lastUsedAt = {};
    Timestamp expiresAt = {};
    std::optional<Timestamp> revokedAt = {};
};

// What became of a refresh token that was presented.
enum class RefreshOutcome { Rotated, Reused, Unknown };

struct Refresh {
    RefreshOutcome outcome = RefreshOutcome::Unknown;
    StoredSession session = {}; // unless unknown
};

class SessionStore
{
public:
    static constexpr int livePerUser = 100; // one more ends the one that was not used for longest

    explicit SessionStore(Database &db)
        : m_db(db)
    { }

    // The ids of sessions that had to give way. unauthorized when the user may not enter any more, or when
    // their password is no longer the one with this hash, which was checked before. Forgets sessions of the
    // user that ended a day ago.
    QCoro::Task<Result<QList<SessionId>>> insert(StoredSession session, std::optional<QString> passwordHash);

    // Swaps the valid hash for `nextHash`. An old hash of the session revokes it (reuse); expired and revoked
    // sessions are unknown.
    QCoro::Task<Result<Refresh>> rotate(QByteArray hash, QByteArray nextHash, Timestamp now,
                                        Timestamp expiresAt);

    QCoro::Task<Result<void>> revoke(SessionId id, Timestamp now); // harmless when it is gone
    QCoro::Task<Result<void>> revokeOf(UserId user, SessionId id, Timestamp now); // not_found unless it lives
    QCoro::Task<Result<void>> touch(SessionId id, Timestamp now); // after what else is to be written

    QCoro::Task<Result<StoredSession>> byId(SessionId id); // not_found
    QCoro::Task<Result<QList<StoredSession>>> live(UserId user, Timestamp now); // the last used first

private:
    Database &m_db;
};

// Ends all sessions of a user but one, in the caller's transaction, which has locked the user; their ids.
QList<SessionId> revokeSessions(Sql &sql, const UserId &user, const std::optional<SessionId> &kept,
                                Timestamp now);

} // namespace Hearth
