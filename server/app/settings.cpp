// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

QString Setting::variable() const
{
    return "HEARTH_"_L1 + name.toUpper().replace(u'-', u'_');
}

bool Setting::isCalled(const QString &dottedKey) const
{
    return key == dottedKey || otherKeys.contains(dottedKey);
}

QStringList Setting::otherVariables() const
{
    QStringList names;
    for (const QString &each : QStringList{key} + otherKeys)
        names += "MESSAGING_"_L1 + QString(each).replace(u'.', u'_').toUpper();
    return names;
}

const std::vector<Setting> &settings()
{
    static const std::vector<Setting> all = [] {
        std::vector<Setting> every;
        for (const auto &room : {serverSettings(), accountSettings(), fileSettings(), httpSettings()})
            every.insert(every.end(), room.begin(), room.end());
        return every;
    }();
    return all;
}

} // namespace Hearth
