// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QCoroTask>
#include <QHash>
#include <QString>

#include <optional>

namespace Hearth {

using Secrets = QHash<QString, QString>; // by their keys

// Where secrets outlive the program. Every call answers within a few seconds. Forbidden says that the store
// is locked, and asks the person when it is tried again; Unavailable, that it is missing or silent. Nothing
// was changed then.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    // Nothing when there is no secret under this key.
    virtual QCoro::Task<Result<std::optional<QString>>> read(QString key) = 0;
    virtual QCoro::Task<Result<void>> write(QString key, QString secret) = 0;
    virtual QCoro::Task<Result<void>> remove(QString key) = 0; // removing what is not there succeeds
};

} // namespace Hearth
