// SPDX-License-Identifier: Apache-2.0
#include "storage/userstore.h"

#include "storage/invitestore.h"
#include "storage/userrows.h"
#include "util/uuid.h"
#include "wire/limits.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int numberedSuffixes = 20; // name-2 and so on; then a random one

QList<User> onlyUsers(const QList<StoredUser> &stored)
{
    QList<User> users;
    for (const StoredUser &one : stored)
        users.append(one.account.user);
    return users;
}

// False when the id or the name is taken.
bool insertRow(Sql &sql, const NewUser &user, const QString &username)
{
    Rows rows = sql.run(
        u"INSERT INTO users (id, username, username_key, display_name, display_name_key, email, avatar_url,"
        " password_hash, admin, created_at) VALUES (:id, :username, :username_key, :display_name,"
        " :display_name_key, :email, :avatar_url, :password_hash, :admin, :created_at) ON CONFLICT DO NOTHING"_s,
        {{":id", user.id},
         {":username", username},
         {":username_key", nameKey(username)},
         {":display_name", user.displayName},
         {":display_name_key", nameKey(user.displayName)},
         {":email", user.email},
         {":avatar_url", user.avatarUrl},
         {":password_hash", user.passwordHash},
         {":admin", user.admin},
         {":created_at", now()}});
    return rows.affected() > 0;
}

QString withSuffix(const QString &username, int attempt)
{
    if (attempt == 1)
        return username;
    const QString suffix =
        attempt <= numberedSuffixes ? u'-' + QString::number(attempt) : u'-' + uuidV7().last(8);
    QString base = username.left(Limits::usernameLength - suffix.size());
    if (!base.isEmpty() && base.back().isHighSurrogate())
        base.chop(1);
    return base + suffix;
}

void updateExternal(Sql &sql, const NewUser &token)
{
    sql.run(u"UPDATE users SET display_name = :name, display_name_key = :key,"
            " avatar_url = COALESCE(:avatar_url, avatar_url), email = COALESCE(:email, email)"
            " WHERE id = :id AND deleted_at IS NULL"_s,
            {{":name", token.displayName},
             {":key", nameKey(token.displayName)},
             {":avatar_url", token.avatarUrl},
             {":email", token.email},
             {":id", token.id}});
}

Result<StoredUser> writeExternal(Sql &sql, const NewUser &token)
{
    for (int attempt = 1; !sql.failed(); ++attempt) {
        if (insertRow(sql, token, withSuffix(token.username, attempt)))
            break;
        if (readUser(sql, token.id)) {
            updateExternal(sql, token);
            break;
        }
    }
    return readUser(sql, token.id);
}

void insertPlaceholder(Sql &sql, const UserId &id)
{
    const NewUser placeholder{id, id, id};
    for (int attempt = 1; !sql.failed(); ++attempt) {
        if (insertRow(sql, placeholder, withSuffix(id, attempt)) || readUser(sql, id))
            return;
    }
}

} // namespace

bool saysMore(const NewUser &token, const StoredUser &stored)
{
    const Account &account = stored.account;
    return account.user.displayName != token.displayName
        || (token.avatarUrl && account.user.avatarUrl != token.avatarUrl)
        || (token.email && account.email != token.email);
}

UserStore::UserStore(Database &db)
    : m_db(db)
    , m_lookups([this](Lookups::Questions ids) { return lookUp(std::move(ids)); })
    , m_arrivals([this](Arrivals::Questions tokens) { return storeExternal(std::move(tokens)); })
{ }

QCoro::Task<Result<StoredUser>> UserStore::insert(NewUser user)
{
    return m_db.write([user](Sql &sql) -> Result<StoredUser> {
        if (user.invite && !useInvite(sql, *user.invite, now()))
            return invalidInvite();
        if (!insertRow(sql, user, user.username))
            return fail(ErrorCode::Conflict, u"This username is taken."_s, u"/username"_s);
        return readUser(sql, user.id);
    });
}

QCoro::Task<Result<StoredUser>> UserStore::upsertExternal(NewUser user)
{
    return m_arrivals.ask(std::move(user));
}

