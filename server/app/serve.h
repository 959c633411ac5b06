// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"

namespace Hearth {

// Runs the server until it is told to end; returns the exit code. A database that is away at the start is a
// failure, so that whoever started the server is told; one that goes away later is waited for.
[[nodiscard]] int serve(const Config &config);

} // namespace Hearth
