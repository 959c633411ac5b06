// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace Hearth {

// What the gateway has counted since the start, and two gauges. Written and read on the main thread.
struct GatewayStats {
    qint64 openConnections = 0; // gauge: sockets, of HTTP and WebSocket
    qint64 openSessions = 0; // gauge: WebSockets
    quint64 accepted = 0;
    quint64 acceptErrors = 0;
    quint64 requests = 0;
    quint64 upgrades = 0;
    quint64 upgradesRefused = 0;
    quint64 framesIn = 0;
    quint64 framesOut = 0;
    quint64 messagesDelivered = 0; // message.new frames among them
    quint64 bytesIn = 0; // payload of frames
    quint64 bytesOut = 0; // of frames
    quint64 framesShed = 0; // typing and presence that a slow reader did not get
    quint64 slowCloses = 0;
    quint64 forwardingsIgnored = 0; // requests with X-Forwarded-For from who is no trusted proxy
    quint64 heartbeatLosses = 0;
    double loopLagMs = 0; // gauge: how late the last heartbeat tick came
};

} // namespace Hearth
