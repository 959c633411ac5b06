// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "util/clock.h"

#include <optional>

namespace Hearth {

struct File {
    QString id;
    QString name;
    QString mimeType;
    qint64 size = 0; // bytes
    QString sha256; // 64 lower-case hexadecimal digits
    std::optional<int> width = {}; // pixels
    std::optional<int> height = {}; // pixels
    std::optional<double> duration = {}; // seconds
    bool thumbnail = false;
    UserId uploadedBy;
    Timestamp createdAt = {};

    bool operator==(const File &) const = default;
};

} // namespace Hearth
