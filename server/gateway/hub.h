// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/framehandler.h"
#include "gateway/config.h"
#include "gateway/stats.h"
#include "gateway/websocketsession.h"

#include <QMultiHash>
#include <QObject>
#include <QTimer>

#include <deque>
#include <queue>
#include <unordered_map>

namespace Hearth {

class RateLimits;

// The close codes of the protocol that the gateway itself uses (docs/protocol.md).
namespace CloseCode {
inline constexpr int unsupportedData = 1003; // RFC 6455 section 7.4.1
inline constexpr int serviceRestart = 1012; // of the IANA registry that RFC 6455 section 11.7 sets up
inline constexpr int tokenExpired = 4005;
inline constexpr int tooSlow = 4008;
inline constexpr int tooManyErrors = 4009;
} // namespace CloseCode

// Who is connected. Frames to one connection keep their order; a client that does not read, does not answer
// or only sends errors costs bounded memory and is closed. All on the main thread.
class Hub final : public QObject, public Publisher, public Connections
{
    Q_OBJECT

public:
    // `stats` is shared with the Gateway and outlives the Hub.
    Hub(const GatewayConfig &config, GatewayStats &stats, QObject *parent = nullptr);

    // Before the first connection; outlives the Gateway.
    void setHandler(FrameHandler *handler) { m_handler = handler; }

    // Counts frames from now on; beyond the limits they are refused, and after many refusals the connection
    // is closed with 4009. Outlives the Hub.
    void setRateLimits(RateLimits *limits) { m_limits = limits; }

    void publish(const QList<UserId> &users, const ServerFrame &frame,
                 std::optional<ConnectionId> except = {}) override;
    void publishTo(const QList<ConnectionId> &connections, const ServerFrame &frame) override;

    void greet(ConnectionId id, const QByteArray &hello) override;
    void send(ConnectionId id, const QByteArray &frame) override;
    void setExpiry(ConnectionId id, Timestamp at) override; // {} is never
    void slowDown(ConnectionId id) override;
    void close(ConnectionId id, int code, const QString &reason) override;

    void closeUser(const UserId &user, int code, const QString &reason);
    void closeSession(const SessionId &session, int code, const QString &reason);
    void closeAll(int code, const QString &reason);
    void broadcast(const ServerFrame &frame);

    [[nodiscard]] qsizetype sessionCount() const { return qsizetype(m_sessions.size()); }

    // The gateway's: takes over a WebSocket whose client is known, and tells the handler.
    void open(QTcpSocket *socket, QWebSocket *webSocket, Caller caller);

private:
    struct Check {
        SteadyClock::time_point at;
        ConnectionId id;
        bool operator>(const Check &other) const { return at > other.at; }
    };

    struct Outgoing;

    [[nodiscard]] WebSocketSession *find(ConnectionId id);
    void deliver(WebSocketSession &session, Outgoing &outgoing);
    bool write(WebSocketSession &session, const QByteArray &frame, bool sheddable = false);
    void writeWaiting(WebSocketSession &session);
    void fanOut();
    void finishFanout();
    void receive(ConnectionId id, const QString &text);
    void takeTurns(WebSocketSession &session);
    void resumeReading();
    void keepEarly(WebSocketSession &session, const QString &text);
    void rejectFrame(WebSocketSession &session, const FrameFault &fault);
    [[nodiscard]] bool admit(WebSocketSession &session,
                             const tl::expected<ClientRequest, FrameFault> &request);
    void refuseFrame(WebSocketSession &session, const std::optional<QString> &id, const Error &error);
    void noteTraffic(ConnectionId id);
    void remove(ConnectionId id);
    template<typename Predicate>
    void closeWhere(Predicate matches, int code, const QString &reason);
    void flush();
    void closeSlow();

    void startTicking();
    void tick();
    void check(WebSocketSession &session);
    void scheduleCheck(WebSocketSession &session);

    const GatewayConfig m_config;
    GatewayStats &m_stats;
    FrameHandler *m_handler = nullptr;
    RateLimits *m_limits = nullptr;
    ConnectionId m_lastId = 0;
    std::unordered_map<ConnectionId, WebSocketSession> m_sessions;
    QMultiHash<UserId, WebSocketSession *> m_byUser;
    std::vector<ConnectionId> m_unflushed;
    std::vector<ConnectionId> m_slow; // noticed while writing to many
    std::deque<ConnectionId> m_paused; // until the others have had their turn
    std::deque<Check> m_resting; // until then, in that order
    QTimer m_resume;
    std::deque<ConnectionId> m_fanout; // what a frame for many has still to be written to
    QTimer m_fanoutTurn;
    std::priority_queue<Check, std::vector<Check>, std::greater<>>
        m_checks; // one that is valid for each session
    QTimer m_tick;
    SteadyClock::time_point m_lastTick;
};

} // namespace Hearth
