// SPDX-License-Identifier: Apache-2.0
#include "services/accesscache.h"

namespace Hearth {

namespace {

template<typename Cache>
auto recall(const Cache &cache, const QString &key) -> std::optional<decltype(cache.object(key)->value)>
{
    const auto *found = cache.object(key);
    if (!found || found->until <= now())
        return std::nullopt;
    return found->value;
}

} // namespace

std::optional<bool> AccessCache::isLive(const SessionId &session) const
{
    return recall(m_sessions, session);
}

std::optional<AccessCache::Person> AccessCache::person(const UserId &user) const
{
    return recall(m_people, user);
}

bool AccessCache::learn(const SessionId &session, bool live)
{
    if (const auto known = isLive(session))
        return *known;
    if (live)
        m_sessions.insert(session, new Remembered<bool>{true, now() + m_lifetime});
    else
        endSession(session);
    return live;
}

AccessCache::Person AccessCache::learn(const StoredUser &user)
{
    if (const auto known = person(user.account.user.id))
        return *known;
    return remember(user);
}

void AccessCache::endSession(const SessionId &session)
{
    if (isLive(session) == false)
        return; // as its observer knows
    m_sessions.insert(session, new Remembered<bool>{false, now() + endedLifetime});
    if (m_observer)
        m_observer({session});
}

void AccessCache::endSessions(const QList<SessionId> &sessions)
{
    for (const SessionId &session : sessions)
        endSession(session);
}

void AccessCache::setPerson(const StoredUser &user)
{
    ++m_changes;
    remember(user);
}

AccessCache::Person AccessCache::remember(const StoredUser &user)
{
    const UserId &id = user.account.user.id;
    const auto known = person(id);
    const Person found{user.mayEnter(), user.admin};
    m_people.insert(id, new Remembered<Person>{found, now() + m_lifetime});
    if (!found.mayEnter && (!known || known->mayEnter) && m_observer)
        m_observer({{}, id, user.banned});
    return found;
}

} // namespace Hearth
