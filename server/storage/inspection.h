// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/names.h"
#include "storage/database.h"

#include <QList>

namespace Hearth {

// Fine, worth a look, or keeping the server from working.
enum class Verdict { Ok, Warn, Fail };

template<>
inline constexpr std::array enumNames<Verdict>{QLatin1StringView("ok"), QLatin1StringView("warn"),
                                               QLatin1StringView("fail")};

// What one check of a deployment found.
struct Finding {
    QString check; // one or two words: "database", "free space"
    Verdict verdict = Verdict::Ok;
    QString detail; // what is the case
    QString advice = {}; // what to do about it; empty when all is well

    bool operator==(const Finding &) const = default;
};

// Looks at a database that a server may be using at the same time: can it be reached, is its schema known, is
// it whole, and does a commit reach the disk. Changes nothing, also where there is no database yet. Blocks;
// on SQLite it reads the whole file.
[[nodiscard]] QList<Finding> inspectDatabase(const DatabaseConfig &config);

} // namespace Hearth
