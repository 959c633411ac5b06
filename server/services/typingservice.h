// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "services/memberships.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <map>

namespace Hearth {

// Who is typing where. Never stored; a notice ends by itself, on sending, on stopping and on disconnecting.
class TypingService
{
public:
    TypingService(Memberships &memberships, Publisher &publisher,
                  std::chrono::milliseconds expiry = std::chrono::seconds(6));

    QCoro::Task<Result<void>> setTyping(Caller caller, ConversationId conversation, bool typing);

    // The person sent something there, so they no longer type.
    void sent(const ConversationState &conversation, const UserId &user);
    void disconnected(ConnectionId connection);

    // The person is no member any more: they no longer type there, and hear of nobody who does.
    void left(const ConversationId &conversation, const UserId &user);
    void closed(const ConversationId &conversation); // everybody left at once

private:
    using Key = std::pair<ConversationId, UserId>;
    struct Notice {
        QDeadlineTimer deadline;
        std::optional<ConnectionId> connection;
        QList<UserId> audience;
    };
    using Notices = std::map<Key, Notice>;

    void start(const ConversationState &conversation, const Caller &caller);
    Notices::iterator stop(Notices::iterator notice);
    void expire();

    Memberships &m_memberships;
    Publisher &m_publisher;
    const std::chrono::milliseconds m_expiry;
    Notices m_notices;
    QTimer m_timer;
};

} // namespace Hearth
