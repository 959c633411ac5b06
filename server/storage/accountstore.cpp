// SPDX-License-Identifier: Apache-2.0
#include "storage/accountstore.h"

#include "storage/blockstore.h"
#include "storage/sessionstore.h"
#include "storage/userrows.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<Error> noCode()
{
    return fail(ErrorCode::NotFound, u"There is no such code."_s);
}

QString stored(const QByteArray &hash)
{
    return QString::fromLatin1(hash.toBase64());
}

// Nobody else has the name, or takes it before the transaction ends: the index refuses the second one.
bool isTaken(Sql &sql, const QString &username, const UserId &by)
{
    Rows rows = sql.run(u"SELECT 1 FROM users WHERE username_key = :key AND id <> :id"_s,
                        {{":key", nameKey(username)}, {":id", by}});
    return rows.next();
}

void writeProfile(Sql &sql, const StoredUser &user, Timestamp at)
{
    const Account &account = user.account;
    sql.run(u"UPDATE users SET username = :username, username_key = :username_key, display_name = :name,"
            " display_name_key = :name_key, email = :email, shows_receipts = :receipts,"
            " shows_presence = :presence, account_changed_at = :at WHERE id = :id"_s,
            {{":username", account.user.username},
             {":username_key", nameKey(account.user.username)},
             {":name", account.user.displayName},
             {":name_key", nameKey(account.user.displayName)},
             {":email", account.email},
             {":receipts", account.settings.readReceipts},
             {":presence", account.settings.presence},
             {":at", at},
             {":id", account.user.id}});
}

void writeFlag(Sql &sql, const UserId &id, AccountFlag flag, bool value, Timestamp at)
{
    const QString column = flag == AccountFlag::Admin ? u"admin"_s
        : flag == AccountFlag::Disabled               ? u"disabled"_s
                                                      : u"banned"_s;
    sql.run(u"UPDATE users SET %1 = :value, account_changed_at = :at WHERE id = :id"_s.arg(column),
            {{":value", value}, {":at", at}, {":id", id}});
}

QList<SessionId> writePassword(Sql &sql, const UserId &id, const QString &hash,
                               const std::optional<SessionId> &kept, Timestamp at)
{
    sql.run(u"UPDATE users SET password_hash = :hash WHERE id = :id"_s, {{":hash", hash}, {":id", id}});
    sql.run(u"DELETE FROM reset_codes WHERE user_id = :id"_s, {{":id", id}});
    return revokeSessions(sql, id, kept, at);
}

std::optional<UserId> readCode(Sql &sql, const UserId &id, const QByteArray &hash, Timestamp at)
{
    Rows row = sql.run(u"SELECT user_id FROM reset_codes"
                       " WHERE user_id = :id AND code_hash = :hash AND expires_at > :now {for update}"_s,
                       {{":id", id}, {":hash", stored(hash)}, {":now", at}});
    if (!row.next())
        return std::nullopt;
    UserId user;
    row >> user;
    return user;
}

QList<SessionId> readEnded(Sql &sql, Timestamp since)
{
    QList<SessionId> ended;
    Rows rows = sql.run(u"SELECT id FROM sessions WHERE revoked_at >= :since"_s, {{":since", since}});
    while (rows.next()) {
        SessionId id;
        rows >> id;
        ended.append(id);
    }
    return ended;
}

} // namespace

QCoro::Task<Result<StoredUser>> AccountStore::update(UserId id, ProfileChange change)
{
    return m_db.write([id, change](Sql &sql) -> Result<StoredUser> {
        auto user = lockUser(sql, id);
        if (!user)
            return user;
        Account &account = user->account;
        if (change.username && isTaken(sql, *change.username, id))
            return fail(ErrorCode::Conflict, u"This username is taken."_s, u"/username"_s);
        account.user.username = change.username.value_or(account.user.username);
        account.user.displayName = change.displayName.value_or(account.user.displayName);
        account.email = change.email.value_or(account.email);
        account.settings.readReceipts = change.showsReceipts.value_or(account.settings.readReceipts);
        account.settings.presence = change.showsPresence.value_or(account.settings.presence);
        writeProfile(sql, *user, now());
        return user;
    });
}

