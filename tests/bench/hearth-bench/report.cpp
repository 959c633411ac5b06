// SPDX-License-Identifier: Apache-2.0
#include "report.h"

#include <cstdio>

namespace Hearth::Bench {

void Report::set(const std::string &name, double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.10g", value);
    setRaw(name, text);
}

void Report::set(const std::string &name, const std::string &text)
{
    setRaw(name, '"' + text + '"');
}

void Report::set(const std::string &name, const Report &object)
{
    setRaw(name, object.json());
}

void Report::set(const std::string &name, const Histogram &latency)
{
    Report quantiles;
    quantiles.set("count", double(latency.count()));
    quantiles.set("p50", latency.at(0.5));
    quantiles.set("p90", latency.at(0.9));
    quantiles.set("p99", latency.at(0.99));
    quantiles.set("p99_9", latency.at(0.999));
    quantiles.set("max", latency.max());
    set(name, quantiles);
}

void Report::setRaw(const std::string &name, const std::string &json)
{
    m_members += (m_members.empty() ? "\"" : ",\"") + name + "\":" + json;
}

} // namespace Hearth::Bench
