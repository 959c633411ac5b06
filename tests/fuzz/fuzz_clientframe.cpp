// SPDX-License-Identifier: Apache-2.0
#include "fuzz/fuzz.h"
#include "wire/clientframes.h"
#include "wire/serverframes.h"

#include <QJsonDocument>

using namespace Hearth;

namespace {

// The order of an object's keys means nothing; Qt sorts a key with a byte order mark by that mark, and drops
// it.
bool isSame(const QByteArray &a, const QByteArray &b)
{
    return QJsonDocument::fromJson(a) == QJsonDocument::fromJson(b);
}

} // namespace

// A frame that is understood means the same after it was written and read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text = Fuzz::bytes(data, size);
    if (const auto request = decodeClientFrame(text)) {
        const QByteArray once = encode(*request);
        const auto again = decodeClientFrame(once);
        Fuzz::require(again && isSame(encode(*again), once));
    }
    if (const auto frame = decodeServerFrame(text); frame && *frame) {
        const QByteArray once = encode(**frame);
        const auto again = decodeServerFrame(once);
        Fuzz::require(again && *again && isSame(encode(**again), once));
    }
    return 0;
}
