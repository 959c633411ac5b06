// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QCoroTask>
#include <QString>

#include <optional>

namespace Hearth {

// Where secrets outlive the program. Every call answers within a few seconds; Unavailable says that the
// store is locked, missing or silent, and that nothing was changed.
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
