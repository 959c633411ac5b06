// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/tokenbucket.h"
#include "gateway/socket.h"
#include "services/caller.h"

#include <QWebSocket>

namespace Hearth {

using SteadyClock = std::chrono::steady_clock;

// A text frame as a server sends it: final, unmasked (RFC 6455 section 5.2).
[[nodiscard]] QByteArray textFrame(const QByteArray &payload);

// What the Hub knows of one open WebSocket. QWebSocket reads and checks what the client sends; frames to the
// client are written to the socket as they are, because they are encoded once for all who get them.
struct WebSocketSession {
    Caller caller;
    QTcpSocket *socket = nullptr; // all live until the session is removed: the QWebSocket is its child,
    SocketControl *control = nullptr; // and this is the socket's other face
    QWebSocket *webSocket = nullptr;

    bool greeted = false;
    bool pinged = false; // since the last traffic
    bool unflushed = false;
    int errorsInARow = 0;
    int framesInTurn = 0;
    TokenBucket refusals = {}; // of frames beyond a rate limit
    QStringList early = {}; // text frames from before the greeting
    QByteArray waiting = {}; // a frame for many, whose turn has not come here
    SteadyClock::time_point lastTraffic = {};
    SteadyClock::time_point nextCheck = {}; // of heartbeat and expiry

    [[nodiscard]] ConnectionId id() const { return *caller.connection; }
    void write(const QByteArray &frame);
    void ping();
};

} // namespace Hearth
