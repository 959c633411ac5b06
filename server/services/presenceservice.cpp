// SPDX-License-Identifier: Apache-2.0
#include "services/presenceservice.h"

#include "storage/conversationstore.h"
#include "storage/userstore.h"
#include "wire/limits.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

PresenceService::PresenceService(UserStore &users, ConversationStore &conversations, Publisher &publisher,
                                 std::chrono::milliseconds grace)
    : m_users(users)
    , m_conversations(conversations)
    , m_publisher(publisher)
    , m_grace(grace)
{
    m_timer.setInterval(std::max(grace / 10, std::chrono::milliseconds(1)));
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { dropThoseWhoLeft(); });
}

QCoro::Task<void> PresenceService::connected(Caller caller)
{
    Person &person = m_people[caller.userId];
    person.connections += *caller.connection;
    person.leaving = QDeadlineTimer(QDeadlineTimer::Forever);
    if (person.connections.size() > 1 || person.told != PresenceStatus::Offline)
        co_return; // there already

    const auto stored = co_await m_users.byId(caller.userId);
    const auto found = m_people.find(caller.userId);
    if (found == m_people.end())
        co_return; // left while it was read
    if (stored)
        found->choice = stored->presenceChoice;
    co_await tell(caller.userId);
}

void PresenceService::disconnected(const Caller &caller)
{
    m_subscriptions.remove(*caller.connection);
    const auto found = m_people.find(caller.userId);
    if (found == m_people.end())
        return;
    found->connections.removeOne(*caller.connection);
    if (!found->connections.isEmpty())
        return;
    found->leaving = QDeadlineTimer(m_grace);
    if (!m_timer.isActive())
        m_timer.start();
}

QCoro::Task<void> PresenceService::dropThoseWhoLeft()
{
    QList<UserId> left;
    bool waiting = false;
    for (auto it = m_people.begin(); it != m_people.end(); ++it) {
        if (it->leaving.hasExpired())
            left += it.key();
        else if (!it->leaving.isForever())
            waiting = true;
    }
    if (!waiting)
        m_timer.stop();
    if (left.isEmpty())
        co_return;
    // Everybody goes before anything is awaited: who comes back meanwhile starts afresh.
    QList<std::pair<UserId, QSet<UserId>>> audiences;
    for (const UserId &user : std::as_const(left)) {
        const Person person = m_people.take(user);
        if (person.told != PresenceStatus::Offline)
            audiences.append({user, person.audience.value_or(QSet<UserId>())});
    }
    const Timestamp at = now();
    for (const auto &[user, audience] : std::as_const(audiences))
        m_publisher.publishTo(readersOf(user, audience),
                              PresenceChanged{{user, PresenceStatus::Offline, at}});
    co_await m_users.setLastSeen(left, at);
}

PresenceStatus PresenceService::visibleStatus(const UserId &user) const
{
    const auto person = m_people.constFind(user);
    if (person == m_people.constEnd())
        return PresenceStatus::Offline;
    return person->choice.value_or(PresenceStatus::Online);
}

QCoro::Task<Result<QSet<UserId>>> PresenceService::audienceOf(UserId user)
{
    if (const auto person = m_people.constFind(user); person != m_people.constEnd() && person->audience)
        co_return *person->audience;
    const auto listed = co_await m_conversations.presenceAudience(user);
    if (!listed)
        co_return fail(listed.error());
    const QSet<UserId> audience(listed->begin(), listed->end());
    if (const auto person = m_people.find(user); person != m_people.end())
        person->audience = audience;
    co_return audience;
}

QCoro::Task<void> PresenceService::tell(UserId user)
{
    const auto audience = co_await audienceOf(user);
    const auto person = m_people.find(user);
    if (!audience || person == m_people.end())
        co_return; // the store is away: the next change is told
    const PresenceStatus status = visibleStatus(user);
    if (person->told == status)
        co_return;
    person->told = status;

    m_publisher.publishTo(person->connections + readersOf(user, *audience),
                          PresenceChanged{{user, status, {}}});
}

QList<ConnectionId> PresenceService::readersOf(const UserId &user, const QSet<UserId> &audience) const
{
    QList<ConnectionId> readers;
    for (const UserId &other : audience) {
        const auto person = m_people.constFind(other);
        if (person == m_people.constEnd())
            continue;
        for (const ConnectionId connection : person->connections) {
            const auto subscription = m_subscriptions.constFind(connection);
            if (subscription == m_subscriptions.constEnd() || subscription->contains(user))
                readers += connection;
        }
    }
    return readers;
}

QCoro::Task<Result<void>> PresenceService::choose(Caller caller, PresenceStatus status)
{
    const auto choice = status == PresenceStatus::Online ? std::optional<PresenceStatus>() : status;
    if (auto stored = co_await m_users.setPresenceChoice(caller.userId, choice); !stored)
        co_return stored;
    if (const auto person = m_people.find(caller.userId); person != m_people.end())
        person->choice = choice;
    co_await tell(caller.userId);
    co_return Result<void>();
}

QCoro::Task<Result<QList<Presence>>> PresenceService::subscribe(Caller caller, QList<UserId> users)
{
    if (users.size() > Limits::presenceSubscriptions)
        co_return fail(ErrorCode::InvalidField, u"At most %1 people."_s.arg(Limits::presenceSubscriptions),
                       u"/user_ids"_s);
    m_subscriptions.insert(*caller.connection, QSet<UserId>(users.begin(), users.end()));
    co_return co_await presences(caller, users);
}

QCoro::Task<Result<QList<Presence>>> PresenceService::presences(Caller caller, QList<UserId> users)
{
    auto visible = co_await audienceOf(caller.userId);
    if (!visible)
        co_return fail(std::move(visible.error()));
    visible->insert(caller.userId);
    const auto stored = co_await m_users.byIds(users);
    if (!stored)
        co_return fail(stored.error());
    QHash<UserId, std::optional<Timestamp>> lastSeen;
    for (const User &user : *stored)
        lastSeen.insert(user.id, user.lastSeen);

    QList<Presence> answer;
    for (const UserId &user : std::as_const(users)) {
        Presence presence{user};
        if (visible->contains(user)) {
            presence.status = visibleStatus(user);
            if (presence.status == PresenceStatus::Offline)
                presence.lastSeen = lastSeen.value(user);
        }
        answer += presence;
    }
    co_return answer;
}

QCoro::Task<Result<QList<UserId>>> PresenceService::onlineUsers(Caller caller)
{
    const auto visible = co_await audienceOf(caller.userId);
    if (!visible)
        co_return fail(visible.error());
    QList<UserId> online;
    for (const UserId &user : *visible) {
        if (visibleStatus(user) != PresenceStatus::Offline)
            online += user;
    }
    co_return online;
}

void PresenceService::forgetAudiences(const QList<UserId> &users)
{
    for (const UserId &user : users) {
        if (const auto person = m_people.find(user); person != m_people.end())
            person->audience.reset();
    }
}

} // namespace Hearth
