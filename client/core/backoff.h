// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timing.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Hearth {

// How long to wait before the next attempt: anything from 0 to a ceiling that doubles with each failure
// ("full jitter"), so that the clients of a server that went away do not come back together.
class Backoff
{
public:
    explicit Backoff(const Timing &timing)
        : m_timing(timing)
    { }

    [[nodiscard]] Timing::ms next()
    {
        const int doublings = std::min(m_failures++, 20); // keeps the product within 64 bits
        const Timing::ms ceiling = std::min(m_timing.backoffFirst * (1L << doublings), m_timing.backoffMax);
        return Timing::ms(QRandomGenerator::global()->bounded(qint64(ceiling.count() + 1)));
    }

    void reset() { m_failures = 0; }

private:
    const Timing &m_timing;
    int m_failures = 0;
};

} // namespace Hearth
