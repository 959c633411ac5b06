// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/throttle.h"
#include "core/timing.h"

#include <QCoroTask>

namespace Hearth {

class Connection;
class LocalStore;

// Tells the server how far this person has read; what it has not heard survives a restart.
class Reads : public QObject
{
public:
    Reads(Connection &connection, LocalStore &store, const Timing &timing);

    void load(const QHash<ConversationId, qint64> &unsent);
    void mark(const ConversationId &id, qint64 seq);

private:
    QCoro::Task<void> send(ConversationId id);

    Connection &m_connection;
    LocalStore &m_store;
    QHash<ConversationId, qint64> m_unsent;
    Throttle m_throttle;
};

} // namespace Hearth
