// SPDX-License-Identifier: Apache-2.0
#include "fuzz/fuzz.h"
#include "services/publickeys.h"

using namespace Hearth;

namespace {

// The key of RFC 8037, appendix A: whatever it is asked here, it verifies nothing.
const PublicKeys &knownKeys()
{
    static const PublicKeys keys = *PublicKeys::fromJwks(
        R"({"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]})");
    return keys;
}

} // namespace

// What is read as keys accepts no signature that none of them made; what is not says why.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::array algorithms{JwtAlgorithm::HS256, JwtAlgorithm::RS256, JwtAlgorithm::RS512,
                                       JwtAlgorithm::ES256, JwtAlgorithm::ES384, JwtAlgorithm::EdDSA};
    const QByteArray bytes = Fuzz::bytes(data, size);
    for (const auto &keys : {PublicKeys::fromJwks(bytes), PublicKeys::fromPem(bytes)}) {
        Fuzz::require(keys ? !keys->isEmpty() : !keys.error().detail.isEmpty());
        for (const JwtAlgorithm algorithm : algorithms) {
            for (const int length : {0, 64, 96, 256})
                Fuzz::require(!keys || !keys->verify(algorithm, {}, "signed", QByteArray(length, '\x01')));
        }
    }
    for (const JwtAlgorithm algorithm : algorithms)
        Fuzz::require(!knownKeys().verify(algorithm, QString::fromUtf8(bytes), "signed", bytes));
    (void)verifyJwt(bytes, knownKeys(), {JwtAlgorithm::EdDSA});
    return 0;
}
