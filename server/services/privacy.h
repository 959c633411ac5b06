// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/user.h"

#include <QHash>

#include <functional>

namespace Hearth {

// Who hides receipts or presence, and so sees none of others. Asked with every receipt: those who hide
// anything, the exception, are all kept in memory.
class Privacy
{
public:
    [[nodiscard]] bool showsReceipts(const UserId &user) const { return settings(user).readReceipts; }
    [[nodiscard]] bool showsPresence(const UserId &user) const { return settings(user).presence; }
    [[nodiscard]] AccountSettings settings(const UserId &user) const { return m_hiding.value(user); }

    // Called when somebody begins or ceases to show their presence.
    using Observer = std::function<void(const UserId &)>;
    void setPresenceObserver(Observer observer) { m_presenceObserver = std::move(observer); }

    void set(const UserId &user, const AccountSettings &settings)
    {
        ++m_changes;
        const bool showed = showsPresence(user);
        if (settings == AccountSettings())
            m_hiding.remove(user);
        else
            m_hiding.insert(user, settings);
        if (m_presenceObserver && showed != settings.presence)
            m_presenceObserver(user);
    }

    [[nodiscard]] quint64 changes() const { return m_changes; }

private:
    quint64 m_changes = 0;
    QHash<UserId, AccountSettings> m_hiding;
    Observer m_presenceObserver;
};

} // namespace Hearth
