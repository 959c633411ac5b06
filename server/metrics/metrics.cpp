// SPDX-License-Identifier: Apache-2.0
#include "metrics/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace Hearth {

namespace {

// Seconds. From a memory access to a request that its client has given up on.
const prometheus::Histogram::BucketBoundaries buckets{
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};

double seconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace

QByteArray knownMethod(const QByteArray &method)
{
    const bool known =
        std::ranges::any_of(std::array{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"},
                            [&method](const char *name) { return method == name; });
    return known ? method : QByteArray("other");
}

struct Metrics::Private {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter> &requests = prometheus::BuildCounter()
                                                            .Name("messaging_http_requests_total")
                                                            .Help("HTTP requests by method, route and status")
                                                            .Register(registry);
    prometheus::Family<prometheus::Histogram> &requestDuration =
        prometheus::BuildHistogram()
            .Name("messaging_http_request_duration_seconds")
            .Help("Time from the last byte of a request to its answer")
            .Register(registry);
    prometheus::Family<prometheus::Histogram> &databaseDuration =
        prometheus::BuildHistogram()
            .Name("messaging_database_work_duration_seconds")
            .Help("Time that a piece of work took on a database worker, by lane")
            .Register(registry);

    prometheus::Counter &counter(const char *name, const char *help, const Labels &labels = {})
    {
        return prometheus::BuildCounter().Name(name).Help(help).Register(registry).Add(labels);
    }
    prometheus::Gauge &gauge(const char *name, const char *help, const Labels &labels = {})
    {
        return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add(labels);
    }
    prometheus::Histogram &histogram(const char *name, const char *help)
    {
        return prometheus::BuildHistogram().Name(name).Help(help).Register(registry).Add({}, buckets);
    }
};

void Counter::add(double amount) const
{
    m_series->Increment(amount);
}

void Counter::raiseTo(double total) const
{
    m_series->Increment(std::max(total - m_series->Value(), 0.0));
}

void Gauge::set(double value) const
{
    m_series->Set(value);
}

void Histogram::observe(std::chrono::nanoseconds duration) const
{
    m_series->Observe(seconds(duration));
}

Metrics::Metrics()
    : d(std::make_unique<Private>())
    , webSocketConnections(d->gauge("messaging_websocket_connections", "Open WebSocket connections"))
    , usersOnline(d->gauge("messaging_users_online", "Users with at least one open connection"))
    , conversations(d->gauge("messaging_conversations_total", "Conversations that exist"))
    , sendQueueDepth(d->gauge("messaging_send_queue_depth", "Messages that wait for their commit"))
    , messagesSent(d->counter("messaging_messages_sent_total", "Messages stored"))
    , messageLatency(
          d->histogram("messaging_message_latency_seconds", "From a request to send to its commit"))
    , eventLoopLag(
          d->histogram("messaging_event_loop_lag_seconds", "How late timers of the main thread fire"))
{ }

Metrics::~Metrics() = default;

Counter Metrics::counter(const char *name, const char *help, const Labels &labels) const
{
    return Counter(d->counter(name, help, labels));
}

Gauge Metrics::gauge(const char *name, const char *help, const Labels &labels) const
{
    return Gauge(d->gauge(name, help, labels));
}

void Metrics::httpRequest(const QByteArray &method, const QByteArray &route, int status,
                          std::chrono::nanoseconds duration) const
{
    const std::string methodLabel = knownMethod(method).toStdString();
    const std::string routeLabel = route.isEmpty() ? "other" : route.toStdString();
    d->requests.Add({{"method", methodLabel}, {"route", routeLabel}, {"status", std::to_string(status)}})
        .Increment();
    d->requestDuration.Add({{"method", methodLabel}, {"route", routeLabel}}, buckets)
        .Observe(seconds(duration));
}

void Metrics::databaseWork(const char *lane, std::chrono::nanoseconds duration) const
{
    d->databaseDuration.Add({{"lane", lane}}, buckets).Observe(seconds(duration));
}

QByteArray Metrics::text() const
{
    std::ostringstream out;
    prometheus::TextSerializer().Serialize(out, d->registry.Collect());
    return QByteArray::fromStdString(out.str());
}

} // namespace Hearth
