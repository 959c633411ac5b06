// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/codecs.h"

// The bodies of the routes that change a conversation or its members; what is left out stays as it is.
namespace Hearth {

struct UpdateConversation {
    std::optional<QString> name = {};
    std::optional<QString> description = {}; // empty removes it
};

template<typename F, Const<UpdateConversation> T>
void describe(F &f, T &v)
{
    f.optional("name", v.name);
    f.optional("description", v.description);
}

struct AddMember {
    UserId userId;
};

template<typename F, Const<AddMember> T>
void describe(F &f, T &v)
{
    f.required("user_id", v.userId);
}

struct UpdateMember {
    std::optional<MemberRole> role = {};
    std::optional<bool> canSendMessages = {};
};

template<typename F, Const<UpdateMember> T>
void describe(F &f, T &v)
{
    f.optional("role", v.role);
    f.optional("can_send_messages", v.canSendMessages);
}

// One's own settings of a conversation. `muted_until` as null ends the silence and `unread_from` the mark,
// which the reader of the body has to look for.
struct UpdateSettings {
    std::optional<bool> pinned = {};
    std::optional<bool> archived = {};
    std::optional<Timestamp> mutedUntil = {};
    std::optional<NotifyLevel> level = {};
    std::optional<qint64> unreadFrom = {};
};

template<typename F, Const<UpdateSettings> T>
void describe(F &f, T &v)
{
    f.optional("pinned", v.pinned);
    f.optional("archived", v.archived);
    f.optional("muted_until", v.mutedUntil);
    f.optional("level", v.level);
    f.optional("unread_from", v.unreadFrom);
}

} // namespace Hearth
