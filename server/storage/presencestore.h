// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "model/presence.h"
#include "storage/database.h"

#include <QHash>
#include <QSet>

namespace Hearth {

struct PresenceRow {
    std::optional<PresenceStatus> choice = {}; // away, busy or offline, chosen for all devices
    std::optional<Timestamp> lastSeen = {};
};

// What is kept of people's presence, and who may hear of it.
class PresenceStore
{
public:
    explicit PresenceStore(Database &db)
        : m_db(db)
    { }

    QCoro::Task<Result<QHash<UserId, PresenceRow>>> byIds(QList<UserId> ids); // those that exist

    // For each, who hears of their coming and going: the other members of their direct conversations and of
    // their groups of up to Limits::presenceMembers.
    QCoro::Task<Result<QHash<UserId, QSet<UserId>>>> audiences(QList<UserId> ids);

    // Whoever chooses offline was last seen when they did so, however long they stay.
    QCoro::Task<Result<void>> setChoice(UserId id, std::optional<PresenceStatus> choice, Timestamp at);

    // Only forward, and not of people who chose offline. After waiting message writes.
    QCoro::Task<Result<void>> setLastSeen(QHash<UserId, Timestamp> moments);

private:
    Database &m_db;
};

} // namespace Hearth
