// SPDX-License-Identifier: Apache-2.0
#include "core/sessionpanes.h"

#include "core/session_p.h"

namespace Hearth {

namespace {

// Owned by what is made of it; `parts` is for whoever feeds it.
template<typename T>
std::unique_ptr<T> kept(T made, T *&parts)
{
    auto owned = std::make_unique<T>(std::move(made));
    parts = owned.get();
    return owned;
}

} // namespace

SessionPanes::SessionPanes(Session &session, Rest &rest, LocalStore &store, Roster &roster, People &people,
                           Connection &connection, const MessageChanges &changes, Account &account)
    : admin(kept(ConversationAdmin::Private{session, rest, store, roster, connection}, m_adminParts))
    , devices(std::make_unique<Devices::Private>(Devices::Private{rest}))
    , notifications(kept(Notifications::Private{rest, store, connection}, m_notificationParts))
    , profile(std::make_unique<Profile::Private>(Profile::Private{rest, people, account}))
    , safety(std::make_unique<Safety::Private>(Safety::Private{rest, people, connection}))
    , search(std::make_unique<Search::Private>(
          Search::Private{rest, store, roster, people, connection, account.user.id}))
    , threads(std::make_unique<Threads::Private>(Threads::Private{rest, store, roster, changes}))
{
    QObject::connect(&connection, &Connection::ready, &session, [this] { m_adminParts->sendAll(); });
}

void SessionPanes::load(const StoredState &state)
{
    m_adminParts->load(state.unsentSettings);
    m_notificationParts->load(state.notifications, state.unsentNotificationReads);
}

ConversationAdmin &Session::admin()
{
    return d->panes.admin;
}

Devices &Session::devices()
{
    return d->panes.devices;
}

Profile &Session::profile()
{
    return d->panes.profile;
}

Notifications &Session::notifications()
{
    return d->panes.notifications;
}

Safety &Session::safety()
{
    return d->panes.safety;
}

Search &Session::search()
{
    return d->panes.search;
}

Threads &Session::threads()
{
    return d->panes.threads;
}

} // namespace Hearth
