// SPDX-License-Identifier: Apache-2.0
#include "app/servermetrics.h"

#include "metrics/process.h"

namespace Hearth {

namespace {

constexpr std::chrono::seconds lagInterval{1};

} // namespace

ServerMetrics::ServerMetrics(Metrics &metrics, Sources sources)
    : m_metrics(metrics)
    , m_sources(std::move(sources))
{
    metrics.gauge("messaging_build_info", "1, with the server's version", {{"version", HEARTH_VERSION}})
        .set(1);
    const auto gauge = [&](const char *name, const char *help, std::function<double()> value) {
        m_gauges.emplace_back(metrics.gauge(name, help), std::move(value));
    };
    const GatewayStats &gateway = m_sources.gateway;
    gauge("messaging_connections", "Open connections, of HTTP and WebSocket",
          [&gateway] { return double(gateway.openConnections); });
    gauge("messaging_database_up", "1 while the database answers",
          [up = m_sources.databaseUp] { return up() ? 1.0 : 0.0; });
    gauge("process_resident_memory_bytes", "Resident memory", [] { return processFigures().residentBytes; });
    gauge("process_open_fds", "Open descriptors", [] { return processFigures().openFiles; });
    gauge("process_max_fds", "Descriptors that may be open", [] { return processFigures().maxFiles; });
    gauge("process_start_time_seconds", "When the process began, since 1970",
          [] { return processFigures().startSeconds; });
    m_counters.emplace_back(metrics.counter("process_cpu_seconds_total", "Processor time of all threads"),
                            [] { return processFigures().cpuSeconds; });
    addGatewayCounters();
    measureLag();
}

void ServerMetrics::addGatewayCounters()
{
    const GatewayStats &stats = m_sources.gateway;
    const auto add = [&](const char *name, const char *help, const quint64 GatewayStats::*figure) {
        m_counters.emplace_back(m_metrics.counter(name, help),
                                [&stats, figure] { return double(stats.*figure); });
    };
    add("messaging_messages_received_total", "Messages written to connections of members",
        &GatewayStats::messagesDelivered);
    add("messaging_connections_accepted_total", "Connections accepted", &GatewayStats::accepted);
    add("messaging_accept_errors_total", "Connections that could not be accepted, for want of descriptors",
        &GatewayStats::acceptErrors);
    add("messaging_websocket_upgrades_total", "WebSockets opened", &GatewayStats::upgrades);
    add("messaging_websocket_upgrades_refused_total", "WebSockets refused: handshake, origin or token",
        &GatewayStats::upgradesRefused);
    add("messaging_websocket_frames_received_total", "Frames from clients", &GatewayStats::framesIn);
    add("messaging_websocket_frames_sent_total", "Frames to clients", &GatewayStats::framesOut);
    add("messaging_websocket_received_bytes_total", "Payload of frames from clients", &GatewayStats::bytesIn);
    add("messaging_websocket_sent_bytes_total", "Frames to clients in bytes", &GatewayStats::bytesOut);
    add("messaging_websocket_frames_shed_total", "Typing and presence that slow readers did not get",
        &GatewayStats::framesShed);
    add("messaging_websocket_slow_closes_total", "Connections closed because their client did not read",
        &GatewayStats::slowCloses);
    add("messaging_websocket_heartbeat_losses_total", "Connections dropped because their client was silent",
        &GatewayStats::heartbeatLosses);
    add("messaging_forwarding_ignored_total", "Requests with X-Forwarded-For from who is no trusted proxy",
        &GatewayStats::forwardingsIgnored);
    for (size_t i = 0; i < m_sources.limits.refusals().size(); ++i) {
        const std::string limit = m_sources.limits.refusals()[i].first.toStdString();
        m_counters.emplace_back(
            m_metrics.counter("messaging_rate_limited_total", "Requests and frames refused, by limit",
                              {{"limit", limit}}),
            [&limits = m_sources.limits, i] { return double(limits.refusals()[i].second); });
    }
}

void ServerMetrics::measureLag()
{
    m_lagTimer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_lagTimer, &QTimer::timeout, &m_lagTimer,
                     [this, due = std::chrono::steady_clock::now() + lagInterval]() mutable {
                         const auto late = std::chrono::steady_clock::now() - due;
                         m_metrics.eventLoopLag.observe(std::max(late, late.zero()));
                         due = std::chrono::steady_clock::now() + lagInterval;
                     });
    m_lagTimer.start(lagInterval);
}

QByteArray ServerMetrics::text()
{
    m_metrics.webSocketConnections.set(double(m_sources.gateway.openSessions));
    m_metrics.usersOnline.set(m_sources.usersOnline());
    m_metrics.sendQueueDepth.set(m_sources.sendQueue());
    if (const auto count = m_sources.conversations())
        m_metrics.conversations.set(*count);
    for (const auto &[gauge, value] : m_gauges)
        gauge.set(value());
    for (const auto &[counter, total] : m_counters)
        counter.raiseTo(total());
    return m_metrics.text();
}

} // namespace Hearth
