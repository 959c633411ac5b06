// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>

namespace Hearth::Bench {

// What may not happen, over all connections.
struct Faults {
    uint64_t doubled = 0;
    uint64_t outOfOrder = 0; // a seq that does not follow the one before, or a message overtaken by another
};

// One connection's view of one conversation: what came, in which order.
class Ledger
{
public:
    // `lastSeq`: what the conversation holds already.
    explicit Ledger(uint64_t lastSeq = 0)
        : m_lastSeq(lastSeq)
    { }

    // One message of the partner, or one's own: `counter` runs from 1 for each sender.
    void record(bool own, uint64_t seq, uint64_t counter, Faults &faults);

    // How many different messages of the partner have come.
    [[nodiscard]] uint64_t fromPartner() const { return m_streams[0].last - m_streams[0].missing.size(); }

private:
    struct Stream {
        uint64_t last = 0;
        std::set<uint64_t> missing; // overtaken so far
    };
    Stream m_streams[2];
    uint64_t m_lastSeq;
};

} // namespace Hearth::Bench
