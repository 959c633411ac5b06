// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "histogram.h"

#include <string>

namespace Hearth::Bench {

// A JSON object that is written in the order in which its members are set. Names and texts are our own and
// need no escapes.
class Report
{
public:
    void set(const std::string &name, double value);
    void set(const std::string &name, const std::string &text);
    void set(const std::string &name, const Report &object);
    void set(const std::string &name, const Histogram &latency); // quantiles in milliseconds

    [[nodiscard]] std::string json() const { return '{' + m_members + '}'; }

private:
    void setRaw(const std::string &name, const std::string &json);

    std::string m_members;
};

} // namespace Hearth::Bench
