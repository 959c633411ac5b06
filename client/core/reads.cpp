// SPDX-License-Identifier: Apache-2.0
#include "core/reads.h"

#include "core/connection.h"
#include "core/localstore.h"

namespace Hearth {

Reads::Reads(Connection &connection, LocalStore &store, const Timing &timing)
    : m_connection(connection)
    , m_store(store)
    , m_throttle(timing.readInterval, [this](const ConversationId &id, qint64) { send(id); })
{
    connect(&connection, &Connection::ready, this, [this] {
        for (const ConversationId &id : m_unsent.keys())
            send(id);
    });
}

void Reads::load(const QHash<ConversationId, qint64> &unsent)
{
    m_unsent = unsent;
}

void Reads::mark(const ConversationId &id, qint64 seq)
{
    m_unsent.insert(id, seq);
    m_store.saveUnsentRead(id, seq);
    m_throttle.push(id, seq);
}

QCoro::Task<void> Reads::send(ConversationId id)
{
    const qint64 seq = m_unsent.value(id);
    if (seq == 0 || !m_connection.isReady())
        co_return;
    const MarkRead frame{{}, id, seq};
    const auto answer = co_await m_connection.request(frame);
    if (!answer && isRetryable(answer.error().code))
        co_return; // said again by the next connection
    if (m_unsent.value(id) == seq)
        m_unsent.remove(id);
    m_store.removeUnsentRead(id, seq);
}

} // namespace Hearth
