// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/user.h"
#include "storage/database.h"
#include "util/gathering.h"

#include <QList>

namespace Hearth {

// A user row: what others see, what they themselves see, and what nobody sees.
struct StoredUser {
    Account account;
    std::optional<QString> passwordHash = {}; // none for external users
    std::optional<PresenceStatus> presenceChoice = {}; // away, busy or offline, chosen for all devices
    bool admin = false;
    bool disabled = false;
    bool banned = false;
    std::optional<Timestamp> deletedAt = {}; // erased: only the id is left

    // The account as its person sees it, with the status that holds on all devices.
    [[nodiscard]] Account own() const
    {
        Account own = account;
        own.user.status = presenceChoice.value_or(PresenceStatus::Online);
        return own;
    }

    [[nodiscard]] bool mayEnter() const { return !disabled && !banned && !deletedAt; }
};

struct NewUser {
    UserId id;
    QString username;
    QString displayName;
    std::optional<QString> email = {};
    std::optional<QString> avatarUrl = {};
    std::optional<QString> passwordHash = {};
    bool admin = false;
    std::optional<QString> invite = {}; // used up with the insertion
};

// Whether the token of an external user says anything that is not stored of them.
[[nodiscard]] bool saysMore(const NewUser &token, const StoredUser &stored);

// In a storm of arrivals each person is looked up, and some are stored: many at once then.
class UserStore
{
public:
    explicit UserStore(Database &db);

    // conflict with pointer /username when the name is taken; names are compared case-insensitively.
    // forbidden with pointer /invite when the invite is not, or no longer, good.
    QCoro::Task<Result<StoredUser>> insert(NewUser user);

    // Stores an external user at first sight; a taken username gets a suffix. Later sights update what the
    // token says (display name, avatar, e-mail), never the username.
    QCoro::Task<Result<StoredUser>> upsertExternal(NewUser user);

    // Rows for external users who were named before their first sight, in one transaction. Who is there
    // already stays as they are.
    QCoro::Task<Result<void>> insertPlaceholders(QList<UserId> ids);

    QCoro::Task<Result<StoredUser>> byId(UserId id); // not_found
    QCoro::Task<Result<StoredUser>> byUsername(QString username); // not_found
    QCoro::Task<Result<QList<User>>> byIds(QList<UserId> ids); // those that exist

    // Prefix of username or display name, case-insensitive, ordered by username; disabled, banned and
    // deleted users are left out.
    QCoro::Task<Result<QList<User>>> search(QString prefix, int limit);
    QCoro::Task<Result<QList<StoredUser>>> list(int limit, UserId after); // by id

private:
    using Lookups = Gathering<UserId, StoredUser>;
    using Arrivals = Gathering<NewUser, StoredUser>;

    QCoro::Task<Result<Lookups::Answers>> lookUp(Lookups::Questions ids);
    QCoro::Task<Result<Arrivals::Answers>> storeExternal(Arrivals::Questions tokens);

    Database &m_db;
    Lookups m_lookups;
    Arrivals m_arrivals;
};

} // namespace Hearth
