// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/administration.h"
#include "storage/userstore.h"

namespace Hearth {

// Which people an administrator looks for.
enum class UserFilter { All, Active, Admin, Disabled, Banned, External, Deleted };

template<>
inline constexpr std::array enumNames<UserFilter>{QLatin1StringView("all"),    QLatin1StringView("active"),
                                                  QLatin1StringView("admin"),  QLatin1StringView("disabled"),
                                                  QLatin1StringView("banned"), QLatin1StringView("external"),
                                                  QLatin1StringView("deleted")};

// What only administrators read.
class AdminStore
{
public:
    explicit AdminStore(Database &db)
        : m_db(db)
    { }

    // By id. `prefix` is of the username or the display name, as for UserStore::search.
    QCoro::Task<Result<QList<StoredUser>>> users(UserFilter filter, QString prefix, int limit, UserId after);

    // Without `online`. Messages are counted by the places they took, so that no message is read.
    QCoro::Task<Result<Statistics>> statistics();

private:
    Database &m_db;
};

} // namespace Hearth
