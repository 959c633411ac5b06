// SPDX-License-Identifier: Apache-2.0
#include "core/typists.h"

#include <algorithm>

namespace Hearth {

Typists::Typists(const Timing &timing)
    : m_timing(timing)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Typists::expire);
}

void Typists::set(const ConversationId &id, const UserId &user, bool typing)
{
    QList<Typist> &typists = m_typists[id];
    const auto known = std::ranges::find(typists, user, &Typist::user);
    const bool wasTyping = known != typists.end();
    const Timestamp until = m_timing.wallClock() + m_timing.typingExpiry;
    if (typing && wasTyping)
        known->until = until;
    else if (typing)
        typists.append({user, until});
    else if (wasTyping)
        typists.erase(known);
    if (typists.isEmpty())
        m_typists.remove(id);
    if (typing && !m_timer.isActive())
        m_timer.start(m_timing.typingExpiry);
    if (typing != wasTyping)
        Q_EMIT changed(id);
}

void Typists::clear()
{
    for (const ConversationId &id : std::exchange(m_typists, {}).keys())
        Q_EMIT changed(id);
}

QList<UserId> Typists::in(const ConversationId &id) const
{
    QList<UserId> users;
    for (const Typist &typist : m_typists.value(id))
        users.append(typist.user);
    return users;
}

void Typists::expire()
{
    const Timestamp time = m_timing.wallClock();
    std::optional<Timestamp> next;
    QList<ConversationId> shorter;
    for (auto in = m_typists.begin(); in != m_typists.end(); ++in) {
        if (erase_if(*in, [time](const Typist &typist) { return typist.until <= time; }) > 0)
            shorter.append(in.key());
        for (const Typist &typist : std::as_const(*in))
            next = std::min(next.value_or(typist.until), typist.until);
    }
    m_typists.removeIf([](const auto &in) { return in->isEmpty(); });
    if (next)
        m_timer.start(*next - time);
    for (const ConversationId &id : shorter)
        Q_EMIT changed(id);
}

} // namespace Hearth
