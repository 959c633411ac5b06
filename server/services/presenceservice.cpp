// SPDX-License-Identifier: Apache-2.0
#include "services/presenceservice.h"

#include "services/blocks.h"
#include "services/privacy.h"
#include "wire/limits.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype peopleAtOnce = 200; // each may have thousands of contacts, and others are served between

} // namespace

PresenceService::PresenceService(PresenceStore &store, const Privacy &privacy, const Blocks &blocks,
                                 Publisher &publisher, std::chrono::milliseconds grace)
    : m_store(store)
    , m_privacy(privacy)
    , m_blocks(blocks)
    , m_publisher(publisher)
    , m_grace(grace)
{
    m_timer.setInterval(std::max(grace / 10, std::chrono::milliseconds(1)));
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
}

QCoro::Task<void> PresenceService::connected(Caller caller)
{
    Person &person = m_people[caller.userId];
    person.connections += *caller.connection;
    person.leaving = QDeadlineTimer(QDeadlineTimer::Forever);
    if (person.known)
        co_return; // there already
    m_arrivals.insert(caller.userId);
    co_await lookUpArrivals();
}

// One look-up at a time. What is not known of somebody is not shown, so nobody is online before it is done.
QCoro::Task<void> PresenceService::lookUpArrivals()
{
    if (m_lookingUp)
        co_return;
    const Lifetime::Watch lifetime = m_lifetime.watch();
    m_lookingUp = true;
    while (!m_arrivals.isEmpty()) {
        const QList<UserId> all = m_arrivals.values();
        const QList<UserId> some = all.first(std::min(all.size(), peopleAtOnce));
        const auto rows = co_await m_store.byIds(some);
        if (lifetime.isOver())
            co_return;
        const auto audiences = co_await m_store.audiences(some);
        if (lifetime.isOver())
            co_return;
        if (!rows || !audiences) {
            wake(); // and try again
            break;
        }
        for (const UserId &user : some) {
            m_arrivals.remove(user);
            const auto person = m_people.find(user);
            if (person == m_people.end())
                continue; // left while it was read
            if (!person->known) // else they chose while it was read
                person->choice = rows->value(user).choice;
            person->known = true;
            if (!person->audience && person->audienceRound == 0)
                person->audience = audiences->value(user);
            if (person->choice != PresenceStatus::Offline)
                m_lastSeen.insert(user, now()); // in case the process does not come to see them leave
            tell(user);
        }
    }
    m_lookingUp = false;
    co_await writeLastSeen();
}

void PresenceService::disconnected(const Caller &caller)
{
    m_subscriptions.remove(*caller.connection);
    const auto found = m_people.find(caller.userId);
    if (found == m_people.end() || !found->connections.removeOne(*caller.connection))
        return;
    if (!found->connections.isEmpty())
        return;
    found->leaving = QDeadlineTimer(m_grace);
    found->leftAt = now();
    wake();
}

void PresenceService::wake()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void PresenceService::tick()
{
    lookUpArrivals();
    for (const UserId &user : std::exchange(m_untold, {}))
        tell(user);
    dropThoseWhoLeft();
    writeLastSeen();
    const bool leaving = std::any_of(m_people.cbegin(), m_people.cend(),
                                     [](const Person &person) { return !person.leaving.isForever(); });
    if (!leaving && m_arrivals.isEmpty() && m_untold.isEmpty() && m_lastSeen.isEmpty())
        m_timer.stop();
}

QList<UserId> PresenceService::whoseGraceIsOver() const
{
    QList<UserId> left;
    for (auto it = m_people.cbegin(); it != m_people.cend(); ++it) {
        if (it->leaving.hasExpired())
            left += it.key();
    }
    return left;
}

QCoro::Task<void> PresenceService::dropThoseWhoLeft()
{
    if (m_dropping)
        co_return;
    const Lifetime::Watch lifetime = m_lifetime.watch();
    const QList<UserId> left = whoseGraceIsOver();
    m_dropping = true;
    for (qsizetype first = 0; first < left.size(); first += peopleAtOnce) {
        const QList<UserId> some = left.mid(first, peopleAtOnce);
        const QList<UserId> unknown = withForgottenAudience(some);
        const auto audiences = co_await m_store.audiences(unknown);
        if (lifetime.isOver())
            co_return;
        if (!audiences && !unknown.isEmpty())
            break; // the store is away: they stay until somebody can be told
        for (const UserId &user : some)
            drop(user, audiences ? audiences->value(user) : QSet<UserId>());
    }
    m_dropping = false;
    co_await writeLastSeen();
}

QList<UserId> PresenceService::withForgottenAudience(const QList<UserId> &users) const
{
    QList<UserId> unknown;
    for (const UserId &user : users) {
        const auto person = m_people.constFind(user);
        if (person != m_people.cend() && !person->audience && person->told != PresenceStatus::Offline)
            unknown += user;
    }
    return unknown;
}

