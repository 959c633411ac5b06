// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"
#include "model/sessioninfo.h"

#include <QCoroTask>

#include <memory>

namespace Hearth {

// Where this account is signed in. Only the server knows.
class Devices
{
public:
    struct Private;
    explicit Devices(std::unique_ptr<Private> d);
    ~Devices();

    QCoro::Task<Result<QList<SessionInfo>>> list(); // the last used first
    QCoro::Task<Result<void>> signOut(SessionId device);

private:
    const std::unique_ptr<Private> d;
};

} // namespace Hearth
