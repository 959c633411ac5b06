// SPDX-License-Identifier: Apache-2.0
#include "core/people.h"

#include "core/rest.h"
#include "util/clock.h"
#include "util/uuid.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int lookUpsAtOnce = 4;
constexpr auto freshFor = std::chrono::minutes(1);

} // namespace

People::People(Rest &rest, LocalStore &store)
    : m_rest(rest)
    , m_store(store)
{ }

void People::load(const QList<User> &users)
{
    for (const User &user : users)
        m_users.insert(user.id, user);
}

void People::keep(const QList<User> &users)
{
    QList<User> changed;
    for (const User &user : users) {
        if (user.status)
            setPresence({user.id, *user.status, user.lastSeen});
        User &known = m_users[user.id];
        if (known == user)
            continue;
        known = user;
        changed.append(user);
    }
    if (changed.isEmpty())
        return;
    m_store.saveUsers(changed);
    for (const User &user : std::as_const(changed))
        Q_EMIT userChanged(user.id);
}

void People::setPresence(const Presence &presence)
{
    Presence &known = m_presences[presence.userId];
    const bool changed = known != presence;
    known = presence;
    if (changed)
        Q_EMIT presenceChanged(presence.userId);
}

void People::setOnline(bool online)
{
    m_online = online;
    if (!online)
        return;
    for (const UserId &id : std::exchange(m_asked, {}))
        want(id);
    lookUp();
}

User People::user(const UserId &id)
{
    const auto known = m_users.constFind(id);
    User user = known == m_users.cend() ? User{id, id, isUuid(id) ? u"…"_s : id} : *known;
    if (known == m_users.cend() && !id.isEmpty())
        want(id);
    if (const auto there = m_presences.constFind(id); there != m_presences.cend()) {
        user.status = there->status;
        user.lastSeen = there->lastSeen;
    }
    return user;
}

PresenceStatus People::presence(const UserId &id) const
{
    return m_presences.value(id).status;
}

void People::lookAgain(const UserId &id)
{
    Timestamp &last = m_lookedAgain[id];
    const Timestamp at = now();
    if (at - last < freshFor)
        return;
    last = at;
    m_wanted.enqueue(id);
    lookUp();
}

// Asked in the next turn of the event loop: a list of members is wanted in one go.
void People::want(const UserId &id)
{
    if (m_asked.contains(id))
        return;
    m_asked.insert(id);
    m_wanted.enqueue(id);
    QMetaObject::invokeMethod(
        this, [this] { lookUp(); }, Qt::QueuedConnection);
}

void People::lookUp()
{
    while (m_online && m_running < lookUpsAtOnce && !m_wanted.isEmpty()) {
        ++m_running;
        lookUp(m_wanted.dequeue());
    }
}

QCoro::Task<void> People::lookUp(UserId id)
{
    const QString path = "/api/v1/users/"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(id));
    const auto user = co_await m_rest.get<User>(path);
    --m_running;
    if (user)
        keep({*user});
    lookUp();
}

} // namespace Hearth
