// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/tokenbucket.h"
#include "gateway/forwarded.h"
#include "wire/limits.h"

#include <QHostAddress>
#include <QStringList>

#include <chrono>

namespace Hearth {

struct GatewayConfig {
    QHostAddress host = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 9097; // 0: any that is free
    int backlog = 1024; // connections that the kernel holds until they are accepted

    // Whole origins, as browsers send them: "https://chat.example.org".
    QStringList allowedOrigins; // may open a WebSocket, besides the server's own
    QStringList corsOrigins; // may read REST answers
    QString webSocketPath = QStringLiteral("/ws"); // besides those of the protocol
    ProxyConfig proxies;
    int hstsSeconds = 31'536'000; // browsers come back over TLS only, once they came over it; 0: not said

    std::chrono::milliseconds handshakeTimeout{5'000}; // for a whole request, head and body
    std::chrono::milliseconds uploadIdleTimeout{30'000}; // for the next piece of an upload
    std::chrono::milliseconds idleTimeout{60'000}; // between requests, and for an answer to be taken
    std::chrono::milliseconds refusalLinger{
        1'000}; // how long a refused request is read on, so that it sees why
    std::chrono::milliseconds closeTimeout{5'000}; // for a WebSocket's last frames to be taken
    std::chrono::milliseconds heartbeat{25'000};
    std::chrono::milliseconds heartbeatGrace{8'000};
    std::chrono::milliseconds acceptRetry{100}; // after the system had no descriptor left
    std::chrono::milliseconds drainGrace{1'000}; // between server.draining and the close of WebSockets
    std::chrono::milliseconds drainTimeout{10'000}; // then what is still open is dropped
    std::chrono::milliseconds reconnectAfter{1'000}; // what server.draining tells clients to wait

    qint64 headBytes = Limits::httpHeadBytes;
    qint64 bodyBytes = Limits::httpBodyBytes;
    qint64 frameBytes = Limits::frameBytes;
    qint64 queueBytes = Limits::sendQueueBytes; // a connection with more unsent is closed with 4008
    qint64 sheddingBytes = Limits::sendQueueBytes / 4; // one with more gets no typing and presence
    int earlyFrames = 32; // kept from before the greeting
    int framesAtATime = 4; // of a connection that sends more than others; then it is their turn
    int fanoutAtATime = 256; // connections that get a frame for many; then others have their turn
    std::chrono::milliseconds refusalPause{200}; // then more is read of who sent what cannot be stored
    int errorsInARow = 50; // erroneous frames without a good one between: closed with 4009
    RateLimit refusals{10, 1'000}; // frames that were refused as too many; with more: closed with 4009
};

} // namespace Hearth
