// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

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

} // namespace Hearth::Fuzz
