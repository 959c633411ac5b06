// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/message.h"
#include "model/user.h"

// What only administrators of the server see.
namespace Hearth {

// A code with which somebody may make an account.
struct Invite {
    QString code;
    UserId createdBy;
    Timestamp createdAt = {};
    std::optional<Timestamp> expiresAt = {}; // never, otherwise
    int maxUses = 1;
    int uses = 0;
    std::optional<Timestamp> revokedAt = {};

    bool operator==(const Invite &) const = default;
};

// What somebody found wrong with a person or a message.
struct AbuseReport {
    QString id;
    UserId reporterId;
    std::optional<UserId> userId = {}; // whom it is about; a message's sender
    std::optional<MessageId> messageId = {};
    QString reason;
    std::optional<Message> message = {}; // as it is now
    Timestamp createdAt = {};
    std::optional<Timestamp> resolvedAt = {};
    std::optional<UserId> resolvedBy = {};

    bool operator==(const AbuseReport &) const = default;
};

// A person as administrators see them.
struct AdminUser {
    Account account;
    bool admin = false;
    bool disabled = false;
    bool banned = false;
    bool external = false; // signs in with somebody else's user service
    std::optional<Timestamp> deletedAt = {};

    bool operator==(const AdminUser &) const = default;
};

struct Statistics {
    qint64 users = 0; // without deleted ones
    qint64 conversations = 0;
    qint64 messages = 0; // ever sent, those that retention or their senders removed, too
    qint64 files = 0;
    qint64 storageBytes = 0; // of files
    qint64 online = 0; // people connected to this instance

    bool operator==(const Statistics &) const = default;
};

// With this code its user may set a new password, once.
struct ResetCode {
    QString code;
    Timestamp expiresAt = {};

    bool operator==(const ResetCode &) const = default;
};

} // namespace Hearth
