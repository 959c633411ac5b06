// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QCoroTask>

#include <memory>

namespace Hearth {

// What a person does to a conversation itself, and not to its messages.
class ConversationAdmin
{
public:
    struct Private;
    explicit ConversationAdmin(std::unique_ptr<Private> d);
    ~ConversationAdmin();

    // One's own settings: they hold at once, and are said to the server until it has heard them.
    void setPinned(const ConversationId &id, bool pinned);
    void setArchived(const ConversationId &id, bool archived);
    void setUnreadFrom(const ConversationId &id,
                       std::optional<qint64> seq); // Session::markRead() takes it away
    void mute(const ConversationId &id, std::optional<Timestamp> until); // nothing ends the silence
    void setLevel(const ConversationId &id, NotifyLevel level);

    // Everybody's conversation: the server decides, and what changed comes back with the next changes.
    QCoro::Task<Result<void>> rename(ConversationId id, QString name);
    QCoro::Task<Result<void>> describe(ConversationId id, QString description); // empty: none
    QCoro::Task<Result<void>> addMember(ConversationId id, UserId user);
    QCoro::Task<Result<void>> removeMember(ConversationId id, UserId user); // oneself: leaving
    QCoro::Task<Result<void>> setRole(ConversationId id, UserId user, MemberRole role);
    QCoro::Task<Result<void>> setMayWrite(ConversationId id, UserId user, bool mayWrite);
    QCoro::Task<Result<void>> deleteForEverybody(ConversationId id);

    // Members by when they joined: of large groups, the conversation does not carry them.
    QCoro::Task<Result<Page<Member>>> members(ConversationId id, std::optional<QString> cursor = {});

private:
    const std::unique_ptr<Private> d;
};

} // namespace Hearth
