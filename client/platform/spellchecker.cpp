// SPDX-License-Identifier: Apache-2.0
#include "platform/spellchecker.h"

#include <algorithm>

namespace Hearth {

QStringList languagesFor(const QStringList &uiLanguages, const QStringList &available)
{
    QStringList chosen;
    for (QString wanted : uiLanguages) {
        wanted.replace(u'-', u'_');
        const QString language = wanted.section(u'_', 0, 0);
        const auto same = [&language](const QString &other) { return other.section(u'_', 0, 0) == language; };
        if (available.contains(wanted) && !chosen.contains(wanted))
            chosen.append(wanted);
        else if (std::ranges::none_of(chosen, same))
            if (const auto other = std::ranges::find_if(available, same); other != available.end())
                chosen.append(*other);
    }
    return chosen;
}

} // namespace Hearth
