// SPDX-License-Identifier: Apache-2.0
#include "fuzz/fuzz.h"
#include "services/jwt.h"

using namespace Hearth;

// No bytes pass for a token that was signed with a key that nobody has.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QByteArray key("c7c1e0d8f5a94b1b9a4b0b8a3f1d2e4c-known-to-nobody");
    const auto claims = verifyJwt(Fuzz::bytes(data, size), key,
                                  {JwtAlgorithm::HS256, JwtAlgorithm::HS384, JwtAlgorithm::HS512});
    Fuzz::require(!claims);
    return 0;
}
