// SPDX-License-Identifier: Apache-2.0
// Heartbeats and token expiry: one timer and one queue for all sessions. Traffic only notes the time; a
// session is looked at when it would be due had it been silent.
#include "gateway/hub.h"
#include "gateway/log.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

void Hub::startTicking()
{
    const auto interval =
        std::clamp<milliseconds>(std::min(m_config.heartbeat, m_config.heartbeatGrace) / 16, 5ms, 500ms);
    m_tick.setTimerType(Qt::PreciseTimer);
    m_lastTick = SteadyClock::now();
    m_tick.start(interval);
}

void Hub::tick()
{
    const auto now = SteadyClock::now();
    const std::chrono::duration<double, std::milli> late = now - m_lastTick - m_tick.intervalAsDuration();
    m_stats.loopLagMs = std::max(late.count(), 0.0);
    m_lastTick = now;
    if (late > m_config.heartbeatGrace / 2)
        return; // the process stood still: what arrived meanwhile is read before anybody is called silent

    while (!m_checks.empty() && m_checks.top().at <= now) {
        const Check due = m_checks.top();
        m_checks.pop();
        WebSocketSession *session = find(due.id);
        if (session && session->nextCheck == due.at) // else it ended, or was given another time
            check(*session);
    }
}

void Hub::check(WebSocketSession &session)
{
    const ConnectionId id = session.id();
    const Timestamp expiry = session.caller.expiresAt;
    if (expiry != Timestamp() && expiry <= now()) {
        close(id, CloseCode::tokenExpired, u"The token has expired."_s);
        return;
    }
    const auto silence = SteadyClock::now() - session.lastTraffic;
    if (silence >= m_config.heartbeat + m_config.heartbeatGrace) {
        qCInfo(gatewayLog, "heartbeat_lost connection=%llu", id);
        ++m_stats.heartbeatLosses;
        SocketControl *const control = session.control;
        remove(id);
        control->drop();
        return;
    }
    if (silence >= m_config.heartbeat && !session.pinged)
        session.ping();
    scheduleCheck(session);
}

void Hub::scheduleCheck(WebSocketSession &session)
{
    session.nextCheck =
        session.lastTraffic + m_config.heartbeat + (session.pinged ? m_config.heartbeatGrace : 0ms);
    if (const Timestamp expiry = session.caller.expiresAt; expiry != Timestamp())
        session.nextCheck = std::min(session.nextCheck, SteadyClock::now() + (expiry - now()));
    m_checks.push({session.nextCheck, session.id()});
}

} // namespace Hearth
