// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http.h"
#include "wire/requests.h"

namespace Hearth {

// New tokens for a refresh token, which is used up by it.
[[nodiscard]] QCoro::Task<Result<AuthTokens>> refreshWith(Http &http, QString refreshToken);

} // namespace Hearth
