// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

namespace Hearth {

// Whether the program starts, hidden in the tray, when the person signs in on this computer.
class Autostart
{
public:
    virtual ~Autostart() = default;

    [[nodiscard]] virtual bool isEnabled() const = 0;
    // Internal, with a sentence for the person, when the desktop's file or key cannot be written.
    virtual Result<void> setEnabled(bool enabled) = 0;
};

} // namespace Hearth
