// SPDX-License-Identifier: Apache-2.0
#include "storage/adminstore.h"

#include "storage/userrows.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

QString conditionOf(UserFilter filter)
{
    switch (filter) {
    case UserFilter::All: break;
    case UserFilter::Active: return u" AND NOT u.disabled AND NOT u.banned AND u.deleted_at IS NULL"_s;
    case UserFilter::Admin: return u" AND u.admin"_s;
    case UserFilter::Disabled: return u" AND u.disabled AND u.deleted_at IS NULL"_s;
    case UserFilter::Banned: return u" AND u.banned AND u.deleted_at IS NULL"_s;
    case UserFilter::External: return u" AND u.password_hash IS NULL AND u.deleted_at IS NULL"_s;
    case UserFilter::Deleted: return u" AND u.deleted_at IS NOT NULL"_s;
    }
    return {};
}

} // namespace

QCoro::Task<Result<QList<StoredUser>>> AdminStore::users(UserFilter filter, QString prefix, int limit,
                                                         UserId after)
{
    return m_db.query([filter, from = nameKey(prefix), limit, after](Sql &sql) -> Result<QList<StoredUser>> {
        const QString to = pastPrefix(from);
        return readUsers(
            sql.run(u"SELECT " HEARTH_USER_COLUMNS " FROM users AS u WHERE u.id > :after"
                    " AND ((u.username_key >= :name_from AND u.username_key < :name_to)"
                    " OR (u.display_name_key >= :shown_from AND u.display_name_key < :shown_to))"_s
                        + conditionOf(filter) + u" ORDER BY u.id LIMIT :limit"_s,
                    {{":after", after},
                     {":name_from", from},
                     {":name_to", to},
                     {":shown_from", from},
                     {":shown_to", to},
                     {":limit", limit}}));
    });
}

QCoro::Task<Result<Statistics>> AdminStore::statistics()
{
    return m_db.query([](Sql &sql) -> Result<Statistics> {
        Statistics statistics;
        Rows row = sql.run(u"SELECT (SELECT count(*) FROM users WHERE deleted_at IS NULL),"
                           " (SELECT count(*) FROM conversations WHERE deleted_at IS NULL),"
                           " (SELECT COALESCE(sum(last_seq), 0) FROM conversations),"
                           " (SELECT count(*) FROM files), (SELECT COALESCE(sum(size), 0) FROM files)"_s);
        if (row.next())
            row >> statistics.users >> statistics.conversations >> statistics.messages >> statistics.files
                >> statistics.storageBytes;
        return statistics;
    });
}

} // namespace Hearth
