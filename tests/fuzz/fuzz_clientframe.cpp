// SPDX-License-Identifier: Apache-2.0
#include "fuzz/fuzz.h"
#include "wire/clientframes.h"
#include "wire/serverframes.h"

using namespace Hearth;

// A frame that is understood means the same after it was written and read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text = Fuzz::bytes(data, size);
    if (const auto request = decodeClientFrame(text)) {
        const QByteArray once = encode(*request);
        const auto again = decodeClientFrame(once);
        Fuzz::require(again && Fuzz::isSame(encode(*again), once));
    }
    if (const auto frame = decodeServerFrame(text); frame && *frame) {
        const QByteArray once = encode(**frame);
        const auto again = decodeServerFrame(once);
        Fuzz::require(again && *again && Fuzz::isSame(encode(**again), once));
    }
    return 0;
}
