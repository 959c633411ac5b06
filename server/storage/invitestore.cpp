// SPDX-License-Identifier: Apache-2.0
#include "storage/invitestore.h"

#include "storage/sql.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

#define HEARTH_INVITE_IS_GOOD \
    " code = :code AND uses < max_uses AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now)"

QList<Invite> readInvites(Rows &&rows)
{
    QList<Invite> invites;
    while (rows.next()) {
        Invite invite;
        rows >> invite.code >> invite.createdBy >> invite.createdAt >> invite.expiresAt >> invite.maxUses
            >> invite.uses >> invite.revokedAt;
        invites.append(invite);
    }
    return invites;
}

} // namespace

QCoro::Task<Result<void>> InviteStore::insert(Invite invite)
{
    return m_db.write([invite](Sql &sql) -> Result<void> {
        sql.run(u"INSERT INTO invites (code, created_by, created_at, expires_at, max_uses)"
                " VALUES (:code, :by, :at, :expires, :max)"_s,
                {{":code", invite.code},
                 {":by", invite.createdBy},
                 {":at", invite.createdAt},
                 {":expires", invite.expiresAt},
                 {":max", invite.maxUses}});
        return {};
    });
}

QCoro::Task<Result<QList<Invite>>> InviteStore::list(int limit, QString after)
{
    return m_db.query([limit, after](Sql &sql) -> Result<QList<Invite>> {
        return readInvites(
            sql.run(u"SELECT code, created_by, created_at, expires_at, max_uses, uses, revoked_at"
                    " FROM invites WHERE code > :after ORDER BY code LIMIT :limit"_s,
                    {{":after", after}, {":limit", limit}}));
    });
}

QCoro::Task<Result<void>> InviteStore::revoke(QString code, Timestamp at)
{
    return m_db.write([code, at](Sql &sql) -> Result<void> {
        Rows rows = sql.run(u"UPDATE invites SET revoked_at = COALESCE(revoked_at, :at) WHERE code = :code"_s,
                            {{":at", at}, {":code", code}});
        if (rows.affected() < 1)
            return fail(ErrorCode::NotFound, u"There is no such invite."_s);
        return {};
    });
}

QCoro::Task<Result<void>> InviteStore::check(QString code, Timestamp at)
{
    return m_db.query([code, at](Sql &sql) -> Result<void> {
        Rows rows = sql.run(u"SELECT 1 FROM invites WHERE" HEARTH_INVITE_IS_GOOD ""_s,
                            {{":code", code}, {":now", at}});
        if (!rows.next())
            return invalidInvite();
        return {};
    });
}

bool useInvite(Sql &sql, const QString &code, Timestamp at)
{
    Rows rows = sql.run(u"UPDATE invites SET uses = uses + 1 WHERE" HEARTH_INVITE_IS_GOOD ""_s,
                        {{":code", code}, {":now", at}});
    return rows.affected() > 0;
}

tl::unexpected<Error> invalidInvite()
{
    return fail(ErrorCode::Forbidden, u"This invite is not valid."_s, u"/invite"_s);
}

} // namespace Hearth
