// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/presence.h"
#include "services/caller.h"

#include <QCoroTask>
#include <QDeadlineTimer>
#include <QSet>
#include <QTimer>

namespace Hearth {

class ConversationStore;
class UserStore;

// Who is there. A person is connected while any session is, and for a grace period afterwards, so that a
// reconnect is no news. The status a person chooses holds on all devices; `online` means "as connected".
class PresenceService
{
public:
    PresenceService(UserStore &users, ConversationStore &conversations, Publisher &publisher,
                    std::chrono::milliseconds grace = std::chrono::seconds(15));

    QCoro::Task<void> connected(Caller caller);
    void disconnected(const Caller &caller);

    QCoro::Task<Result<void>> choose(Caller caller, PresenceStatus status);

    // From now on this connection hears of these people only. Answers how they are now; who shares no
    // conversation with the caller looks offline.
    QCoro::Task<Result<QList<Presence>>> subscribe(Caller caller, QList<UserId> users);
    QCoro::Task<Result<QList<Presence>>> presences(Caller caller, QList<UserId> users);

    // Connected people whom the caller may see: those with whom they share a conversation.
    QCoro::Task<Result<QList<UserId>>> onlineUsers(Caller caller);

    // New conversations change who hears of whom.
    void forgetAudiences(const QList<UserId> &users);

    [[nodiscard]] int connectedUsers() const { return int(m_people.size()); }

private:
    struct Person {
        QList<ConnectionId> connections;
        std::optional<PresenceStatus> choice;
        std::optional<QSet<UserId>> audience; // who hears of this person, and of whom they hear
        PresenceStatus told = PresenceStatus::Offline;
        QDeadlineTimer leaving{QDeadlineTimer::Forever};
    };

    [[nodiscard]] PresenceStatus visibleStatus(const UserId &user) const;
    [[nodiscard]] QList<ConnectionId> readersOf(const UserId &user, const QSet<UserId> &audience) const;
    QCoro::Task<Result<QSet<UserId>>> audienceOf(UserId user);
    QCoro::Task<void> tell(UserId user);
    QCoro::Task<void> dropThoseWhoLeft();

    UserStore &m_users;
    ConversationStore &m_conversations;
    Publisher &m_publisher;
    const std::chrono::milliseconds m_grace;
    QHash<UserId, Person> m_people;
    QHash<ConnectionId, QSet<UserId>> m_subscriptions;
    QTimer m_timer;
};

} // namespace Hearth
