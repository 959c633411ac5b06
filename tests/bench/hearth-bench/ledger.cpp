// SPDX-License-Identifier: Apache-2.0
#include "ledger.h"

#include <algorithm>

namespace Hearth::Bench {

void Ledger::record(bool own, uint64_t seq, uint64_t counter, Faults &faults)
{
    Stream &stream = m_streams[own];
    if (counter <= stream.last && !stream.missing.erase(counter)) {
        ++faults.doubled;
        return;
    }
    if (seq != m_lastSeq + 1 || counter != stream.last + 1)
        ++faults.outOfOrder;
    for (uint64_t skipped = stream.last + 1; skipped < counter; ++skipped)
        stream.missing.insert(skipped);
    stream.last = std::max(stream.last, counter);
    m_lastSeq = std::max(m_lastSeq, seq);
}

} // namespace Hearth::Bench
