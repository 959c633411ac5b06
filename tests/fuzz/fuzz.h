// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

// What a fuzz target defines: https://llvm.org/docs/LibFuzzer.html
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace Hearth::Fuzz {

inline QByteArray bytes(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

// What must hold for every input; the fuzzer keeps the one for which it does not.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

// Two JSON documents of the same meaning. The order of an object's keys has none; Qt sorts a key that begins
// with a byte order mark by it, and drops the mark.
inline bool isSame(const QByteArray &a, const QByteArray &b)
{
    const QJsonDocument left = QJsonDocument::fromJson(a);
    return !left.isNull() && left == QJsonDocument::fromJson(b);
}

} // namespace Hearth::Fuzz
