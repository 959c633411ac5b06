// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/sql.h"
#include "storage/userstore.h"

namespace Hearth {

// The columns of `users AS u` that make a StoredUser, in the order in which readUsers() takes them.
#define HEARTH_USER_COLUMNS \
    "u.id, u.username, u.display_name, u.avatar_url, u.last_seen, u.email, u.created_at, u.shows_receipts, " \
    "u.shows_presence, u.password_hash, u.presence_choice, u.admin, u.disabled, u.banned, u.deleted_at"

[[nodiscard]] tl::unexpected<Error> noSuchUser(); // not_found
[[nodiscard]] QList<StoredUser> readUsers(Rows &&rows);
[[nodiscard]] Result<StoredUser> readOneUser(Rows &&row); // not_found
[[nodiscard]] Result<StoredUser> readUser(Sql &sql, const UserId &id); // not_found

// As readUser(), and nobody else changes the user until the transaction ends.
[[nodiscard]] Result<StoredUser> lockUser(Sql &sql, const UserId &id);

// Whether nobody else may enter as an administrator. All administrators are locked, so that two who leave at
// once do not both find the other.
[[nodiscard]] bool isLastAdmin(Sql &sql, const UserId &id);

// What names are compared and searched by; case-folded here, as databases fold differently.
[[nodiscard]] QString nameKey(const QString &name);

// Past every key that begins with `prefix`: no text sorts after the last code point.
[[nodiscard]] QString pastPrefix(const QString &prefix);

} // namespace Hearth
