// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <cstdint>

namespace Hearth::Bench {

// Counts durations in buckets of at most 1/32 of their value, from 1 µs to a day.
class Histogram
{
public:
    void add(std::chrono::nanoseconds duration);

    [[nodiscard]] uint64_t count() const { return m_count; }
    // In milliseconds; `quantile` from 0 to 1. The upper bound of the bucket, so never too good.
    [[nodiscard]] double at(double quantile) const;
    [[nodiscard]] double max() const { return double(m_max) / 1000; }

private:
    static constexpr int subBits = 6;

    std::array<uint64_t, (38 - subBits) << subBits> m_buckets{};
    uint64_t m_count = 0;
    uint64_t m_max = 0; // microseconds
};

} // namespace Hearth::Bench
