// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Hearth {

// A number on the program's icon in the dock or task bar.
class LauncherBadge
{
public:
    virtual ~LauncherBadge() = default;

    virtual void setCount(int count) = 0; // 0 shows none
};

} // namespace Hearth
