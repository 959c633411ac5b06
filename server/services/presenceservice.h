// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/user.h"
#include "services/caller.h"
#include "services/lifetime.h"
#include "storage/presencestore.h"

#include <QCoroTask>
#include <QDeadlineTimer>
#include <QTimer>

namespace Hearth {

class Blocks;
class Privacy;

// Who is there. A person is connected while any session is, and for a grace period afterwards, so that a
// reconnect is no news. The status a person chooses holds on all devices; `online` means "as connected".
// Who chose offline, who does not show their presence, and who blocked the one who looks, looks offline.
class PresenceService
{
public:
    PresenceService(PresenceStore &store, const Privacy &privacy, const Blocks &blocks, Publisher &publisher,
                    std::chrono::milliseconds grace = std::chrono::seconds(15));

    // Those who arrive while others are looked up share the next look-up.
    QCoro::Task<void> connected(Caller caller);
    void disconnected(const Caller &caller);

    QCoro::Task<Result<void>> choose(Caller caller, PresenceStatus status);

    // From now on this connection hears of these people only. Answers how they are now; who shares no
    // conversation with the caller looks offline.
    QCoro::Task<Result<QList<Presence>>> subscribe(Caller caller, QList<UserId> users);
    QCoro::Task<Result<QList<Presence>>> presences(Caller caller, QList<UserId> users);

    // The same people, `status` and `last_seen` set where the caller may know them and empty elsewhere. They
    // come with the `last_seen` that is stored.
    QCoro::Task<Result<QList<User>>> withPresence(Caller caller, QList<User> users);

    // Connected people whom the caller may see: those with whom they share a conversation.
    QCoro::Task<Result<QList<UserId>>> onlineUsers(Caller caller);

    // Tells whoever may hear of it how `user` looks now, if that has changed: after they changed what they
    // show.
    QCoro::Task<void> tell(UserId user);

    // Tells one person how `user` looks to them now, if they may hear of that: after a block was made or
    // lifted.
    QCoro::Task<void> tellOne(UserId reader, UserId user);

    // Tells those who may hear of somebody's presence, and that person's own devices, what they are called
    // and look like from now on.
    QCoro::Task<void> tellProfile(User user);

    // New conversations and members change who hears of whom.
    void forgetAudiences(const QList<UserId> &users);

    // Everybody who is still connected was last seen now. Once, when the server stops.
    QCoro::Task<void> stop();

    [[nodiscard]] int connectedUsers() const { return int(m_people.size()); }

private:
    struct Person {
        QList<ConnectionId> connections;
        bool known = false; // what they chose
        std::optional<PresenceStatus> choice;
        Timestamp hiddenAt = {}; // when they chose offline here
        std::optional<QSet<UserId>> audience; // who hears of this person, and of whom they hear
        int audienceRound = 0; // grows when the audience is forgotten, also while it is read
        PresenceStatus told = PresenceStatus::Offline; // to others
        PresenceStatus toldSelf = PresenceStatus::Offline; // on their own devices
        QDeadlineTimer leaving{QDeadlineTimer::Forever};
        Timestamp leftAt = {};
    };

    [[nodiscard]] PresenceStatus statusOf(const UserId &user) const; // as they want it
    [[nodiscard]] bool mayKnow(const UserId &viewer, const UserId &user) const;
    [[nodiscard]] Presence seenBy(const UserId &viewer, const UserId &user, const QSet<UserId> &contacts,
                                  std::optional<Timestamp> storedLastSeen) const;
    [[nodiscard]] QList<ConnectionId> connectionsOf(const UserId &reader, const UserId &about) const;
    [[nodiscard]] QList<ConnectionId> readersOf(const UserId &user, const QSet<UserId> &audience) const;
    QCoro::Task<Result<QSet<UserId>>> audienceOf(UserId user);

    QCoro::Task<void> lookUpArrivals();
    void announce(const UserId &user, Person &person, const QSet<UserId> &audience);

    void tick();
    [[nodiscard]] QList<UserId> whoseGraceIsOver() const;
    QCoro::Task<void> dropThoseWhoLeft();
    [[nodiscard]] QList<UserId> withForgottenAudience(const QList<UserId> &users) const;
    void drop(const UserId &user, const QSet<UserId> &audience); // used where theirs is forgotten
    QCoro::Task<void> writeLastSeen();
    void wake();

    PresenceStore &m_store;
    const Privacy &m_privacy;
    const Blocks &m_blocks;
    Publisher &m_publisher;
    const std::chrono::milliseconds m_grace;
    QHash<UserId, Person> m_people;
    QHash<ConnectionId, QSet<UserId>> m_subscriptions;
    QSet<UserId> m_arrivals; // to look up
    QSet<UserId> m_untold; // news that could not be told while the store was away
    QHash<UserId, Timestamp> m_lastSeen; // not stored yet
    bool m_lookingUp = false;
    bool m_dropping = false;
    bool m_writingLastSeen = false;
    Lifetime m_lifetime;
    QTimer m_timer; // runs while anything above waits for it
};

} // namespace Hearth
