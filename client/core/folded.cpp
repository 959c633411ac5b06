// SPDX-License-Identifier: Apache-2.0
#include "core/folded.h"

#include <algorithm>

namespace Hearth {

QString folded(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    std::ranges::transform(text, result.begin(), [](QChar c) {
        const QString parts = c.decomposition();
        return (parts.isEmpty() ? c : parts.front()).toCaseFolded();
    });
    return result;
}

} // namespace Hearth
