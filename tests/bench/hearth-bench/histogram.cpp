// SPDX-License-Identifier: Apache-2.0
#include "histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace Hearth::Bench {

// Values below 2^subBits have a bucket each; above, every power of two is cut into 2^(subBits-1) buckets.
void Histogram::add(std::chrono::nanoseconds duration)
{
    const auto us = uint64_t(std::max<int64_t>(duration.count() / 1000, 0));
    const int shift = std::max(0, int(std::bit_width(us)) - subBits);
    const size_t bucket = (size_t(shift) << (subBits - 1)) + size_t(us >> shift);
    ++m_buckets[std::min(bucket, m_buckets.size() - 1)];
    ++m_count;
    m_max = std::max(m_max, us);
}

double Histogram::at(double quantile) const
{
    const auto rank = uint64_t(std::ceil(quantile * double(m_count)));
    uint64_t seen = 0;
    for (size_t bucket = 0; bucket < m_buckets.size(); ++bucket) {
        seen += m_buckets[bucket];
        if (seen >= rank && seen > 0) {
            const int half = 1 << (subBits - 1);
            const int shift = std::max(0, int(bucket) / half - 1);
            const uint64_t upper = ((bucket - (size_t(shift) << (subBits - 1))) + 1) << shift;
            return double(std::min(upper, m_max)) / 1000;
        }
    }
    return 0;
}

} // namespace Hearth::Bench
