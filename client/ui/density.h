// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/names.h"

namespace Hearth {

// How the messages of the timeline stand: with pictures and room around them, as lines, or as bubbles.
enum class Density { Cozy, Compact, Bubbles };

template<>
inline constexpr std::array enumNames<Density>{QLatin1StringView("cozy"), QLatin1StringView("compact"),
                                               QLatin1StringView("bubbles")};

} // namespace Hearth
