// SPDX-License-Identifier: Apache-2.0
#include "platform/colorscheme.h"

namespace Hearth {

void ColorScheme::setDark(bool dark)
{
    set(m_dark, dark);
}

void ColorScheme::setWantsContrast(bool wants)
{
    set(m_contrast, wants);
}

void ColorScheme::setWantsStillness(bool wants)
{
    set(m_still, wants);
}

void ColorScheme::set(bool &what, bool value)
{
    if (std::exchange(what, value) != value)
        Q_EMIT changed();
}

} // namespace Hearth
