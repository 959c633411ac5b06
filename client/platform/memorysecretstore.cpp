// SPDX-License-Identifier: Apache-2.0
#include "platform/memorysecretstore.h"

namespace Hearth {

namespace {

tl::unexpected<Error> refused(ErrorCode code)
{
    return fail(code, QStringLiteral("The keychain is locked."));
}

} // namespace

QCoro::Task<Result<std::optional<QString>>> MemorySecretStore::read(QString key)
{
    if (!available)
        co_return refused(refusal);
    const auto found = secrets.constFind(key);
    if (found == secrets.constEnd())
        co_return std::nullopt;
    co_return *found;
}

QCoro::Task<Result<void>> MemorySecretStore::write(QString key, QString secret)
{
    if (!available)
        co_return refused(refusal);
    secrets.insert(key, secret);
    co_return Result<void>();
}

QCoro::Task<Result<void>> MemorySecretStore::remove(QString key)
{
    if (!available)
        co_return refused(refusal);
    secrets.remove(key);
    co_return Result<void>();
}

} // namespace Hearth