QCoro::Task<Result<QList<SessionId>>> AccountStore::setPassword(UserId id, QString former, QString hash,
                                                                std::optional<SessionId> kept, Timestamp at)
{
    return m_db.write([id, former, hash, kept, at](Sql &sql) -> Result<QList<SessionId>> {
        const auto user = lockUser(sql, id);
        if (!user)
            return fail(user.error());
        if (user->passwordHash != former)
            return fail(ErrorCode::Conflict, u"The password has just been changed."_s);
        return writePassword(sql, id, hash, kept, at);
    });
}

QCoro::Task<Result<StoredUser>> AccountStore::setFlag(UserId id, AccountFlag flag, bool value, Timestamp at)
{
    return m_db.write([id, flag, value, at](Sql &sql) -> Result<StoredUser> {
        if (value != (flag == AccountFlag::Admin) && isLastAdmin(sql, id))
            return fail(ErrorCode::Conflict, u"This is the last administrator."_s);
        const auto user = lockUser(sql, id);
        if (!user || user->deletedAt)
            return fail(ErrorCode::NotFound, u"There is no such user."_s);
        writeFlag(sql, id, flag, value, at);
        return readUser(sql, id);
    });
}

QCoro::Task<Result<void>> AccountStore::setResetCode(UserId id, QByteArray codeHash, Timestamp expiresAt)
{
    return m_db.write([id, codeHash, expiresAt](Sql &sql) -> Result<void> {
        const auto user = lockUser(sql, id);
        if (!user)
            return fail(user.error());
        if (!user->passwordHash)
            return fail(ErrorCode::Conflict, u"This person has no password here."_s);
        sql.run(u"INSERT INTO reset_codes (user_id, code_hash, expires_at) VALUES (:id, :hash, :expires)"
                " ON CONFLICT (user_id) DO UPDATE SET code_hash = excluded.code_hash,"
                " expires_at = excluded.expires_at"_s,
                {{":id", id}, {":hash", stored(codeHash)}, {":expires", expiresAt}});
        return {};
    });
}

QCoro::Task<Result<UserId>> AccountStore::checkResetCode(QString username, QByteArray codeHash, Timestamp at)
{
    return m_db.query([username, codeHash, at](Sql &sql) -> Result<UserId> {
        Rows row = sql.run(u"SELECT r.user_id FROM reset_codes AS r JOIN users AS u ON u.id = r.user_id"
                           " WHERE u.username_key = :key AND r.code_hash = :hash AND r.expires_at > :now"_s,
                           {{":key", nameKey(username)}, {":hash", stored(codeHash)}, {":now", at}});
        if (!row.next())
            return noCode();
        UserId id;
        row >> id;
        return id;
    });
}

QCoro::Task<Result<QList<SessionId>>> AccountStore::redeemResetCode(UserId id, QByteArray codeHash,
                                                                    QString hash, Timestamp at)
{
    return m_db.write([id, codeHash, hash, at](Sql &sql) -> Result<QList<SessionId>> {
        const auto user = lockUser(sql, id);
        if (!user || !readCode(sql, id, codeHash, at))
            return noCode();
        return writePassword(sql, id, hash, {}, at);
    });
}

QCoro::Task<Result<QList<StoredUser>>> AccountStore::privateUsers()
{
    return m_db.query([](Sql &sql) -> Result<QList<StoredUser>> {
        return readUsers(sql.run(u"SELECT " HEARTH_USER_COLUMNS
                                 " FROM users AS u WHERE NOT u.shows_receipts OR NOT u.shows_presence"_s));
    });
}

QCoro::Task<Result<AccountChanges>> AccountStore::changesSince(Timestamp since)
{
    return m_db.read([since](Sql &sql) -> Result<AccountChanges> {
        AccountChanges changes;
        changes.until = now();
        changes.users = readUsers(sql.run(u"SELECT " HEARTH_USER_COLUMNS
                                          " FROM users AS u WHERE u.account_changed_at >= :since"_s,
                                          {{":since", since}}));
        changes.endedSessions = readEnded(sql, since);
        changes.blocks = readBlockChanges(sql, since);
        return changes;
    });
}

} // namespace Hearth
