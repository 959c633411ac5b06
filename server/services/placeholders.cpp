// SPDX-License-Identifier: Apache-2.0
#include "services/placeholders.h"

#include "storage/userstore.h"

#include <QSet>

namespace Hearth {

QCoro::Task<Result<void>> makePlaceholders(UserStore &users, Caller caller, QList<UserId> ids)
{
    if (!caller.isExternal())
        co_return Result<void>();
    const auto known = co_await users.byIds(ids);
    if (!known)
        co_return fail(known.error());
    QSet<UserId> unknown(ids.begin(), ids.end());
    for (const User &user : *known)
        unknown.remove(user.id);
    if (unknown.isEmpty())
        co_return Result<void>();
    co_return co_await users.insertPlaceholders(unknown.values());
}

} // namespace Hearth
