// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/devices.h"
#include "core/rest.h"

namespace Hearth {

struct Devices::Private {
    Rest &rest;
};

} // namespace Hearth
