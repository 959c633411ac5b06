// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRandomGenerator>

#include <compare>

namespace Hearth {

// What comes first in the ids that one process makes. RFC 9562 section 6.2, method 1: the 12 bits after the
// time are a counter that starts at random in its lower half for each new millisecond; when it overflows, the
// time moves one millisecond ahead. So it only goes forward, also while a clock that stepped back catches up.
struct UuidCounter {
    quint64 ms = 0; // since 1970, 48 bits
    quint32 counter = 0; // 12 bits

    void advance(quint64 clockMs)
    {
        if (clockMs > ms) {
            ms = clockMs;
            counter = QRandomGenerator::system()->bounded(0x800u);
        } else if (++counter > 0xfff) {
            ++ms;
            counter = 0;
        }
    }

    auto operator<=>(const UuidCounter &) const = default;
};

} // namespace Hearth
