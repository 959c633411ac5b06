// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/database.h"
#include "util/clock.h"
#include "wire/serverframes.h"

namespace Hearth {

struct OldConversations {
    QList<ConversationId> ids; // whose oldest message is older than asked for
    std::optional<ConversationId> next = {}; // where to go on; nothing at the end
};

struct RemovedMessages {
    int count = 0; // 0: nothing was old enough, and nothing changed
    qint64 change = 0;
    ConversationFields fields = {}; // at `change`
    QList<UserId> members = {};
    bool mayBeMore = false;
};

// Removes what is too old to be kept, a little at a time and after the writes that wait.
class RetentionStore
{
public:
    static constexpr int conversationsAtOnce = 1'000;
    static constexpr int messagesAtOnce = 500;
    static constexpr int pagesAtOnce = 200;

    explicit RetentionStore(Database &db)
        : m_db(db)
    { }

    // Looks at the next 1 000 conversations, by id.
    QCoro::Task<Result<OldConversations>> conversationsWithOlder(Timestamp before, ConversationId after);

    // Removes the oldest messages, at most 500, with all that belongs to them, up to the first that is not
    // older: a message with a wrong time keeps those behind it, and never loses them too early. One change of
    // the conversation's fields.
    QCoro::Task<Result<RemovedMessages>> removeOlder(ConversationId conversation, Timestamp before,
                                                     Timestamp at);

    // Gives up to 200 pages of the file back to the file system; false when enough of them are back. A part
    // stays for what comes. PostgreSQL sees to it by itself.
    QCoro::Task<Result<bool>> giveSpaceBack();

private:
    Database &m_db;
};

} // namespace Hearth
