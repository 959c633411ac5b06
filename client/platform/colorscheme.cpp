// SPDX-License-Identifier: Apache-2.0
#include "platform/colorscheme.h"

namespace Hearth {

void ColorScheme::setDark(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace Hearth
