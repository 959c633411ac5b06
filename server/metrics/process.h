// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace Hearth {

// What the system says of this process; zeros where it says nothing (Linux only).
struct ProcessFigures {
    double residentBytes = 0;
    double cpuSeconds = 0; // of all threads, in user and kernel mode
    double openFiles = 0;
    double maxFiles = 0; // the soft limit
    double startSeconds = 0; // since 1970
};

[[nodiscard]] ProcessFigures processFigures();

} // namespace Hearth
