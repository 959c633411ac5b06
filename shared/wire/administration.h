// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/administration.h"
#include "wire/requests.h"

// What administrators of the server send and get.
namespace Hearth {

template<typename F, Const<Invite> T>
void describe(F &f, T &v)
{
    f.required("code", v.code);
    f.required("created_by", v.createdBy);
    f.required("created_at", v.createdAt);
    f.optional("expires_at", v.expiresAt);
    f.required("max_uses", v.maxUses);
    f.required("uses", v.uses);
    f.optional("revoked_at", v.revokedAt);
}

template<typename F, Const<AbuseReport> T>
void describe(F &f, T &v)
{
    f.required("id", v.id);
    f.required("reporter_id", v.reporterId);
    f.optional("user_id", v.userId);
    f.optional("message_id", v.messageId);
    f.required("reason", v.reason);
    f.optional("message", v.message);
    f.required("created_at", v.createdAt);
    f.optional("resolved_at", v.resolvedAt);
    f.optional("resolved_by", v.resolvedBy);
}

template<typename F, Const<AdminUser> T>
void describe(F &f, T &v)
{
    describe(f, v.account);
    f.required("admin", v.admin);
    f.required("disabled", v.disabled);
    f.required("banned", v.banned);
    f.required("external", v.external);
    f.optional("deleted_at", v.deletedAt);
}

template<typename F, Const<Statistics> T>
void describe(F &f, T &v)
{
    f.required("users", v.users);
    f.required("conversations", v.conversations);
    f.required("messages", v.messages);
    f.required("files", v.files);
    f.required("storage_bytes", v.storageBytes);
    f.required("online", v.online);
}

template<typename F, Const<ResetCode> T>
void describe(F &f, T &v)
{
    f.required("code", v.code);
    f.required("expires_at", v.expiresAt);
}

struct NewInvite {
    int maxUses = 1;
    std::optional<int> expiresIn = {}; // seconds
};

template<typename F, Const<NewInvite> T>
void describe(F &f, T &v)
{
    f.defaulted("max_uses", v.maxUses);
    f.optional("expires_in", v.expiresIn);
}

template<>
inline constexpr const char *pageKey<Invite> = "invites";
template<>
inline constexpr const char *pageKey<AbuseReport> = "reports";
template<>
inline constexpr const char *pageKey<AdminUser> = "users";

} // namespace Hearth