QCoro::Task<Result<UserStore::Arrivals::Answers>> UserStore::storeExternal(Arrivals::Questions tokens)
{
    return m_db.write([tokens](Sql &sql) -> Result<Arrivals::Answers> {
        Arrivals::Answers stored;
        for (const NewUser &token : tokens)
            stored.push_back(writeExternal(sql, token));
        return stored;
    });
}

QCoro::Task<Result<void>> UserStore::insertPlaceholders(QList<UserId> ids)
{
    return m_db.write([ids](Sql &sql) -> Result<void> {
        for (const UserId &id : ids)
            insertPlaceholder(sql, id);
        return {};
    });
}

QCoro::Task<Result<StoredUser>> UserStore::byId(UserId id)
{
    return m_lookups.ask(std::move(id));
}

QCoro::Task<Result<UserStore::Lookups::Answers>> UserStore::lookUp(Lookups::Questions ids)
{
    return m_db.query([ids](Sql &sql) -> Result<Lookups::Answers> {
        if (ids.size() == 1)
            return Lookups::Answers{readUser(sql, ids.front())};
        RowSet rows = sql.rowSet();
        for (const UserId &id : ids)
            rows.add(id);
        QHash<UserId, StoredUser> found;
        for (const StoredUser &user :
             readUsers(sql.run(u"SELECT " HEARTH_USER_COLUMNS
                               " FROM users AS u WHERE u.id IN (SELECT rows.id FROM {rows id TEXT})"_s,
                               rows)))
            found.insert(user.account.user.id, user);
        Lookups::Answers answers;
        for (const UserId &id : ids) {
            const auto user = found.constFind(id);
            answers.push_back(user == found.cend() ? noSuchUser() : Result<StoredUser>(*user));
        }
        return answers;
    });
}

QCoro::Task<Result<StoredUser>> UserStore::byUsername(QString username)
{
    return m_db.query([username](Sql &sql) {
        return readOneUser(sql.run(u"SELECT " HEARTH_USER_COLUMNS
                                   " FROM users AS u WHERE u.username_key = :key"_s,
                                   {{":key", nameKey(username)}}));
    });
}

QCoro::Task<Result<QList<User>>> UserStore::byIds(QList<UserId> ids)
{
    return m_db.query([ids](Sql &sql) -> Result<QList<User>> {
        RowSet rows = sql.rowSet();
        for (const UserId &id : ids)
            rows.add(id);
        if (rows.isEmpty())
            return QList<User>();
        return onlyUsers(
            readUsers(sql.run(u"SELECT " HEARTH_USER_COLUMNS
                              " FROM users AS u WHERE u.id IN (SELECT rows.id FROM {rows id TEXT})"_s,
                              rows)));
    });
}

QCoro::Task<Result<QList<User>>> UserStore::search(QString prefix, int limit)
{
    return m_db.query([prefix = nameKey(prefix), limit](Sql &sql) -> Result<QList<User>> {
        return onlyUsers(
            readUsers(sql.run(u"SELECT " HEARTH_USER_COLUMNS " FROM users AS u WHERE NOT u.disabled"
                              " AND NOT u.banned"
                              " AND ((u.username_key >= :name_from AND u.username_key < :name_to)"
                              " OR (u.display_name_key >= :shown_from AND u.display_name_key < :shown_to))"
                              " ORDER BY u.username_key LIMIT :limit"_s,
                              {{":name_from", prefix},
                               {":name_to", pastPrefix(prefix)},
                               {":shown_from", prefix},
                               {":shown_to", pastPrefix(prefix)},
                               {":limit", limit}})));
    });
}

QCoro::Task<Result<QList<StoredUser>>> UserStore::list(int limit, UserId after)
{
    return m_db.query([limit, after](Sql &sql) -> Result<QList<StoredUser>> {
        return readUsers(sql.run(u"SELECT " HEARTH_USER_COLUMNS
                                 " FROM users AS u WHERE u.id > :after ORDER BY u.id LIMIT :limit"_s,
                                 {{":after", after}, {":limit", limit}}));
    });
}

} // namespace Hearth
