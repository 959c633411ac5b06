// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "wire/clientframes.h"

namespace Hearth {

// The WebSocket connections of this instance by id, so that nobody keeps a pointer to one that may be gone.
// Calls with the id of a closed connection do nothing.
class Connections
{
public:
    virtual ~Connections() = default;

    // Sends the first frame. From then on what is published reaches the connection, and its frames are
    // handled.
    virtual void greet(ConnectionId id, const QByteArray &hello) = 0;
    virtual void send(ConnectionId id, const QByteArray &frame) = 0;
    virtual void setExpiry(ConnectionId id, Timestamp at) = 0; // after auth.refresh
    virtual void slowDown(ConnectionId id) = 0; // its next frames are read a moment later, and then together
    virtual void close(ConnectionId id, int code, const QString &reason) = 0;
};

// What the gateway tells of its WebSocket connections. `caller.connection` is always set here.
class FrameHandler
{
public:
    virtual ~FrameHandler() = default;

    virtual void opened(const Caller &caller) = 0; // answers with Connections::greet
    virtual void handle(const Caller &caller, const ClientRequest &request) = 0;
    virtual void closed(const Caller &caller) = 0;
};

} // namespace Hearth