void PresenceService::drop(const UserId &user, const QSet<UserId> &audience)
{
    const auto found = m_people.constFind(user);
    if (found == m_people.cend() || !found->leaving.hasExpired())
        return; // back meanwhile
    const Person person = m_people.take(user);
    if (person.choice != PresenceStatus::Offline)
        m_lastSeen.insert(user, person.leftAt);
    if (person.told != PresenceStatus::Offline) {
        m_publisher.publishTo(readersOf(user, person.audience.value_or(audience)),
                              PresenceChanged{{user, PresenceStatus::Offline, person.leftAt}});
    }
}

QCoro::Task<void> PresenceService::writeLastSeen()
{
    if (m_writingLastSeen)
        co_return;
    const Lifetime::Watch lifetime = m_lifetime.watch();
    m_writingLastSeen = true;
    while (!m_lastSeen.isEmpty()) {
        QHash<UserId, Timestamp> moments;
        for (auto it = m_lastSeen.cbegin(); it != m_lastSeen.cend() && moments.size() < peopleAtOnce; ++it)
            moments.insert(it.key(), it.value());
        const auto written = co_await m_store.setLastSeen(moments);
        if (lifetime.isOver())
            co_return;
        if (!written) {
            wake(); // and try again
            break;
        }
        m_lastSeen.removeIf(
            [&moments](const auto &entry) { return moments.value(entry.key()) == entry.value(); });
    }
    m_writingLastSeen = false;
}

QCoro::Task<void> PresenceService::stop()
{
    for (auto it = m_people.cbegin(); it != m_people.cend(); ++it) {
        if (it->known && it->choice != PresenceStatus::Offline)
            m_lastSeen.insert(it.key(), it->connections.isEmpty() ? it->leftAt : now());
    }
    m_writingLastSeen = false; // what is being written comes before this
    co_await writeLastSeen();
}

PresenceStatus PresenceService::statusOf(const UserId &user) const
{
    const auto person = m_people.constFind(user);
    if (person == m_people.cend() || !person->known)
        return PresenceStatus::Offline;
    return person->choice.value_or(PresenceStatus::Online);
}

bool PresenceService::mayKnow(const UserId &viewer, const UserId &user) const
{
    return m_privacy.showsPresence(viewer) && m_privacy.showsPresence(user)
        && !m_blocks.hasBlocked(user, viewer);
}

// The store is behind what waits to be written. Who is hidden by choice was last seen when they hid: stored.
Presence PresenceService::seenBy(const UserId &viewer, const UserId &user, const QSet<UserId> &contacts,
                                 std::optional<Timestamp> storedLastSeen) const
{
    Presence presence{user};
    if (viewer != user && (!contacts.contains(user) || !mayKnow(viewer, user)))
        return presence;
    presence.status = statusOf(user);
    if (presence.status == PresenceStatus::Offline && m_people.contains(user))
        presence.lastSeen = storedLastSeen;
    else if (presence.status == PresenceStatus::Offline)
        presence.lastSeen = m_lastSeen.contains(user) ? m_lastSeen.value(user) : storedLastSeen;
    return presence;
}

QCoro::Task<Result<QSet<UserId>>> PresenceService::audienceOf(UserId user)
{
    const Lifetime::Watch lifetime = m_lifetime.watch();
    while (true) {
        const auto person = m_people.constFind(user);
        const bool known = person != m_people.cend();
        if (known && person->audience)
            co_return *person->audience;
        const int round = known ? person->audienceRound : 0;
        const QList<UserId> asked(1, user);
        const auto listed = co_await m_store.audiences(asked);
        if (!listed || lifetime.isOver())
            co_return listed ? fail(ErrorCode::Unavailable, u"The server is stopping."_s)
                             : fail(listed.error());
        const auto current = m_people.find(user);
        if (!known || current == m_people.end())
            co_return listed->value(user); // nobody to remember it for
        if (current->audienceRound != round)
            continue; // what was read may be out of date
        current->audience = listed->value(user);
        co_return listed->value(user); // GCC 12 would move the one that is kept
    }
}

QCoro::Task<void> PresenceService::tell(UserId user)
{
    if (!m_people.contains(user))
        co_return;
    const Lifetime::Watch lifetime = m_lifetime.watch();
    const auto audience = co_await audienceOf(user);
    if (lifetime.isOver())
        co_return;
    const auto person = m_people.find(user);
    if (person == m_people.end())
        co_return;
    if (audience) {
        announce(user, *person, *audience);
    } else {
        m_untold.insert(user);
        wake();
    }
}

