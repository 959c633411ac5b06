// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/preferences.h"

namespace Hearth {

// The way that all connections take from now on; those that stand have to be made anew.
void useProxy(const ProxyChoice &choice);

} // namespace Hearth
