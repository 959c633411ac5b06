// SPDX-License-Identifier: Apache-2.0
#include "models/knownpresence.h"

#include "core/session.h"
#include "models/phrases.h"

namespace Hearth {

std::optional<PresenceStatus> knownPresence(const Session &session, const UserId &id)
{
    if (session.connectionState() != ConnectionState::Online)
        return {};
    return session.presence(id);
}

QString knownPresenceName(const Session &session, const UserId &id)
{
    const auto presence = knownPresence(session, id);
    return presence ? presenceName(*presence) : QString();
}

} // namespace Hearth
