// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <chrono>
#include <map>
#include <memory>
#include <string>

namespace prometheus {
class Counter;
class Gauge;
class Histogram;
} // namespace prometheus

namespace Hearth {

// Handles to one time series each, to be copied freely; they hold as long as the Metrics they come from.
// All of them may be used from any thread.
class Counter
{
public:
    explicit Counter(prometheus::Counter &series)
        : m_series(&series)
    { }
    void add(double amount = 1) const;
    void raiseTo(double total) const; // counted elsewhere; never less than before

private:
    prometheus::Counter *m_series;
};

class Gauge
{
public:
    explicit Gauge(prometheus::Gauge &series)
        : m_series(&series)
    { }
    void set(double value) const;

private:
    prometheus::Gauge *m_series;
};

class Histogram
{
public:
    explicit Histogram(prometheus::Histogram &series)
        : m_series(&series)
    { }
    void observe(std::chrono::nanoseconds duration) const; // exposed in seconds

private:
    prometheus::Histogram *m_series;
};

// Everything that one server counts.
class Metrics
{
    struct Private;
    const std::unique_ptr<Private> d; // made before the handles below

public:
    Metrics();
    ~Metrics();
    Q_DISABLE_COPY_MOVE(Metrics)

    const Gauge webSocketConnections;
    const Gauge usersOnline;
    const Gauge conversations;
    const Gauge sendQueueDepth; // messages that wait for their commit
    const Counter messagesSent;
    const Histogram messageLatency; // from the request to the commit
    const Histogram eventLoopLag; // how late the main thread's timers fire

    // Series of one part, made once, before anybody reads them.
    using Labels = std::map<std::string, std::string>;
    [[nodiscard]] Counter counter(const char *name, const char *help, const Labels &labels = {}) const;
    [[nodiscard]] Gauge gauge(const char *name, const char *help, const Labels &labels = {}) const;

    // `route` is the pattern that matched, never the path: the number of series must not grow with what
    // clients send. An empty route and methods outside RFC 9110 are counted as "other".
    void httpRequest(const QByteArray &method, const QByteArray &route, int status,
                     std::chrono::nanoseconds duration) const;
    void databaseWork(const char *lane, std::chrono::nanoseconds duration) const;

    // Prometheus text format, version 0.0.4.
    [[nodiscard]] QByteArray text() const;
};

// One of RFC 9110 and RFC 5789 that is in use, or "other": what clients send must not make series or log
// lines.
[[nodiscard]] QByteArray knownMethod(const QByteArray &method);

} // namespace Hearth
