// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "wire/serverframes.h"

#include <QList>

namespace Hearth {

// One WebSocket connection of this instance.
using ConnectionId = quint64;

// Where services tell what happened; the Hub implements it (and, later, the bus).
// The order of calls is kept for every connection.
class Publisher
{
public:
    virtual ~Publisher() = default;

    // To every session of these users, except one connection when it is named.
    virtual void publish(const QList<UserId> &users, const ServerFrame &frame,
                         std::optional<ConnectionId> except = {}) = 0;

    // To these connections, whoever's they are.
    virtual void publishTo(const QList<ConnectionId> &connections, const ServerFrame &frame) = 0;
};

} // namespace Hearth