void PresenceService::announce(const UserId &user, Person &person, const QSet<UserId> &audience)
{
    const PresenceStatus own = statusOf(user);
    const bool shows = m_privacy.showsPresence(user);
    const PresenceStatus shown = shows ? own : PresenceStatus::Offline;
    QList<ConnectionId> devices, readers;
    if (std::exchange(person.toldSelf, own) != own)
        devices = person.connections;
    if (std::exchange(person.told, shown) != shown)
        readers = readersOf(user, audience);

    std::optional<Timestamp> lastSeen;
    if (own == PresenceStatus::Offline)
        lastSeen = person.hiddenAt;
    if (own == shown) {
        devices += readers;
        readers.clear();
    }
    if (!devices.isEmpty())
        m_publisher.publishTo(devices, PresenceChanged{{user, own, lastSeen}});
    if (!readers.isEmpty())
        m_publisher.publishTo(readers, PresenceChanged{{user, shown, {}}});
}

QCoro::Task<void> PresenceService::tellOne(UserId reader, UserId user)
{
    const auto audience = co_await audienceOf(user);
    const PresenceStatus told = m_people.value(user).told;
    if (!audience || !audience->contains(reader) || told == PresenceStatus::Offline
        || !m_privacy.showsPresence(reader))
        co_return;
    const bool hidden = m_blocks.hasBlocked(user, reader);
    m_publisher.publishTo(connectionsOf(reader, user),
                          PresenceChanged{{user, hidden ? PresenceStatus::Offline : told, {}}});
}

QCoro::Task<void> PresenceService::tellProfile(User user)
{
    const Lifetime::Watch lifetime = m_lifetime.watch();
    const auto audience = co_await audienceOf(user.id);
    if (lifetime.isOver() || !audience)
        co_return; // whoever looks at them asks
    QList<ConnectionId> readers = m_people.value(user.id).connections;
    for (const UserId &other : *audience)
        readers += connectionsOf(other, user.id);
    user.status.reset();
    user.lastSeen.reset();
    m_publisher.publishTo(readers, UserUpdated{user});
}

// What a subscription narrows.
QList<ConnectionId> PresenceService::connectionsOf(const UserId &reader, const UserId &about) const
{
    QList<ConnectionId> connections;
    for (const ConnectionId connection : m_people.value(reader).connections) {
        const auto subscription = m_subscriptions.constFind(connection);
        if (subscription == m_subscriptions.cend() || subscription->contains(about))
            connections += connection;
    }
    return connections;
}

QList<ConnectionId> PresenceService::readersOf(const UserId &user, const QSet<UserId> &audience) const
{
    QList<ConnectionId> readers;
    for (const UserId &other : audience) {
        if (m_privacy.showsPresence(other) && !m_blocks.hasBlocked(user, other))
            readers += connectionsOf(other, user);
    }
    return readers;
}

QCoro::Task<Result<void>> PresenceService::choose(Caller caller, PresenceStatus status)
{
    const auto choice = status == PresenceStatus::Online ? std::optional<PresenceStatus>() : status;
    const Timestamp at = now();
    if (auto stored = co_await m_store.setChoice(caller.userId, choice, at); !stored)
        co_return stored;
    if (const auto person = m_people.find(caller.userId); person != m_people.end()) {
        person->choice = choice;
        person->known = true;
        person->hiddenAt = at;
    }
    if (choice == PresenceStatus::Offline)
        m_lastSeen.remove(caller.userId);
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
    const auto contacts = co_await audienceOf(caller.userId);
    if (!contacts)
        co_return fail(contacts.error());
    const auto stored = co_await m_store.byIds(users);
    if (!stored)
        co_return fail(stored.error());
    QList<Presence> answer;
    for (const UserId &user : std::as_const(users))
        answer += seenBy(caller.userId, user, *contacts, stored->value(user).lastSeen);
    co_return answer;
}

QCoro::Task<Result<QList<User>>> PresenceService::withPresence(Caller caller, QList<User> users)
{
    const auto contacts = co_await audienceOf(caller.userId);
    if (!contacts)
        co_return fail(contacts.error());
    for (User &user : users) {
        const bool visible = user.id == caller.userId || contacts->contains(user.id);
        const Presence presence = seenBy(caller.userId, user.id, *contacts, user.lastSeen);
        user.status = visible ? std::optional(presence.status) : std::nullopt;
        user.lastSeen = presence.lastSeen;
    }
    co_return users;
}

QCoro::Task<Result<QList<UserId>>> PresenceService::onlineUsers(Caller caller)
{
    const auto contacts = co_await audienceOf(caller.userId);
    if (!contacts)
        co_return fail(contacts.error());
    QList<UserId> online;
    for (const UserId &user : *contacts) {
        if (seenBy(caller.userId, user, *contacts, {}).status != PresenceStatus::Offline)
            online += user;
    }
    co_return online;
}

void PresenceService::forgetAudiences(const QList<UserId> &users)
{
    for (const UserId &user : users) {
        if (const auto person = m_people.find(user); person != m_people.end()) {
            person->audience.reset();
            ++person->audienceRound;
        }
    }
}

} // namespace Hearth
