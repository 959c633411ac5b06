// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QHash>

namespace Hearth {

struct YamlValue {
    QString text; // the items of a sequence are joined by commas
    QString place; // "hearth.yaml:3: auth.registration", for messages
};

using YamlValues = QHash<QString, YamlValue>; // by dotted key

// The settings in a YAML file. What is not a setting, stands there twice or has the wrong shape is refused
// with its line and key.
[[nodiscard]] Result<YamlValues> readYaml(const QString &path);

} // namespace Hearth
