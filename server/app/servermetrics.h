// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/ratelimits.h"
#include "gateway/stats.h"
#include "metrics/metrics.h"

#include <QTimer>

#include <functional>
#include <vector>

namespace Hearth {

// The series whose figures are kept elsewhere and taken when somebody asks for them, and the lag of the main
// thread, which is measured all the time.
class ServerMetrics
{
public:
    struct Sources {
        const GatewayStats &gateway;
        const RateLimits &limits;
        std::function<double()> usersOnline;
        std::function<double()> sendQueue;
        std::function<bool()> databaseUp;
        std::function<std::optional<double>()> conversations; // when they have been counted
    };

    // Borrows both; they outlive it.
    ServerMetrics(Metrics &metrics, Sources sources);

    [[nodiscard]] QByteArray text(); // Prometheus text format

private:
    void measureLag();
    void addGatewayCounters();

    Metrics &m_metrics;
    const Sources m_sources;
    std::vector<std::pair<Gauge, std::function<double()>>> m_gauges;
    std::vector<std::pair<Counter, std::function<double()>>> m_counters;
    QTimer m_lagTimer;
};

} // namespace Hearth
