// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/userstore.h"

#include <QCache>

#include <functional>

namespace Hearth {

// A session, or a person, that has lost its access: its connections must be closed.
struct AccessEnd {
    std::optional<SessionId> session = {}; // otherwise all that the user has
    UserId user = {};
    bool banned = false;
};

// What is remembered of sessions and people, so that a request hardly ever asks the store; and what has ended
// is known here at once. What another process changes is learned from AccountWatch, at the latest when what
// is remembered has become too old.
class AccessCache
{
public:
    // What is remembered of those who may enter is asked anew when it is older.
    explicit AccessCache(std::chrono::seconds lifetime = std::chrono::seconds{30})
        : m_lifetime(lifetime)
    { }
    [[nodiscard]] std::chrono::seconds lifetime() const { return m_lifetime; }

    struct Person {
        bool mayEnter = true;
        bool admin = false;
    };

    [[nodiscard]] std::optional<bool> isLive(const SessionId &session) const;
    [[nodiscard]] std::optional<Person> person(const UserId &user) const;

    // The outcome of a look-up in the store. What is remembered already stays, because it may have been noted
    // while the store was being asked. Returns what holds now, however soon it will be too old.
    bool learn(const SessionId &session, bool live);
    Person learn(const StoredUser &user);

    // What has just been changed. Whoever lost their access is told of to the observer.
    void endSession(const SessionId &session);
    void endSessions(const QList<SessionId> &sessions);
    void setPerson(const StoredUser &user);

    // Counts calls of setPerson(): whoever reads their state knows afterwards whether it may be out of date.
    [[nodiscard]] quint64 changes() const { return m_changes; }

    using Observer = std::function<void(const AccessEnd &)>;
    void setObserver(Observer observer) { m_observer = std::move(observer); }

private:
    static constexpr std::chrono::minutes endedLifetime{10}; // a session that has ended stays so

    Person remember(const StoredUser &user);

    template<typename T>
    struct Remembered {
        T value;
        Timestamp until = {};
    };
    template<typename T>
    using Cache = QCache<QString, Remembered<T>>;

    std::chrono::seconds m_lifetime;
    Cache<bool> m_sessions{50'000};
    Cache<Person> m_people{50'000};
    quint64 m_changes = 0;
    Observer m_observer;
};

} // namespace Hearth
