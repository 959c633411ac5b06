// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Hearth {

// From the edge of the right pane to what stands in it, in device-independent pixels.
inline constexpr int paneMargin = 16;

} // namespace Hearth
