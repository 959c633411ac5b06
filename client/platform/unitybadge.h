// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/launcherbadge.h"

#include <QDBusConnection>

namespace Hearth {

// Ubuntu's Unity.LauncherEntry, which KDE and most docks have taken over. Who does not know it misses
// nothing.
class UnityBadge : public LauncherBadge
{
public:
    explicit UnityBadge(const QDBusConnection &bus);

    void setCount(int count) override;

private:
    QDBusConnection m_bus;
};

} // namespace Hearth
