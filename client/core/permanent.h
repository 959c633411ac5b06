// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/error.h"

namespace Hearth {

// What was to be sent is itself refused; anything else is about the moment.
[[nodiscard]] inline bool isPermanent(const Error &error)
{
    return !isRetryable(error.code) && error.code != ErrorCode::Unauthorized
        && error.code != ErrorCode::TokenExpired;
}

} // namespace Hearth
