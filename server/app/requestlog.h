// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/frames.h"
#include "api/router.h"

namespace Hearth {

// One line for each request: a warning when the server failed (5xx) or took longer than a second, otherwise
// for who debugs. It names the route's pattern, never the path, a header or a body.
void logRequest(const HandledRequest &request);

// The same for frames; the id of a frame is its client's text and is told only when it is harmless.
void logFrame(const HandledFrame &frame);

} // namespace Hearth
