// SPDX-License-Identifier: Apache-2.0
#include "storage/userrows.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

StoredUser readStored(Rows &row)
{
    StoredUser stored;
    Account &account = stored.account;
    User &user = account.user;
    row >> user.id >> user.username >> user.displayName >> user.avatarUrl >> user.lastSeen >> account.email
        >> account.createdAt >> account.settings.readReceipts >> account.settings.presence
        >> stored.passwordHash >> stored.presenceChoice >> stored.admin >> stored.disabled >> stored.banned
        >> stored.deletedAt;
    return stored;
}

} // namespace

tl::unexpected<Error> noSuchUser()
{
    return fail(ErrorCode::NotFound, u"There is no such user."_s);
}

QList<StoredUser> readUsers(Rows &&rows)
{
    QList<StoredUser> users;
    while (rows.next())
        users.append(readStored(rows));
    return users;
}

Result<StoredUser> readOneUser(Rows &&row)
{
    if (!row.next())
        return noSuchUser();
    return readStored(row);
}

Result<StoredUser> readUser(Sql &sql, const UserId &id)
{
    return readOneUser(
        sql.run(u"SELECT " HEARTH_USER_COLUMNS " FROM users AS u WHERE u.id = :id"_s, {{":id", id}}));
}

Result<StoredUser> lockUser(Sql &sql, const UserId &id)
{
    return readOneUser(sql.run(
        u"SELECT " HEARTH_USER_COLUMNS " FROM users AS u WHERE u.id = :id {for update}"_s, {{":id", id}}));
}

bool isLastAdmin(Sql &sql, const UserId &id)
{
    bool last = false;
    bool other = false;
    Rows rows = sql.run(u"SELECT u.id FROM users AS u WHERE u.admin AND NOT u.disabled AND NOT u.banned"
                        " AND u.deleted_at IS NULL ORDER BY u.id {for update}"_s);
    while (rows.next()) {
        UserId admin;
        rows >> admin;
        (admin == id ? last : other) = true;
    }
    return last && !other;
}

QString nameKey(const QString &name)
{
    return name.toCaseFolded();
}

QString pastPrefix(const QString &prefix)
{
    return prefix + QString::fromUcs4(U"\U0010FFFF", 1);
}

} // namespace Hearth
