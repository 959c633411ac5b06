// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "storage/database.h"
#include "util/clock.h"

namespace Hearth {

// A device that is signed in. Only hashes of refresh tokens are stored.
struct StoredSession {
    SessionId id;
    UserId userId;
    QByteArray refreshHash; // of the one token that is valid now
    QString deviceName;
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
    explicit SessionStore(Database &db)
        : m_db(db)
    { }

    QCoro::Task<Result<void>> insert(StoredSession session);

    // Swaps the valid hash for `nextHash`. An old hash of the session revokes it (reuse); expired and revoked
    // sessions are unknown.
    QCoro::Task<Result<Refresh>> rotate(QByteArray hash, QByteArray nextHash, Timestamp now,
                                        Timestamp expiresAt);

    QCoro::Task<Result<void>> revoke(SessionId id, Timestamp now); // harmless when it is gone
    QCoro::Task<Result<StoredSession>> byId(SessionId id); // not_found

private:
    Database &m_db;
};

} // namespace Hearth
