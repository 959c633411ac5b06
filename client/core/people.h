// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/localstore.h"

#include <QObject>
#include <QQueue>
#include <QSet>

namespace Hearth {

class Rest;

// Everybody who is known by name, and whether they are there. Who is not known is looked up while online.
class People : public QObject
{
    Q_OBJECT

public:
    People(Rest &rest, LocalStore &store);

    void load(const QList<User> &users);
    void keep(const QList<User> &users); // as the server gave them
    void setPresence(const Presence &presence);
    void setOnline(bool online);

    // Of somebody unknown a placeholder, which tells the id where that is a name.
    [[nodiscard]] User user(const UserId &id);
    [[nodiscard]] PresenceStatus presence(const UserId &id) const;

    // Somebody looks at them: of new names and pictures in large groups, or while this client was away,
    // nobody tells, so they are asked for, once a minute.
    void lookAgain(const UserId &id);

Q_SIGNALS:
    void userChanged(const UserId &id);
    void presenceChanged(const UserId &id);

private:
    void want(const UserId &id);
    void lookUp();
    QCoro::Task<void> lookUp(UserId id);

    Rest &m_rest;
    LocalStore &m_store;
    QHash<UserId, User> m_users;
    QHash<UserId, Presence> m_presences;
    QSet<UserId> m_asked; // and not known; asked again at the next connection
    QHash<UserId, Timestamp> m_lookedAgain;
    QQueue<UserId> m_wanted;
    int m_running = 0;
    bool m_online = false;
};

} // namespace Hearth
