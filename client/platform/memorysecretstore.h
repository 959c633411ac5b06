// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/secretstore.h"

namespace Hearth {

// Secrets that end with the program: for tests. `available = false` is a keychain that stays locked.
class MemorySecretStore : public SecretStore
{
public:
    QCoro::Task<Result<std::optional<QString>>> read(QString key) override;
    QCoro::Task<Result<void>> write(QString key, QString secret) override;
    QCoro::Task<Result<void>> remove(QString key) override;

    bool available = true;
    ErrorCode refusal = ErrorCode::Forbidden; // or Unavailable: there is none
    Secrets secrets;
};

} // namespace Hearth
