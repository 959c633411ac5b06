// SPDX-License-Identifier: Apache-2.0
#include "services/inviteservice.h"

#include "services/adminservice.h"
#include "services/audit.h"
#include "services/tokens.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> checkInvite(const NewInvite &request)
{
    if (request.maxUses < 1 || request.maxUses > InviteService::mostUses)
        return fail(ErrorCode::InvalidField, u"Must be from 1 to %1."_s.arg(InviteService::mostUses),
                    u"/max_uses"_s);
    if (request.expiresIn && (*request.expiresIn < 1 || *request.expiresIn > InviteService::longestLife))
        return fail(ErrorCode::InvalidField,
                    u"Must be from 1 to %1 seconds."_s.arg(InviteService::longestLife), u"/expires_in"_s);
    return {};
}

} // namespace

QCoro::Task<Result<Invite>> InviteService::create(Caller caller, NewInvite request)
{
    if (auto allowed = requireAdmin(caller); !allowed)
        co_return fail(std::move(allowed.error()));
    if (auto checked = checkInvite(request); !checked)
        co_return fail(std::move(checked.error()));
    Invite invite{
        .code = makeCode(), .createdBy = caller.userId, .createdAt = now(), .maxUses = request.maxUses};
    if (request.expiresIn)
        invite.expiresAt = invite.createdAt + std::chrono::seconds(*request.expiresIn);
    if (const auto stored = co_await m_store.insert(invite); !stored)
        co_return fail(stored.error());
    audit(caller, "create_invite"_L1, {}); // the code is a secret
    co_return invite;
}

QCoro::Task<Result<QList<Invite>>> InviteService::list(Caller caller, int limit, QString after)
{
    if (auto allowed = requireAdmin(caller); !allowed)
        co_return fail(std::move(allowed.error()));
    co_return co_await m_store.list(limit, after);
}

QCoro::Task<Result<void>> InviteService::revoke(Caller caller, QString code)
{
    if (auto allowed = requireAdmin(caller); !allowed)
        co_return fail(std::move(allowed.error()));
    auto revoked = co_await m_store.revoke(canonicalCode(code), now());
    if (revoked)
        audit(caller, "revoke_invite"_L1, {});
    co_return revoked;
}

} // namespace Hearth
